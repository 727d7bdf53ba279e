package org.kith.words;

/** Sentences as a reader sees them. */
final class AsRead {
  private AsRead() {}

  /** Sentences hold hard spaces, which a reader does not see. */
  static String plain(String sentence) {
    return sentence.replace(Numbers.HARD, " ");
  }
}
