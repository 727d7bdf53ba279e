package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * A number with its interval over the quarters, each on its own: the interval is drawn first, then
 * the point. No line joins them, because no quarter leads to the next.
 *
 * @param points in time order
 * @param from where the vertical scale starts
 * @param to where it ends
 * @param line a value to hold the points against, or null
 * @param lineWords what it is
 * @param decimals of a number beside a mark
 * @param unit what follows a number: " %" or nothing
 */
public record WaveIntervals(
    List<Point> points,
    double from,
    double to,
    Double line,
    String lineWords,
    int decimals,
    String unit)
    implements Chart {

  /**
   * A quarter.
   *
   * @param label its name, ending in the year
   * @param value or null when hidden or not there
   * @param low lower end of its interval, or null where there is none
   * @param hidden why it is hidden, or null
   */
  public record Point(String label, Double value, Double low, Double high, String hidden) {}

  public WaveIntervals {
    points = List.copyOf(points);
    if (!(to > from)) {
      throw new IllegalArgumentException("No scale goes from " + from + " to " + to + ".");
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    Quarters quarters = new Quarters(points.stream().map(Point::label).toList());
    boolean anyHidden = points.stream().anyMatch(p -> p.hidden() != null);
    double top = anyHidden ? 34 : 18;
    double high = width >= 560 ? 220 : 190;
    double edge = width - Quarters.right(width);
    double foot = top + high;
    svg.line(0, foot, edge, foot, stroke(STONE_3, 1));
    if (line != null) {
      double y = y(line, top, high);
      svg.line(0, y, edge, y, stroke(INK_2, 1.25).and("stroke-dasharray", "5 4"));
    }
    double bar = Math.min(14, quarters.step(width) * 0.5);
    boolean said = false;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double x = quarters.centre(width, i);
      if (point.value() != null) {
        point(svg, point, x, bar, top, high);
      } else if (point.hidden() != null) {
        svg.rect(x - bar / 2, top + 0.5, bar, high - 1, svg.hatched());
        if (!said) {
          said = true;
          String why = Svg.fitting(point.hidden(), 15, width);
          svg.text(QuarterDots.start(x, why, width), 14, why, fill(INK_2));
          svg.line(x, 20, x, top + 4, stroke(INK_2, 1));
        }
      }
    }
    edge(svg, edge + 6, top, high);
    quarters.draw(svg, width, foot);
    double bottom = foot + (width >= 560 ? 46 : 32);
    if (line != null && !lineWords.isEmpty()) {
      svg.line(0, bottom + 13, 26, bottom + 13, stroke(INK_2, 1.25).and("stroke-dasharray", "5 4"));
      svg.text(34, bottom + 18, lineWords, fill(INK_2));
      bottom += 26;
    }
    return svg.drawn(width, bottom);
  }

  private void point(Svg svg, Point point, double x, double bar, double top, double high) {
    if (point.low() != null) {
      double a = y(Math.min(to, point.high()), top, high);
      double b = y(Math.max(from, point.low()), top, high);
      svg.rect(
          x - bar / 2,
          a,
          bar,
          Math.max(1, b - a),
          fill(BLUE_PALE).and("stroke", BLUE_EDGE).and("rx", 3));
    }
    svg.circle(
        x,
        y(point.value(), top, high),
        Math.max(3, Math.min(5, bar / 2 - 1)),
        fill(BLUE).and("stroke", "#ffffff"));
  }

  /** The ends of the scale, the line, and the last point, without running into each other. */
  private void edge(Svg svg, double x, double top, double high) {
    Point last = points.isEmpty() ? null : points.get(points.size() - 1);
    double[] taken = {top + high + 5, top + 5, -99};
    svg.count(x, taken[0], said(from), 15, fill(INK_2));
    svg.count(x, taken[1], said(to), 15, fill(INK_2));
    if (last != null && last.value() != null) {
      double y = y(last.value(), top, high) + 6;
      taken[2] = Math.max(top + 24, Math.min(top + high - 14, y));
      svg.boldCount(x, taken[2], said(last.value()), 16, fill(INK));
    }
    if (line != null) {
      double y = y(line, top, high) + 5;
      boolean free = true;
      for (double one : taken) {
        free &= Math.abs(one - y) > 17;
      }
      if (free) {
        svg.count(x, y, said(line), 15, fill(INK_2));
      }
    }
    if (points.isEmpty()) {
      svg.text(x / 2, top + high / 2, "nothing yet", middle(fill(INK_2)));
    }
  }

  private double y(double value, double top, double high) {
    return top + high - (Math.max(from, Math.min(to, value)) - from) / (to - from) * high;
  }

  private String said(double value) {
    return Svg.said(value, decimals) + unit;
  }
}
