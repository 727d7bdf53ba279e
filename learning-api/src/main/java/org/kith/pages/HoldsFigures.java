package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.charts.IntervalRows;
import org.kith.charts.WaveIntervals;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.ComparabilityRow;
import org.kith.published.HealthRow;
import org.kith.published.Indicator;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.ReliabilityRow;
import org.kith.published.WaveRow;
import org.kith.words.Comparing;
import org.kith.words.HangingTogether;
import org.kith.words.Numbers;

/** Whether a scale holds: over the quarters, question by question, and everywhere alike. */
final class HoldsFigures {

  static final String RELIABILITY = "reliability";
  static final String ITEMS = "item-behaviour";
  static final String COMPARABILITY = "comparability";

  private HoldsFigures() {}

  /** How well the questions hang together, quarter by quarter. */
  static Optional<Figure> reliability(View view, Questionnaire about) {
    List<ReliabilityRow> rows = view.measured().reliability(about.id());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    List<WaveIntervals.Point> points = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    double least = 0;
    for (WaveRow wave : view.waves()) {
      ReliabilityRow r =
          rows.stream().filter(x -> x.wave().equals(wave.wave())).findFirst().orElse(null);
      if (r == null) {
        points.add(new WaveIntervals.Point(wave.label(), null, null, null, null));
        continue;
      }
      String why = r.visibility().words(rules.people());
      boolean shown = r.alpha() != null;
      points.add(
          new WaveIntervals.Point(wave.label(), r.alpha(), r.low(), r.high(), shown ? null : why));
      least = shown ? Math.min(least, r.alpha()) : least;
      cells.add(
          List.of(
              Cell.words(wave.label()),
              r.people() == null ? Cell.hidden(why) : Cell.number(r.people()),
              shown ? Cell.number(Numbers.coefficient(r.alpha())) : Cell.hidden(why),
              shown && r.low() != null
                  ? Cell.number(
                      Numbers.coefficient(r.low()) + " to " + Numbers.coefficient(r.high()))
                  : Cell.words(""),
              r.omega() == null
                  ? Cell.words(shown ? "not to be fitted" : "")
                  : Cell.number(Numbers.coefficient(r.omega())),
              percent(r.floor(), shown),
              percent(r.ceiling(), shown)));
    }
    String ends =
        view.measured()
            .reliability(about.id(), about.wave().wave())
            .map(r -> HangingTogether.ends(r.floor(), r.ceiling()))
            .orElse("");
    return Optional.of(
        new Figure(
            RELIABILITY,
            HangingTogether.over(rows, rules.people(), rules.organisations()),
            HangingTogether.alpha()
                + " The bar is how far chance could move it."
                + (ends.isEmpty()
                    ? ""
                    : " In " + about.wave().label().toLowerCase(Locale.UK) + ": " + ends),
            new WaveIntervals(points, least < 0 ? -1 : 0, 1, null, "", 2, "")
                .html(RELIABILITY + "-c", RELIABILITY + "-t", RELIABILITY + "-d", false),
            Indicator.RELIABILITY.question(),
            new FigureTable(
                "Reliability by quarter, people who answered every question",
                List.of(
                    "Quarter",
                    "People",
                    "α",
                    "Plausibly",
                    "ω total",
                    "Lowest score, %",
                    "Highest score, %"),
                cells),
            about.csv(view.snapshot(), RELIABILITY),
            about.permanent(view.snapshot()) + "#together",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead", Indicator.RELIABILITY.misleads().replace('\'', '’')))));
  }

  private static Cell percent(Double value, boolean shown) {
    return value == null
        ? shown ? Cell.hidden("hidden") : Cell.words("")
        : Cell.number(Math.round(value));
  }

  /** How each question goes with the others. */
  static Optional<Figure> items(View view, Questionnaire about) {
    String wave = about.wave().wave();
    List<ItemBehaviourRow> rows = view.measured().items(about.id(), wave);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    List<IntervalRows.Row> drawn = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    double least = 0;
    for (ItemBehaviourRow r : rows) {
      String wording = Questionnaire.wording(view, about.id(), r.item());
      String why = r.visibility().words(rules.people());
      boolean shown = r.itemRest() != null;
      least = shown ? Math.min(least, r.itemRest()) : least;
      drawn.add(new IntervalRows.Row("", wording, r.itemRest(), null, null, shown ? null : why));
      Optional<HealthRow> health = view.measured().health(about.id(), r.item(), wave);
      cells.add(
          List.of(
              Cell.words(wording),
              shown ? Cell.number(Numbers.coefficient(r.itemRest())) : Cell.hidden(why),
              r.alphaIfDropped() == null
                  ? Cell.words("")
                  : Cell.number(Numbers.coefficient(r.alphaIfDropped())),
              health.isEmpty() ? Cell.words("") : percent(health.get().floor(), true),
              health.isEmpty() ? Cell.words("") : percent(health.get().ceiling(), true)));
    }
    return Optional.of(
        new Figure(
            ITEMS,
            HangingTogether.items(
                rows,
                item -> Questionnaire.wording(view, about.id(), item),
                rules.people(),
                rules.organisations()),
            "Each mark is how closely a question goes with the sum of the others: 0 not at all, 1"
                + " wholly. The table also says what α would be without it, and how many chose the"
                + " answers at its ends.",
            new IntervalRows(
                    drawn,
                    least < 0 ? -1 : 0,
                    1,
                    least < 0 ? 0.0 : null,
                    new IntervalRows.Ends(
                        least < 0 ? "goes against the others" : "not at all", "wholly"),
                    2,
                    "")
                .html(ITEMS + "-c", ITEMS + "-t", ITEMS + "-d", false),
            Indicator.ITEM_BEHAVIOUR.question(),
            new FigureTable(
                "Questions beside the others, " + about.wave().label(),
                List.of(
                    "Question",
                    "With the rest",
                    "α without it",
                    "Lowest answer, %",
                    "Highest answer, %"),
                cells),
            about.csv(view.snapshot(), ITEMS),
            about.permanent(view.snapshot()) + "#questions",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead",
                    Indicator.ITEM_BEHAVIOUR.misleads().replace('\'', '’')))));
  }

