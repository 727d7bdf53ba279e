package org.kith.spotter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds names, places, dates, numbers and addresses in free text, by rules and lists. It finds most
 * and not all, and takes some words for names that are none: its author decides, and what it has
 * not flagged is not anonymous. {@code spotter.js} does the same from the same rules.
 */
public final class Spotter {
  private Spotter() {}

  /** What was found, from first to last; nothing overlaps. */
  public static List<Found> spot(String words) {
    Rules rules = Rules.SHIPPED;
    List<Found> found = new ArrayList<>();
    for (Rules.Sought sought : rules.sought()) {
      add(found, sought, words);
    }
    Names.add(found, words, rules);
    found.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(found);
  }

  /** The rules as the device gets them, in JSON. */
  public static String rules() {
    return Rules.text();
  }

  private static void add(List<Found> found, Rules.Sought sought, String words) {
    Matcher m = sought.find().matcher(words);
    int from = 0;
    while (from <= words.length() && m.find(from)) {
      int start = m.groupCount() > 0 ? m.end(1) : m.start();
      int end = m.end();
      boolean right =
          apart(words, m.start())
              && apart(words, end)
              && found.stream().noneMatch(f -> f.overlaps(start, end))
              && Checks.hold(sought.check().orElse(""), words.substring(start, end));
      if (right) {
        found.add(new Found(start, end, sought.kind()));
      }
      from = right ? end : m.start() + 1;
    }
  }

  /** Whether a stretch may begin or end here: not in the middle of a word or number. */
  private static boolean apart(String words, int at) {
    return at == 0
        || at == words.length()
        || !(inWord(words.charAt(at - 1)) && inWord(words.charAt(at)));
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
