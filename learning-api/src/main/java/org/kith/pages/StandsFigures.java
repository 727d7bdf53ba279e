package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.charts.IntervalRows;
import org.kith.instrument.Instrument;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Indicator;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.RepresentationRow;
import org.kith.published.ScaleRow;
import org.kith.published.WeightedRow;
import org.kith.words.AmongPeople;
import org.kith.words.Numbers;
import org.kith.words.Voices;
import org.kith.words.Weighing;

/** Whether those who answered stand for those who live here. */
final class StandsFigures {

  static final String REPRESENTATION = "representation";
  static final String WEIGHTED = "weighted";

  private StandsFigures() {}

  /** How evenly the groups of each known dimension answered. */
  static Optional<Figure> representation(View view, Questionnaire about) {
    List<RepresentationRow> rows =
        view.measured().representation(about.id(), about.wave().wave(), Unit.ALL);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    List<IntervalRows.Row> drawn = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    double most = 0.5;
    for (RepresentationRow r : rows) {
      String why = r.visibility().words(rules.people());
      String name = AmongPeople.heading(r.dimension());
      drawn.add(new IntervalRows.Row("", name, r.cv(), null, null, r.cv() == null ? why : null));
      most = r.cv() == null ? most : Math.max(most, r.cv());
      cells.add(
          List.of(
              Cell.words(name),
              r.people() == null ? Cell.hidden(why) : Cell.number(Numbers.count(r.people())),
              r.residents() == null
                  ? Cell.words("not known")
                  : Cell.number(Numbers.count(r.residents())),
              r.response() == null ? Cell.hidden(why) : Cell.number(Numbers.score(r.response())),
              r.r() == null ? Cell.hidden("hidden") : Cell.number(Numbers.coefficient(r.r())),
              r.cv() == null ? Cell.hidden("hidden") : Cell.number(Numbers.coefficient(r.cv()))));
    }
    return Optional.of(
        new Figure(
            REPRESENTATION,
            Weighing.even(rows, rules.people(), rules.organisations()),
            Voices.of(view.respondents(about.id(), about.wave().wave(), Unit.ALL))
                + " Each mark is how unevenly the groups answered, beside how many answered at all"
                + " (coefficient of variation): 0 where every group answered alike. The table also"
                + " has the R-indicator, which is near 1 wherever few of all residents answered.",
            new IntervalRows(
                    drawn,
                    0,
                    Math.ceil(most * 10) / 10,
                    null,
                    new IntervalRows.Ends("every group alike", "unevenly"),
                    2,
                    "")
                .html(REPRESENTATION + "-c", REPRESENTATION + "-t", REPRESENTATION + "-d", false),
            Indicator.REPRESENTATION.question(),
            new FigureTable(
                "How evenly groups answered, " + about.wave().label(),
                List.of(
                    "Groups by", "Answered", "Residents", "Of 100 residents", "R-indicator", "CV"),
                cells),
            about.csv(view.snapshot(), REPRESENTATION),
            about.permanent(view.snapshot()) + "#missing",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead",
                    Indicator.REPRESENTATION.misleads().replace('\'', '’')))));
  }

  /** The number of those who answered and the same counted for those who live here. */
  static Optional<Figure> weighted(View view, Questionnaire about, String measure) {
    String wave = about.wave().wave();
    List<WeightedRow> rows = view.measured().weighted(about.id(), measure, wave, Unit.ALL);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    boolean percent = !measure.equals(Instrument.SCALE);
    Beside plain = plain(view, about, measure);
    List<IntervalRows.Row> drawn = new ArrayList<>();
    drawn.add(
        new IntervalRows.Row(
            "", "Those who answered", plain.value(), plain.low(), plain.high(), null));
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(cells("Those who answered", plain, percent, "hidden", ""));
    for (WeightedRow r : rows) {
      String why = r.visibility().words(rules.people());
      String name = "With " + Weighing.from(r);
      drawn.add(
          new IntervalRows.Row(
              "", name, r.estimate(), r.low(), r.high(), r.estimate() == null ? why : null));
      cells.add(
          cells(
              name,
              new Beside(r.estimate(), r.low(), r.high()),
              percent,
              why,
              r.designEffect() == null ? "" : Numbers.score(r.designEffect())));
    }
    String of =
        percent
            ? "The question is “" + Questionnaire.wording(view, about.id(), measure) + "”. "
            : "";
    return Optional.of(
        new Figure(
            WEIGHTED,
            Weighing.beside(
                rows.get(0), plain.value(), percent, rules.people(), rules.organisations()),
            of
                + "Where both lie close together, who answered made little difference to this number."
                + " It may still have made one to other questions.",
            new IntervalRows(
                    drawn,
                    percent ? 0 : about.row().scaleMin(),
                    percent ? 100 : about.row().scaleMax(),
                    null,
                    new IntervalRows.Ends(
                        percent ? "0" : Numbers.score(about.row().scaleMin()),
                        percent
                            ? "100" + Numbers.HARD + "%"
                            : Numbers.score(about.row().scaleMax())),
                    percent ? 0 : 1,
                    "")
                .html(WEIGHTED + "-c", WEIGHTED + "-t", WEIGHTED + "-d", false),
            Indicator.WEIGHTED.question(),
            new FigureTable(
                (percent ? "Share, of 100, " : "Mean score, ") + about.wave().label(),
                List.of("Counted", "Estimate", "Plausibly", "Design effect"),
                cells),
            about.csv(view.snapshot(), WEIGHTED),
            about.permanent(view.snapshot()) + "#weights",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead", Indicator.WEIGHTED.misleads().replace('\'', '’')))));
  }

  private record Beside(Double value, Double low, Double high) {}

  private static Beside plain(View view, Questionnaire about, String measure) {
    String wave = about.wave().wave();
    if (measure.equals(Instrument.SCALE)) {
      ScaleRow row = view.scale(about.id(), wave, Unit.ALL).orElse(null);
      return row == null
          ? new Beside(null, null, null)
          : new Beside(row.mean(), row.low(), row.high());
    }
    LevelRow row = view.level(about.id(), measure, wave, Unit.ALL).orElse(null);
    return row == null
        ? new Beside(null, null, null)
        : new Beside(row.percent(), row.low(), row.high());
  }

  private static List<Cell> cells(
      String name, Beside number, boolean percent, String why, String design) {
    boolean shown = number.value() != null;
    return List.of(
        Cell.words(name),
        shown ? Cell.number(said(number.value(), percent)) : Cell.hidden(why),
        shown && number.low() != null
            ? Cell.number(said(number.low(), percent) + " to " + said(number.high(), percent))
            : Cell.words(""),
        design.isEmpty() ? Cell.words("") : Cell.number(design));
  }

  private static String said(double value, boolean percent) {
    return percent ? "" + Math.round(value) : Numbers.score(value);
  }
}
