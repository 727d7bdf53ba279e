package org.kith.groups;

import java.util.Arrays;
import java.util.List;

/**
 * People who are known but not yet counted. Counting touches some kilobytes per organisation, and
 * with people of many organisations in turn these would come from far memory for everyone; so some
 * people are kept waiting, put in order, and counted one organisation after another.
 */
final class Waiting {
  /** Whole numbers to keep, of all people together: 16 megabytes. */
  private static final int NUMBERS = 1 << 22;

  // Of a person, in order: the number of organisation and wave, profile, export, answers.
  private static final int PROFILE = 1;
  private static final int SOURCE = 2;
  private static final int ANSWERS = 3;

  private final Counting counting;
  private final int width;
  private final int most;
  private int people;
  private final int[] waiting;
  private final int[] inOrder;

  /** In millionths; null while everybody who waits has the weight 1. */
  private long[] weights;

  private long[] weightsInOrder;

  // What is known of the person being counted.
  private final int[] answers;
  private final int[] steps;
  private final int[] slots;
  private final long[] units;

  Waiting(Counting counting) {
    this.counting = counting;
    width = ANSWERS + counting.layout().items();
    most = Math.max(1, NUMBERS / width);
    waiting = new int[most * width];
    inOrder = new int[most * width];
    answers = new int[counting.layout().items()];
    steps = new int[counting.matching().items()];
    slots = new int[counting.measures().measures()];
    units = new long[counting.measures().measures()];
  }

  /** Whether the people waiting have to be counted before another comes. */
  boolean full() {
    return people == most;
  }

  /** An answer of the person who is added next. */
  void answer(int item, int code) {
    waiting[people * width + ANSWERS + item] = code;
  }

  /**
   * Adds a person.
   *
   * @param number of their organisation and wave
   * @param weight in millionths
   */
  void add(int number, int profile, int source, long weight) {
    int at = people * width;
    waiting[at] = number;
    waiting[at + PROFILE] = profile;
    waiting[at + SOURCE] = source;
    if (weight != Tally.ONE || weights != null) {
      weigh(weight);
    }
    people++;
  }

  private void weigh(long weight) {
    if (weights == null) {
      weights = new long[most];
      weightsInOrder = new long[most];
      Arrays.fill(weights, 0, people, Tally.ONE);
    }
    weights[people] = weight;
  }

  /** Counts everybody who waits, each in the tally of their number. */
  void count(List<Tally> tallies) {
    order(tallies.size());
    for (int p = 0; p < people; p++) {
      count(p, tallies.get(inOrder[p * width]));
    }
    people = 0;
    weights = null;
  }

  private void order(int numbers) {
    int[] next = new int[numbers + 1];
    for (int p = 0; p < people; p++) {
      next[waiting[p * width] + 1]++;
    }
    for (int n = 1; n < numbers; n++) {
      next[n] += next[n - 1];
    }
    for (int p = 0; p < people; p++) {
      int place = next[waiting[p * width]]++;
      System.arraycopy(waiting, p * width, inOrder, place * width, width);
      if (weights != null) {
        weightsInOrder[place] = weights[p];
      }
    }
  }

  private void count(int person, Tally tally) {
    int at = person * width;
    System.arraycopy(inOrder, at + ANSWERS, answers, 0, answers.length);
    tally.people++;
    tally.source(inOrder[at + SOURCE], 1);
    int place = counting.grid().place(answers);
    counting.layout().count(answers, place, tally.counts);
    counting.matching().count(answers, steps, tally.sums, tally.matched);
    counting.measures().of(answers, place, slots, units);
    long weight = weights == null ? Tally.ONE : weightsInOrder[person];
    tally.values(inOrder[at + PROFILE], slots, units, weight, counting.measures().slots());
  }
}
