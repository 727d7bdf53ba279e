package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kith.charts.AnswerBar;
import org.kith.charts.AnswerColumns;
import org.kith.charts.Chart;
import org.kith.charts.Part;
import org.kith.charts.ScoreStrip;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.AnswerRow;
import org.kith.published.DistributionRow;
import org.kith.published.Indicator;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.ScaleRow;
import org.kith.published.Visibility;
import org.kith.words.Hidden;
import org.kith.words.Level;
import org.kith.words.Numbers;

/** What people said, in the latest quarter or the one chosen. */
final class SaidFigure {

  static final String ID = "said";

  private SaidFigure() {}

  static Figure of(View view, Choice choice) {
    return choice.item() == null ? score(view, choice) : answers(view, choice);
  }

  private static Figure answers(View view, Choice choice) {
    DisclosureRules rules = view.manifest().disclosure();
    String instrument = choice.instrument().instrument();
    String item = choice.item().item();
    Optional<LevelRow> level = view.level(instrument, item, choice.wave().wave(), choice.unit());
    List<DistributionRow> counts =
        view.distribution(instrument, item, choice.wave().wave(), choice.unit());
    List<AnswerRow> answers = choice.answers(view);
    if (level.isEmpty() || counts.isEmpty() || level.get().answered() == null) {
      String why =
          level
              .map(l -> Hidden.of(l.visibility(), rules.people(), rules.organisations()))
              .orElse(Hidden.notAsked(choice.unit().name(), choice.wave().label()));
      return empty(view, choice, why);
    }
    LevelRow said = level.get();
    List<Part> parts = parts(answers, counts, rules);
    Chart chart;
    String notches = "";
    if (parts.size() <= 7) {
      AnswerBar bar = new AnswerBar(parts, said.answered(), rules.rounding(), range(said, answers));
      chart = bar;
      notches =
          "Each notch is "
              + Numbers.people(bar.notch())
              + "; counts are rounded to the nearest "
              + Numbers.small(rules.rounding())
              + ". ";
    } else {
      chart = new AnswerColumns(parts, first(answers).label(), last(answers).label());
      notches =
          "Each column is the people who gave that answer, rounded to the nearest "
              + Numbers.small(rules.rounding())
              + ". ";
    }
    String hidden =
        parts.stream().anyMatch(p -> p.people() == null)
            ? "The width of a hatched part says nothing about the number behind it. "
            : "";
    String title =
        choice.item().countedAs().isEmpty()
            ? Level.spread(said.answered(), answers, counts)
            : Level.of(said, choice.item(), rules.people(), rules.organisations());
    String interval =
        said.low() == null || choice.item().countedAs().isEmpty()
            ? ""
            : Numbers.percents(said.low(), said.high())
                + " is how far the share could have moved had another "
                + Numbers.people(said.answered())
                + " like these answered. ";
    return new Figure(
        ID,
        title,
        notches + hidden + interval + "It says nothing about people who were not asked.",
        chart.html(ID + "-c", ID + "-t", ID + "-d", true),
        Indicator.DISTRIBUTION.question(),
        table(choice, answers, counts, said, rules),
        choice.csv(view.snapshot(), ID),
        choice.permanent(view.snapshot()),
        view.snapshot(),
        List.of());
  }

  static List<Part> parts(
      List<AnswerRow> answers, List<DistributionRow> counts, DisclosureRules rules) {
    Map<Integer, DistributionRow> byCode =
        counts.stream()
            .collect(Collectors.toMap(DistributionRow::code, Function.identity(), (a, b) -> a));
    List<Part> parts = new ArrayList<>();
    for (AnswerRow answer : answers) {
      DistributionRow row = byCode.get(answer.code());
      String brief = Numbers.capital(answer.brief());
      if (row == null) {
        parts.add(Part.shown(brief, 0));
      } else if (row.visibility() == Visibility.SHOWN) {
        parts.add(Part.shown(brief, row.people()));
      } else {
        parts.add(Part.hidden(brief, row.visibility().words(rules.people())));
      }
    }
    return parts;
  }

  /** Where the edge of the counted answers could lie, when they stand together at one end. */
  private static AnswerBar.Range range(LevelRow level, List<AnswerRow> answers) {
    long counted = answers.stream().filter(AnswerRow::counted).count();
    if (level.low() == null || counted == 0) {
      return null;
    }
    boolean fromLeft = answers.stream().limit(counted).allMatch(AnswerRow::counted);
    boolean fromRight =
        answers.stream().skip(answers.size() - counted).allMatch(AnswerRow::counted);
    if (!fromLeft && !fromRight) {
      return null;
    }
    AnswerRow edge =
        fromLeft ? answers.get((int) counted - 1) : answers.get(answers.size() - (int) counted);
    String words = "the edge of " + Numbers.quoted(edge.brief()) + " could plausibly";
    double low = fromLeft ? level.low() : 100 - level.high();
    double high = fromLeft ? level.high() : 100 - level.low();
    String where =
        "lie anywhere from "
            + Numbers.percents(low, high)
            + (counted > 1 || !fromLeft ? " along" : "");
    return new AnswerBar.Range(low / 100, high / 100, List.of(words, where));
  }