  /** Whether each question means the same in every organisation; a table is all there is to see. */
  static Optional<Figure> comparability(View view, Questionnaire about) {
    List<ComparabilityRow> rows = view.measured().comparability(about.id(), about.wave().wave());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    List<List<Cell>> cells = new ArrayList<>();
    for (ComparabilityRow r : rows) {
      String why = r.visibility().words(rules.people());
      boolean shown = r.apart() != null;
      cells.add(
          List.of(
              Cell.words(Questionnaire.wording(view, about.id(), r.item())),
              shown
                  ? Cell.words(r.apart() ? "unlike the others" : "as the others")
                  : Cell.hidden(why),
              number(r.uniform(), 4),
              number(r.nonUniform(), 4),
              number(r.p(), 4)));
    }
    return Optional.of(
        new Figure(
            COMPARABILITY,
            Comparing.items(
                rows,
                item -> Questionnaire.wording(view, about.id(), item),
                rules.people(),
                rules.organisations()),
            "People with the same score are held beside each other. A question is unlike the others"
                + " where organisations still differ in it, beyond chance and enough to matter. No"
                + " organisation is named, and it is nobody’s doing.",
            "",
            Indicator.COMPARABILITY.question(),
            new FigureTable(
                "Questions at the same score, " + about.wave().label(),
                List.of(
                    "Question",
                    "Beside the others",
                    "Rise in pseudo-R²",
                    "Further rise, along the score",
                    "By chance (p)"),
                cells),
            about.csv(view.snapshot(), COMPARABILITY),
            about.permanent(view.snapshot()) + "#everywhere",
            view.snapshot(),
            List.of(
                new Figure.Note(
                    "How this can mislead",
                    Indicator.COMPARABILITY.misleads().replace('\'', '’')))));
  }

  private static Cell number(Double value, int decimals) {
    return value == null
        ? Cell.words("")
        : Cell.number(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }
}
