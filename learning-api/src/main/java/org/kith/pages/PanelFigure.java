package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.MoveRows;
import org.kith.charts.Moved;
import org.kith.charts.Part;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.AnswerRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.PanelRow;
import org.kith.published.TransitionRow;
import org.kith.words.Moving;
import org.kith.words.Numbers;

/** What became of the answers of people who answered twice. */
final class PanelFigure {

  static final String ID = "panel";

  private PanelFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    if (choice.item() == null) {
      return Optional.empty();
    }
    String instrument = choice.instrument().instrument();
    return view.measured()
        .panel(instrument, choice.measure(), choice.wave().wave())
        .map(row -> figure(view, choice, row));
  }

  private static Figure figure(View view, Choice choice, PanelRow row) {
    String instrument = choice.instrument().instrument();
    DisclosureRules rules = view.manifest().disclosure();
    Map<String, String> labels = Questionnaire.labels(view);
    String why = row.visibility().words(rules.people());
    List<Moved.Share> shares =
        List.of(
            new Moved.Share("moved down", row.down(), row.downLow(), row.downHigh(), why),
            new Moved.Share("stayed", row.same(), row.sameLow(), row.sameHigh(), why),
            new Moved.Share("moved up", row.up(), row.upLow(), row.upHigh(), why));
    List<TransitionRow> moves = view.measured().transitions(instrument, row.item(), row.to());
    String quarters =
        labels.getOrDefault(row.from(), row.from())
            + " and "
            + labels.getOrDefault(row.to(), row.to());
    StringBuilder chart = new StringBuilder();
    if (row.up() != null || row.same() != null || row.down() != null) {
      chart.append(new Moved(shares).html(ID + "-c", ID + "-t", ID + "-d", false));
    }
    List<MoveRows.Row> grid = grid(choice.answers(view), moves, rules);
    if (!grid.isEmpty() && choice.answers(view).size() <= 7) {
      chart.append(new MoveRows(grid).html(ID + "-m", ID + "-t", ID + "-d", false));
    }
    return new Figure(
        ID,
        Moving.panel(row, rules.people(), rules.organisations()),
        (row.people() == null
                ? ""
                : Numbers.capital(Numbers.people(row.people()))
                    + " answered both times, of everyone taking part, in "
                    + quarters.toLowerCase(Locale.UK)
                    + ". ")
            + "Up is towards more of what is asked about."
            + (grid.isEmpty() ? "" : " Those who stayed have an edge of ink. ")
            + (moves.stream().anyMatch(m -> m.people() == null)
                ? "The width of a hatched part says nothing about the number behind it."
                : ""),
        chart.toString(),
        Indicator.PANEL.question(),
        table(view, choice, shares, moves, quarters),
        choice.csv(view.snapshot(), ID),
        choice.permanent(view.snapshot()) + "#same-people",
        view.snapshot(),
        List.of(
            new Figure.Note(
                "How this can mislead", Indicator.PANEL.misleads().replace('\'', '’'))));
  }

  private static List<MoveRows.Row> grid(
      List<AnswerRow> answers, List<TransitionRow> moves, DisclosureRules rules) {
    if (moves.isEmpty()) {
      return List.of();
    }
    List<MoveRows.Row> rows = new ArrayList<>();
    for (AnswerRow before : answers) {
      List<Part> parts = new ArrayList<>();
      for (AnswerRow after : answers) {
        TransitionRow move = move(moves, before, after);
        String brief = Numbers.capital(after.brief());
        parts.add(
            move == null
                ? Part.shown(brief, 0)
                : move.people() == null
                    ? Part.hidden(brief, move.visibility().words(rules.people()))
                    : Part.shown(brief, move.people()));
      }
      rows.add(new MoveRows.Row(Numbers.capital(before.brief()), parts));
    }
    return rows;
  }

  private static TransitionRow move(List<TransitionRow> moves, AnswerRow before, AnswerRow after) {
    return moves.stream()
        .filter(m -> m.before() == before.code() && m.after() == after.code())
        .findFirst()
        .orElse(null);
  }

  private static FigureTable table(
      View view,
      Choice choice,
      List<Moved.Share> shares,
      List<TransitionRow> moves,
      String quarters) {
    DisclosureRules rules = view.manifest().disclosure();
    List<List<Cell>> cells = new ArrayList<>();
    for (Moved.Share share : shares) {
      boolean shown = share.percent() != null;
      cells.add(
          List.of(
              Cell.words(Numbers.capital(share.name())),
              Cell.words(""),
              shown ? Cell.number(Math.round(share.percent())) : Cell.hidden(share.hidden()),
              shown && share.low() != null
                  ? Cell.number(Numbers.range(share.low(), share.high()))
                  : Cell.words("")));
    }
    List<AnswerRow> answers = choice.answers(view);
    for (AnswerRow before : answers) {
      for (AnswerRow after : answers) {
        TransitionRow move = move(moves, before, after);
        if (move != null) {
          String why = move.visibility().words(rules.people());
          cells.add(
              List.of(
                  Cell.words("From “" + before.brief() + "” to “" + after.brief() + "”"),
                  move.people() == null ? Cell.hidden(why) : Cell.number(move.people()),
                  move.percent() == null
                      ? Cell.hidden("hidden")
                      : Cell.number(Math.round(move.percent())),
                  Cell.words("")));
        }
      }
    }
    return new FigureTable(
        "People who answered both times, " + quarters + ", to the nearest " + rules.rounding(),
        List.of("What they did", "People", "Of 100", "Plausibly"),
        cells);
  }
}