  private static FigureTable table(
      Choice choice,
      List<AnswerRow> answers,
      List<DistributionRow> counts,
      LevelRow level,
      DisclosureRules rules) {
    List<List<Cell>> rows = new ArrayList<>();
    for (AnswerRow answer : answers) {
      DistributionRow row =
          counts.stream().filter(c -> c.code() == answer.code()).findFirst().orElse(null);
      boolean shown = row != null && row.visibility() == Visibility.SHOWN;
      Cell people =
          row == null
              ? Cell.number(0)
              : shown
                  ? Cell.number(row.people())
                  : Cell.hidden(row.visibility().words(rules.people()));
      Cell share =
          shown && level.answered() > 0
              ? Cell.number(Math.round(100.0 * row.people() / level.answered()))
              : row == null ? Cell.number(0) : Cell.hidden("hidden");
      rows.add(List.of(Cell.words(answer.label()), people, share));
    }
    rows.add(List.of(Cell.words("Answered"), Cell.number(level.answered()), Cell.number(100)));
    if (!choice.item().countedAs().isEmpty()) {
      boolean shown = level.percent() != null && level.visibility() == Visibility.SHOWN;
      String why = level.visibility().words(rules.people());
      rows.add(
          List.of(
              Cell.words(Numbers.capital(choice.item().countedAs())),
              shown ? Cell.number(level.counted()) : Cell.hidden(why),
              shown
                  ? new Cell(
                      Math.round(level.percent())
                          + " ("
                          + Numbers.range(level.low(), level.high())
                          + ")",
                      true,
                      false)
                  : Cell.hidden("hidden")));
    }
    return new FigureTable(
        "Answers, " + choice.wave().label() + ", " + choice.people(),
        List.of("Answer", "People, to the nearest " + rules.rounding(), "Of 100"),
        rows);
  }

  private static Figure score(View view, Choice choice) {
    DisclosureRules rules = view.manifest().disclosure();
    Optional<ScaleRow> found =
        view.scale(choice.instrument().instrument(), choice.wave().wave(), choice.unit());
    if (found.isEmpty() || found.get().median() == null) {
      String why =
          found
              .map(s -> Hidden.of(s.visibility(), rules.people(), rules.organisations()))
              .orElse(Hidden.notAsked(choice.unit().name(), choice.wave().label()));
      return empty(view, choice, why);
    }
    ScaleRow s = found.get();
    Chart chart =
        new ScoreStrip(
            choice.instrument().scaleMin(),
            choice.instrument().scaleMax(),
            s.lowerQuartile(),
            s.median(),
            s.upperQuartile());
    FigureTable table =
        new FigureTable(
            "Scores, " + choice.wave().label() + ", " + choice.people(),
            List.of("Measure", "Value"),
            List.of(
                List.of(Cell.words("People with a score"), Cell.number(s.people())),
                List.of(
                    Cell.words("A quarter score less than"),
                    Cell.number(Numbers.score(s.lowerQuartile()))),
                List.of(
                    Cell.words("Half score less than (median)"),
                    Cell.number(Numbers.score(s.median()))),
                List.of(
                    Cell.words("A quarter score more than"),
                    Cell.number(Numbers.score(s.upperQuartile()))),
                List.of(Cell.words("Mean"), Cell.number(Numbers.score(s.mean()))),
                List.of(
                    Cell.words("The mean could plausibly lie from"),
                    Cell.number(Numbers.score(s.low()) + " to " + Numbers.score(s.high())))));
    return new Figure(
        ID,
        Level.score(s, rules.people(), rules.organisations()),
        choice.instrument().counting()
            + " The line is every score a person can have, from "
            + Numbers.score(choice.instrument().scaleMin())
            + " to "
            + Numbers.score(choice.instrument().scaleMax())
            + ". "
            + Indicator.SCALE_SCORE.misleads(),
        chart.html(ID + "-c", ID + "-t", ID + "-d", true),
        Indicator.SCALE_SCORE.question(),
        table,
        choice.csv(view.snapshot(), ID),
        choice.permanent(view.snapshot()),
        view.snapshot(),
        List.of());
  }

  static Figure empty(View view, Choice choice, String why) {
    return new Figure(
        ID,
        why,
        "Choose everyone taking part, or another quarter, to see what people answered there.",
        "",
        Indicator.RESPONDENTS.question(),
        null,
        "",
        choice.permanent(view.snapshot()),
        view.snapshot(),
        List.of());
  }

  private static AnswerRow first(List<AnswerRow> answers) {
    return answers.get(0);
  }

  private static AnswerRow last(List<AnswerRow> answers) {
    return answers.get(answers.size() - 1);
  }
}
