package org.kith.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * English words, each by its stem; in the index also as it was written, so that the beginning of a
 * word finds it too.
 */
final class English extends Analyzer {
  private final boolean written;

  private English(boolean written) {
    this.written = written;
  }

  /** For the index: stem and word. */
  static English index() {
    return new English(true);
  }

  /** For a question: the stem alone. */
  static English question() {
    return new English(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream words =
        new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(source)));
    TokenStream stems =
        written
            ? new RemoveDuplicatesTokenFilter(new PorterStemFilter(new KeywordRepeatFilter(words)))
            : new PorterStemFilter(words);
    return new TokenStreamComponents(source, stems);
  }
}
