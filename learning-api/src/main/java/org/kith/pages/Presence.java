package org.kith.pages;

import java.util.List;
import org.kith.charts.PresenceGrid;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.ThemePeriodRow;

/** In how many organisations a theme is held, as dots and as a row of a table. */
final class Presence {
  static final String READS =
      "Each dot is an organisation that shared anything; filled ones hold the theme. The dots have"
          + " no names and no order: the same place in two rows is not the same organisation.";

  private Presence() {}

  static PresenceGrid.Row row(String name, ThemePeriodRow row) {
    boolean known = row.organisations() != null && row.contributing() != null;
    return new PresenceGrid.Row(
        name,
        row.organisations(),
        row.contributing(),
        known ? null : HeardPlace.why(row.visibility()));
  }

  static List<Cell> cells(String name, ThemePeriodRow row) {
    return List.of(
        Cell.words(name),
        HeardPlace.count(row.organisations(), row.visibility()),
        HeardPlace.count(row.contributing(), row.visibility()),
        HeardPlace.percent(row.evenness(), row.visibility()));
  }
}
