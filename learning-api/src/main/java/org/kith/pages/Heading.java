package org.kith.pages;

import java.time.LocalDate;
import java.util.List;
import org.kith.learning.Heard;
import org.kith.published.PeriodRow;

/** Names of quarters, as short as a chart needs them. */
final class Heading {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Heading() {}

  /** "Jul–Sep 2025". */
  static String of(PeriodRow period) {
    LocalDate starts = LocalDate.parse(period.starts());
    LocalDate ends = LocalDate.parse(period.ends());
    return month(starts) + "–" + month(ends) + " " + ends.getYear();
  }

  /** Every quarter's, in time order. */
  static List<String> all(Heard heard) {
    return heard.periods().stream().map(Heading::of).toList();
  }

  private static String month(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1);
  }
}
