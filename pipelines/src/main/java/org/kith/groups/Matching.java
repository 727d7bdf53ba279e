package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.statistics.CrossProducts;

/**
 * Where the sums over complete cases lie in arrays of whole numbers.
 *
 * <p>The items are those whose answers have values, in asked order; a complete case has a value of
 * each. Without two such items there are none. The sums that people are matched on are grouped into
 * at most {@link #CLASSES} classes of as many possible sums each, the last perhaps of fewer; a
 * class goes by the mean of the possible sums in it, so that it means the same in every
 * organisation.
 */
final class Matching implements Serializable {
  /** Most matching values of an instrument: what is kept grows with it. */
  static final int CLASSES = 24;

  private static final int SMALL = 3;

  private final ItemValues values;
  private final String[] names;

  /** The instrument's number of each item here. */
  private final int[] items;

  /** Per item, its codes that have a value. */
  private final int[][] codes;

  /** Per item and code, where its count lies after the item and the class. */
  private final int[][] places;

  private final int widest;
  private final boolean[] matchedOn;
  private final int[] classes;
  private final double[] classValues;

  /** Whether the same code to every item says something about how the form was filled in. */
  private final boolean alike;

  private Matching(Instrument instrument, ItemValues values, int[] items, boolean[] matchedOn) {
    this.values = values;
    this.items = items;
    this.matchedOn = matchedOn;
    int k = items.length;
    names = new String[k];
    codes = new int[k][];
    places = new int[k][];
    int most = 0;
    for (int i = 0; i < k; i++) {
      names[i] = instrument.items().get(items[i]).id();
      int[] steps = values.steps(items[i]);
      codes[i] =
          IntStream.range(0, steps.length).filter(c -> steps[c] != ItemValues.NONE).toArray();
      places[i] = new int[steps.length];
      for (int place = 0; place < codes[i].length; place++) {
        places[i][codes[i][place]] = place;
      }
      most = Math.max(most, codes[i].length);
    }
    widest = most;
    alike =
        k >= SMALL
            && Arrays.stream(items)
                    .mapToObj(i -> offered(instrument.items().get(i)))
                    .distinct()
                    .count()
                == 1;
    List<Integer> sums = sums();
    int size = (sums.size() + CLASSES - 1) / CLASSES;
    classes = new int[sums.isEmpty() ? 0 : sums.get(sums.size() - 1) + 1];
    classValues = new double[sums.isEmpty() ? 0 : (sums.size() + size - 1) / size];
    int on = 0;
    for (boolean in : matchedOn) {
      on += in ? 1 : 0;
    }
    for (int c = 0; c < classValues.length; c++) {
      List<Integer> of = sums.subList(c * size, Math.min(sums.size(), (c + 1) * size));
      long units = 0;
      for (int sum : of) {
        classes[sum] = c;
        units += values.units(on, sum);
      }
      classValues[c] = units / (of.size() * values.unitsPerPoint());
    }
  }

  /** With everybody matched on all items. */
  static Matching of(Instrument instrument, ItemValues values) {
    return on(instrument, values, Set.of());
  }

  /**
   * With people matched on some items.
   *
   * @param on ids of those; empty for all
   * @throws IllegalArgumentException if one is no item that has values
   */
  static Matching on(Instrument instrument, ItemValues values, Set<String> on) {
    int[] valued = IntStream.range(0, values.items()).filter(values::valued).toArray();
    int[] items = valued.length < 2 ? new int[0] : valued;
    List<String> ids = Arrays.stream(items).mapToObj(i -> instrument.items().get(i).id()).toList();
    for (String id : on) {
      if (!ids.contains(id)) {
        throw new IllegalArgumentException(
            "Nobody can be matched on item '%s' of instrument %s. Items that have values: %s."
                .formatted(id, instrument.id(), ids));
      }
    }
    boolean[] matchedOn = new boolean[items.length];
    for (int i = 0; i < matchedOn.length; i++) {
      matchedOn[i] = on.isEmpty() || on.contains(ids.get(i));
    }
    return new Matching(instrument, values, items, matchedOn);
  }

