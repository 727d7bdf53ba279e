package org.kith.spotter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param key the word in small letters, without accents and without 's
 * @param capital whether it begins with a capital
 * @param shouted whether it is all capitals, and more than one
 * @param begins whether it begins a sentence, so that its capital says nothing
 */
record Token(int start, int end, String key, boolean capital, boolean shouted, boolean begins) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+){0,5}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final String SILENT = " \u00a0\"'‘’“”([{";
  private static final String STOPS = ".!?…:\n\r\t-–—*•/|>";

  /** The words of a text, in order. */
  static List<Token> of(String text, Rules rules) {
    List<Token> tokens = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      String word = m.group();
      boolean capital = Character.isUpperCase(word.codePointAt(0));
      boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
      tokens.add(
          new Token(
              m.start(),
              m.end(),
              key(word),
              capital,
              shouted && capital,
              begins(text, m.start(), before, rules)));
    }
    return tokens;
  }

  static String key(String word) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
  }

  private static boolean begins(String text, int start, Token before, Rules rules) {
    if (start > 0 && "\"'‘“([".indexOf(text.charAt(start - 1)) >= 0) {
      return true;
    }
    int at = start - 1;
    while (at >= 0 && SILENT.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    if (at < 0) {
      return true;
    }
    if (STOPS.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    boolean shortened =
        text.charAt(at) == '.'
            && before != null
            && before.end == at
            && ((before.capital && before.end - before.start == 1)
                || rules.list("titles").contains(before.key));
    return !shortened;
  }
}
