package org.kith.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index of one reader's texts, in memory only. Safe for many threads. */
final class Index {
  static final String WORDS = "words";

  private static final String PLACE = "place";
  private static final int EXCERPTS = 2;

  private final List<Text> texts;
  private final Analyzer analyzer = English.index();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private Index(List<Text> texts, DirectoryReader reader) {
    this.texts = texts;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** Indexes texts. */
  static Index of(List<Text> texts) {
    // The latest first: ties in relevance, and everything where the order is by day.
    List<Text> ordered = new ArrayList<>(texts);
    ordered.sort(Comparator.comparing(Text::day).reversed().thenComparing(Text::id));
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(memory, new IndexWriterConfig(English.index()).setUseCompoundFile(false))) {
      for (int i = 0; i < ordered.size(); i++) {
        Document document = new Document();
        document.add(new TextField(WORDS, ordered.get(i).words(), Field.Store.NO));
        document.add(new NumericDocValuesField(PLACE, i));
        writer.addDocument(document);
      }
      writer.commit();
      return new Index(List.copyOf(ordered), DirectoryReader.open(memory));
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be written.", e);
    }
  }

  int size() {
    return texts.size();
  }

  /** How many texts match, and those of one page with their excerpts. */
  Hits find(Query query, boolean relevance, int skip, int most) {
    try {
      Sort byDay = new Sort(new SortField(PLACE, SortField.Type.INT));
      Sort byScore = new Sort(SortField.FIELD_SCORE, new SortField(PLACE, SortField.Type.INT));
      TopDocs found =
          searcher.search(
              query,
              new TopFieldCollectorManager(
                  relevance ? byScore : byDay, Math.max(1, skip + most), null, Integer.MAX_VALUE));
      List<Hit> hits = new ArrayList<>();
      for (int i = skip; i < found.scoreDocs.length; i++) {
        Text text = text(found.scoreDocs[i].doc);
        hits.add(new Hit(text, excerpt(query, text)));
      }
      return new Hits((int) found.totalHits.value, hits);
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be read.", e);
    }
  }

  private Text text(int doc) throws IOException {
    var leaves = reader.leaves();
    for (var leaf : leaves) {
      if (doc >= leaf.docBase && doc < leaf.docBase + leaf.reader().maxDoc()) {
        var places = leaf.reader().getNumericDocValues(PLACE);
        places.advanceExact(doc - leaf.docBase);
        return texts.get((int) places.longValue());
      }
    }
    throw new IllegalStateException("A hit without a text.");
  }

  /** Pieces of the text with what was looked for; escaping is left to whoever shows them. */
  private List<Piece> excerpt(Query query, Text text) throws IOException {
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.UK))
            .withFormatter(new Pieces())
            .withMaxNoHighlightPassages(1)
            .build();
    Object pieces = highlighter.highlightWithoutSearcher(WORDS, query, text.words(), EXCERPTS);
    return pieces instanceof Excerpt excerpt ? excerpt.pieces() : List.of();
  }

  /** A piece of an excerpt. */
  record Piece(String words, boolean marked) {}

  /** A text that was found. */
  record Hit(Text text, List<Piece> excerpt) {}

  /** What was found. */
  record Hits(int all, List<Hit> hits) {}

  private record Excerpt(List<Piece> pieces) {}

  private static final class Pieces extends PassageFormatter {
    private static final int LONGEST = 320;

    @Override
    public Object format(Passage[] passages, String content) {
      List<Piece> pieces = new ArrayList<>();
      int end = 0;
      for (Passage passage : passages) {
        if (passage.getStartOffset() > end) {
          pieces.add(new Piece("… ", false));
        }
        int at = passage.getStartOffset();
        int stop = Math.min(passage.getEndOffset(), at + LONGEST);
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int from = passage.getMatchStarts()[i];
          int to = passage.getMatchEnds()[i];
          // Stem and word stand at one place and match twice.
          if (from < at || to > stop) {
            continue;
          }
          if (from > at) {
            pieces.add(new Piece(content.substring(at, from), false));
          }
          pieces.add(new Piece(content.substring(from, to), true));
          at = to;
        }
        if (stop > at) {
          pieces.add(new Piece(content.substring(at, stop), false));
        }
        end = passage.getEndOffset();
      }
      if (end < content.strip().length()) {
        pieces.add(new Piece(" …", false));
      }
      return new Excerpt(pieces);
    }
  }
}