  private static List<String> offered(Item item) {
    List<String> offered = new ArrayList<>();
    for (Answer answer : item.answers()) {
      if (item.valid(answer.code())) {
        offered.add(answer.code() + " " + answer.label());
      }
    }
    return offered;
  }

  /** Every sum of steps that some complete case has on the items matched on, least first. */
  private List<Integer> sums() {
    if (items.length == 0) {
      return List.of();
    }
    boolean[] reached = {true};
    for (int i = 0; i < items.length; i++) {
      if (matchedOn[i]) {
        boolean[] more = new boolean[reached.length + values.most(items[i])];
        for (int code : codes[i]) {
          int step = values.steps(items[i])[code];
          for (int sum = 0; sum < reached.length; sum++) {
            more[sum + step] |= reached[sum];
          }
        }
        reached = more;
      }
    }
    boolean[] all = reached;
    return IntStream.range(0, all.length).filter(sum -> all[sum]).boxed().toList();
  }

  /** Items that have values; 0 where there are no complete cases. */
  int items() {
    return items.length;
  }

  /** Length of a group's array of sums: people, straight lines, steps, products of steps. */
  int sumsSize() {
    int k = items.length;
    return k == 0 ? 0 : 2 + k + k * (k + 1) / 2;
  }

  /** Length of a group's array of matched people. */
  int matchedSize() {
    return items.length * classValues.length * widest;
  }

  /**
   * Counts one person, if a complete case.
   *
   * @param answers a code per item of the instrument, negative where missing
   * @param steps room for a number per item here
   * @param sums of the person's group, or null for no sums
   */
  void count(int[] answers, int[] steps, long[] sums, int[] matched) {
    int k = items.length;
    if (k == 0) {
      return;
    }
    int sum = 0;
    for (int i = 0; i < k; i++) {
      int code = answers[items[i]];
      int[] of = values.steps(items[i]);
      if (code < 0 || code >= of.length || of[code] == ItemValues.NONE) {
        return;
      }
      steps[i] = of[code];
      sum += matchedOn[i] ? of[code] : 0;
    }
    int start = classes[sum] * widest;
    for (int i = 0; i < k; i++) {
      matched[start + places[i][answers[items[i]]]]++;
      start += classValues.length * widest;
    }
    if (sums != null) {
      sum(answers, steps, sums);
    }
  }

  private void sum(int[] answers, int[] steps, long[] sums) {
    int k = items.length;
    sums[0]++;
    boolean straight = alike;
    int at = 2 + k;
    for (int i = 0; i < k; i++) {
      straight &= answers[items[i]] == answers[items[0]];
      long step = steps[i];
      sums[2 + i] += step;
      for (int j = i; j < k; j++) {
        sums[at] = Math.addExact(sums[at], step * steps[j]);
        at++;
      }
    }
    if (straight) {
      sums[1]++;
    }
  }

  /** What was counted of a group. */
  CompleteCases cases(long[] sums, int[] matched) {
    int k = items.length;
    if (k == 0) {
      return CompleteCases.NONE;
    }
    double[] sum = new double[k];
    double[] products = new double[k * (k + 1) / 2];
    int at = 0;
    for (int i = 0; i < k; i++) {
      sum[i] = values.sum(sums[0], sums[2 + i]);
      for (int j = i; j < k; j++) {
        products[at] = values.product(sums[0], sums[2 + i], sums[2 + j], sums[2 + k + at]);
        at++;
      }
    }
    return new CompleteCases(new CrossProducts(sums[0], sum, products), sums[1], matched(matched));
  }

  /** People per item, matching value and code, those that occurred; every item has a map. */
  SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched(int[] counts) {
    SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched = new TreeMap<>();
    int start = 0;
    for (int i = 0; i < items.length; i++) {
      SortedMap<Double, SortedMap<Integer, Long>> byValue = new TreeMap<>();
      for (double value : classValues) {
        SortedMap<Integer, Long> byCode = new TreeMap<>();
        for (int place = 0; place < codes[i].length; place++) {
          if (counts[start + place] > 0) {
            byCode.put(codes[i][place], (long) counts[start + place]);
          }
        }
        if (!byCode.isEmpty()) {
          byValue.put(value, byCode);
        }
        start += widest;
      }
      matched.put(names[i], byValue);
    }
    return matched;
  }
}
