package org.kith.groups;

import static java.util.stream.Collectors.toSet;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.statistics.CrossProducts;

/**
 * Where the sums of a group's complete cases lie in one array of whole numbers: how many there are,
 * how many gave every item the same code, the items' sums and products in steps of the score grid,
 * and people per item, class of matching sum and answer.
 *
 * <p>An instrument that scores nobody, or has one item, has none.
 */
final class CompleteLayout implements Serializable {
  /** Sums that get a class of their own; beyond that many, sums share classes. */
  private static final int CLASSES = 64;

  private static final int SHARED_CLASSES = 24;

  private final ScoreGrid grid;
  private final String[] items;

  /** Whether an item's value is in the matching sum. */
  private final boolean[] matching;

  /** Per item, its codes that carry a value. */
  private final int[][] codes;

  /** Per item and code, the code's position among them. */
  private final int[][] positions;

  private final boolean straightMeans;
  private final int sums;
  private final int classes;

  /** Per item, where its matched counts start. */
  private final int[] starts;

  private final int size;

  private CompleteLayout(Instrument instrument, ScoreGrid grid, Set<String> match) {
    this.grid = grid;
    int n = grid.items() < 2 ? 0 : grid.items();
    items = instrument.items().stream().limit(n).map(Item::id).toArray(String[]::new);
    matching = new boolean[n];
    codes = new int[n][];
    positions = new int[n][];
    starts = new int[n];
    int width = 1;
    for (int i = 0; i < n; i++) {
      Item item = instrument.items().get(i);
      int at = i;
      matching[i] = match.contains(item.id());
      codes[i] =
          item.answers().stream()
              .mapToInt(Answer::code)
              .filter(code -> grid.steps(at, code) >= 0)
              .sorted()
              .toArray();
      positions[i] = new int[codes[i][codes[i].length - 1] + 1];
      int most = 0;
      for (int j = 0; j < codes[i].length; j++) {
        positions[i][codes[i][j]] = j;
        most = Math.max(most, grid.steps(i, codes[i][j]));
      }
      width += matching[i] ? most : 0;
    }
    sums = width;
    classes = sums <= CLASSES ? sums : SHARED_CLASSES;
    List<List<Integer>> offered =
        instrument.items().stream()
            .limit(n)
            .map(item -> item.answers().stream().map(Answer::code).sorted().toList())
            .distinct()
            .toList();
    straightMeans = n >= 3 && offered.size() == 1;
    int next = 2 + n + n * (n + 1) / 2;
    for (int i = 0; i < n; i++) {
      starts[i] = next;
      next += classes * codes[i].length;
    }
    size = n == 0 ? 0 : next;
  }

  /** Matched on all items. */
  static CompleteLayout of(Instrument instrument) {
    return matchedOn(
        instrument,
        instrument.items().stream().map(Item::id).collect(toSet()));
  }

  /** Matched on some items. */
  static CompleteLayout matchedOn(Instrument instrument, Set<String> items) {
    return new CompleteLayout(instrument, ScoreGrid.of(instrument), items);
  }

  int size() {
    return size;
  }

  /** Whether people are compared at all. */
  boolean any() {
    return size > 0;
  }

  /**
   * Counts a person, if every item has a value.
   *
   * @param steps room for one number per item
   */
  void count(int[] answers, int[] steps, long[] into) {
    int n = items.length;
    int sum = 0;
    boolean straight = straightMeans;
    for (int i = 0; i < n; i++) {
      int value = grid.steps(i, answers[i]);
      if (value < 0) {
        return;
      }
      steps[i] = value;
      sum += matching[i] ? value : 0;
      straight &= answers[i] == answers[0];
    }
    into[0]++;
    if (straight) {
      into[1]++;
    }
    int at = 2 + n;
    int matchingClass = sums == classes ? sum : (int) ((long) sum * classes / sums);
    for (int i = 0; i < n; i++) {
      int value = steps[i];
      into[2 + i] += value;
      for (int j = i; j < n; j++) {
        into[at++] += (long) value * steps[j];
      }
      into[starts[i] + matchingClass * codes[i].length + positions[i][answers[i]]]++;
    }
  }

  /** What was counted, in points. */
  CompleteCases cases(long[] counts) {
    if (!any()) {
      return CompleteCases.NONE;
    }
    int n = items.length;
    double base = grid.base();
    double step = grid.step();
    double[] sum = new double[n];
    double[] product = new double[n * (n + 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      sum[i] = counts[0] * base + step * counts[2 + i];
      for (int j = i; j < n; j++) {
        product[at] =
            counts[0] * base * base
                + base * step * (counts[2 + i] + counts[2 + j])
                + step * step * counts[2 + n + at];
        at++;
      }
    }
    return new CompleteCases(new CrossProducts(counts[0], sum, product), counts[1], matched(counts));
  }

  /** People per item, matching value and code; those that nobody has are left out. */
  SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched(long[] counts) {
    SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched = new TreeMap<>();
    for (int i = 0; i < items.length; i++) {
      SortedMap<Double, SortedMap<Integer, Long>> byValue = new TreeMap<>();
      for (int c = 0; c < classes; c++) {
        SortedMap<Integer, Long> people = new TreeMap<>();
        for (int j = 0; j < codes[i].length; j++) {
          long count = counts[starts[i] + c * codes[i].length + j];
          if (count > 0) {
            people.put(codes[i][j], count);
          }
        }
        if (!people.isEmpty()) {
          byValue.put(value(c), people);
        }
      }
      matched.put(items[i], byValue);
    }
    return matched;
  }

  /** The sum a class stands for, in points: the middle of its sums. */
  private double value(int matchingClass) {
    double steps = matchingClass;
    if (classes < sums) {
      // Class c holds the sums s with c·sums ≤ s·classes < (c + 1)·sums.
      long first = ((long) matchingClass * sums + classes - 1) / classes;
      long last = ((long) (matchingClass + 1) * sums + classes - 1) / classes - 1;
      steps = (first + last) / 2.0;
    }
    long in = 0;
    for (boolean m : matching) {
      in += m ? 1 : 0;
    }
    return in * grid.base() + grid.step() * steps;
  }
}
