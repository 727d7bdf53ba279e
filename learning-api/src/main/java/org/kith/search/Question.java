package org.kith.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed into the search box. Words between quotation marks stand together; of the
 * others each has to be there, in any order and any form; the last one also counts as the beginning
 * of a word. There is no other syntax, so nothing can be wrong about a question.
 */
final class Question {
  /** Most characters that are looked at. */
  static final int MOST = 200;

  private static final int MOST_WORDS = 16;
  private static final Pattern PART = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]?|[^\"“”]+");
  private static final CharArraySet SMALL_WORDS = EnglishAnalyzer.getDefaultStopSet();
  private static final Analyzer STEMS = English.question();

  private Question() {}

  /** Every word has to be there. */
  static Query all(String typed) {
    return of(typed, Occur.MUST);
  }

  /** One of these words has to be there. */
  static Query any(List<String> words) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    int added = 0;
    for (String word : words) {
      List<String> stems = stems(word);
      if (!stems.isEmpty() && added++ < MOST_WORDS) {
        some.add(phrase(stems), Occur.SHOULD);
      }
    }
    return added == 0 ? new MatchNoDocsQuery() : some.build();
  }

  private static Query of(String typed, Occur occur) {
    String text = typed.length() > MOST ? typed.substring(0, MOST) : typed;
    BooleanQuery.Builder parts = new BooleanQuery.Builder();
    int added = 0;
    Matcher part = PART.matcher(text);
    while (part.find() && added < MOST_WORDS) {
      if (part.group(1) != null) {
        List<String> stems = stems(part.group(1));
        if (!stems.isEmpty()) {
          parts.add(phrase(stems), occur);
          added++;
        }
        continue;
      }
      boolean last = part.end() == text.length();
      List<String> words = written(part.group());
      List<String> telling =
          words.stream().filter(w -> !SMALL_WORDS.contains(w)).limit(MOST_WORDS).toList();
      List<String> asked = telling.isEmpty() && added == 0 ? words : telling;
      for (int i = 0; i < Math.min(asked.size(), MOST_WORDS); i++) {
        boolean open =
            last
                && i == asked.size() - 1
                && !Character.isWhitespace(text.charAt(text.length() - 1));
        parts.add(word(asked.get(i), open), occur);
        added++;
      }
    }
    return added == 0 ? new MatchNoDocsQuery() : parts.build();
  }

  /** A word in any of its forms; one still being typed also as a beginning. */
  private static Query word(String word, boolean open) {
    Query stem = phrase(stems(word));
    if (!open || word.length() < 2) {
      return stem;
    }
    return new BooleanQuery.Builder()
        .add(stem, Occur.SHOULD)
        .add(new PrefixQuery(new Term(Index.WORDS, word)), Occur.SHOULD)
        .build();
  }

  private static Query phrase(List<String> stems) {
    if (stems.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    if (stems.size() == 1) {
      return new TermQuery(new Term(Index.WORDS, stems.get(0)));
    }
    return new PhraseQuery(Index.WORDS, stems.toArray(String[]::new));
  }

  private static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream stream = STEMS.tokenStream(Index.WORDS, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken() && stems.size() < MOST_WORDS) {
        stems.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Words in memory cannot be read.", e);
    }
    return stems;
  }

  /** The words as written, lower case, without marks; accents are folded as in the index. */
  private static List<String> written(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}'’]+", -1)) {
      String plain = word.replaceAll("^['’]+|['’]+(s$)?$", "").replaceAll("['’]s$", "");
      if (!plain.isEmpty()) {
        words.add(fold(plain));
      }
    }
    return words;
  }

  private static String fold(String word) {
    char[] folded = new char[4 * word.length()];
    int length =
        org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter.foldToASCII(
            word.toCharArray(), 0, folded, 0, word.length());
    return new String(folded, 0, length);
  }
}
