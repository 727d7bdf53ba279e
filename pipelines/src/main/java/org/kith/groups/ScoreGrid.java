package org.kith.groups;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring.Method;

/**
 * The scores people can have on an instrument, each with a place of its own to count them in.
 *
 * <p>Scores of real instruments are whole numbers of some small step, so a person's score is found
 * with whole numbers alone and two people with the same answers never differ in the last digit. A
 * code's value is its (reversed) number, or the answer's score; the reversal of an item is (least +
 * greatest valid code) − code. Missing answers, and answers that leave the denominator or carry no
 * score, are left out of a person's sum; a person with fewer valid items than the instrument asks
 * for has no score.
 */
final class ScoreGrid implements Serializable {
  private static final int TOO_FINE = 1 << 22;

  /** What {@link #place} says of a person who has no score. */
  static final int NONE = -1;

  private static final int INVALID = -1;

  /** Steps above the base per item and code; {@link #INVALID} for a code that has no value. */
  private final int[][] steps;

  private final int minAnswered;
  private final int width;

  /** Place per (items answered − minAnswered) × width + sum of steps. */
  private final int[] places;

  private final double[] scores;

  /** What no steps, and one step, stand for in points. */
  private final double base;

  private final double step;

  private ScoreGrid(
      int[][] steps,
      int minAnswered,
      int width,
      int[] places,
      double[] scores,
      double base,
      double step) {
    this.steps = steps;
    this.minAnswered = minAnswered;
    this.width = width;
    this.places = places;
    this.scores = scores;
    this.base = base;
    this.step = step;
  }

  /** The grid of an instrument; without any places if it does not score people. */
  static ScoreGrid of(Instrument instrument) {
    if (!instrument.scoring().scalesPeople()) {
      return new ScoreGrid(new int[0][], 1, 1, new int[0], new double[0], 0, 1);
    }
    BigDecimal[][] values =
        instrument.items().stream()
            .map(item -> values(item, instrument.scoring().method()))
            .toArray(BigDecimal[][]::new);

    // Every value is base + a whole number of steps.
    List<BigDecimal> all = new ArrayList<>();
    for (BigDecimal[] item : values) {
      for (BigDecimal value : item) {
        if (value != null) {
          all.add(value);
        }
      }
    }
    int decimals = all.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    BigDecimal base = all.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    BigInteger step = BigInteger.ZERO;
    for (BigDecimal value : all) {
      step = step.gcd(units(value.subtract(base), decimals));
    }
    step = step.max(BigInteger.ONE);

    int n = values.length;
    int[][] steps = new int[n][];
    long width = 1;
    for (int i = 0; i < n; i++) {
      steps[i] = new int[values[i].length];
      int most = 0;
      for (int code = 0; code < values[i].length; code++) {
        BigDecimal value = values[i][code];
        steps[i][code] =
            value == null
                ? INVALID
                : units(value.subtract(base), decimals).divide(step).intValueExact();
        most = Math.max(most, steps[i][code]);
      }
      width += most;
    }
    if (width * (n + 1) > TOO_FINE) {
      throw new IllegalArgumentException(
          "The answers of instrument "
              + instrument.id()
              + " are scored in steps too fine to count. Write their scores with fewer decimals.");
    }
    int minAnswered = instrument.scoring().minAnswered();
    boolean mean = instrument.scoring().method() != Method.SUM;
    return laidOut(
        steps,
        minAnswered,
        Math.toIntExact(width),
        units(base, decimals).longValueExact(),
        step.longValueExact(),
        Math.pow(10, decimals),
        mean);
  }

  /** Gives a place to every score that some answers lead to, and to no other. */
  private static ScoreGrid laidOut(
      int[][] steps,
      int minAnswered,
      int width,
      long base,
      long step,
      double unitsPerPoint,
      boolean mean) {
    int n = steps.length;
    boolean[][] reached = new boolean[n + 1][width];
    reached[0][0] = true;
    for (int[] item : steps) {
      for (int answered = n - 1; answered >= 0; answered--) {
        for (int sum = 0; sum < width; sum++) {
          for (int more : reached[answered][sum] ? item : new int[0]) {
            if (more != INVALID) {
              reached[answered + 1][sum + more] = true;
            }
          }
        }
      }
    }
    int[] places = new int[Math.max(0, n + 1 - minAnswered) * width];
    List<Double> scores = new ArrayList<>();
    for (int answered = minAnswered; answered <= n; answered++) {
      for (int sum = 0; sum < width; sum++) {
        if (reached[answered][sum]) {
          places[(answered - minAnswered) * width + sum] = scores.size();
          // One division of two exact whole numbers: equal fractions give equal doubles.
          double total = base * answered + step * sum;
          scores.add(total / (mean ? answered * unitsPerPoint : unitsPerPoint));
        }
      }
    }
    double[] scored = scores.stream().mapToDouble(Double::doubleValue).toArray();
    return new ScoreGrid(
        steps, minAnswered, width, places, scored, base / unitsPerPoint, step / unitsPerPoint);
  }

  /** An item's value per code, null where the code has none. */
  private static BigDecimal[] values(Item item, Method method) {
    List<Answer> valid = item.answers().stream().filter(a -> item.valid(a.code())).toList();
    int least = valid.stream().mapToInt(Answer::code).min().orElse(0);
    int greatest = valid.stream().mapToInt(Answer::code).max().orElse(0);
    BigDecimal[] values = new BigDecimal[greatest + 1];
    for (Answer answer : valid) {
      if (method != Method.MEAN_OF_SCORE_MAP) {
        values[answer.code()] =
            BigDecimal.valueOf(item.reversed() ? least + greatest - answer.code() : answer.code());
      } else if (answer.score() != null) {
        values[answer.code()] = BigDecimal.valueOf(answer.score()).stripTrailingZeros();
      }
    }
    return values;
  }

  private static BigInteger units(BigDecimal value, int decimals) {
    return value.movePointRight(decimals).toBigIntegerExact();
  }

  /** How many places there are. Two places may stand for the same score. */
  int size() {
    return scores.length;
  }

  /** The score a place stands for. */
  double score(int place) {
    return scores[place];
  }

  /** Items that are scored: all of an instrument that scores people, else none. */
  int items() {
    return steps.length;
  }

  /** One more than the greatest sum of steps. */
  int width() {
    return width;
  }

  /** Steps of an answer above the base, or −1 when it carries no value. */
  int steps(int item, int code) {
    return code >= 0 && code < steps[item].length ? steps[item][code] : INVALID;
  }

  /** What no steps stand for, in points. */
  double base() {
    return base;
  }

  /** What one step stands for, in points. */
  double step() {
    return step;
  }

  /**
   * The place of a person's score, or {@link #NONE}.
   *
   * @param answers a code per item, negative where missing
   */
  int place(int[] answers) {
    int answered = 0;
    int sum = 0;
    for (int i = 0; i < steps.length; i++) {
      int code = answers[i];
      int more = code >= 0 && code < steps[i].length ? steps[i][code] : INVALID;
      if (more != INVALID) {
        answered++;
        sum += more;
      }
    }
    return scores.length == 0 || answered < minAnswered
        ? NONE
        : places[(answered - minAnswered) * width + sum];
  }
}
