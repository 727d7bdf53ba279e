package org.kith.suggest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of headings, questions and answers, made comparable. */
final class Wording {
  private Wording() {}

  /** Lower case, without marks, tags and punctuation, one space between words. */
  static String plain(String text) {
    return text.replaceAll("<[^>]*>", " ")
        .replaceAll("&[a-z]+;|&#\\d+;", " ")
        .replaceAll("['\u2018\u2019]", "")
        .toLowerCase(Locale.UK)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** The plain words; none for blank text. */
  static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  /** The words inside a name: {@code g/prideLive_2} gives g, pride, live, 2. */
  static List<String> nameWords(String name) {
    return words(
        name.replaceAll("(?<=[\\p{Ll}])(?=[\\p{Lu}])", " ")
            .replaceAll("(?<=\\p{L})(?=\\p{N})", " "));
  }

  /**
   * Whether a short form stands for a longer one: each of its words begins a word of the other, in
   * their order ({@code def_agree}, "Definitely agree"), or its letters are the first letters of
   * the other's words ({@code va}, "Very accurate").
   */
  static boolean shortens(String brief, String full) {
    List<String> words = words(full);
    List<String> parts = nameWords(brief);
    int next = 0;
    for (String part : parts) {
      while (next < words.size() && !words.get(next).startsWith(part)) {
        next++;
      }
      next++;
    }
    boolean begins = !parts.isEmpty() && next <= words.size();
    StringBuilder initials = new StringBuilder();
    words.forEach(w -> initials.append(w.charAt(0)));
    return begins || (words.size() > 1 && initials.toString().equals(plain(brief)));
  }
}
