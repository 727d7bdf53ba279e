package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.charts.WhoAnswered;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.RespondentsRow;
import org.kith.published.Visibility;
import org.kith.words.Hidden;
import org.kith.words.Voices;

/** Whose voice is missing: who answered beside who lives here. */
final class MissingFigure {

  static final String ID = "who";

  private MissingFigure() {}

  static Optional<Figure> of(View view, Choice choice) {
    List<RespondentsRow> rows =
        view.respondents(choice.instrument().instrument(), choice.wave().wave(), choice.unit());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    DisclosureRules rules = view.manifest().disclosure();
    List<WhoAnswered.Group> groups = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    for (RespondentsRow row : rows) {
      boolean shown = row.visibility() == Visibility.SHOWN && row.percent() != null;
      String why =
          row.visibility() == Visibility.PROTECTS_ANOTHER
              ? "hidden too"
              : row.visibility().words(rules.people());
      groups.add(
          new WhoAnswered.Group(
              row.dimension(),
              row.group(),
              shown ? row.percent() : null,
              row.residents(),
              shown ? null : why));
      cells.add(
          List.of(
              Cell.words(row.dimension() + ": " + row.group()),
              shown ? Cell.number(Math.round(row.percent())) : Cell.hidden(why),
              row.residents() == null
                  ? Cell.words("not known")
                  : Cell.number(Math.round(row.residents()))));
    }
    String shares = Voices.details(rows);
    List<Figure.Note> notes = new ArrayList<>();
    notes.add(
        new Figure.Note(
            "What matters",
            "How many answered does not say much by itself. What matters is whether those who"
                + " answered are like those who did not."));
    if (rows.stream().anyMatch(r -> r.visibility() != Visibility.SHOWN)) {
      notes.add(
          new Figure.Note(
              "Hidden does not mean none",
              Hidden.of(Visibility.FEWER_THAN_K, rules.people(), rules.organisations())));
    }
    return Optional.of(
        new Figure(
            ID,
            Voices.of(rows),
            (shares.isEmpty() ? "" : shares + " ")
                + (rows.stream().anyMatch(r -> r.residents() != null)
                    ? Indicator.RESPONDENTS.misleads()
                    : "Those who answered may still differ from those who did not."),
            new WhoAnswered(groups).html(ID + "-c", ID + "-t", ID + "-d", false),
            "Who could be asked next, and how would they like to be asked?",
            new FigureTable(
                "Share of answers beside share of residents, of 100",
                List.of("Group", "Of answers", "Of residents"),
                cells),
            choice.csv(view.snapshot(), ID),
            choice.permanent(view.snapshot()) + "#missing",
            view.snapshot(),
            notes));
  }
}
