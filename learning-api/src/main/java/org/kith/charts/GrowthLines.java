package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * How people move on the whole: where the middle line may lie is drawn first, then lines such as
 * people have, then the middle line. No line is anybody's own.
 *
 * @param from name of the first wave
 * @param to name of the last
 * @param years between them
 * @param middle the line in the middle with how far it may be off
 * @param lines lines such as people have
 * @param low where the vertical scale starts
 * @param high where it ends
 * @param decimals of a number beside a mark
 * @param unit what follows a number: " %" or nothing
 */
public record GrowthLines(
    String from,
    String to,
    double years,
    Middle middle,
    List<Line> lines,
    double low,
    double high,
    int decimals,
    String unit)
    implements Chart {
  private static final int STEPS = 24;

  /**
   * The middle line.
   *
   * @param startHalf half the interval of its start
   * @param slopeHalf half the interval of its slope
   */
  public record Middle(double start, double startHalf, double slope, double slopeHalf) {
    double at(double t) {
      return start + slope * t;
    }

    /** As if start and slope were off independently, which is the wider of what may be. */
    double half(double t) {
      return Math.sqrt(startHalf * startHalf + slopeHalf * slopeHalf * t * t);
    }
  }

  /** A line such as people have. */
  public record Line(double start, double slope) {}

  public GrowthLines {
    lines = List.copyOf(lines);
    if (!(years > 0) || !(high > low)) {
      throw new IllegalArgumentException("A line needs some time and a scale.");
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    double top = 14;
    double tall = wide ? 270 : 220;
    double edge = width - Quarters.right(width);
    StringBuilder up = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (int i = 0; i <= STEPS; i++) {
      double t = years * i / STEPS;
      double x = edge * i / STEPS;
      up.append(point(x, y(middle.at(t) + middle.half(t), top, tall))).append(' ');
      back.insert(0, point(x, y(middle.at(t) - middle.half(t), top, tall)) + " ");
    }
    svg.area((up.toString() + back).strip(), fill(BLUE_PALE).and("stroke", BLUE_EDGE));
    for (Line line : lines) {
      svg.path(way(line, edge, top, tall), stroke(EDGE, 1.25));
    }
    svg.path(way(new Line(middle.start(), middle.slope()), edge, top, tall), stroke(BLUE, 2.5));
    double foot = top + tall;
    svg.line(0, foot, edge, foot, stroke(STONE_3, 1));
    svg.count(edge + 6, foot + 5, said(low), 15, fill(INK_2));
    svg.count(edge + 6, top + 5, said(high), 15, fill(INK_2));
    double last = y(middle.at(years), top, tall) + 6;
    svg.boldCount(
        edge + 6,
        Math.max(top + 24, Math.min(foot - 14, last)),
        said(middle.at(years)),
        16,
        fill(INK));
    svg.text(0, foot + 22, from, fill(INK_2));
    svg.text(edge, foot + 22, to, end(fill(INK_2)));
    double bottom = foot + 50;
    svg.line(0, bottom - 5, 26, bottom - 5, stroke(BLUE, 2.5));
    svg.text(34, bottom, "people on the whole", fill(INK_2));
    if (!lines.isEmpty()) {
      double x = wide ? 220 : 0;
      bottom += wide ? 0 : 24;
      svg.line(x, bottom - 5, x + 26, bottom - 5, stroke(EDGE, 1.25));
      svg.text(x + 34, bottom, "lines such as people have", fill(INK_2));
    }
    return svg.drawn(width, bottom + 8);
  }

  /** A line, ending where it would leave the scale. */
  private String way(Line line, double edge, double top, double tall) {
    StringBuilder way = new StringBuilder();
    for (int i = 0; i <= STEPS; i++) {
      double value = line.start() + line.slope() * years * i / STEPS;
      if (value >= low && value <= high) {
        way.append(point(edge * i / STEPS, y(value, top, tall))).append(' ');
      }
    }
    return way.toString().strip();
  }

  private double y(double value, double top, double tall) {
    return top + tall - (Math.max(low, Math.min(high, value)) - low) / (high - low) * tall;
  }

  private static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  private String said(double value) {
    return Svg.said(value, decimals) + unit;
  }
}
