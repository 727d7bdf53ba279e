package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.charts.SignDots;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.Indicator;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Scope;
import org.kith.published.WaveRow;
import org.kith.words.Signs;

/** Signs that answers changed in kind: over everyone, and in the reader's own organisation. */
final class SignsFigure {

  static final String ID = "signs";
  static final String OWN = "signs-here";

  private SignsFigure() {}

  /** Of everyone, then of the reader's own organisation. */
  static List<Figure> of(View view, Questionnaire about) {
    List<Figure> figures = new ArrayList<>();
    figure(view, about, Unit.ALL).ifPresent(figures::add);
    view.units().stream()
        .filter(u -> u.scope() == Scope.ORGANISATION)
        .forEach(u -> figure(view, about, u).ifPresent(figures::add));
    return figures;
  }

  static Optional<Figure> figure(View view, Questionnaire about, Unit unit) {
    List<DriftRow> rows = view.measured().drift(about.id(), unit);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    boolean own = unit.scope() == Scope.ORGANISATION;
    String id = own ? OWN : ID;
    List<DriftRow> now = rows.stream().filter(r -> r.wave().equals(about.wave().wave())).toList();
    List<WaveRow> waves =
        view.waves().stream()
            .filter(w -> rows.stream().anyMatch(r -> r.wave().equals(w.wave())))
            .toList();
    return Optional.of(
        new Figure(
            id,
            Signs.of(now, about.wave().label().toLowerCase(Locale.UK), before(view, about, rows)),
            own
                ? "Only people of your organisation see this. A sign invites a question; it proves"
                    + " nothing about anybody."
                : "In how many organisations each sign was seen, of those with answers enough to look."
                    + " Chance shows a sign now and then.",
            own ? "" : chart(view, waves, rows).html(id + "-c", id + "-t", id + "-d", false),
            Indicator.DRIFT.question(),
            table(view, waves, rows, own),
            about.csv(view.snapshot(), id),
            about.permanent(view.snapshot()) + "#signs",
            view.snapshot(),
            own
                ? List.of()
                : List.of(
                    new Figure.Note(
                        "How this can mislead", Indicator.DRIFT.misleads().replace('\'', '’')))));
  }

  private static boolean before(View view, Questionnaire about, List<DriftRow> rows) {
    List<String> earlier =
        view.waves().stream()
            .filter(w -> w.position() < about.wave().position())
            .map(WaveRow::wave)
            .toList();
    return rows.stream().anyMatch(r -> earlier.contains(r.wave()) && Signs.seen(r));
  }

  private static SignDots chart(View view, List<WaveRow> waves, List<DriftRow> rows) {
    DisclosureRules rules = view.manifest().disclosure();
    List<SignDots.Row> drawn = new ArrayList<>();
    for (Drift sign : Drift.values()) {
      List<SignDots.Cell> cells = new ArrayList<>();
      for (WaveRow wave : waves) {
        DriftRow r = row(rows, wave, sign);
        cells.add(
            r == null
                ? new SignDots.Cell(null, null)
                : r.noticed() == null
                    ? new SignDots.Cell(null, r.visibility().words(rules.people()))
                    : new SignDots.Cell(r.noticed(), null));
      }
      drawn.add(new SignDots.Row(brief(sign), cells));
    }
    return new SignDots(waves.stream().map(WaveRow::label).toList(), drawn);
  }

  private static String brief(Drift sign) {
    return switch (sign) {
      case HEAPING -> "More at one value";
      case STRAIGHT_LINING -> "One answer throughout";
      case MISSING -> "Left blank otherwise";
      case MODE -> "Asked in another way";
      case CASE_MIX -> "Other people answered";
    };
  }

  private static FigureTable table(
      View view, List<WaveRow> waves, List<DriftRow> rows, boolean own) {
    DisclosureRules rules = view.manifest().disclosure();
    List<String> headings = new ArrayList<>(List.of("Quarter"));
    for (Drift sign : Drift.values()) {
      headings.add(brief(sign));
    }
    List<List<Cell>> cells = new ArrayList<>();
    for (WaveRow wave : waves) {
      List<Cell> line = new ArrayList<>(List.of(Cell.words(wave.label())));
      for (Drift sign : Drift.values()) {
        DriftRow r = row(rows, wave, sign);
        line.add(r == null ? Cell.words("") : cell(r, own, rules));
      }
      cells.add(line);
    }
    return new FigureTable(
        own ? "Signs around your organisation" : "Organisations in which a sign was seen",
        headings,
        cells);
  }

  private static Cell cell(DriftRow r, boolean own, DisclosureRules rules) {
    String why = r.visibility().words(rules.people());
    if (own) {
      return r.here() == null ? Cell.hidden(why) : Cell.words(r.here() ? "seen" : "not seen");
    }
    return r.noticed() == null
        ? Cell.hidden(why)
        : new Cell(r.noticed() + " of " + r.organisations(), true, false);
  }

  private static DriftRow row(List<DriftRow> rows, WaveRow wave, Drift sign) {
    return rows.stream()
        .filter(r -> r.wave().equals(wave.wave()) && r.sign() == sign)
        .findFirst()
        .orElse(null);
  }
}
