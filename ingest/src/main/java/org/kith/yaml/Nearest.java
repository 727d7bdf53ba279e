package org.kith.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody most likely meant. */
public final class Nearest {
  private Nearest() {}

  /** The known word at most two slips of the finger away, the nearest first. */
  public static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> slips(word, k) <= 2)
        .min(Comparator.<String>comparingInt(k -> slips(word, k)).thenComparing(k -> k));
  }

  /** Letters to add, leave out or change to get from one word to the other (Levenshtein). */
  public static int slips(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
