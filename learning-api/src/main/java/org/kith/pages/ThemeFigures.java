package org.kith.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.LevelRungs;
import org.kith.charts.PresenceGrid;
import org.kith.charts.QuarterDots;
import org.kith.learning.Heard;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.FigureTable.Cell;
import org.kith.published.PeriodRow;
import org.kith.published.ThemeLevelRow;
import org.kith.published.ThemePeriodRow;
import org.kith.published.ThemeRow;
import org.kith.words.Listening;
import org.kith.words.Numbers;
import org.kith.words.Spoken;
import org.kith.words.Taps;

/** The figures about one theme. */
final class ThemeFigures {
  private final Heard heard;
  private final ThemeRow theme;
  private final HeardPlace place;

  ThemeFigures(View view, ThemeRow theme) {
    this.heard = view.heard();
    this.theme = theme;
    this.place = new HeardPlace(view, theme.theme());
  }

  /** How many spoke of it in each quarter, everyone together. */
  Optional<Figure> time() {
    Map<String, ThemePeriodRow> rows = heard.theme(theme.theme(), Unit.ALL);
    ThemePeriodRow now = heard.latest().map(p -> rows.get(p.period())).orElse(null);
    String title =
        now == null || now.percent() == null
            ? "How many spoke of it this quarter is hidden"
            : Spoken.share(now);
    return dots("time", title, Spoken.moved(now), rows);
  }

  private Optional<Figure> dots(
      String id, String title, String moved, Map<String, ThemePeriodRow> byPeriod) {
    if (byPeriod.isEmpty()) {
      return Optional.empty();
    }
    List<QuarterDots.Point> points = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (PeriodRow period : heard.periods()) {
      ThemePeriodRow r = byPeriod.get(period.period());
      if (r == null) {
        points.add(new QuarterDots.Point(Heading.of(period), null, null, null, null));
        continue;
      }
      points.add(
          new QuarterDots.Point(
              Heading.of(period),
              r.percent(),
              r.low(),
              r.high(),
              r.percent() == null ? HeardPlace.why(r.visibility()) : null));
      rows.add(
          List.of(
              Cell.words(Heading.of(period)),
              HeardPlace.count(r.authors(), r.visibility()),
              HeardPlace.count(r.active(), r.visibility()),
              HeardPlace.percent(r.percent(), r.visibility()),
              r.low() == null
                  ? Cell.hidden(HeardPlace.why(r.visibility()))
                  : Cell.words(Numbers.range(r.low(), r.high()))));
    }
    return Optional.of(
        place.figure(
            id,
            title,
            (moved.isEmpty() ? "" : moved + " ")
                + "The pale bar is how far chance could have moved a point. It says nothing about"
                + " those who shared nothing. "
                + place.counting(),
            new QuarterDots(points),
            Listening.THEMES,
            new FigureTable(
                "Authors who spoke of “" + theme.name() + "”, by quarter",
                List.of("Quarter", "Spoke of it", "Shared anything", "Of 100", "95 % interval"),
                rows)));
  }

  /** In how many organisations it came up, quarter by quarter. */
  Optional<Figure> spread() {
    Map<String, ThemePeriodRow> byPeriod = heard.theme(theme.theme(), Unit.ALL);
    if (byPeriod.isEmpty()) {
      return Optional.empty();
    }
    List<PresenceGrid.Row> dots = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (PeriodRow period : heard.periods()) {
      ThemePeriodRow r = byPeriod.get(period.period());
      if (r != null) {
        dots.add(Presence.row(period.label(), r));
        rows.add(Presence.cells(period.label(), r));
      }
    }
    ThemePeriodRow now = heard.latest().map(p -> byPeriod.get(p.period())).orElse(null);
    ThemePeriodRow before =
        heard
            .latest()
            .flatMap(p -> heard.before(p.period()))
            .map(p -> byPeriod.get(p.period()))
            .orElse(null);
    String even = Spoken.even(now);
    return Optional.of(
        place.figure(
            "spread",
            Spoken.theme(theme.name(), now, before),
            (even.isEmpty() ? "" : even + " ") + Presence.READS,
            new PresenceGrid(dots),
            Listening.THEMES,
            new FigureTable(
                "Organisations that hold “" + theme.name() + "”, by quarter",
                List.of("Quarter", "Hold it", "Shared anything", "Evenness"),
                rows)));
  }

  /** At which level it is spoken of. */
  Optional<Figure> levels() {
    List<ThemeLevelRow> all =
        heard.themeLevels().stream().filter(r -> r.theme().equals(theme.theme())).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        place.figure(
            "levels",
            "Between whom it is met",
            "Over all quarters and everyone. A level stands for a relationship, the closest at the"
                + " foot. "
                + place.counting(),
            new LevelRungs(
                all.stream()
                    .map(
                        r ->
                            new LevelRungs.Rung(
                                Taps.level(r.level()),
                                r.authors(),
                                null,
                                HeardPlace.why(r.visibility())))
                    .toList(),
                "spoke of it at this level",
                ""),
            Listening.LEVELS,
            new FigureTable(
                "Authors who spoke of “" + theme.name() + "”, by level",
                List.of("Level", "Authors"),
                all.stream()
                    .map(
                        r ->
                            List.of(
                                Cell.words(Taps.level(r.level())),
                                HeardPlace.count(r.authors(), r.visibility())))
                    .toList())));
  }

  /** Every figure there is, for those who ask for one by name. */
  List<Figure> all() {
    return List.of(time(), spread(), levels()).stream().flatMap(Optional::stream).toList();
  }
}
