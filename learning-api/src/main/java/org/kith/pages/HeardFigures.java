package org.kith.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.LevelRungs;
import org.kith.charts.PresenceGrid;
import org.kith.charts.QuarterRows;
import org.kith.charts.StillOpen;
import org.kith.learning.Heard;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.BarrierRow;
import org.kith.published.CadenceRow;
import org.kith.published.CarriedRow;
import org.kith.published.PeriodRow;
import org.kith.published.Scope;
import org.kith.published.ThemePeriodRow;
import org.kith.published.ThemeRow;
import org.kith.published.Visibility;
import org.kith.published.WordRow;
import org.kith.words.Listening;
import org.kith.words.Numbers;
import org.kith.words.Spoken;
import org.kith.words.Taps;

/** The figures about everything people wrote. */
final class HeardFigures {
  private final View view;
  private final Heard heard;
  private final HeardPlace place;
  private final List<String> quarters;

  HeardFigures(View view) {
    this.view = view;
    this.heard = view.heard();
    this.place = new HeardPlace(view, "");
    this.quarters = Heading.all(heard);
  }

  /** The words that moved in the latest quarter. */
  Optional<Figure> words() {
    List<WordRow> words = heard.latest().map(p -> heard.words(p.period())).orElse(List.of());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> rows =
        words.stream()
            .map(
                w ->
                    List.of(
                        Cell.words(w.phrase()),
                        Cell.words(
                            switch (w.movement()) {
                              case EMERGING -> "newly said";
                              case FADING -> "said less";
                              case STEADY -> "as before";
                            }),
                        Cell.number(w.authors()),
                        Cell.number(w.teams()),
                        Cell.number(w.organisations()),
                        Cell.number(w.z())))
            .toList();
    return Optional.of(
        place.figure(
            "words",
            Spoken.emerging(words),
            Spoken.fading(words)
                + " Only words and phrases that at least "
                + Heard.STAFF
                + " authors of three teams and three organisations used are looked at; the list is"
                + " alphabetical.",
            null,
            Listening.WORDS,
            new FigureTable(
                "Words that moved, " + heard.latest().orElseThrow().label(),
                List.of("Word or phrase", "Moved", "Authors", "Teams", "Organisations", "z"),
                rows)));
  }

  /** In how many organisations each theme came up. */
  Optional<Figure> spread() {
    Optional<PeriodRow> latest = heard.latest();
    if (latest.isEmpty() || heard.themes().isEmpty()) {
      return Optional.empty();
    }
    String period = latest.get().period();
    List<PresenceGrid.Row> dots = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (ThemeRow theme : heard.themes()) {
      ThemePeriodRow row = heard.theme(theme.theme(), Unit.ALL).get(period);
      if (row == null) {
        continue;
      }
      dots.add(Presence.row(theme.name(), row));
      rows.add(Presence.cells(theme.name(), row));
    }
    return Optional.of(
        place.figure(
            "spread",
            "Some things are met in many organisations, some in few",
            Presence.READS,
            new PresenceGrid(dots),
            Listening.THEMES,
            new FigureTable(
                "Organisations that hold each theme, " + latest.get().label(),
                List.of("Theme", "Hold it", "Shared anything", "Evenness"),
                rows)));
  }

  /** Barriers raised and answered at each level. */
  Optional<Figure> ladder() {
    if (heard.ladder().isEmpty()) {
      return Optional.empty();
    }
    List<LevelRungs.Rung> rungs =
        heard.ladder().stream()
            .map(
                r ->
                    new LevelRungs.Rung(
                        Taps.level(r.level()),
                        r.raised(),
                        r.answered(),
                        HeardPlace.why(r.visibility())))
            .toList();
    List<List<Cell>> rows =
        heard.ladder().stream()
            .map(
                r ->
                    List.of(
                        Cell.words(Taps.level(r.level())),
                        HeardPlace.count(r.raised(), r.visibility()),
                        HeardPlace.count(r.answered(), r.visibility())))
            .toList();
    return Optional.of(
        place.figure(
            "levels",
            Spoken.ladder(heard.ladder()),
            "Over all quarters and everyone. A level stands for a relationship, the closest at the"
                + " foot. "
                + place.counting(),
            new LevelRungs(
                rungs, "named something that got in the way", "saw somebody carry on from it"),
            Listening.LEVELS,
            new FigureTable(
                "Barriers raised and answered, by level",
                List.of("Level", "Raised", "Answered"),
                rows)));
  }

