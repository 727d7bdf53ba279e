package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * Numbers with their intervals on one scale, a row for each in the order they are given in: the
 * interval is drawn first, then the point.
 *
 * @param rows in the order of the form
 * @param from where the scale starts
 * @param to where it ends
 * @param line a value to hold the points against, or null
 * @param ends what the two ends of the scale mean
 * @param decimals of a number beside a mark
 * @param unit what follows a number: " %" or nothing
 */
public record IntervalRows(
    List<Row> rows, double from, double to, Double line, Ends ends, int decimals, String unit)
    implements Chart {

  /** What lies at the two ends, in a word or two: "less", "more". */
  public record Ends(String low, String high) {}

  /**
   * A number.
   *
   * @param heading what it belongs to, told once for all that follow each other; may be empty
   * @param name its own name
   * @param value or null when hidden
   * @param low lower end of its interval, or null where there is none
   * @param hidden why it is hidden, or null
   */
  public record Row(
      String heading, String name, Double value, Double low, Double high, String hidden) {}

  public IntervalRows {
    rows = List.copyOf(rows);
    if (!(to > from)) {
      throw new IllegalArgumentException("No scale goes from " + from + " to " + to + ".");
    }
  }

  private record Scale(double left, double wide, double from, double to) {
    double x(double value) {
      return left + (Math.max(from, Math.min(to, value)) - from) / (to - from) * wide;
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    double heading = widest(true);
    double names = wide && heading > 0 ? heading + 22 : 0;
    double left = wide ? Math.min(width * 0.5, names + widest(false) + 30) : 6;
    double right = wide ? 64 : 52;
    Scale scale = new Scale(left, width - left - right, from, to);
    double y = 18;
    double first = y;
    String before = "";
    for (Row row : rows) {
      if (!row.heading().equals(before)) {
        y += before.isEmpty() ? 0 : 12;
        svg.text(0, y + 5, row.heading(), fill(INK).and("class", "b"));
        y += wide ? 0 : 26;
        before = row.heading();
      }
      y = name(svg, row.name(), names, y, wide ? left - names - 16 : width, wide);
      double at = wide ? y : y + 24;
      if (line != null && !wide && row.value() != null) {
        // Short, so that it does not run through the names.
        svg.line(scale.x(line), at - 13, scale.x(line), at + 13, dashed());
      }
      row(svg, row, scale, at, width);
      y = at + (wide ? 36 : 32);
    }
    double foot = y - 10;
    if (line != null && wide) {
      svg.line(scale.x(line), first - 16, scale.x(line), foot, dashed());
    }
    axis(svg, scale, foot);
    return svg.drawn(width, foot + 30);
  }

  private static Svg.Look dashed() {
    return stroke(INK_2, 1.25).and("stroke-dasharray", "5 4");
  }

  private double widest(boolean heading) {
    return rows.stream()
        .mapToDouble(r -> Svg.widthOf(heading ? r.heading() : r.name(), 15) * 1.05)
        .max()
        .orElse(0);
  }

  /** The name, in as many lines as it needs; gives the height its last line stands at. */
  private static double name(Svg svg, String name, double x, double y, double room, boolean wide) {
    List<String> lines = EventLabels.wrapped(name, (int) Math.max(12, room / 7.4));
    double at = y;
    for (int i = 0; i < lines.size(); i++) {
      at = y + i * 20;
      svg.text(x, at + 5, lines.get(i), fill(wide ? INK : INK_2));
    }
    return at;
  }

  private void row(Svg svg, Row row, Scale scale, double y, int width) {
    if (row.value() == null) {
      svg.rect(scale.left() + 0.5, y - 9, 40, 18, svg.hatched());
      String why =
          Svg.fitting(
              row.hidden() == null ? "hidden" : row.hidden(), 15, width - scale.left() - 56);
      svg.text(scale.left() + 52, y + 5, why, fill(INK_2));
      return;
    }
    svg.line(scale.left(), y, scale.left() + scale.wide(), y, stroke(STONE_2, 1));
    if (row.low() != null) {
      double a = scale.x(row.low());
      double b = scale.x(row.high());
      svg.rect(
          a, y - 6, Math.max(1, b - a), 12, fill(BLUE_PALE).and("stroke", BLUE_EDGE).and("rx", 6));
    }
    svg.circle(scale.x(row.value()), y, 5, fill(BLUE).and("stroke", "#ffffff"));
    svg.boldCount(width, y + 5, Svg.said(row.value(), decimals) + unit, 15, end(fill(INK)));
  }

  private void axis(Svg svg, Scale scale, double y) {
    double right = scale.left() + scale.wide();
    svg.line(scale.left(), y, right, y, stroke(STONE_2, 1));
    svg.text(scale.left(), y + 22, ends.low(), fill(INK_2).and("font-size", 14));
    svg.text(right, y + 22, ends.high(), end(fill(INK_2).and("font-size", 14)));
    if (line != null) {
      String words = Svg.said(line, line == 0 ? 0 : decimals);
      double half = Svg.widthOf(words, 14) / 2;
      double x = scale.x(line);
      boolean free =
          x - half > scale.left() + Svg.widthOf(ends.low(), 14) + 10
              && x + half < right - Svg.widthOf(ends.high(), 14) - 10;
      if (free) {
        svg.count(x, y + 22, words, 14, middle(fill(INK_2)));
      }
    }
  }
}
