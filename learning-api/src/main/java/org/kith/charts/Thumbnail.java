package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_WASH;
import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_1;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/** A chart in the size of a stamp: enough to know it by, with its sentence beside it. */
public final class Thumbnail {
  private static final int WIDE = 300;
  private static final int TALL = 96;
  private static final double EDGES = 12;
  private static final List<String> SHADES =
      List.of(BLUE, BLUE_EDGE, Svg.BLUE_PALE, BLUE_WASH, STONE_1);

  private Thumbnail() {}

  /**
   * A control chart.
   *
   * @param points in time order
   * @param id of the drawing, unique on its page
   */
  public static String line(List<ControlChart.Point> points, String id) {
    Svg svg = new Svg(id);
    List<Double> all = new ArrayList<>();
    for (ControlChart.Point p : points) {
      if (p.value() != null) {
        all.add(p.value());
      }
      if (p.band() != null) {
        all.addAll(List.of(p.band().lower(), p.band().upper()));
      }
    }
    double low = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double size = high - low == 0 ? 1 : high - low;
    double step = (WIDE - 2 * EDGES) / Math.max(1, points.size() - 1);
    for (int i = 0; i < points.size(); i++) {
      ControlChart.Band band = points.get(i).band();
      if (band != null) {
        double from = Math.max(0, EDGES + (i - 0.5) * step);
        double to = Math.min(WIDE, EDGES + (i + 0.5) * step);
        double top = y(band.upper(), low, size);
        double foot = y(band.lower(), low, size);
        svg.rect(from, top, to - from, foot - top, fill(BLUE_WASH));
        svg.line(from, top, to, top, stroke(BLUE_EDGE, 1));
        svg.line(from, foot, to, foot, stroke(BLUE_EDGE, 1));
      }
    }
    StringBuilder way = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Double value = points.get(i).value();
      if (value != null) {
        way.append(number(EDGES + i * step)).append(',').append(number(y(value, low, size)));
        way.append(' ');
      }
      if ((value == null || i == points.size() - 1) && way.length() > 0) {
        svg.path(way.toString().trim(), stroke(BLUE, 1.5));
        way.setLength(0);
      }
    }
    for (int i = 0; i < points.size(); i++) {
      Double value = points.get(i).value();
      double x = EDGES + i * step;
      if (points.get(i).hidden() != null) {
        svg.rect(x - 3, TALL - 14, 6, 12, svg.hatched());
      } else if (value != null && points.get(i).unlike() != null) {
        double y = y(value, low, size);
        svg.circle(x, y, 7.5, fill("#ffffff").and("stroke", INK).and("stroke-width", "1.5"));
        svg.circle(x, y, 3.5, fill(INK));
      } else if (value != null) {
        svg.circle(x, y(value, low, size), 3, fill(BLUE));
      }
    }
    return svg.drawn(WIDE, TALL);
  }

  private static double y(double value, double low, double size) {
    return TALL - EDGES - (value - low) / size * (TALL - 2 * EDGES);
  }

  /**
   * A row of counted squares.
   *
   * @param filled how many are filled, or null when that is hidden
   */
  public record Row(String label, Integer filled, int of) {}

  /** Counted squares, one row for each thing counted. */
  public static String squares(List<Row> rows, String id) {
    Svg svg = new Svg(id);
    int most = rows.stream().mapToInt(Row::of).max().orElse(1);
    double left = 92;
    double step = Math.min(19, (WIDE - left) / Math.max(1, most));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = rows.size() == 1 ? 40 : 18 + i * 44.0;
      svg.text(0, y + 13, row.label(), fill(INK_2).and("font-size", 17));
      for (int k = 0; k < row.of(); k++) {
        Svg.Look look =
            row.filled() == null
                ? svg.hatched()
                : k < row.filled() ? fill(BLUE) : fill("#ffffff").and("stroke", EDGE);
        svg.rect(left + k * step, y, step - 4, step - 4, look);
      }
    }
    return svg.drawn(WIDE, TALL);
  }

  /** The answers people gave, side by side in the order they were offered. */
  public static String bar(List<Part> parts, String id) {
    Svg svg = new Svg(id);
    int total = parts.stream().filter(p -> !p.isHidden()).mapToInt(Part::people).sum();
    double[] sizes = Part.sizes(parts, Math.max(1, total));
    double all = 0;
    for (double size : sizes) {
      all += size;
    }
    double x = 1;
    for (int i = 0; i < parts.size(); i++) {
      double wide = sizes[i] / all * (WIDE - 2);
      Svg.Look look =
          parts.get(i).isHidden()
              ? svg.hatched()
              : fill(SHADES.get(i * SHADES.size() / parts.size())).and("stroke", BLUE_EDGE);
      svg.rect(x, 30, wide, 40, look);
      x += wide;
    }
    return svg.drawn(WIDE, TALL);
  }

  /** Where the middle half of people's scores lies on the line of every score there can be. */
  public static String score(
      double min, double max, double lower, double median, double upper, String id) {
    Svg svg = new Svg(id);
    double size = (WIDE - 2 * EDGES) / (max - min);
    svg.line(EDGES, 48, WIDE - EDGES, 48, stroke(EDGE, 1.5));
    svg.rect(
        EDGES + (lower - min) * size,
        36,
        (upper - lower) * size,
        24,
        fill(BLUE_WASH).and("stroke", BLUE_EDGE));
    svg.circle(EDGES + (median - min) * size, 48, 5, fill(BLUE));
    return svg.drawn(WIDE, TALL);
  }

  /** Marks without names and in no order, on a line. */
  public static String marks(List<Double> values, String id) {
    Svg svg = new Svg(id);
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double size = high - low == 0 ? 1 : high - low;
    svg.line(EDGES, 64, WIDE - EDGES, 64, stroke(EDGE, 1.5));
    for (double value : values) {
      double x = EDGES + (value - low) / size * (WIDE - 2 * EDGES);
      svg.line(x, 34, x, 62, stroke(BLUE, 3));
    }
    return svg.drawn(WIDE, TALL);
  }

  /**
   * A known group of those who answered.
   *
   * @param percent of those who answered, or null when hidden
   * @param residents of those who live here, or null when nobody knows
   */
  public record Group(Double percent, Double residents) {}

  /** Who answered, a column for each group, with a line where those who live here would be. */
  public static String groups(List<Group> groups, String id) {
    Svg svg = new Svg(id);
    double most = 1;
    for (Group group : groups) {
      most = Math.max(most, group.percent() == null ? 0 : group.percent());
      most = Math.max(most, group.residents() == null ? 0 : group.residents());
    }
    double foot = TALL - 6;
    double step = (WIDE - 2.0) / Math.max(1, groups.size());
    svg.line(0, foot, WIDE, foot, stroke(EDGE, 1));
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      double x = 1 + i * step;
      if (group.percent() == null) {
        svg.rect(x, foot - 20, step * 0.6, 20, svg.hatched());
      } else {
        double tall = group.percent() / most * (foot - 8);
        svg.rect(x, foot - tall, step * 0.6, tall, fill(Svg.BLUE_PALE).and("stroke", BLUE_EDGE));
      }
      if (group.residents() != null) {
        double y = foot - group.residents() / most * (foot - 8);
        svg.line(x - 1, y, x + step * 0.6 + 1, y, stroke(INK, 2));
      }
    }
    return svg.drawn(WIDE, TALL);
  }

  /** A sheet of paper, with what kind it is. */
  public static String sheet(String kind, String id) {
    Svg svg = new Svg(id);
    svg.path("2,4 46,4 62,20 62,92 2,92 2,4", stroke(INK_2, 1.5));
    svg.path("46,4 46,20 62,20", stroke(INK_2, 1.5));
    svg.text(32, 64, kind, Svg.middle(fill(INK).and("font-size", 17).and("class", "b")));
    return svg.drawn(WIDE, TALL);
  }

  /** Where there is a figure that cannot be drawn so small. */
  public static String plain(String id) {
    Svg svg = new Svg(id);
    svg.rect(1, 30, WIDE - 2, 40, svg.hatched());
    return svg.drawn(WIDE, TALL);
  }
}
