package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * What came, as a band where it plausibly lies and a line, and what was said before it opened, as
 * heaps of people beside it. Nothing says who was near: a surprise is where talk starts.
 *
 * @param came of 100, or null when it is hidden
 * @param low lower end of where it plausibly lies
 * @param high upper end
 * @param heaps from low to high; none where nobody said anything that may be shown
 */
public record SaidAndCame(Double came, Double low, Double high, List<Heap> heaps) implements Chart {
  private static final List<Integer> OWN_WIDTHS = List.of(280, 560, 720);
  private static final String BAND = "#dce8f3";
  private static final String PERSON = "#c99b45";
  private static final String PERSON_EDGE = "#875808";
  private static final String SAID = "what we said before it opened";
  private static final double ROOM = 150;
  private static final double DOT = 27;

  /**
   * People who said about the same.
   *
   * @param from of 100
   * @param to of 100
   * @param label in words: "40 to 45"
   */
  public record Heap(double from, double to, String label, int people) {}

  public SaidAndCame {
    heaps = List.copyOf(heaps);
  }

  @Override
  public String html(String id, String title, String description, boolean wholePage) {
    StringBuilder html = new StringBuilder("<div class=\"chart came-chart\" role=\"img\"");
    html.append(" aria-labelledby=\"").append(Svg.escape(title)).append('"');
    html.append(" aria-describedby=\"").append(Svg.escape(description)).append("\">");
    for (int width : OWN_WIDTHS) {
      html.append(svg(width, id + "-" + width));
    }
    return html.append("</div>").toString();
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width > 400;
    double from = heaps.isEmpty() ? 0 : tens(lowest() - 4, false);
    double to = heaps.isEmpty() ? 100 : tens(highest() + 4, true);
    double side = 14;
    double unit = (width - 2 * side) / (to - from);
    double tall = heaps.isEmpty() ? (wide ? 62 : 56) : ROOM + (wide ? 28 : 20);
    boolean stacked = !wide || meets(width, came == null ? -1 : side + (came - from) * unit);
    double ceiling = stacked ? 58 : 32;
    double base = ceiling + tall;
    if (came != null) {
      double left = side + (low - from) * unit;
      double right = side + (high - from) * unit;
      double x = side + (came - from) * unit;
      svg.rect(left, ceiling, right - left, tall, fill(BAND));
      svg.line(x, ceiling, x, base, stroke(BLUE, 3));
      words(svg, width, x, wide);
    }
    if (!heaps.isEmpty()) {
      heading(svg, width, wide, stacked, came == null ? -1 : side + (came - from) * unit);
      people(svg, unit, side, from, base, wide);
    }
    svg.line(0, base, width, base, stroke(EDGE, 1));
    double step = to - from > 60 ? 20 : 10;
    for (double v = Math.ceil(from / step) * step; v <= to; v += step) {
      double x = side + (v - from) * unit;
      svg.line(x, base, x, base + 6, stroke(EDGE, 1));
      String mark = Svg.number(v) + (v == Math.ceil(from / step) * step ? " %" : "");
      svg.count(Math.max(x, 14), base + 26, mark, 17, middle(fill(INK_2)));
    }
    return svg.drawn(width, base + 32);
  }

  private String words() {
    return "what came: %d %%, plausibly %d to %d"
        .formatted(Math.round(came), Math.round(low), Math.round(high));
  }

  /** Whether the words of what came would run into those of what was said. */
  private boolean meets(int width, double x) {
    if (came == null || heaps.isEmpty()) {
      return false;
    }
    double half = Svg.widthOf(words(), 17) / 2 + 6;
    double at = Math.max(half, Math.min(width - half, x));
    double heading = Svg.widthOf(SAID, 19) + 10;
    return x < width / 2.0 ? at + half > width - heading : at - half < heading;
  }

  private void words(Svg svg, int width, double x, boolean wide) {
    String words = words();
    double half = Svg.widthOf(words, 17) / 2 + 6;
    Svg.Look look = fill(BLUE).and("font-weight", 600).and("font-size", 17);
    if (wide) {
      double at = Math.max(half, Math.min(width - half, x));
      svg.text(at, 20, words, middle(look));
    } else {
      svg.text(0, 20, words, look);
    }
  }

  /** Beside the words of what came, on whichever side has room. */
  private void heading(Svg svg, int width, boolean wide, boolean stacked, double x) {
    Svg.Look look = fill(PERSON_EDGE);
    double y = stacked ? 46 : 20;
    if (!wide) {
      svg.said(0, y, "what we said", 17, look);
    } else if (x < width / 2.0) {
      svg.said(width, y, SAID, 19, end(look));
    } else {
      svg.said(0, y, SAID, 19, look);
    }
  }

  private void people(Svg svg, double unit, double side, double from, double base, boolean wide) {
    int most = heaps.stream().mapToInt(Heap::people).max().orElse(1);
    double narrow = heaps.stream().mapToDouble(h -> (h.to() - h.from()) * unit).min().orElse(1);
    int across = 1;
    double pitch = Math.min(DOT, narrow * 0.94);
    while (Math.ceil((double) most / across) * pitch > ROOM && across < 30) {
      across++;
      pitch = Math.min(DOT, narrow * 0.94 / across);
    }
    double right = -1;
    double above = 0;
    for (Heap heap : heaps) {
      double middle = side + ((heap.from() + heap.to()) / 2 - from) * unit;
      int rows = 0;
      for (int i = 0; i < heap.people(); i++) {
        int row = i / across;
        rows = row + 1;
        double x = middle + (i % across - (across - 1) / 2.0) * pitch;
        svg.circle(
            x, base - (row + .55) * pitch, pitch * .41, fill(PERSON).and("stroke", PERSON_EDGE));
      }
      String label = wide ? heap.label() : "" + heap.people();
      int size = wide ? 18 : 17;
      double half = Svg.widthOf(label, size) / 2;
      double y = base - rows * pitch - 8;
      // A label that would run into the one before it stands a line higher.
      if (middle - half < right + 8 && Math.abs(y - above) < size + 4) {
        y = above - size - 4;
      }
      svg.said(middle, y, label, size, Svg.middle(fill(INK)));
      right = middle + half;
      above = y;
    }
  }

  private double lowest() {
    double said = heaps.stream().mapToDouble(Heap::from).min().orElse(0);
    return came == null ? said : Math.min(low, said);
  }

  private double highest() {
    double said = heaps.stream().mapToDouble(Heap::to).max().orElse(100);
    return came == null ? said : Math.max(high, said);
  }

  private static double tens(double value, boolean up) {
    double tens = up ? Math.ceil(value / 5) * 5 : Math.floor(value / 5) * 5;
    return Math.max(0, Math.min(100, tens));
  }
}
