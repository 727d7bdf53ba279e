package org.kith.charts;

import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * The horizontal scale of quarters, shared from figure to figure so that a column and its point
 * stand under each other.
 *
 * @param labels names of the quarters, "Autumn 2025", in time order
 */
record Quarters(List<String> labels) {

  static final double RIGHT_WIDE = 84;
  static final double RIGHT_NARROW = 60;

  static double right(int width) {
    return width >= 560 ? RIGHT_WIDE : RIGHT_NARROW;
  }

  double step(int width) {
    return (width - right(width)) / labels.size();
  }

  double centre(int width, int quarter) {
    return (quarter + 0.5) * step(width);
  }

  /** Draws the names under {@code y}: seasons and years where there is room, else years. */
  void draw(Svg svg, int width, double y) {
    boolean seasons = step(width) >= 47;
    double lastEnd = -10;
    for (int i = 0; i < labels.size(); i++) {
      int space = labels.get(i).indexOf(' ');
      String season = labels.get(i).substring(0, Math.max(0, space));
      String year = labels.get(i).substring(space + 1);
      double x = centre(width, i);
      boolean first = i == 0 || !labels.get(i - 1).endsWith(year);
      if (seasons) {
        svg.text(x, y + 20, season, middle(fill(INK_2).and("font-size", 14)));
        if (first) {
          svg.text(x, y + 39, year, middle(fill(INK).and("font-size", 14).and("class", "b")));
        }
      } else if (first) {
        String words =
            width >= 560 ? labels.get(i) : "’" + year.substring(Math.min(2, year.length()));
        double wide = Svg.widthOf(words, 14);
        double from = Math.max(0, x - wide / 2);
        // A year that starts late leaves its place to the whole year after it.
        int whole = i + 1;
        while (whole < labels.size() && labels.get(whole).endsWith(year)) {
          whole++;
        }
        boolean room = whole == labels.size() || (whole - i) * step(width) > wide + 6;
        if (room || i > 0) {
          svg.line(x, y + 3, x, y + 9, stroke(INK_2, 1));
        }
        if (from > lastEnd + 6 && (room || i > 0)) {
          svg.text(from, y + 24, words, fill(INK_2).and("font-size", 14));
          lastEnd = from + wide;
        }
      }
    }
  }
}
