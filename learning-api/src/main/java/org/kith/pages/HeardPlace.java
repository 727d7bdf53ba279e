package org.kith.pages;

import java.util.List;
import org.kith.charts.Chart;
import org.kith.learning.Heard;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Visibility;
import org.kith.words.Listening;

/**
 * Where figures made from reflections stand: all on one page, or on that of a theme.
 *
 * @param theme id of the theme, or empty for the page about all
 */
record HeardPlace(View view, String theme) {
  /** A figure with everything that stands round it. */
  Figure figure(
      String id, String title, String reads, Chart chart, Listening about, FigureTable table) {
    String page =
        "/snapshots/" + view.snapshot() + "/themes" + (theme.isEmpty() ? "" : "/" + theme);
    String file =
        theme.isEmpty()
            ? "/snapshots/" + view.snapshot() + "/theme-figures/" + id + ".csv"
            : page + "/" + id + ".csv";
    return new Figure(
        id,
        title,
        reads,
        chart == null ? "" : chart.html(id + "-c", id + "-t", id + "-d", false),
        about.question(),
        table,
        file,
        page + "#fig-" + id,
        view.snapshot(),
        List.of(new Figure.Note("How this can mislead", about.misleads())));
  }

  /** A count for a table, or why there is none. */
  static Cell count(Integer people, Visibility visibility) {
    return people == null ? Cell.hidden(why(visibility)) : Cell.number(people);
  }

  /** A share for a table, or why there is none. */
  static Cell percent(Double percent, Visibility visibility) {
    return percent == null ? Cell.hidden(why(visibility)) : Cell.number(percent);
  }

  /** Why a number is not there; a part can be hidden where the row as a whole is shown. */
  static String why(Visibility visibility) {
    return visibility == Visibility.SHOWN
        ? Visibility.FEWER_THAN_K.words(Heard.STAFF)
        : visibility.words(Heard.STAFF);
  }

  /** The sentence about rounding and small numbers that every figure of counts carries. */
  String counting() {
    return "Authors count once, to the nearest "
        + view.manifest().disclosure().rounding()
        + "; fewer than "
        + Heard.STAFF
        + " are hidden.";
  }
}
