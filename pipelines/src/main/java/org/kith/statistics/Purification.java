package org.kith.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * {@link DifferentialItemFunctioning} of every item of a scale, with those found apart left out of
 * the score that people are matched on.
 *
 * <p>First everyone is matched on all items. Items found apart are left out of the score and all
 * are looked at anew, each with itself in its own score (Zieky 1993; Candell and Drasgow 1988,
 * doi:10.1177/014662168801200304), until the same items are found as before, at most {@value
 * #ROUNDS} times. At least two items are always matched on: where fewer would be left, it stops
 * there, for nobody can say which items to believe. Deterministic; the order of items does not
 * matter.
 *
 * <p>It misleads where most items differ between groups: then the odd ones out are those that do
 * not. R: {@code MASS::polr} in a loop.
 *
 * @param items of each item; empty where groups cannot be compared in it
 * @param apart positions of the items apart
 * @param rounds how often items were looked at
 * @param settled whether the last round found the same as the one before
 */
public record Purification(
    List<Optional<DifferentialItemFunctioning>> items,
    Set<Integer> apart,
    int rounds,
    boolean settled) {

  /** So often at most. */
  public static final int ROUNDS = 10;

  public Purification {
    items = List.copyOf(items);
    apart = Set.copyOf(apart);
  }

  /** Counts people anew. */
  @FunctionalInterface
  public interface Matching {
    /**
     * People per score and answer code of one item, for each group.
     *
     * @param item its position
     * @param on positions of the items whose values' sum is the score
     */
    List<SortedMap<Double, SortedMap<Integer, Long>>> of(int item, Set<Integer> on);
  }

  /**
   * Of a scale.
   *
   * @param items how many it has
   */
  public static Purification of(int items, Matching matching) {
    Set<Integer> apart = Set.of();
    List<Optional<DifferentialItemFunctioning>> found = List.of();
    for (int round = 1; round <= ROUNDS; round++) {
      List<Optional<DifferentialItemFunctioning>> now = new ArrayList<>();
      Set<Integer> unlike = new LinkedHashSet<>();
      for (int item = 0; item < items; item++) {
        Set<Integer> on = new TreeSet<>(IntStream.range(0, items).boxed().toList());
        on.removeAll(apart);
        on.add(item);
        Optional<DifferentialItemFunctioning> of = compared(matching.of(item, on));
        if (of.isPresent() && of.get().apart(items)) {
          unlike.add(item);
        }
        now.add(of);
      }
      found = now;
      if (unlike.equals(apart)) {
        return new Purification(found, unlike, round, true);
      }
      if (items - unlike.size() < 2) {
        return new Purification(found, unlike, round, false);
      }
      apart = unlike;
    }
    return new Purification(found, apart, ROUNDS, false);
  }

  private static Optional<DifferentialItemFunctioning> compared(
      List<SortedMap<Double, SortedMap<Integer, Long>>> groups) {
    if (DifferentialItemFunctioning.whyNot(groups).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(DifferentialItemFunctioning.of(groups));
    } catch (ArithmeticException e) {
      // One item without an answer must not take the others with it; its row says so.
      return Optional.empty();
    }
  }
}
