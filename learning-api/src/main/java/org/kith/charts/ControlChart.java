package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_WASH;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure over quarters with the band where points usually fall. The band is drawn first, then
 * what happened, then the points; a point unlike the others is ringed and told in words.
 *
 * @param points in time order
 * @param events what happened, in time order
 * @param from where the vertical scale starts: 0 for a share
 * @param to where it may end: 100 for a share; it ends lower where nothing reaches
 * @param unit what follows a number: " %" or nothing
 */
public record ControlChart(
    List<Point> points, List<Happening> events, double from, double to, String unit)
    implements Chart {

  /**
   * A quarter.
   *
   * @param label its name, "Autumn 2025"
   * @param value the figure, or null when hidden or not asked
   * @param hidden why it is hidden, or null
   * @param band where points usually fall, or null when that cannot be said
   * @param unlike how the point is unlike the others, in words, or null
   */
  public record Point(String label, Double value, String hidden, Band band, String unlike) {}

  /**
   * The usual range.
   *
   * @param trial whether fewer than twelve points are behind it
   */
  public record Band(double lower, double centre, double upper, boolean trial) {}

  /**
   * Something that happened.
   *
   * @param at where on the scale of quarters: 3.5 is the middle of the fourth quarter
   * @param when "August 2025"
   * @param words what happened
   */
  public record Happening(double at, String when, String words) {}

  public ControlChart {
    points = List.copyOf(points);
    events = List.copyOf(events);
  }

  /** Where things are at one width. */
  private record Scale(
      Quarters quarters, int width, double top, double high, double low, double up) {
    double x(int quarter) {
      return quarters.centre(width, quarter);
    }

    double y(double value) {
      return top + high - (value - low) / (up - low) * high;
    }

    double edge() {
      return width - Quarters.right(width);
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    Quarters quarters = new Quarters(points.stream().map(Point::label).toList());
    List<EventLabels.Placed> placed = EventLabels.place(events, quarters.step(width), width);
    double top = 14 + EventLabels.height(placed);
    Scale scale = new Scale(quarters, width, top, wide ? 290 : 250, from, ceiling());
    bands(svg, scale, wide);
    EventLabels.draw(svg, placed, scale.y(from));
    points(svg, scale);
    quarters.draw(svg, width, scale.y(from));
    return svg.drawn(width, scale.y(from) + (wide ? 46 : 32));
  }

  private double ceiling() {
    double most = from;
    for (Point p : points) {
      most = Math.max(most, p.value() == null ? from : p.value());
      most = Math.max(most, p.band() == null ? from : p.band().upper());
    }
    double room = from + (most - from) * 1.08;
    return most <= from ? to : Math.min(to, room);
  }

  private void bands(Svg svg, Scale scale, boolean wide) {
    int i = 0;
    Band last = null;
    while (i < points.size()) {
      Band band = points.get(i).band();
      int j = i;
      while (j + 1 < points.size() && java.util.Objects.equals(points.get(j + 1).band(), band)) {
        j++;
      }
      if (band != null) {
        double a = i == 0 ? 0 : scale.x(i) - scale.quarters().step(scale.width()) / 2;
        double b = scale.x(j) + scale.quarters().step(scale.width()) / 2;
        double up = scale.y(Math.min(band.upper(), scale.up()));
        double low = scale.y(Math.max(band.lower(), scale.low()));
        svg.rect(a, up, b - a, low - up, fill(BLUE_WASH));
        Svg.Look edge = stroke(BLUE_EDGE, 1);
        Svg.Look dashed = edge.and("stroke-dasharray", "7 4");
        svg.line(a, up, b, up, band.trial() ? dashed : edge);
        svg.line(a, low, b, low, band.trial() ? dashed : edge);
        svg.line(
            a,
            scale.y(band.centre()),
            b,
            scale.y(band.centre()),
            edge.and("stroke-dasharray", "2 4"));
        last = band;
      }
      i = j + 1;
    }
    svg.line(0, scale.y(from), scale.edge(), scale.y(from), stroke(STONE_3, 1));
    edgeLabels(svg, scale, last);
    if (last != null) {
      String words =
          "where points usually fall" + (last.trial() && wide ? ", as far as we can tell" : "");
      svg.text(wide ? 10 : 6, bandWords(scale, Svg.widthOf(words, 15)), words, fill(BLUE));
    }
  }

  /** Inside the band's upper edge, or under or over the band: wherever no point is in the way. */
  private double bandWords(Scale scale, double wide) {
    Band band = points.stream().map(Point::band).filter(b -> b != null).findFirst().orElseThrow();
    double up = scale.y(Math.min(band.upper(), scale.up()));
    double low = scale.y(Math.max(band.lower(), scale.low()));
    double[] places = {up + 19, low + 19, up - 8};
    for (double y : places) {
      boolean inside = y != places[0] || low - up > 30;
      boolean above = y > scale.y(from) - 4 || y < 14;
      if (inside && !above && free(scale, y, wide)) {
        return y;
      }
    }
    return low + 19 < scale.y(from) - 4 ? low + 19 : up - 8;
  }

  private boolean free(Scale scale, double y, double wide) {
    for (int i = 0; i < points.size() && scale.x(i) - 8 < wide + 12; i++) {
      Double value = points.get(i).value();
      if (value != null && Math.abs(scale.y(value) - (y - 5)) < 17) {
        return false;
      }
    }
    return true;
  }

  private void edgeLabels(Svg svg, Scale scale, Band band) {
    double x = scale.edge() + 6;
    double taken = scale.y(from) + 5;
    svg.count(x, taken, said(from), 15, fill(INK_2));
    if (band == null) {
      return;
    }
    double[] values = {Math.max(band.lower(), from), band.centre(), Math.min(band.upper(), to)};
    for (double value : values) {
      double y = Math.min(scale.y(value) + 5, taken - 17);
      if (value > from) {
        svg.count(x, y, said(value), 15, fill(INK_2));
        taken = y;
      }
    }
  }

  private String said(double value) {
    return (unit.isEmpty() ? number(Math.round(value * 10) / 10.0) : "" + Math.round(value)) + unit;
  }

  private void points(Svg svg, Scale scale) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (point.value() != null) {
        line.append(number(scale.x(i)))
            .append(',')
            .append(number(scale.y(point.value())))
            .append(' ');
      }
      boolean ends = i == points.size() - 1 || points.get(i + 1).value() == null;
      if (ends && line.indexOf(" ") > 0) {
        svg.path(line.toString().trim(), stroke(BLUE, 1.5));
        line.setLength(0);
      }
      if (point.hidden() != null) {
        double half = Math.min(8, scale.quarters().step(scale.width()) / 2 - 1);
        svg.rect(scale.x(i) - half, scale.y(from) - 20, 2 * half, 20, svg.hatched());
      }
    }
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (point.value() == null) {
        continue;
      }
      double x = scale.x(i);
      double y = scale.y(point.value());
      if (point.unlike() == null) {
        svg.circle(x, y, 4.5, fill(BLUE).and("stroke", "#ffffff").and("stroke-width", "1.5"));
      } else {
        double ring = Math.min(11, scale.quarters().step(scale.width()) / 2);
        svg.circle(x, y, ring, fill("#ffffff").and("stroke", INK).and("stroke-width", "1.75"));
        svg.circle(x, y, Math.min(5, ring - 3), fill(INK));
      }
    }
    unlike(svg, scale);
  }

  /** Words beside the first point of each run that is unlike the others, where there is room. */
  private void unlike(Svg svg, Scale scale) {
    List<double[]> taken = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i--) {
      Point point = points.get(i);
      boolean runGoesOn =
          i + 1 < points.size()
              && point.unlike() != null
              && point.unlike().equals(points.get(i + 1).unlike());
      if (point.value() == null || point.unlike() == null || runGoesOn) {
        continue;
      }
      String head = point.label() + ": " + said(point.value());
      List<String> tail = EventLabels.wrapped(point.unlike(), 28);
      double wide = Svg.widthOf(head, 16);
      for (String words : tail) {
        wide = Math.max(wide, Svg.widthOf(words, 15));
      }
      boolean left = scale.x(i) - 20 - wide > 0;
      double at = left ? scale.x(i) - 20 : Math.min(scale.x(i) + 20, scale.width() - wide);
      double a = left ? at - wide : at;
      double y = scale.y(point.value());
      boolean under = point.band() == null || point.value() <= point.band().centre();
      double tall = 20 + 19 * tail.size();
      double first = under ? Math.min(y + 20, scale.y(from) - tall + 12) : y - tall + 8;
      boolean clash = taken.stream().anyMatch(t -> t[0] < a + wideOf(head, tail) && t[1] > a);
      if (clash) {
        continue;
      }
      taken.add(new double[] {a, a + wide});
      Svg.Look bold = EventLabels.clear(fill(INK).and("class", "b num").and("font-size", 16));
      svg.text(at, first, head, left ? end(bold) : bold);
      for (int k = 0; k < tail.size(); k++) {
        Svg.Look look = EventLabels.clear(fill(INK_2).and("font-size", 15));
        svg.text(at, first + 20 + 19 * k, tail.get(k), left ? end(look) : look);
      }
    }
  }

  private static double wideOf(String head, List<String> tail) {
    double wide = Svg.widthOf(head, 16);
    for (String words : tail) {
      wide = Math.max(wide, Svg.widthOf(words, 15));
    }
    return wide;
  }
}