  /** What got in the way, over the quarters. */
  Optional<Figure> barriers() {
    Map<String, Map<String, BarrierRow>> byBarrier = new LinkedHashMap<>();
    heard
        .barriers()
        .forEach(
            r ->
                byBarrier
                    .computeIfAbsent(r.barrier(), b -> new LinkedHashMap<>())
                    .put(r.period(), r));
    if (byBarrier.isEmpty()) {
      return Optional.empty();
    }
    List<QuarterRows.Row> lines = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    byBarrier.forEach(
        (barrier, byPeriod) -> {
          List<QuarterRows.Cell> cells = new ArrayList<>();
          List<Cell> row = new ArrayList<>(List.of(Cell.words(Taps.barrier(barrier))));
          for (PeriodRow period : heard.periods()) {
            BarrierRow r = byPeriod.get(period.period());
            cells.add(r == null ? EMPTY : cell(number(r.authors()), r.visibility()));
            row.add(r == null ? Cell.words("") : HeardPlace.count(r.authors(), r.visibility()));
          }
          lines.add(new QuarterRows.Row(Taps.barrier(barrier), cells));
          rows.add(row);
        });
    return Optional.of(
        place.figure(
            "barriers",
            "What people said got in the way",
            "How many authors named each, quarter by quarter, in the order of the form. "
                + place.counting(),
            new QuarterRows(quarters, lines, "", null),
            Listening.BARRIERS,
            new FigureTable(
                "Authors who named each barrier, by quarter", headings("Barrier"), rows)));
  }

  /** What carried progress, from outside the person to within. */
  Optional<Figure> carried() {
    List<CarriedRow> all = heard.carried().stream().filter(r -> r.scope() == Scope.ALL).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<QuarterRows.Row> lines = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (String carrier : Taps.FROM_OUTSIDE_TO_WITHIN) {
      List<QuarterRows.Cell> cells = new ArrayList<>();
      List<Cell> row = new ArrayList<>(List.of(Cell.words(Taps.carried(carrier))));
      for (PeriodRow period : heard.periods()) {
        Optional<CarriedRow> r = carried(all, carrier, period.period());
        cells.add(r.map(c -> cell(c.percent(), c.visibility())).orElse(EMPTY));
        row.add(r.map(c -> HeardPlace.percent(c.percent(), c.visibility())).orElse(Cell.words("")));
      }
      lines.add(new QuarterRows.Row(Taps.carried(carrier), cells));
      rows.add(row);
    }
    List<CarriedRow> person =
        heard.periods().stream()
            .map(p -> carried(all, "person", p.period()))
            .flatMap(Optional::stream)
            .filter(r -> r.percent() != null)
            .toList();
    return Optional.of(
        place.figure(
            "carried",
            person.isEmpty()
                ? Spoken.carried(null, null)
                : Spoken.carried(person.get(0), person.get(person.size() - 1)),
            "Of 100 authors who said what carried progress, how many named each; one can name"
                + " several. From what comes from outside the person to what comes from within. "
                + place.counting(),
            new QuarterRows(quarters, lines, Numbers.HARD + "%", null),
            Listening.CARRIED,
            new FigureTable(
                "Of 100 who said what carried progress, by quarter",
                headings("What carried it"),
                rows)));
  }

  private static Optional<CarriedRow> carried(List<CarriedRow> all, String carrier, String period) {
    return all.stream()
        .filter(r -> r.carried().equals(carrier) && r.period().equals(period))
        .findFirst();
  }

