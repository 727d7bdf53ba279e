package org.kith.charts;

import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * What became of the answers of the same people: of 100, how many moved down, stayed and moved up,
 * each with its interval on a line below.
 *
 * @param shares down, same and up, of 100, in this order
 */
public record Moved(List<Share> shares) implements Chart {
  private static final double TALL = 56;
  private static final List<Voice> VOICES = Voice.of(4);

  /**
   * A part of the people.
   *
   * @param name "moved up"
   * @param percent of 100, or null when hidden
   * @param low lower end of its interval
   * @param hidden why it is hidden, or null
   */
  public record Share(String name, Double percent, Double low, Double high, String hidden) {}

  public Moved {
    shares = List.copyOf(shares);
    if (shares.size() != 3) {
      throw new IllegalArgumentException("People move down, stay, or move up: three parts.");
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double[] sizes = sizes(width);
    double x = 0;
    double y = TALL + 30;
    boolean wide = width >= 560;
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      double from = x + (i > 0 ? 1.5 : 0);
      double part = sizes[i] - (i > 0 ? 1.5 : 0) - (i < 2 ? 1.5 : 0);
      part(svg, i, from, part);
      if (share.percent() != null && part > 34) {
        Svg.Look look = fill(i == 1 ? INK : VOICES.get(i == 0 ? 3 : 0).text());
        svg.count(
            from + part / 2, TALL / 2 + 6, "" + Math.round(share.percent()), 17, middle(look));
      }
      x += sizes[i];
    }
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      part(svg, i, 0, y - 12, 14, 14);
      String said =
          share.percent() == null
              ? share.name() + ": " + (share.hidden() == null ? "hidden" : share.hidden())
              : share.name() + ": " + Math.round(share.percent()) + " of 100";
      svg.text(24, y, said, fill(INK).and("font-size", 16).and("class", "num"));
      if (share.percent() != null && share.low() != null) {
        String range = "plausibly " + Math.round(share.low()) + " to " + Math.round(share.high());
        double at = wide ? 250 : 24;
        svg.text(at, wide ? y : y + 20, range, fill(INK_2).and("class", "num"));
        y += wide ? 0 : 20;
      }
      y += 28;
    }
    return svg.drawn(width, y - 12);
  }

  private void part(Svg svg, int i, double x, double wide) {
    part(svg, i, x, 0, wide, TALL);
  }

  /** Both ends weigh the same, and to stay is drawn as plainly as to move. */
  private void part(Svg svg, int i, double x, double y, double wide, double tall) {
    if (shares.get(i).percent() == null) {
      svg.rect(x + 0.5, y + 0.5, wide - 1, tall - 1, svg.hatched());
    } else if (i == 1) {
      svg.rect(x + 0.5, y + 0.5, wide - 1, tall - 1, fill("#ffffff").and("stroke", EDGE));
      svg.line(x, y + tall, x + wide, y + tall, stroke(EDGE, 1));
    } else {
      svg.rect(x, y, wide, tall, fill(VOICES.get(i == 0 ? 3 : 0).fill()));
    }
  }

  private double[] sizes(int width) {
    double shown = 0;
    int hidden = 0;
    for (Share share : shares) {
      shown += share.percent() == null ? 0 : share.percent();
      hidden += share.percent() == null ? 1 : 0;
    }
    double each = hidden == 0 ? 0 : Math.max((100 - shown) / hidden, 8);
    double total = Math.max(1, shown + each * hidden);
    return shares.stream()
        .mapToDouble(s -> (s.percent() == null ? each : s.percent()) / total * width)
        .toArray();
  }
}
