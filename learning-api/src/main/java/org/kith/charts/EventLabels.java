package org.kith.charts;

import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/** The words of events above a line of points, in as many rows as they need. */
final class EventLabels {

  private static final double SIZE = 16;
  private static final double LINE = 20;

  /** A label's lines and where they stand; {@code right} is the end they are set against. */
  record Placed(double x, double left, double right, double y, List<String> lines, boolean end) {
    double foot() {
      return y + (lines.size() - 1) * LINE;
    }
  }

  private EventLabels() {}

  /** Places labels so that none lies on another or leaves the picture. */
  static List<Placed> place(List<ControlChart.Happening> events, double step, int width) {
    List<Placed> placed = new ArrayList<>();
    for (int i = events.size() - 1; i >= 0; i--) {
      ControlChart.Happening event = events.get(i);
      double x = event.at() * step;
      List<String> lines = new ArrayList<>();
      lines.add(event.when());
      lines.addAll(wrapped(event.words(), 32));
      double wide = lines.stream().mapToDouble(l -> Svg.widthOf(l, SIZE) * 1.1).max().orElse(0);
      boolean end = x + 4 - wide >= 0 && x > width / 3.0;
      double left = end ? x + 4 - wide : Math.max(0, Math.min(x - 4, width - wide));
      double y = 16;
      for (Placed other : placed) {
        if (left < other.right() + 16 && left + wide > other.left() - 16) {
          y = Math.max(y, other.foot() + LINE + 8);
        }
      }
      placed.add(new Placed(x, left, left + wide, y, lines, end));
    }
    return placed;
  }

  static double height(List<Placed> placed) {
    return placed.stream().mapToDouble(p -> p.foot() + 12).max().orElse(0);
  }

  static void draw(Svg svg, List<Placed> placed, double foot) {
    for (Placed label : placed) {
      Svg.Look dashed = stroke(INK, 1.25).and("stroke-dasharray", "5 4");
      svg.line(label.x(), label.foot() + 8, label.x(), foot, dashed);
    }
    for (Placed label : placed) {
      double at = label.end() ? label.right() : label.left();
      for (int k = 0; k < label.lines().size(); k++) {
        Svg.Look look = fill(INK).and("class", k == 0 ? "voice b" : "voice").and("font-size", "16");
        Svg.Look clear = clear(look);
        svg.text(
            at, label.y() + k * LINE, label.lines().get(k), label.end() ? Svg.end(clear) : clear);
      }
    }
  }

  /** A white edge keeps words readable where a dashed line passes behind them. */
  static Svg.Look clear(Svg.Look look) {
    return look.and("stroke", "#ffffff").and("stroke-width", 5).and("paint-order", "stroke");
  }

  /** Words in lines of about this many characters. */
  static List<String> wrapped(String words, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
