package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_1;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/**
 * Where organisations plausibly lie. The reader's own is first, thicker and named; the others are
 * thin, unlabelled, all of one width, and in the shuffled order they are given in.
 *
 * @param you the reader's own organisation, or null
 * @param together everyone taking part
 * @param others estimates of every other organisation, already shuffled
 * @param halfWidth half the width of their intervals
 * @param unit what follows a number: " %" or nothing
 */
public record OrganisationStrip(
    Span you, Span together, List<Double> others, double halfWidth, String unit) implements Chart {

  /** An estimate with its interval. */
  public record Span(double estimate, double low, double high) {}

  private static final double GAP = 17;

  public OrganisationStrip {
    others = List.copyOf(others);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    double[] ends = ends();
    double first = you == null ? 14 : wide ? 14 : 40;
    double start = you == null ? first : first + 30;
    double last = start + Math.max(0, others.size() - 1) * GAP;
    double bottom = last + 44;
    double a = x(together.low(), ends, width);
    double b = x(together.high(), ends, width);
    svg.rect(a, first - 14, b - a, bottom - first + 14, fill(STONE_1));
    band(svg, a, b, last + 30, width);
    if (you != null) {
      you(svg, ends, width, first);
    }
    for (int i = 0; i < others.size(); i++) {
      bar(svg, other(i), ends, width, start + i * GAP, false);
    }
    axis(svg, ends, width, bottom);
    return svg.drawn(width, bottom + 28);
  }

  private Span other(int i) {
    double estimate = others.get(i);
    return new Span(estimate, estimate - halfWidth, estimate + halfWidth);
  }

  private void band(Svg svg, double a, double b, double y, int width) {
    String words =
        "everyone together, " + said(together.low()) + " to " + said(together.high()) + unit;
    double wide = Svg.widthOf(words, 15);
    if (b + 10 + wide < width) {
      svg.text(b + 10, y, words, fill(INK_2));
    } else if (a - 10 - wide > 0) {
      svg.text(a - 10, y, words, end(fill(INK_2)));
    } else {
      double centre = Math.max(wide / 2, Math.min(width - wide / 2, (a + b) / 2));
      svg.text(centre, y, words, middle(fill(INK_2)));
    }
  }

  private void you(Svg svg, double[] ends, int width, double y) {
    String words = "You are here: " + said(you.estimate()) + unit;
    double a = x(you.low(), ends, width);
    double b = x(you.high(), ends, width);
    double room = Svg.widthOf(words, 16) + 16;
    Svg.Look bold = fill(INK).and("class", "b").and("font-size", 16);
    if (width < 560) {
      svg.text(0, 14, words, bold);
      double at = x(you.estimate(), ends, width);
      svg.line(at, 20, at, y - 8, stroke(INK_2, 1));
    } else if (a > room) {
      svg.text(a - 12, y + 5, words, end(bold));
    } else {
      svg.text(b + 12, y + 5, words, bold);
    }
    bar(svg, you, ends, width, y, true);
  }

  private static void bar(Svg svg, Span span, double[] ends, int width, double y, boolean mine) {
    double a = x(span.low(), ends, width);
    double b = x(span.high(), ends, width);
    double x = x(span.estimate(), ends, width);
    if (mine) {
      svg.rect(a, y - 6.5, b - a, 13, fill(BLUE_PALE).and("stroke", BLUE_EDGE).and("rx", 6.5));
      svg.circle(x, y, 6, fill(BLUE));
    } else {
      svg.rect(a, y - 1.5, b - a, 3, fill(EDGE).and("rx", 1.5));
      svg.circle(x, y, 4, fill("#5f584a").and("stroke", "#ffffff").and("stroke-width", 1.5));
    }
  }

  private void axis(Svg svg, double[] ends, int width, double y) {
    svg.line(0, y, width, y, stroke(STONE_2, 1));
    double step = ends[2];
    double lastEnd = -20;
    for (double v = Math.ceil(ends[0] / step) * step; v <= ends[1] + 1e-9; v += step) {
      double x = x(v, ends, width);
      String words = said(v) + (v + step > ends[1] + 1e-9 ? unit : "");
      double half = Svg.widthOf(words, 14) / 2;
      double at = Math.max(half, Math.min(width - half, x));
      svg.line(x, y, x, y + 6, stroke(STONE_3, 1));
      if (at - half > lastEnd + 6) {
        svg.count(at, y + 23, words, 14, middle(fill(INK_2)));
        lastEnd = at + half;
      }
    }
  }

  /** Lowest and highest value of the scale, and the distance between its marks. */
  private double[] ends() {
    double low = together.low();
    double high = together.high();
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      all.add(other(i));
    }
    if (you != null) {
      all.add(you);
    }
    for (Span span : all) {
      low = Math.min(low, span.low());
      high = Math.max(high, span.high());
    }
    double room = Math.max(1e-6, high - low);
    double step = 1e-3;
    for (double candidate : new double[] {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20}) {
      step = candidate;
      if (room / candidate <= 6) {
        break;
      }
    }
    double pad = room * 0.08;
    return new double[] {low - pad, high + pad, step};
  }

  private static double x(double value, double[] ends, int width) {
    return (value - ends[0]) / (ends[1] - ends[0]) * width;
  }

  private String said(double value) {
    return unit.isEmpty() ? Svg.number(Math.round(value * 100) / 100.0) : "" + Math.round(value);
  }
}
