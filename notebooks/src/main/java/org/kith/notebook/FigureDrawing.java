package org.kith.notebook;

import java.awt.Color;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kith.notebook.Kith.Figure;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Drawings of indicators, one kind each, in two colours that mean nothing good or bad.
 *
 * <p>Organisations have no names in any of them and stand in no order. What is hidden is left out,
 * and the title says how much that is.
 */
final class FigureDrawing {
  static final Color BLUE = new Color(0x1f5285);
  static final Color OCHRE = new Color(0xb3731b);
  static final Color GREY = new Color(0x9a9a94);

  private static final int WIDTH = 820;
  private static final int HEIGHT = 380;

  private final Kith kith;

  FigureDrawing(Kith kith) {
    this.kith = kith;
  }

  Chart<?, ?> of(Figure figure) throws SQLException {
    String kind = figure.id().substring(0, figure.id().indexOf('.'));
    return switch (kind) {
      case "distribution" -> distribution(figure);
      case "level" -> overWaves(figure, "levels", "item", "percent", "low", "high");
      case "scale-score" -> overWaves(figure, "scales", null, "mean", "low", "high");
      case "reliability" -> overWaves(figure, "reliability", null, "alpha", "low", "high");
      case "over-time" -> overTime(figure);
      case "between" -> between(figure);
      case "pooled" -> pooled(figure);
      case "respondents" -> respondents(figure);
      case "change" -> changes(figure);
      case "panel" -> panel(figure);
      case "growth" -> growth(figure);
      case "predictors" -> predictors(figure);
      case "funnel" -> funnel(figure);
      default ->
          throw new IllegalArgumentException(
              "There is no drawing of '" + kind + "'; kith.indicator(id).rows() is its table.");
    };
  }

  // Kinds

  private Chart<?, ?> distribution(Figure figure) throws SQLException {
    Table of = figure.rows();
    Table rows =
        kith.ask(
            figure.id(),
            "select label, people as value"
                + " from distributions join answers using (instrument, item, code)"
                + " where instrument = ? and item = ? and wave = ? and scope = ? and unit = ?"
                + " order by answers.position",
            text(of, "instrument"),
            text(of, "item"),
            text(of, "wave"),
            text(of, "scope"),
            text(of, "unit"));
    List<String> labels = new ArrayList<>();
    for (Row row : rows) {
      labels.add(row.getString("label") + (row.isMissing("value") ? " (hidden)" : ""));
    }
    CategoryChart chart = bars(title(figure, rows), "people, to the nearest 5");
    turned(chart);
    // A hidden bar has no height: its label says that it is hidden.
    chart.addSeries("people", labels, list(rows, "value")).setFillColor(BLUE);
    return chart;
  }

  private Chart<?, ?> overWaves(
      Figure figure, String table, String item, String value, String low, String high)
      throws SQLException {
    Table of = figure.rows();
    List<Object> is = new ArrayList<>(List.of(text(of, "instrument")));
    String where = "instrument = ?";
    for (String column : new String[] {item, "scope", "unit"}) {
      if (column != null && of.columnNames().contains(column)) {
        where += " and " + column + " = ?";
        is.add(text(of, column));
      }
    }
    Table rows =
        kith.ask(
            figure.id(),
            "select label, %s as value, %s as low, %s as high from %s join waves using (wave)"
                    .formatted(value, low, high, table)
                + " where "
                + where
                + " order by waves.position",
            is.toArray());
    return intervals(title(figure, rows), rows, value);
  }

