package org.kith.disclosure;

import org.kith.published.Visibility;

/**
 * A count that would be published: a sum of cells, in some line and column of a table.
 *
 * <p>Its visibility is decided in steps, from shown to hidden and never back.
 */
final class Figure {
  final CountTable table;

  /** Position of its line in the table, or −1 over everyone. */
  final int line;

  final int column;
  final int[] cells;
  final long exact;

  /** How much a reader loses without it; cheap ones are hidden first. */
  final int cost;

  private Visibility visibility = Visibility.SHOWN;

  /** What it is rounded to; 0 for what every count is. */
  private int step;

  Figure(CountTable table, int line, int column, int[] cells, long exact, int cost) {
    this.table = table;
    this.line = line;
    this.column = column;
    this.cells = cells;
    this.exact = exact;
    this.cost = cost;
  }

  Visibility visibility() {
    return visibility;
  }

  boolean shown() {
    return visibility == Visibility.SHOWN;
  }

  void hide(Visibility reason) {
    if (shown()) {
      visibility = reason;
    }
  }

  /**
   * Says nothing of it anywhere, not even why. It stays a secret when it is small, for it can be
   * asked what other numbers tell of it.
   */
  Figure untold() {
    hide(Visibility.FEWER_THAN_3_ORGANISATIONS);
    return this;
  }

  /** Says that it is told only as a whole percent of so many. */
  Figure percentOf(long whole, Threshold threshold) {
    step = threshold.percentOf(whole);
    return this;
  }

  /**
   * The count as it is published, or null when hidden, or too few of too many to be any percent.
   */
  Integer published(Threshold threshold) {
    int rounded = threshold.rounded(exact, step(threshold));
    return shown() && rounded > 0 ? Integer.valueOf(rounded) : null;
  }

  /** The smallest count that is published as this one. */
  long least(Threshold threshold) {
    int step = step(threshold);
    return threshold.least(threshold.rounded(exact, step), step);
  }

  /** The largest count that is published as this one. */
  long most(Threshold threshold) {
    int step = step(threshold);
    return threshold.most(threshold.rounded(exact, step), step);
  }

  private int step(Threshold threshold) {
    return step == 0 ? threshold.rounding() : step;
  }
}
