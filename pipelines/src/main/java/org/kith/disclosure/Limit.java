package org.kith.disclosure;

import java.util.Arrays;
import org.kith.published.Visibility;

/**
 * What an outsider knows of a sum of cells: that it lies in a range. The range depends on whether a
 * figure is shown, or is fixed.
 */
final class Limit {
  final int[] cells;

  /** How often each cell is in the sum; may be below 0. */
  final int[] weights;

  /** The figure that tells, or null for what holds anyway. */
  final Figure figure;

  private final boolean complement;
  private final long low;
  private final long high;

  private Limit(
      int[] cells, int[] weights, Figure figure, boolean complement, long low, long high) {
    this.cells = cells;
    this.weights = weights;
    this.figure = figure;
    this.complement = complement;
    this.low = low;
    this.high = high;
  }

  /** That a figure is shown, or why it is hidden. */
  static Limit of(Figure figure) {
    return new Limit(figure.cells, ones(figure.cells.length), figure, false, 0, 0);
  }

  /** That a shown figure leaves at least k others in its total. */
  static Limit ofOthers(Figure figure, Figure total) {
    int[] others = CountTable.without(total, figure);
    return new Limit(others, ones(others.length), figure, true, 0, 0);
  }

  /** That a weighted sum is never below {@code low} nor above {@code high}. */
  static Limit always(int[] cells, int[] weights, long low, long high) {
    return new Limit(cells, weights, null, false, low, high);
  }

  long sum(long[] counts) {
    long sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum += weights[i] * counts[cells[i]];
    }
    return sum;
  }

  /** The least the sum can be, if the figure were shown or hidden for another's sake. */
  long least(Threshold threshold, boolean shown) {
    if (figure == null) {
      return low;
    }
    if (complement) {
      return shown ? threshold.people() : 0;
    }
    if (shown) {
      return figure.least(threshold);
    }
    return small() ? 0 : threshold.people();
  }

  /** The most the sum can be. */
  long most(Threshold threshold, boolean shown) {
    if (figure == null) {
      return high;
    }
    if (complement) {
      return Long.MAX_VALUE;
    }
    if (shown) {
      return figure.most(threshold);
    }
    return small() ? threshold.people() - 1L : Long.MAX_VALUE;
  }

  private boolean small() {
    return figure.visibility() == Visibility.FEWER_THAN_K;
  }

  private static int[] ones(int length) {
    int[] ones = new int[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
