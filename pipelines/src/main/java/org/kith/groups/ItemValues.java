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
 * What an instrument's answers are worth, in whole steps above a base, so that sums of them are
 * exact and do not depend on the order of people.
 *
 * <p>A code's value is its (reversed) number, or the answer's score where the instrument has
 * scores; the reversal of an item is (least + greatest valid code) − code. Missing answers, and
 * answers that leave the denominator or carry no score, have no value.
 */
final class ItemValues implements Serializable {
  /** What {@link #steps} says of a code that has no value. */
  static final int NONE = -1;

  private final int[][] steps;
  private final long base;
  private final long step;
  private final double unitsPerPoint;

  private ItemValues(int[][] steps, long base, long step, double unitsPerPoint) {
    this.steps = steps;
    this.base = base;
    this.step = step;
    this.unitsPerPoint = unitsPerPoint;
  }

  static ItemValues of(Instrument instrument) {
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

    int[][] steps = new int[values.length][];
    for (int i = 0; i < values.length; i++) {
      steps[i] = new int[values[i].length];
      for (int code = 0; code < values[i].length; code++) {
        BigDecimal value = values[i][code];
        steps[i][code] =
            value == null
                ? NONE
                : units(value.subtract(base), decimals).divide(step).intValueExact();
      }
    }
    return new ItemValues(
        steps,
        units(base, decimals).longValueExact(),
        step.longValueExact(),
        Math.pow(10, decimals));
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

  /** Items of the instrument. */
  int items() {
    return steps.length;
  }

  /** Steps above the base per code of an item, {@link #NONE} where a code has no value. */
  int[] steps(int item) {
    return steps[item];
  }

  /** Whether any answer of an item has a value. */
  boolean valued(int item) {
    return most(item) != NONE;
  }

  /** The most steps an answer of an item has. */
  int most(int item) {
    int most = NONE;
    for (int s : steps[item]) {
      most = Math.max(most, s);
    }
    return most;
  }

  /** So many answers that are so many steps above the base together, in units. */
  long units(int answered, int sum) {
    return base * answered + step * sum;
  }

  /** Units in one point of the instrument's own scale. */
  double unitsPerPoint() {
    return unitsPerPoint;
  }

  /** The sum of so many people's values of an item, in points, from their steps. */
  double sum(long people, long steps) {
    return ((double) base * people + (double) step * steps) / unitsPerPoint;
  }

  /**
   * The sum of so many people's products of two items' values, in points, from the sums of both
   * items' steps and of their products.
   */
  double product(long people, long a, long b, long ab) {
    double units = (double) base * base * people;
    units += (double) base * step * ((double) a + b);
    units += (double) step * step * ab;
    return units / (unitsPerPoint * unitsPerPoint);
  }
}
