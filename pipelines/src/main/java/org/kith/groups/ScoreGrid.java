package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.Instrument;
import org.kith.instrument.Scoring.Method;

/**
 * The scores people can have on an instrument, each with a place of its own to count them in.
 *
 * <p>Scores of real instruments are whole numbers of some small step, so a person's score is found
 * with whole numbers alone and two people with the same answers never differ in the last digit.
 * Answers without a value of {@link ItemValues} are left out of a person's sum; a person with fewer
 * items that have one than the instrument asks for has no score.
 */
final class ScoreGrid implements Serializable {
  private static final int TOO_FINE = 1 << 22;

  /** What {@link #place} says of a person who has no score. */
  static final int NONE = -1;

  private final ItemValues values;
  private final int minAnswered;
  private final boolean mean;
  private final int width;

  /** Place per (items answered − minAnswered) × width + sum of steps. */
  private final int[] places;

  /** Per place, how many items were answered. */
  private final int[] answered;

  /** Per place, the sum of values in units. */
  private final long[] units;

  private ScoreGrid(
      ItemValues values,
      int minAnswered,
      boolean mean,
      int width,
      int[] places,
      int[] answered,
      long[] units) {
    this.values = values;
    this.minAnswered = minAnswered;
    this.mean = mean;
    this.width = width;
    this.places = places;
    this.answered = answered;
    this.units = units;
  }

  /** The grid of an instrument; without any places if it does not score people. */
  static ScoreGrid of(Instrument instrument, ItemValues values) {
    int minAnswered = instrument.scoring().minAnswered();
    boolean mean = instrument.scoring().method() != Method.SUM;
    if (!instrument.scoring().scalesPeople()) {
      return new ScoreGrid(values, minAnswered, mean, 1, new int[0], new int[0], new long[0]);
    }
    long width = 1;
    for (int i = 0; i < values.items(); i++) {
      width += Math.max(0, values.most(i));
    }
    if (width * (values.items() + 1) > TOO_FINE) {
      throw new IllegalArgumentException(
          "The answers of instrument "
              + instrument.id()
              + " are scored in steps too fine to count. Write their scores with fewer decimals.");
    }
    return laidOut(values, minAnswered, mean, Math.toIntExact(width));
  }

  /** Gives a place to every score that some answers lead to, and to no other. */
  private static ScoreGrid laidOut(ItemValues values, int minAnswered, boolean mean, int width) {
    int n = values.items();
    boolean[][] reached = new boolean[n + 1][width];
    reached[0][0] = true;
    for (int i = 0; i < n; i++) {
      for (int answered = n - 1; answered >= 0; answered--) {
        for (int sum = 0; sum < width; sum++) {
          for (int more : reached[answered][sum] ? values.steps(i) : new int[0]) {
            if (more != ItemValues.NONE) {
              reached[answered + 1][sum + more] = true;
            }
          }
        }
      }
    }
    int[] places = new int[Math.max(0, n + 1 - minAnswered) * width];
    List<Integer> items = new ArrayList<>();
    List<Long> units = new ArrayList<>();
    for (int answered = minAnswered; answered <= n; answered++) {
      for (int sum = 0; sum < width; sum++) {
        if (reached[answered][sum]) {
          places[(answered - minAnswered) * width + sum] = items.size();
          items.add(answered);
          units.add(values.units(answered, sum));
        }
      }
    }
    return new ScoreGrid(
        values,
        minAnswered,
        mean,
        width,
        places,
        items.stream().mapToInt(Integer::intValue).toArray(),
        units.stream().mapToLong(Long::longValue).toArray());
  }

  /** How many places there are. Two places may stand for the same score. */
  int size() {
    return units.length;
  }

  /** The score a place stands for. */
  double score(int place) {
    // One division of two exact whole numbers: equal fractions give equal doubles.
    return units[place] / divisor(level(place));
  }

  /** How many different numbers scores are divided by. */
  int levels() {
    return !mean || units.length == 0 ? 1 : answered[units.length - 1] - minAnswered + 1;
  }

  /** Which of those a place's score is divided by. */
  int level(int place) {
    return mean ? answered[place] - minAnswered : 0;
  }

  /** What {@link #units} is divided by. */
  double divisor(int level) {
    return mean ? (level + minAnswered) * values.unitsPerPoint() : values.unitsPerPoint();
  }

  /** What is divided to give the score of a place. */
  long units(int place) {
    return units[place];
  }

  /**
   * The place of a person's score, or {@link #NONE}.
   *
   * @param answers a code per item, negative where missing
   */
  int place(int[] answers) {
    if (units.length == 0) {
      return NONE;
    }
    int items = 0;
    int sum = 0;
    for (int i = 0; i < answers.length; i++) {
      int code = answers[i];
      int[] steps = values.steps(i);
      int more = code >= 0 && code < steps.length ? steps[code] : ItemValues.NONE;
      if (more != ItemValues.NONE) {
        items++;
        sum += more;
      }
    }
    return items < minAnswered ? NONE : places[(items - minAnswered) * width + sum];
  }
}