  /** In how many weeks teams wrote: everyone's, and one's own organisation's. */
  Optional<Figure> cadence() {
    Map<String, CadenceRow> everyone = heard.cadence(Unit.ALL);
    if (everyone.isEmpty()) {
      return Optional.empty();
    }
    List<QuarterRows.Row> lines = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    strip("Everyone together", everyone, lines, rows);
    view.mine()
        .map(o -> new Unit(Scope.ORGANISATION, o.organisation(), o.name()))
        .ifPresent(u -> strip(u.name(), heard.cadence(u), lines, rows));
    CadenceRow last = heard.latest().map(p -> everyone.get(p.period())).orElse(null);
    return Optional.of(
        place.figure(
            "cadence",
            Spoken.cadence(last),
            "Of 100 team-weeks in a quarter, those in which anybody in the team shared anything."
                + " Teams of fewer than "
                + Heard.STAFF
                + " people are not in it, and nothing here is about a person.",
            new QuarterRows(
                quarters, lines, Numbers.HARD + "%", "quiet periods we cannot see into"),
            Listening.CADENCE,
            new FigureTable(
                "Of 100 team-weeks, those in which anything was shared",
                headings("Teams of"),
                rows)));
  }

  private void strip(
      String name,
      Map<String, CadenceRow> byPeriod,
      List<QuarterRows.Row> lines,
      List<List<Cell>> rows) {
    if (byPeriod.isEmpty()) {
      return;
    }
    List<QuarterRows.Cell> cells = new ArrayList<>();
    List<Cell> row = new ArrayList<>(List.of(Cell.words(name)));
    for (PeriodRow period : heard.periods()) {
      CadenceRow r = byPeriod.get(period.period());
      cells.add(r == null ? EMPTY : cell(r.percent(), r.visibility()));
      row.add(r == null ? Cell.words("") : HeardPlace.percent(r.percent(), r.visibility()));
    }
    lines.add(new QuarterRows.Row(name, cells));
    rows.add(row);
  }

  /** How long what was raised stays open. */
  Optional<Figure> loops() {
    if (heard.loops().isEmpty()) {
      return Optional.empty();
    }
    List<StillOpen.Day> days =
        heard.loops().stream()
            .map(
                r ->
                    new StillOpen.Day(
                        r.days(),
                        r.open(),
                        r.low(),
                        r.high(),
                        r.open() == null ? HeardPlace.why(r.visibility()) : null))
            .toList();
    List<List<Cell>> rows =
        heard.loops().stream()
            .map(
                r ->
                    List.of(
                        Cell.words(r.days() + " days"),
                        HeardPlace.percent(r.open(), r.visibility()),
                        r.low() == null
                            ? Cell.hidden(HeardPlace.why(r.visibility()))
                            : Cell.words(
                                String.format(Locale.ROOT, "%.1f to %.1f", r.low(), r.high())),
                        HeardPlace.count(r.authors(), r.visibility())))
            .toList();
    return Optional.of(
        place.figure(
            "loops",
            Spoken.loops(heard.loops()),
            "Something is closed when a later reflection carries on from it. The pale bar is how"
                + " far chance could have moved the point; what is still being watched counts for"
                + " as long as it has been.",
            new StillOpen(days),
            Listening.LOOPS,
            new FigureTable(
                "Of 100 things raised, still open (Kaplan–Meier)",
                List.of("After", "Still open", "95 % interval", "Authors still watched"),
                rows)));
  }

  private static final QuarterRows.Cell EMPTY = new QuarterRows.Cell(null, null);

  private static QuarterRows.Cell cell(Double value, Visibility visibility) {
    return new QuarterRows.Cell(value, value == null ? HeardPlace.why(visibility) : null);
  }

  private static Double number(Integer people) {
    return people == null ? null : Double.valueOf(people);
  }

  private List<String> headings(String first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(quarters);
    return all;
  }

  /** Every figure there is, for those who ask for one by name. */
  List<Figure> all() {
    return List.of(words(), spread(), ladder(), barriers(), carried(), cadence(), loops()).stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
