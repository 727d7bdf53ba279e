package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_WASH;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of what was raised is still open after so many days: the interval first, then the curve
 * through the days that are named. All is open on the first day.
 *
 * @param days in order
 */
public record StillOpen(List<Day> days) implements Chart {

  /**
   * A day.
   *
   * @param after days after it was raised
   * @param open percent still open, or null when hidden
   * @param hidden why it is hidden, or null
   */
  public record Day(int after, Double open, Double low, Double high, String hidden) {}

  public StillOpen {
    days = List.copyOf(days);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double top = 34;
    double high = width >= 560 ? 220 : 180;
    double foot = top + high;
    double edge = width - 46;
    int longest = days.stream().mapToInt(Day::after).max().orElse(1);
    svg.count(edge + 6, top + 5, "100" + QuarterDots.PERCENT, 14, fill(INK_2));
    svg.count(edge + 6, foot + 5, "0", 14, fill(INK_2));
    List<Day> shown = new ArrayList<>(days.stream().filter(d -> d.open() != null).toList());
    shown.add(0, new Day(0, 100.0, 100.0, 100.0, null));
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < shown.size(); i++) {
      Day day = shown.get(i);
      double x = (double) day.after() / longest * edge;
      if (i > 0) {
        double a = foot - day.high() / 100 * high;
        double b = foot - day.low() / 100 * high;
        svg.rect(x - 6, a, 12, b - a, fill(BLUE_WASH).and("stroke", BLUE_EDGE).and("rx", 3));
      }
      line.append(number(x)).append(',').append(number(foot - day.open() / 100 * high)).append(' ');
    }
    svg.line(0, foot, edge, foot, stroke(STONE_3, 1));
    if (shown.size() > 1) {
      svg.path(line.toString().trim(), stroke(BLUE, 1.5));
    }
    double lastEnd = -20;
    boolean said = false;
    for (Day day : days) {
      double x = (double) day.after() / longest * edge;
      if (day.open() == null) {
        svg.rect(Math.min(edge - 12, x - 6), top, 12, high, svg.hatched());
        if (!said && day.hidden() != null) {
          said = true;
          svg.text(QuarterDots.start(x - 6, day.hidden(), width), 14, day.hidden(), fill(INK_2));
        }
      } else {
        double y = foot - day.open() / 100 * high;
        svg.circle(x, y, 5, fill(BLUE).and("stroke", "#ffffff"));
        svg.count(
            x + 12,
            y - 6,
            Math.round(day.open()) + QuarterDots.PERCENT,
            15,
            fill(INK).and("class", "b"));
      }
      svg.line(x, foot + 2, x, foot + 8, stroke(INK_2, 1));
      double half = Svg.widthOf("" + day.after(), 14) / 2;
      if (x - half > lastEnd + 8) {
        svg.count(x, foot + 24, "" + day.after(), 14, middle(fill(INK_2)));
        lastEnd = x + half;
      }
    }
    svg.text(0, foot + 44, "days after it was raised", fill(INK_2));
    return svg.drawn(width, foot + 52);
  }
}
