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
 * A share in each quarter: how far chance could have moved it first, then the point. The scale
 * starts at 0; points are not joined, because each quarter is other people.
 *
 * @param points in time order
 */
public record QuarterDots(List<Point> points) implements Chart {

  /**
   * A quarter.
   *
   * @param label its name, ending in the year
   * @param percent the share, or null when hidden or not there
   * @param hidden why it is hidden, or null
   */
  public record Point(String label, Double percent, Double low, Double high, String hidden) {}

  public QuarterDots {
    points = List.copyOf(points);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    Quarters quarters = new Quarters(points.stream().map(Point::label).toList());
    boolean anyHidden = points.stream().anyMatch(p -> p.hidden() != null);
    double top = anyHidden ? 34 : 18;
    double high = width >= 560 ? 210 : 180;
    double foot = top + high;
    double up = scaleEnd();
    double edge = width - Quarters.right(width);
    svg.line(0, foot, edge, foot, stroke(STONE_3, 1));
    svg.count(edge + 6, foot + 5, "0" + PERCENT, 15, fill(INK_2));
    svg.count(edge + 6, top + 5, Svg.number(up) + PERCENT, 15, fill(INK_2));
    boolean said = false;
    double bar = Math.min(14, quarters.step(width) * 0.5);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double x = quarters.centre(width, i);
      if (point.percent() == null) {
        if (point.hidden() != null) {
          svg.rect(x - bar / 2, top + 0.5, bar, high - 1, svg.hatched());
          if (!said) {
            said = true;
            svg.text(start(x, point.hidden(), width), 14, point.hidden(), fill(INK_2));
            svg.line(x, 20, x, top + 4, stroke(INK_2, 1));
          }
        }
        continue;
      }
      double a = foot - point.high() / up * high;
      double b = foot - point.low() / up * high;
      svg.rect(x - bar / 2, a, bar, b - a, fill(BLUE_PALE).and("stroke", BLUE_EDGE).and("rx", 3));
      double y = foot - point.percent() / up * high;
      svg.circle(x, y, Math.min(5, bar / 2 - 1), fill(BLUE).and("stroke", "#ffffff"));
      if (i == points.size() - 1) {
        svg.count(
            edge + 6,
            Math.max(top + 24, Math.min(foot - 14, y + 5)),
            "" + Math.round(point.percent()) + PERCENT,
            16,
            fill(INK).and("class", "b"));
      } else if (quarters.step(width) >= 34 && a - 6 > top - 4) {
        svg.count(x, a - 6, "" + Math.round(point.percent()), 14, middle(fill(INK_2)));
      }
    }
    quarters.draw(svg, width, foot);
    return svg.drawn(width, foot + (width >= 560 ? 46 : 32));
  }

  static final String PERCENT = "\u00a0%";

  /** Where words of this length start so that they stay on the sheet. */
  static double start(double x, String words, int width) {
    return Math.max(0, Math.min(width - Svg.widthOf(words, 15), x - 4));
  }

  private double scaleEnd() {
    double most =
        points.stream().filter(p -> p.high() != null).mapToDouble(Point::high).max().orElse(50);
    return Math.min(100, Math.ceil(most / 10) * 10);
  }
}
