package org.kith.behaviours;

import java.util.Arrays;

/**
 * Where the middle of some answers lies: the median and the quartiles round it.
 *
 * <p>R's type 7: of the {@code n} answers in rising order, the one at position {@code (n − 1)·p},
 * counted from 0, drawn straight between its neighbours (Hyndman and Fan 1996). Unit: places on the
 * scale. Whoever gave no answer is not in it. On ten places a quartile can jump by a whole place
 * when one person changes an answer.
 *
 * @param lower a quarter of people answered below it
 * @param median half of people answered below it
 * @param upper a quarter of people answered above it
 */
public record Middle(double lower, double median, double upper) {

  /**
   * The middle of these answers, in any order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Middle of(int[] answers) {
    if (answers.length == 0) {
      throw new IllegalArgumentException("A middle needs at least one answer.");
    }
    int[] sorted = answers.clone();
    Arrays.sort(sorted);
    return new Middle(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(int[] sorted, double p) {
    double position = (sorted.length - 1) * p;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** The interquartile range: how far apart the middle half of people stand. */
  public double spread() {
    return upper - lower;
  }
}
