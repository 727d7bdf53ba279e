package org.kith.pages.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.charts.ControlChart;
import org.kith.charts.Part;
import org.kith.charts.Thumbnail;
import org.kith.evidence.Pin;
import org.kith.learning.FigureId;
import org.kith.learning.Funnel;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.PeriodRow;
import org.kith.published.Signal;
import org.kith.published.ThemePeriodRow;
import org.kith.published.Visibility;

/** Figures in the size of a stamp, from the rows of their snapshot. */
final class Thumbnails {
  private Thumbnails() {}

  /** The drawing of a figure or a theme. */
  static String of(View view, Pin pin) {
    String id = "pin-" + pin.id();
    if (pin.kind() == Pin.Kind.THEME) {
      return theme(view, pin.figure(), id);
    }
    Optional<FigureId> parsed = FigureId.parse(pin.figure());
    Optional<Unit> unit =
        parsed.flatMap(
            f ->
                view.units().stream()
                    .filter(u -> u.scope() == f.scope() && u.id().equals(f.unit()))
                    .findFirst());
    if (parsed.isEmpty() || unit.isEmpty()) {
      return Thumbnail.plain(id);
    }
    FigureId f = parsed.get();
    return switch (f.indicator()) {
      case OVER_TIME -> Thumbnail.line(points(view, f, unit.get()), id);
      case DISTRIBUTION -> parts(view, f, unit.get(), id);
      case LEVEL -> level(view, f, unit.get(), id);
      case SCALE_SCORE ->
          view.scale(f.instrument(), f.wave(), unit.get())
              .filter(s -> s.median() != null)
              .flatMap(
                  s ->
                      view.instrument(f.instrument())
                          .map(
                              i ->
                                  Thumbnail.score(
                                      i.scaleMin(),
                                      i.scaleMax(),
                                      s.lowerQuartile(),
                                      s.median(),
                                      s.upperQuartile(),
                                      id)))
              .orElse(Thumbnail.plain(id));
      case BETWEEN, POOLED ->
          view.spread(f.instrument(), f.measure(), f.wave())
              .filter(s -> !s.others().isEmpty())
              .map(s -> Thumbnail.marks(s.others(), id))
              .orElse(Thumbnail.plain(id));
      case RESPONDENTS ->
          Thumbnail.groups(
              view.respondents(f.instrument(), f.wave(), unit.get()).stream()
                  .map(
                      r ->
                          new Thumbnail.Group(
                              r.visibility() == Visibility.SHOWN ? r.percent() : null,
                              r.residents()))
                  .toList(),
              id);
      case RELIABILITY ->
          Thumbnail.line(
              view.measured().reliability(f.instrument()).stream()
                  .map(
                      r ->
                          new ControlChart.Point(
                              r.wave(), r.alpha(), r.alpha() == null ? "hidden" : null, null, null))
                  .toList(),
              id);
      case CHANGE ->
          Thumbnail.line(
              view.measured().changes(f.instrument(), f.measure(), unit.get()).stream()
                  .map(
                      r ->
                          new ControlChart.Point(
                              r.to(),
                              r.difference(),
                              r.difference() == null ? "hidden" : null,
                              null,
                              null))
                  .toList(),
              id);
      case FUNNEL ->
          view.funnel(f.instrument(), f.measure(), f.wave())
              .filter(s -> !s.others().isEmpty())
              .map(s -> Thumbnail.marks(s.others().stream().map(Funnel.Dot::value).toList(), id))
              .orElse(Thumbnail.plain(id));
      default -> Thumbnail.plain(id);
    };
  }

  private static List<ControlChart.Point> points(View view, FigureId f, Unit unit) {
    Map<String, ControlPointRow> byWave = new HashMap<>();
    view.controlPoints(f.instrument(), f.measure(), unit).forEach(p -> byWave.put(p.wave(), p));
    return view.waves().stream()
        .map(
            w -> {
              ControlPointRow p = byWave.get(w.wave());
              if (p == null) {
                return new ControlChart.Point(w.label(), null, null, null, null);
              }
              boolean trial = Boolean.TRUE.equals(p.trial());
              return new ControlChart.Point(
                  w.label(),
                  p.value(),
                  p.value() == null ? "hidden" : null,
                  p.lower() == null
                      ? null
                      : new ControlChart.Band(p.lower(), p.centre(), p.upper(), trial),
                  p.signal() == null || p.signal() == Signal.NONE ? null : p.signal().words());
            })
        .toList();
  }

  private static String parts(View view, FigureId f, Unit unit, String id) {
    Map<Integer, DistributionRow> byCode = new HashMap<>();
    view.distribution(f.instrument(), f.measure(), f.wave(), unit)
        .forEach(r -> byCode.put(r.code(), r));
    List<Part> parts = new ArrayList<>();
    view.answers(f.instrument(), f.measure()).stream()
        .filter(a -> !a.excluded())
        .forEach(
            a -> {
              DistributionRow row = byCode.get(a.code());
              parts.add(
                  row == null || row.visibility() == Visibility.SHOWN
                      ? Part.shown(a.brief(), row == null ? 0 : row.people())
                      : Part.hidden(a.brief(), "hidden"));
            });
    return parts.isEmpty() || byCode.isEmpty() ? Thumbnail.plain(id) : Thumbnail.bar(parts, id);
  }

  private static String level(View view, FigureId f, Unit unit, String id) {
    return view.level(f.instrument(), f.measure(), f.wave(), unit)
        .map(
            l -> {
              Integer of10 = l.percent() == null ? null : (int) Math.round(l.percent() / 10);
              return Thumbnail.squares(List.of(new Thumbnail.Row("of 10", of10, 10)), id);
            })
        .orElse(Thumbnail.plain(id));
  }

  /** In how many organisations it came up, in the latest quarter and the one before. */
  private static String theme(View view, String theme, String id) {
    Map<String, ThemePeriodRow> rows = view.heard().theme(theme, Unit.ALL);
    List<PeriodRow> quarters = new ArrayList<>();
    view.heard()
        .latest()
        .ifPresent(
            p -> {
              view.heard().before(p.period()).ifPresent(quarters::add);
              quarters.add(p);
            });
    List<Thumbnail.Row> drawn = new ArrayList<>();
    for (PeriodRow quarter : quarters) {
      ThemePeriodRow row = rows.get(quarter.period());
      if (row != null) {
        String season = quarter.label().replaceAll(" .*$", "");
        boolean told = row.organisations() != null && row.contributing() != null;
        drawn.add(
            new Thumbnail.Row(
                season, told ? row.organisations() : null, told ? row.contributing() : 10));
      }
    }
    return drawn.isEmpty() ? Thumbnail.plain(id) : Thumbnail.squares(drawn, id);
  }
}
