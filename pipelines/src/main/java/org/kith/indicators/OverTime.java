package org.kith.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kith.instrument.Instrument;
import org.kith.published.ControlPointRow;
import org.kith.published.LevelRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.XmR;

/**
 * How shares and mean scores move over waves (statistic 11): an XmR chart for everyone, every place
 * and every organisation.
 *
 * <p>Limits rest on the first twelve waves with a figure and stand still from then on; with fewer
 * they are trial limits. A wave in which others have a figure but this unit has none, or a hidden
 * one, is a gap that breaks runs. A wave in which nobody has a figure is left out: a question asked
 * every other quarter has a chart of every other quarter.
 *
 * <p>It reads exact figures and published ones alike. Published charts are made from published
 * figures, so that a chart says no more than they do.
 */
public final class OverTime {
  private OverTime() {}

  private record Series(String instrument, String measure, Scope scope, String unit) {}

  private record Measure(String instrument, String measure) {}

  private record Figure(Series series, String wave, Double value, Visibility visibility) {
    Measure measure() {
      return new Measure(series.instrument, series.measure);
    }
  }

  /**
   * A point for every row, hidden ones included, of a measure and wave in which some unit has a
   * figure; so none for items that count nothing. Points come by instrument, the items' before the
   * scale's, in the rows' order.
   *
   * @param levels shares of items
   * @param scales mean scores
   */
  public static List<ControlPointRow> of(List<LevelRow> levels, List<ScaleRow> scales) {
    Map<String, List<Figure>> instruments = new LinkedHashMap<>();
    for (LevelRow row : levels) {
      add(
          instruments,
          new Figure(
              new Series(row.instrument(), row.item(), row.scope(), row.unit()),
              row.wave(),
              row.percent(),
              row.visibility()));
    }
    for (ScaleRow row : scales) {
      add(
          instruments,
          new Figure(
              new Series(row.instrument(), Instrument.SCALE, row.scope(), row.unit()),
              row.wave(),
              row.mean(),
              row.visibility()));
    }
    return instruments.values().stream().flatMap(figures -> points(figures).stream()).toList();
  }

  private static void add(Map<String, List<Figure>> instruments, Figure figure) {
    instruments.computeIfAbsent(figure.series.instrument, i -> new ArrayList<>()).add(figure);
  }

  private static List<ControlPointRow> points(List<Figure> figures) {
    Map<Measure, SortedSet<String>> waves = new HashMap<>();
    Map<Series, Map<String, Double>> values = new HashMap<>();
    for (Figure figure : figures) {
      if (figure.value != null) {
        waves.computeIfAbsent(figure.measure(), m -> new TreeSet<>()).add(figure.wave);
        values.computeIfAbsent(figure.series, s -> new HashMap<>()).put(figure.wave, figure.value);
      }
    }
    Map<Series, Map<String, XmR.Point>> charts = new HashMap<>();
    List<ControlPointRow> rows = new ArrayList<>();
    for (Figure figure : figures) {
      SortedSet<String> axis = waves.get(figure.measure());
      if (axis == null || !axis.contains(figure.wave)) {
        continue;
      }
      XmR.Point point =
          charts
              .computeIfAbsent(figure.series, s -> chart(axis, values.getOrDefault(s, Map.of())))
              .get(figure.wave);
      rows.add(row(figure, point));
    }
    return rows;
  }

  private static Map<String, XmR.Point> chart(SortedSet<String> axis, Map<String, Double> values) {
    double[] series =
        axis.stream().mapToDouble(wave -> values.getOrDefault(wave, Double.NaN)).toArray();
    List<XmR.Point> points = XmR.of(series, new int[0], XmR.LOCKABLE).points();
    Map<String, XmR.Point> chart = new HashMap<>();
    int i = 0;
    for (String wave : axis) {
      chart.put(wave, points.get(i++));
    }
    return chart;
  }

  private static ControlPointRow row(Figure figure, XmR.Point point) {
    return new ControlPointRow(
        figure.series.instrument,
        figure.series.measure,
        figure.series.scope,
        figure.series.unit,
        figure.wave,
        point.value(),
        point.centre(),
        point.lower(),
        point.upper(),
        point.baseline(),
        point.trial(),
        point.signal(),
        figure.visibility);
  }
}
