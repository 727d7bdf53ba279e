package org.kith.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kith.published.PeriodRow;

/**
 * A quarter of a year, which reflections are counted in by the Monday of their week.
 *
 * @param year of the common era
 * @param quarter 1 to 4
 */
record Period(int year, int quarter) {

  static Period of(LocalDate day) {
    return new Period(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /** All periods from one day to another; none when there are no days. */
  static List<Period> between(String first, String last) {
    List<Period> periods = new ArrayList<>();
    if (first != null) {
      Period end = of(LocalDate.parse(last));
      for (Period at = of(LocalDate.parse(first)); !at.starts().isAfter(end.starts()); ) {
        periods.add(at);
        at = of(at.starts().plusMonths(3));
      }
    }
    return periods;
  }

  String id() {
    return year + "q" + quarter;
  }

  LocalDate starts() {
    return LocalDate.of(year, 3 * quarter - 2, 1);
  }

  LocalDate ends() {
    return YearMonth.of(year, 3 * quarter).atEndOfMonth();
  }

  /** Whether the data, whose weeks are these, covers the first and the last week of it. */
  boolean whole(String firstWeek, String lastWeek) {
    LocalDate first = starts().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate last = ends().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return !LocalDate.parse(firstWeek).isAfter(first) && !LocalDate.parse(lastWeek).isBefore(last);
  }

  /** How many Mondays of it lie between two days, both included. */
  long mondays(LocalDate from, LocalDate to) {
    LocalDate start = from.isAfter(starts()) ? from : starts();
    LocalDate end = to.isBefore(ends()) ? to : ends();
    LocalDate first = start.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return first.isAfter(end) ? 0 : ChronoUnit.WEEKS.between(first, end) + 1;
  }

  PeriodRow row() {
    String from = starts().getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    String to = ends().getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    return new PeriodRow(
        id(), from + " to " + to + " " + year, starts().toString(), ends().toString());
  }
}
