package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.WaveIntervals;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.ChangeRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.WaveRow;
import org.kith.words.Moving;
import org.kith.words.Numbers;

/** How far a share moved from each quarter to the next, between different people. */
final class ChangeFigure {

  static final String ID = "change";

  private ChangeFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    List<ChangeRow> rows =
        choice.item() == null
            ? List.of()
            : view.measured()
                .changes(choice.instrument().instrument(), choice.measure(), choice.unit());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    Map<String, String> labels = Questionnaire.labels(view);
    ChangeRow last =
        rows.stream()
            .filter(r -> r.to().equals(choice.wave().wave()))
            .findFirst()
            .orElse(rows.get(rows.size() - 1));
    List<WaveIntervals.Point> points = new ArrayList<>();
    double reach = 5;
    for (WaveRow wave : view.waves()) {
      ChangeRow r = rows.stream().filter(c -> c.to().equals(wave.wave())).findFirst().orElse(null);
      points.add(
          r == null
              ? new WaveIntervals.Point(wave.label(), null, null, null, null)
              : new WaveIntervals.Point(
                  wave.label(),
                  r.difference(),
                  r.low(),
                  r.high(),
                  r.difference() == null ? r.visibility().words(rules.people()) : null));
      if (r != null && r.difference() != null) {
        reach = Math.max(reach, Math.max(Math.abs(r.low()), Math.abs(r.high())));
      }
    }
    double end = Math.ceil(reach / 5) * 5;
    List<List<Cell>> cells = new ArrayList<>();
    for (ChangeRow r : rows) {
      String hidden = r.visibility().words(rules.people());
      boolean shown = r.difference() != null;
      cells.add(
          List.of(
              Cell.words(name(labels, r.from()) + " to " + name(labels, r.to())),
              r.before() == null ? Cell.hidden(hidden) : Cell.number(r.before()),
              r.after() == null ? Cell.hidden(hidden) : Cell.number(r.after()),
              shown ? Cell.number(signed(r.difference())) : Cell.hidden(hidden),
              shown
                  ? Cell.number(signed(r.low()) + " to " + signed(r.high()))
                  : Cell.hidden("hidden")));
    }
    return Optional.of(
        new Figure(
            ID,
            Moving.change(
                last, labels, choice.item().countedAs(), rules.people(), rules.organisations()),
            Moving.others()
                + " Each mark is the share of one quarter less the share of the quarter before, in"
                + " points of 100, with how far chance could move it.",
            new WaveIntervals(points, -end, end, 0.0, "as many as before", 0, "")
                .html(ID + "-c", ID + "-t", ID + "-d", false),
            Indicator.CHANGE.question(),
            new FigureTable(
                "The share from one quarter to the next, in points of 100",
                List.of("Quarters", "Answered before", "Answered after", "Difference", "Plausibly"),
                cells),
            choice.csv(view.snapshot(), ID),
            choice.permanent(view.snapshot()) + "#time",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead", Indicator.CHANGE.misleads().replace('\'', '’')))));
  }

  private static String name(Map<String, String> labels, String wave) {
    return labels.getOrDefault(wave, wave);
  }

  private static String signed(double value) {
    String size = Numbers.score(Math.abs(value));
    return value < 0 ? "−" + size : value > 0 ? "+" + size : size;
  }
}
