package org.kith.groups;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.kith.lake.Responses;

/**
 * What is counted of one organisation in one wave: arrays of whole numbers, which add up in any
 * order. Those of profiles and exports have a place per number given elsewhere, made when needed.
 */
final class Tally implements Serializable {
  /** Millionths of the weight of a row that says nothing of its weight. */
  static final long ONE = Responses.ONE;

  /** Per slot of a profile: people, units, squares of units. */
  private static final int PER_SLOT = 3;

  /** Per slot of a profile's weights: what they add to people and to units, in millionths. */
  private static final int WEIGHTS_PER_SLOT = 2;

  long people;
  final long[] counts;
  final long[] sums;
  final int[] matched;

  /** Per profile, people and then {@link #PER_SLOT} numbers per slot; null where nobody is. */
  private long[][] profiles = new long[0][];

  /** Per profile, {@link #WEIGHTS_PER_SLOT} numbers per slot; null where all weights are 1. */
  private long[][] weights = new long[0][];

  /** People per export. */
  private long[] sources = new long[0];

  Tally(Counting counting) {
    counts = new long[counting.layout().size()];
    sums = new long[counting.matching().sumsSize()];
    matched = new int[counting.matching().matchedSize()];
  }

  /** How many profiles there may be; not everyone is somebody's. */
  int profiles() {
    return profiles.length;
  }

  /** People of a profile. */
  long people(int profile) {
    return profiles[profile] == null ? 0 : profiles[profile][0];
  }

  /** How many exports there may be; not every one has people here. */
  int sources() {
    return sources.length;
  }

  /** People of an export. */
  long ofSource(int source) {
    return sources[source];
  }

  void source(int number, long people) {
    if (number >= sources.length) {
      sources = Arrays.copyOf(sources, number + 1);
    }
    sources[number] += people;
  }

  /**
   * Counts one person's values of measures.
   *
   * @param slots per measure, as {@link MeasureValues#of} finds them
   * @param weight in millionths
   */
  void values(int profile, int[] slots, long[] units, long weight, int allSlots) {
    profiles = with(profiles, profile, 1 + PER_SLOT * allSlots);
    long[] sums = profiles[profile];
    sums[0]++;
    for (int m = 0; m < slots.length; m++) {
      if (slots[m] != MeasureValues.NONE) {
        int at = 1 + PER_SLOT * slots[m];
        sums[at]++;
        sums[at + 1] += units[m];
        sums[at + 2] = Math.addExact(sums[at + 2], units[m] * units[m]);
      }
    }
    if (weight != ONE) {
      weights = with(weights, profile, WEIGHTS_PER_SLOT * allSlots);
      weigh(slots, units, weight - ONE, weights[profile]);
    }
  }

  private static void weigh(int[] slots, long[] units, long more, long[] sums) {
    for (int m = 0; m < slots.length; m++) {
      if (slots[m] != MeasureValues.NONE) {
        int at = WEIGHTS_PER_SLOT * slots[m];
        sums[at] = Math.addExact(sums[at], more);
        sums[at + 1] = Math.addExact(sums[at + 1], Math.multiplyExact(more, units[m]));
      }
    }
  }

  /** The same arrays with one of this number. */
  private static long[][] with(long[][] arrays, int number, int size) {
    long[][] all = number < arrays.length ? arrays : Arrays.copyOf(arrays, number + 1);
    if (all[number] == null) {
      all[number] = new long[size];
    }
    return all;
  }

  /**
   * Adds another partition's people of the same organisation and wave.
   *
   * @param profileNumbers what the other's profiles are called here
   * @param sourceNumbers what the other's exports are called here
   */
  void merge(Tally other, int[] profileNumbers, int[] sourceNumbers) {
    people += other.people;
    add(counts, other.counts);
    add(sums, other.sums);
    for (int i = 0; i < matched.length; i++) {
      matched[i] = Math.addExact(matched[i], other.matched[i]);
    }
    profiles = added(profiles, other.profiles, profileNumbers);
    weights = added(weights, other.weights, profileNumbers);
    addSources(other.sources, sourceNumbers);
  }

  /** The same with profiles and exports called by other numbers. */
  Tally renumbered(int[] profileNumbers, int[] sourceNumbers) {
    long[] theirs = sources;
    profiles = added(new long[0][], profiles, profileNumbers);
    weights = added(new long[0][], weights, profileNumbers);
    sources = new long[0];
    addSources(theirs, sourceNumbers);
    return this;
  }

  private void addSources(long[] theirs, int[] numbers) {
    for (int s = 0; s < theirs.length; s++) {
      source(numbers[s], theirs[s]);
    }
  }

  private static long[][] added(long[][] to, long[][] more, int[] numbers) {
    long[][] all = to;
    for (int p = 0; p < more.length; p++) {
      if (more[p] != null) {
        all = with(all, numbers[p], more[p].length);
        add(all[numbers[p]], more[p]);
      }
    }
    return all;
  }

  /** A profile's sums as the values they stand for. */
  Profile profile(int number, List<String> groups, MeasureValues measures) {
    int size = measures.measures();
    double[] n = new double[size];
    double[] sum = new double[size];
    double[] squares = new double[size];
    double[] weight = new double[size];
    double[] weighted = new double[size];
    long[] more = number < weights.length ? weights[number] : null;
    for (int slot = 0; slot < measures.slots(); slot++) {
      int m = measures.measure(slot);
      int at = 1 + PER_SLOT * slot;
      long people = profiles[number][at];
      long units = profiles[number][at + 1];
      double divisor = measures.divisor(slot);
      n[m] += people;
      sum[m] += units / divisor;
      squares[m] += profiles[number][at + 2] / (divisor * divisor);
      weight[m] += weighed(people, more, WEIGHTS_PER_SLOT * slot);
      weighted[m] += weighed(units, more, WEIGHTS_PER_SLOT * slot + 1) / divisor;
    }
    return new Profile(groups, n, sum, squares, weight, weighted);
  }

  private static double weighed(long unweighted, long[] more, int at) {
    return more == null
        ? unweighted
        : (double) Math.addExact(Math.multiplyExact(unweighted, ONE), more[at]) / ONE;
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.addExact(to[i], more[i]);
    }
  }
}
