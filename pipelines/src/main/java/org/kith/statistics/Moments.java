package org.kith.statistics;

import java.util.Map;
import java.util.SortedMap;

/**
 * What a Gaussian model needs to know of one group: how many values, their mean, and the sum of
 * their squared deviations from it.
 *
 * <p>Unit: that of the values, and its square. People without a value are left out. The sum of
 * squares is taken about the mean, in two passes, so that a large mean costs no digits. R: {@code
 * length}, {@code mean}, {@code sum((x - mean(x))^2)}.
 *
 * @param n how many values
 * @param mean their mean
 * @param ss sum of squared deviations from the mean
 */
public record Moments(double n, double mean, double ss) {

  /**
   * Of values counted on a grid.
   *
   * @throws IllegalArgumentException if the histogram counts nothing or a count is negative
   */
  public static Moments of(SortedMap<Double, Long> histogram) {
    long n = size(histogram);
    if (n == 0) {
      throw new IllegalArgumentException("A mean needs at least one value.");
    }
    // Deviations from some value of the histogram, so that the sum has the size of the spread.
    double origin = histogram.firstKey();
    double sum = 0;
    for (Map.Entry<Double, Long> bar : histogram.entrySet()) {
      sum += bar.getValue() * (bar.getKey() - origin);
    }
    double offset = sum / n;
    double ss = 0;
    for (Map.Entry<Double, Long> bar : histogram.entrySet()) {
      double deviation = (bar.getKey() - origin) - offset;
      ss += bar.getValue() * deviation * deviation;
    }
    return new Moments(n, origin + offset, ss);
  }

  /**
   * Of an outcome that is 1 for {@code counted} people and 0 for the rest of {@code answered}.
   *
   * @throws IllegalArgumentException if nobody answered or more are counted than answered
   */
  public static Moments ofShare(long counted, long answered) {
    if (answered <= 0 || counted < 0 || counted > answered) {
      throw new IllegalArgumentException(
          counted + " counted of " + answered + " answered is not a share.");
    }
    double share = (double) counted / answered;
    return new Moments(answered, share, counted * (1 - share));
  }

  /** Standard deviation with the divisor n − 1; needs two values. */
  public double sd() {
    if (n < 2) {
      throw new IllegalStateException("A standard deviation needs at least two values.");
    }
    return Math.sqrt(ss / (n - 1));
  }

  static long size(SortedMap<Double, Long> histogram) {
    long n = 0;
    for (Map.Entry<Double, Long> bar : histogram.entrySet()) {
      if (bar.getValue() < 0 || !Double.isFinite(bar.getKey())) {
        throw new IllegalArgumentException(
            "A histogram cannot hold " + bar.getValue() + " values of " + bar.getKey() + ".");
      }
      n += bar.getValue();
    }
    return n;
  }
}