  private Chart<?, ?> overTime(Figure figure) throws SQLException {
    Table rows =
        kith.ask(
            figure.id(),
            "select label, value, centre, lower, upper from control_points join waves using (wave)"
                + " where instrument = ? and measure = ? and scope = ? and unit = ?"
                + " order by waves.position",
            text(figure.rows(), "instrument"),
            text(figure.rows(), "measure"),
            text(figure.rows(), "scope"),
            text(figure.rows(), "unit"));
    XYChart chart = points(title(figure, rows), rows.stringColumn("label").asList(), "");
    line(chart, "middle of the usual range", rows, "centre", OCHRE);
    line(chart, "edge of the usual range", rows, "lower", GREY);
    line(chart, "other edge", rows, "upper", GREY);
    Table shown = rows.where(rows.numberColumn("value").isNotMissing());
    var series =
        chart.addSeries("what people said", positions(rows, shown), numbers(shown, "value"));
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE);
    series.setLineColor(BLUE);
    return chart;
  }

  private static Chart<?, ?> between(Figure figure) {
    Row row = figure.rows().row(0);
    double icc = row.isMissing("icc") ? 0 : row.getDouble("icc");
    CategoryChart chart = bars(figure.title(), "of 100 parts of the difference");
    chart.getStyler().setStacked(true).setLegendVisible(true);
    chart.addSeries("between people", List.of(""), List.of(100 * (1 - icc))).setFillColor(GREY);
    chart.addSeries("between organisations", List.of(""), List.of(100 * icc)).setFillColor(BLUE);
    return chart;
  }

  /** Side by side without names, in the order that the rows were shuffled into. */
  private static Chart<?, ?> pooled(Figure figure) {
    Table rows = figure.rows().copy();
    rows.column("estimate").setName("value");
    rows.addColumns(StringColumn.create("label", rows.rowCount()));
    return intervals(title(figure, rows) + " (no names, no order)", rows, "");
  }

  private Chart<?, ?> respondents(Figure figure) {
    Table rows = figure.rows().where(figure.rows().numberColumn("percent").isNotMissing());
    List<String> groups = rows.stringColumn("group").asList();
    CategoryChart chart = bars(title(figure, figure.rows().rowCount() - rows.rowCount()), "of 100");
    turned(chart);
    chart.getStyler().setLegendVisible(true);
    chart.addSeries("of those who answered", groups, list(rows, "percent")).setFillColor(BLUE);
    chart.addSeries("of those who live here", groups, list(rows, "residents")).setFillColor(GREY);
    return chart;
  }

  private Chart<?, ?> changes(Figure figure) throws SQLException {
    Table rows =
        kith.ask(
            figure.id(),
            "select label, difference as value, low, high from changes"
                + " join waves on waves.wave = changes.to"
                + " where instrument = ? and measure = ? and scope = ? and unit = ?"
                + " order by waves.position",
            text(figure.rows(), "instrument"),
            text(figure.rows(), "measure"),
            text(figure.rows(), "scope"),
            text(figure.rows(), "unit"));
    XYChart chart = intervals(title(figure, rows), rows, "points since the wave before");
    double[] all = positions(rows, rows);
    var still =
        chart.addSeries(
            "no change", new double[] {all[0], all[all.length - 1]}, new double[] {0, 0});
    still.setMarker(SeriesMarkers.NONE).setLineColor(GREY);
    return chart;
  }

  private static Chart<?, ?> panel(Figure figure) {
    List<String> waves = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    List<Double> same = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    int hidden = 0;
    for (Row row : figure.rows()) {
      if (row.isMissing("up")) {
        hidden++;
        continue;
      }
      waves.add(row.getString("from") + " to " + row.getString("to"));
      up.add(row.getDouble("up"));
      same.add(row.getDouble("same"));
      down.add(row.getDouble("down"));
    }
    CategoryChart chart = bars(title(figure, hidden), "of 100 who answered both times");
    turned(chart);
    chart.getStyler().setStacked(true).setLegendVisible(true);
    chart.addSeries("moved down", waves, down).setFillColor(OCHRE);
    chart.addSeries("stayed", waves, same).setFillColor(GREY);
    chart.addSeries("moved up", waves, up).setFillColor(BLUE);
    return chart;
  }

  private static Chart<?, ?> growth(Figure figure) {
    Row row = figure.rows().row(0);
    if (row.isMissing("slope")) {
      throw new IllegalArgumentException(
          figure.id() + " is hidden: " + row.getString("visibility"));
    }
    double years = quarters(row.getString("from"), row.getString("to")) / 4.0;
    double[] x = {0, years};
    double start = row.getDouble("start");
    XYChart chart = points(figure.title(), List.of(), "");
    chart.getStyler().setXAxisTicksVisible(true).setLegendVisible(true);
    chart.setXAxisTitle("years since " + row.getString("from"));
    String[] ends = {"slopeLow", "slope", "slopeHigh"};
    for (String end : ends) {
      String column = end.replace("Low", "_low").replace("High", "_high");
      var series =
          chart.addSeries(
              end.equals("slope") ? "the mean line" : column.replace('_', ' '),
              x,
              new double[] {start, start + years * row.getDouble(column)});
      series.setMarker(SeriesMarkers.NONE);
      series.setLineColor(end.equals("slope") ? BLUE : GREY);
    }
    return chart;
  }

  private static int quarters(String from, String to) {
    return 4 * (Integer.parseInt(to.substring(0, 4)) - Integer.parseInt(from.substring(0, 4)))
        + to.charAt(5)
        - from.charAt(5);
  }

  private Chart<?, ?> predictors(Figure figure) throws SQLException {
    Table rows =
        kith.ask(
            figure.id(),
            "select \"group\" || ' beside ' || reference as label, within as value,"
                + " within_low as low, within_high as high from predictors"
                + " where instrument = ? and measure = ? and wave = ?",
            text(figure.rows(), "instrument"),
            text(figure.rows(), "measure"),
            text(figure.rows(), "wave"));
    return intervals(title(figure, rows), rows, "difference within an organisation");
  }

  private Chart<?, ?> funnel(Figure figure) throws SQLException {
    Row row = figure.rows().row(0);
    if (row.isMissing("pooled")) {
      throw new IllegalArgumentException(
          figure.id() + " is hidden: " + row.getString("visibility"));
    }
    boolean scale = row.getString("measure").equals("scale");
    Table shown =
        kith.ask(
            figure.id(),
            (scale
                    ? "select people as n, mean as value from scales where instrument = ?"
                    : "select answered as n, percent as value from levels where instrument = ?"
                        + " and item = '"
                        + row.getString("measure").replace("'", "''")
                        + "'")
                + " and wave = ? and scope = 'ORGANISATION' and visibility = 'SHOWN'",
            row.getString("instrument"),
            row.getString("wave"));
    XYChart chart = points(figure.title(), List.of(), "");
    chart.getStyler().setXAxisTicksVisible(true);
    chart.setXAxisTitle("people who answered");
    double pooled = row.getDouble("pooled");
    double tau = row.isMissing("tau") ? 0 : row.getDouble("tau");
    double most = shown.numberColumn("n").max();
    double[] n = IntStream.rangeClosed(1, 80).mapToDouble(i -> 5 + i * most / 80).toArray();
    for (double z : new double[] {-3.09, -1.96, 1.96, 3.09}) {
      double[] limit = new double[n.length];
      for (int i = 0; i < n.length; i++) {
        double variance =
            scale
                ? row.getDouble("sd") * row.getDouble("sd") / n[i]
                : pooled * (100 - pooled) / n[i];
        double at = pooled + z * Math.sqrt(variance + tau * tau);
        // No share lies outside 0 to 100; a score's ends its chart shows.
        limit[i] = scale ? at : Math.max(0, Math.min(100, at));
      }
      var series = chart.addSeries((z > 0 ? "+" : "") + z, n, limit);
      series.setMarker(SeriesMarkers.NONE).setLineColor(GREY);
    }
    var dots =
        chart.addSeries(
            "organisations, without names", numbers(shown, "n"), numbers(shown, "value"));
    dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    dots.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE);
    return chart;
  }

  // Parts

  /** Points with their intervals, side by side. */
  private static XYChart intervals(String title, Table rows, String unit) {
    Table shown = rows.where(rows.numberColumn("value").isNotMissing());
    XYChart chart = points(title, rows.stringColumn("label").asList(), unit);
    if (shown.isEmpty()) {
      throw new IllegalArgumentException("Everything here is hidden: there is nothing to draw.");
    }
    double[] x = positions(rows, shown);
    double[] low = numbers(shown, "low");
    double[] high = numbers(shown, "high");
    // The interval first. Its middle need not be the point.
    for (int i = 0; i < x.length; i++) {
      var bar =
          chart.addSeries(
              "interval " + i, new double[] {x[i], x[i]}, new double[] {low[i], high[i]});
      bar.setMarker(SeriesMarkers.NONE)
          .setLineColor(GREY)
          .setLineStyle(SeriesLines.SOLID)
          .setLineWidth(5);
    }
    var points = chart.addSeries("value", x, numbers(shown, "value"));
    points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    points.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE);
    return chart;
  }

  private static void line(XYChart chart, String name, Table rows, String column, Color colour) {
    Table there = rows.where(rows.numberColumn(column).isNotMissing());
    if (!there.isEmpty()) {
      var series = chart.addSeries(name, positions(rows, there), numbers(there, column));
      series.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(SeriesLines.SOLID);
    }
  }

  private static XYChart points(String title, List<String> labels, String unit) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).yAxisTitle(unit).build();
    calm(chart.getStyler());
    if (!labels.isEmpty()) {
      chart.getStyler().setXAxisLabelRotation(40).setXAxisMaxLabelCount(labels.size());
      chart.setCustomXAxisTickLabelsFormatter(
          x -> {
            int at = (int) Math.round(x) - 1;
            return at >= 0 && at < labels.size() && Math.abs(x - Math.round(x)) < 0.01
                ? labels.get(at)
                : "";
          });
    }
    return chart;
  }

  private static CategoryChart bars(String title, String unit) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .yAxisTitle(unit)
            .build();
    calm(chart.getStyler());
    return chart;
  }

  /** Long names under every bar. */
  private static void turned(CategoryChart chart) {
    chart.getStyler().setXAxisLabelRotation(20).setXAxisMaxLabelCount(100);
  }

  private static void calm(AxesChartStyler styler) {
    styler.setPlotGridLinesVisible(false);
    styler.setLegendVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
  }

  /** Where the shown rows stand among all, counted from 1. */
  private static double[] positions(Table all, Table shown) {
    List<String> labels = all.stringColumn("label").asList();
    List<String> kept = shown.stringColumn("label").asList();
    boolean named = labels.stream().distinct().count() == labels.size();
    return IntStream.range(0, kept.size())
        .mapToDouble(i -> named ? labels.indexOf(kept.get(i)) + 1 : i + 1)
        .toArray();
  }

  private static double[] numbers(Table rows, String column) {
    return rows.numberColumn(column).asDoubleArray();
  }

  private static List<Double> list(Table rows, String column) {
    return rows.numberColumn(column).asDoubleColumn().asList().stream()
        .map(v -> v == null ? 0 : v)
        .toList();
  }

  private static String text(Table rows, String column) {
    return rows.column(column).getString(0);
  }

  private static String title(Figure figure, Table rows) {
    return title(figure, rows.numberColumn("value").countMissing());
  }

  private static String title(Figure figure, int hidden) {
    return hidden == 0 ? figure.title() : figure.title() + " (" + hidden + " hidden)";
  }
}
