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

  /** The count as it is published, or null when hidden. */
  Integer published(Threshold threshold) {
    return shown() ? threshold.rounded(exact) : null;
  }
}
