package org.kith.statistics;

import java.util.Map;
import java.util.SortedMap;

/**
 * An exact quantile of values that are counted on a grid.
 *
 * <p>R's default, type 7: with the {@code n} values in rising order, the value at position {@code
 * (n − 1)·p}, counted from 0, drawn straight between its two neighbours (Hyndman and Fan 1996,
 * doi:10.1080/00031305.1996.10473566). Unit: that of the values. People without a value are not in
 * the histogram. A quartile of a coarse scale can jump by a whole step when one person changes an
 * answer. R: {@code quantile(type = 7)}.
 *
 * @param p the share of values below, 0 to 1
 * @param value the quantile
 */
public record Quantile(double p, double value) {

  /**
   * The quantile {@code p} of a histogram.
   *
   * @param histogram how often each value occurs
   * @throws IllegalArgumentException if it counts nothing, a count is negative, or {@code p} is
   *     outside 0 to 1
   */
  public static Quantile of(SortedMap<Double, Long> histogram, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A quantile lies between 0 and 1, not at " + p + ".");
    }
    long n = Moments.size(histogram);
    if (n == 0) {
      throw new IllegalArgumentException("A quantile needs at least one value.");
    }
    double position = (n - 1) * p;
    long below = (long) Math.floor(position);
    double lower = at(histogram, below);
    double upper = at(histogram, Math.min(below + 1, n - 1));
    return new Quantile(p, lower + (position - below) * (upper - lower));
  }

  private static double at(SortedMap<Double, Long> histogram, long rank) {
    long seen = 0;
    for (Map.Entry<Double, Long> bar : histogram.entrySet()) {
      seen += bar.getValue();
      if (rank < seen) {
        return bar.getKey();
      }
    }
    return histogram.lastKey();
  }
}
