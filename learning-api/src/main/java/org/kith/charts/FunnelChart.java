package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_WASH;
import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Organisations over how many people answered, with how far chance reaches. The limits are drawn
 * first, then the unnamed, then the reader's own, which alone is named.
 *
 * @param limits at growing numbers of people
 * @param pooled everyone together
 * @param you the reader's own organisation, or null
 * @param others without names
 * @param low where the vertical scale may not start below
 * @param high where it may not end above
 * @param decimals of a number beside a mark
 * @param unit what follows a number: " %" or nothing
 */
public record FunnelChart(
    List<Limit> limits,
    double pooled,
    Dot you,
    List<Dot> others,
    double low,
    double high,
    int decimals,
    String unit)
    implements Chart {

  /** How far from the middle the inner and the outer limit lie at a number of people. */
  public record Limit(double people, double inner, double outer) {}

  /** An organisation. */
  public record Dot(double people, double value) {}

  public FunnelChart {
    limits = List.copyOf(limits);
    others = List.copyOf(others);
    if (limits.size() < 2) {
      throw new IllegalArgumentException("A funnel needs limits at two numbers of people.");
    }
  }

  private record Scale(double most, double from, double to, double wide, double top, double tall) {
    double x(double people) {
      return people / most * wide;
    }

    double y(double value) {
      return top + tall - (Math.max(from, Math.min(to, value)) - from) / (to - from) * tall;
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    double top = wide ? 40 : 62;
    double tall = wide ? 300 : 260;
    Scale scale = scale(width - Quarters.right(width), top, tall);
    key(svg, wide);
    svg.area(band(scale, Limit::outer), fill(BLUE_WASH));
    line(svg, scale, Limit::outer, 1, stroke(BLUE_EDGE, 1).and("stroke-dasharray", "7 4"));
    line(svg, scale, Limit::outer, -1, stroke(BLUE_EDGE, 1).and("stroke-dasharray", "7 4"));
    line(svg, scale, Limit::inner, 1, stroke(BLUE_EDGE, 1.25));
    line(svg, scale, Limit::inner, -1, stroke(BLUE_EDGE, 1.25));
    double middle = scale.y(pooled);
    svg.line(0, middle, scale.wide(), middle, stroke(BLUE_EDGE, 1).and("stroke-dasharray", "2 4"));
    for (Dot dot : others) {
      svg.circle(
          scale.x(dot.people()),
          scale.y(dot.value()),
          5,
          fill("#5f584a").and("stroke", "#ffffff").and("stroke-width", 1.5));
    }
    if (you != null) {
      you(svg, scale);
    }
    axes(svg, scale);
    return svg.drawn(width, scale.top() + tall + 48);
  }

  private Scale scale(double wide, double top, double tall) {
    double least = pooled;
    double most = pooled;
    List<Dot> all = new ArrayList<>(others);
    if (you != null) {
      all.add(you);
    }
    for (Dot dot : all) {
      least = Math.min(least, dot.value());
      most = Math.max(most, dot.value());
    }
    // The limits of the smallest organisation decide; those of even fewer people leave the sheet.
    double fewest = all.stream().mapToDouble(Dot::people).min().orElse(limits.get(0).people());
    double reach =
        limits.stream()
            .filter(l -> l.people() >= fewest)
            .mapToDouble(Limit::outer)
            .max()
            .orElse(limits.get(0).outer());
    double pad = Math.max(reach, most - least) * 0.12;
    return new Scale(
        limits.get(limits.size() - 1).people(),
        Math.max(low, Math.min(least, pooled - reach) - pad),
        Math.min(high, Math.max(most, pooled + reach) + pad),
        wide,
        top,
        tall);
  }

  private static void key(Svg svg, boolean wide) {
    double y = 10;
    svg.line(0, y, 26, y, stroke(BLUE_EDGE, 1.25));
    svg.text(34, y + 5, "where 95 of 100 would lie", fill(INK_2));
    double x = wide ? 250 : 0;
    double second = wide ? y : y + 24;
    svg.line(x, second, x + 26, second, stroke(BLUE_EDGE, 1).and("stroke-dasharray", "7 4"));
    svg.text(x + 34, second + 5, "where 998 of 1,000 would", fill(INK_2));
  }

  private String band(Scale scale, ToDoubleFunction<Limit> half) {
    StringBuilder up = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (Limit limit : limits) {
      double x = scale.x(limit.people());
      double h = half.applyAsDouble(limit);
      up.append(point(x, scale.y(pooled + h))).append(' ');
      back.insert(0, point(x, scale.y(pooled - h)) + " ");
    }
    return (up.toString() + back).strip();
  }

  private void line(Svg svg, Scale scale, ToDoubleFunction<Limit> half, int side, Svg.Look look) {
    StringBuilder way = new StringBuilder();
    for (Limit limit : limits) {
      double value = pooled + side * half.applyAsDouble(limit);
      if (value > scale.from() && value < scale.to()) {
        way.append(point(scale.x(limit.people()), scale.y(value))).append(' ');
      }
    }
    if (way.indexOf(" ") != way.lastIndexOf(" ")) {
      svg.path(way.toString().strip(), look);
    }
  }

  private static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  private void you(Svg svg, Scale scale) {
    double x = scale.x(you.people());
    double y = scale.y(you.value());
    svg.circle(x, y, 9, fill("#ffffff").and("stroke", BLUE).and("stroke-width", 2));
    svg.circle(x, y, 5, fill(BLUE));
    String words = "You are here: " + Svg.said(you.value(), decimals) + unit;
    double wide = Svg.widthOf(words, 16) * 1.05;
    Svg.Look look = EventLabels.clear(fill(INK).and("class", "b num").and("font-size", 16));
    boolean right = x + 16 + wide < scale.wide() + 60;
    boolean left = !right && x - 16 - wide > 0;
    double from = right ? x + 16 : left ? x - 16 - wide : (scale.wide() - wide) / 2;
    double at = free(scale, from, wide, y);
    if (right) {
      svg.text(from, at, words, look);
    } else if (left) {
      svg.text(x - 16, at, words, end(look));
    } else {
      svg.text(scale.wide() / 2, at, words, middle(look));
    }
  }

  /** Above the dot, or below it where another stands above. */
  private double free(Scale scale, double from, double wide, double y) {
    double above = Math.max(scale.top() + 14, y - 14);
    boolean taken =
        others.stream()
            .anyMatch(
                o ->
                    scale.x(o.people()) > from - 6
                        && scale.x(o.people()) < from + wide + 6
                        && scale.y(o.value()) > above - 20
                        && scale.y(o.value()) < above + 6);
    boolean room = y + 26 < scale.top() + scale.tall() - 4;
    return taken && room ? y + 26 : above;
  }

  private void axes(Svg svg, Scale scale) {
    double foot = scale.top() + scale.tall();
    svg.line(0, foot, scale.wide(), foot, stroke(STONE_3, 1));
    double x = scale.wide() + 6;
    double middle = scale.y(pooled) + 5;
    svg.boldCount(x, middle, said(pooled), 15, fill(INK));
    if (foot - middle > 22) {
      svg.count(x, foot + 5, said(scale.from()), 15, fill(INK_2));
    }
    if (middle - scale.top() > 22) {
      svg.count(x, scale.top() + 5, said(scale.to()), 15, fill(INK_2));
    }
    double step = step(scale.most());
    for (double people = step; people <= scale.most(); people += step) {
      double at = scale.x(people);
      svg.line(at, foot, at, foot + 6, stroke(EDGE, 1));
      svg.count(at, foot + 22, Svg.said(people, 0), 14, middle(fill(INK_2)));
    }
    svg.text(0, foot + 42, "people who answered", fill(INK_2));
  }

  private static double step(double most) {
    for (double candidate : new double[] {10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000}) {
      if (most / candidate <= 5) {
        return candidate;
      }
    }
    return most / 4;
  }

  private String said(double value) {
    return Svg.said(value, decimals) + unit;
  }
}
