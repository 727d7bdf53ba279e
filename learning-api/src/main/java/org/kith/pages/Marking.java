package org.kith.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.kith.charts.ControlChart;
import org.kith.cycles.Mark;
import org.kith.learning.View;
import org.kith.published.WaveRow;

/** Experiments as marks among the events of a line of points, each at its own day. */
final class Marking {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private Marking() {}

  /** Events and marks in time order; a mark outside the quarters shown is left out. */
  static List<ControlChart.Happening> among(
      List<ControlChart.Happening> events, View view, List<Mark> marks) {
    List<ControlChart.Happening> all = new ArrayList<>(events);
    for (Mark mark : marks) {
      LocalDate day = LocalDate.parse(mark.starts());
      at(view.waves(), day)
          .ifPresent(
              at ->
                  all.add(
                      new ControlChart.Happening(
                          at, MONTH.format(day), "We try: " + mark.title())));
    }
    all.sort(Comparator.comparingDouble(ControlChart.Happening::at));
    return all;
  }

  /** Where a day is on the scale of quarters; empty before the first and after the last. */
  static OptionalDouble at(List<WaveRow> waves, LocalDate day) {
    for (int i = 0; i < waves.size(); i++) {
      LocalDate starts = LocalDate.parse(waves.get(i).starts());
      LocalDate ends = LocalDate.parse(waves.get(i).ends());
      if (day.isBefore(starts)) {
        // Between two quarters, it stands on the line between them.
        return i == 0 ? OptionalDouble.empty() : OptionalDouble.of(i);
      }
      if (!day.isAfter(ends)) {
        double days = ChronoUnit.DAYS.between(starts, ends) + 1.0;
        return OptionalDouble.of(i + ChronoUnit.DAYS.between(starts, day) / days);
      }
    }
    return OptionalDouble.empty();
  }
}
