package org.kith.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.GrowthLines;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.GrowthRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.words.Moving;
import org.kith.words.Numbers;

/** How people move over the quarters: the line in the middle and how differently people go. */
final class GrowthFigure {

  static final String ID = "growth";
  private static final double DAYS = 365.25;

  private GrowthFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    return view.measured()
        .growth(choice.instrument().instrument(), choice.measure())
        .map(row -> figure(view, choice, row));
  }

  private static Figure figure(View view, Choice choice, GrowthRow row) {
    DisclosureRules rules = view.manifest().disclosure();
    Map<String, String> labels = Questionnaire.labels(view);
    boolean percent = choice.item() != null;
    String countedAs = percent ? choice.item().countedAs() : "";
    boolean shown = row.slope() != null && row.start() != null;
    String spread = Moving.spread(row, percent);
    return new Figure(
        ID,
        Moving.growth(row, percent, countedAs, rules.people(), rules.organisations()),
        shown
            ? (row.people() == null
                    ? ""
                    : "From "
                        + Numbers.people(row.people())
                        + " in "
                        + Numbers.counted(row.waves(), "quarter")
                        + ", each with a line of their own inside their organisation’s. ")
                + (percent ? "" : spread + " ")
                + "The band is how far the middle line may be off."
            : "It needs people who answered in several quarters.",
        shown ? chart(view, choice, row, labels, percent) : "",
        Indicator.GROWTH.question(),
        shown ? table(row, labels, percent) : null,
        choice.csv(view.snapshot(), ID),
        choice.permanent(view.snapshot()) + "#same-people",
        view.snapshot(),
        List.of(
            new Figure.Note(
                "How this can mislead", Indicator.GROWTH.misleads().replace('\'', '’'))));
  }

  private static String chart(
      View view, Choice choice, GrowthRow row, Map<String, String> labels, boolean percent) {
    double unit = percent ? 100 : 1;
    return new GrowthLines(
            labels.getOrDefault(row.from(), row.from()),
            labels.getOrDefault(row.to(), row.to()),
            years(view, row),
            new GrowthLines.Middle(
                row.start() * unit,
                (row.startHigh() - row.startLow()) / 2 * unit,
                row.slope() * unit,
                (row.slopeHigh() - row.slopeLow()) / 2 * unit),
            percent ? List.of() : lines(row),
            percent ? 0 : choice.instrument().scaleMin(),
            percent ? 100 : choice.instrument().scaleMax(),
            percent ? 0 : 1,
            percent ? Numbers.HARD + "%" : "")
        .html(ID + "-c", ID + "-t", ID + "-d", false);
  }

  private static double years(View view, GrowthRow row) {
    LocalDate from = starts(view, row.from());
    LocalDate to = starts(view, row.to());
    return from == null || to == null || !to.isAfter(from)
        ? 1
        : ChronoUnit.DAYS.between(from, to) / DAYS;
  }

  private static LocalDate starts(View view, String wave) {
    return view.waves().stream()
        .filter(w -> w.wave().equals(wave))
        .map(w -> LocalDate.parse(w.starts()))
        .findFirst()
        .orElse(null);
  }

  /** One standard deviation either way, of start and, at that start, of change. */
  private static List<GrowthLines.Line> lines(GrowthRow row) {
    if (row.personSd() == null || row.slopeSd() == null) {
      return List.of();
    }
    double r = row.correlation() == null ? 0 : row.correlation();
    double own = row.slopeSd() * Math.sqrt(Math.max(0, 1 - r * r));
    List<GrowthLines.Line> lines = new ArrayList<>();
    for (int start = -1; start <= 1; start++) {
      for (int way = -1; way <= 1; way += 2) {
        lines.add(
            new GrowthLines.Line(
                row.start() + start * row.personSd(),
                row.slope() + start * r * row.slopeSd() + way * own));
      }
    }
    return lines;
  }

  private static FigureTable table(GrowthRow row, Map<String, String> labels, boolean percent) {
    double unit = percent ? 100 : 1;
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(
        List.of(
            Cell.words("Mean in " + labels.getOrDefault(row.from(), row.from())),
            Cell.number(said(row.start() * unit)),
            Cell.number(said(row.startLow() * unit) + " to " + said(row.startHigh() * unit))));
    cells.add(
        List.of(
            Cell.words("Change in a year"),
            Cell.number(said(row.slope() * unit)),
            Cell.number(said(row.slopeLow() * unit) + " to " + said(row.slopeHigh() * unit))));
    spread(cells, "Spread of organisations (standard deviation)", row.organisationSd(), unit);
    spread(cells, "Spread of people at the start", row.personSd(), unit);
    spread(cells, "Spread of people’s change in a year", row.slopeSd(), unit);
    spread(cells, "Correlation of start and change", row.correlation(), 1);
    spread(cells, "Left from quarter to quarter", row.residualSd(), unit);
    return new FigureTable(
        "Growth over the quarters" + (percent ? ", of 100" : ""),
        List.of("What", "Estimate", "Plausibly"),
        cells);
  }

  private static void spread(List<List<Cell>> to, String name, Double value, double unit) {
    to.add(
        List.of(
            Cell.words(name),
            value == null ? Cell.words("not to be told") : Cell.number(said(value * unit)),
            Cell.words("")));
  }

  private static String said(double value) {
    return Numbers.score(value).replaceAll("^-0$", "0").replace('-', '−');
  }
}
