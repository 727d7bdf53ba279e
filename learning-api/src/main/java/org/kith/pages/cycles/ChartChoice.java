package org.kith.pages.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.cycles.Experiments.Chart;
import org.kith.cycles.Mark;
import org.kith.instrument.Instrument;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.InstrumentRow;
import org.kith.published.ItemRow;

/** The charts that can be chosen, as the reader may see them, and what each is called. */
final class ChartChoice {
  private ChartChoice() {}

  /** The unit of this id that the reader may see; everybody when there is none of it. */
  static Unit unit(View view, String id) {
    return view.units().stream().filter(u -> u.id().equals(id)).findFirst().orElse(Unit.ALL);
  }

  static List<ChartsPage.Group> groups(View view, Unit unit, List<Mark> marks) {
    List<ChartsPage.Group> groups = new ArrayList<>();
    view.constructs()
        .forEach(
            c -> {
              List<Pick> charts = new ArrayList<>();
              for (InstrumentRow instrument : view.instruments(c.construct())) {
                for (String measure : view.measures(instrument.instrument())) {
                  boolean chosen =
                      marks.stream()
                          .anyMatch(
                              m ->
                                  m.instrument().equals(instrument.instrument())
                                      && m.measure().equals(measure)
                                      && of(m, unit));
                  charts.add(
                      new Pick(
                          instrument.instrument() + "." + measure,
                          words(view, instrument, measure),
                          chosen));
                }
              }
              if (!charts.isEmpty()) {
                groups.add(new ChartsPage.Group(c.name(), charts));
              }
            });
    return groups;
  }

  static boolean of(Mark mark, Unit unit) {
    return mark.scope().equals(scope(unit)) && mark.unit().equals(unit.id());
  }

  static String scope(Unit unit) {
    return unit.scope().name().toLowerCase(Locale.ROOT);
  }

  private static String words(View view, InstrumentRow instrument, String measure) {
    if (measure.equals(Instrument.SCALE)) {
      return "Score: " + instrument.name();
    }
    return view.items(instrument.instrument()).stream()
        .filter(i -> i.item().equals(measure))
        .map(ItemRow::wording)
        .findFirst()
        .orElse(measure);
  }

  /** The chart of a ticked box, if it is one that can be chosen. */
  static Optional<Chart> chosen(View view, Unit unit, String ticked) {
    return view.constructs().stream()
        .flatMap(c -> view.instruments(c.construct()).stream())
        .flatMap(
            i ->
                view.measures(i.instrument()).stream()
                    .filter(m -> ticked.equals(i.instrument() + "." + m))
                    .map(m -> new Chart(i.instrument(), m, scope(unit), unit.id())))
        .findFirst();
  }

  /** A mark as the reader may see it: what the chart is about, and its address. */
  static ExperimentPage.Chart chart(View view, Mark mark) {
    Optional<InstrumentRow> instrument = view.instrument(mark.instrument());
    Optional<Unit> unit = view.units().stream().filter(u -> of(mark, u)).findFirst();
    if (instrument.isEmpty() || unit.isEmpty()) {
      return new ExperimentPage.Chart("A chart that only an organisation’s own people see", "");
    }
    String whose = unit.get().equals(Unit.ALL) ? "everyone taking part" : unit.get().name();
    return new ExperimentPage.Chart(
        words(view, instrument.get(), mark.measure()) + " (" + whose + ")",
        "/constructs/"
            + instrument.get().construct()
            + "?item="
            + mark.instrument()
            + "."
            + mark.measure()
            + "&place="
            + mark.unit()
            + "#time");
  }
}
