package org.kith.documents;

import java.text.Bidi;

/** What has to be known of people's letters before they go into a file. */
public final class Letters {
  private Letters() {}

  /** Whether the first letter that has a direction is written from right to left. */
  public static boolean rightToLeft(String words) {
    return !new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /** Without what neither XML nor a printer knows: control characters and halves of letters. */
  public static String printable(String words) {
    StringBuilder printable = new StringBuilder(words.length());
    words
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\t')
        .map(c -> (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE ? 0xFFFD : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
