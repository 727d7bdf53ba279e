package org.kith.pages;

import java.util.List;
import org.kith.charts.PresenceGrid;
import org.kith.learning.Heard;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Scope;
import org.kith.published.ThemePeriodRow;

/** In how many organisations a theme is held, as dots and as a row of a table. */
final class Presence {
  private Presence() {}

  /** Whether the viewer's own organisation holds a theme. */
  static PresenceGrid.Own own(View view, Heard heard, String theme, String period) {
    return view.mine()
        .map(o -> new Unit(Scope.ORGANISATION, o.organisation(), o.name()))
        .map(u -> heard.theme(theme, u).get(period))
        .map(r -> r.authors() == null ? PresenceGrid.Own.HIDDEN : PresenceGrid.Own.HOLDS)
        .orElse(PresenceGrid.Own.NONE);
  }

  static PresenceGrid.Row row(String name, ThemePeriodRow row, PresenceGrid.Own own) {
    boolean known = row.organisations() != null && row.contributing() != null;
    return new PresenceGrid.Row(
        name,
        own,
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

  static String reads(String mine) {
    return "Each dot is an organisation that shared anything; filled ones hold the theme. The dots"
        + " have no names and no order: the same place in two rows is not the same organisation."
        + (mine.isEmpty()
            ? ""
            : " "
                + mine
                + " stands first, hatched where its own number is hidden, fewer than "
                + Heard.STAFF
                + ".");
  }
}
