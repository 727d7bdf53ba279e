package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learning cycles in bands by scale, and the ties between them: two strands where an answer came
 * back, one that trails off where it did not. Where a cycle stands within its band says nothing.
 *
 * @param nodes the cycles, those of one band together, in the order they are drawn
 * @param strands the ties
 */
public record CycleMap(List<Node> nodes, List<Strand> strands) implements Chart {
  private static final String OCHRE_EDGE = "#b1812a";
  private static final double BOX = 46;
  private static final double GAP = 70;
  private static final double WAVE = 26;
  private static final double SWING = 5;
  private static final double BOW = 62;

  /**
   * A cycle.
   *
   * @param band its scale, in words
   */
  public record Node(String id, String name, String band) {}

  /** A tie from one cycle to another, and whether an answer came back. */
  public record Strand(String from, String to, boolean answered) {}

  private record Place(double x, double y, double wide) {}

  public CycleMap {
    nodes = List.copyOf(nodes);
    strands = List.copyOf(strands);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    int columns = width >= 1000 ? 5 : width >= 700 ? 3 : width >= 500 ? 2 : 1;
    boolean narrow = columns == 1;
    double wide =
        narrow ? width - BOW - 10 : Math.min(230, (width - 24.0 * (columns - 1)) / columns);
    Map<String, Place> places = new LinkedHashMap<>();
    Map<String, Double> heads = new LinkedHashMap<>();
    Map<String, List<Node>> bands = new LinkedHashMap<>();
    nodes.forEach(n -> bands.computeIfAbsent(n.band(), k -> new ArrayList<>()).add(n));
    double y = 0;
    for (Map.Entry<String, List<Node>> band : bands.entrySet()) {
      svg.line(0, y + 0.5, width, y + 0.5, stroke(STONE_2, 1));
      heads.put(band.getKey(), y + 21);
      y += 34;
      List<Node> inBand = band.getValue();
      for (int i = 0; i < inBand.size(); i++) {
        int column = i % columns;
        if (i > 0 && column == 0) {
          y += BOX + 30;
        }
        // A line that is not full is spread over the width, so that strands have room.
        int inLine = Math.min(columns, inBand.size() - i + column);
        double slot = width / (double) inLine;
        double x = narrow ? wide / 2 : slot * (column + 0.5);
        places.put(inBand.get(i).id(), new Place(x - wide / 2, y, wide));
      }
      y += BOX + GAP;
    }
    Map<String, Integer> drawn = new LinkedHashMap<>();
    for (Strand strand : strands) {
      Place a = places.get(strand.from());
      Place b = places.get(strand.to());
      if (a != null && b != null) {
        int nth = drawn.merge(pair(strand), 1, Integer::sum) - 1;
        svg(svg, narrow ? bow(a, b, nth) : curve(a, b, nth), strand.answered());
      }
    }
    Svg.Look clear =
        fill(INK_2)
            .and("stroke", "#ffffff")
            .and("stroke-width", 5)
            .and("paint-order", "stroke")
            .and("stroke-linejoin", "round");
    heads.forEach((band, at) -> svg.text(0, at, band, clear));
    for (Node node : nodes) {
      Place at = places.get(node.id());
      svg.rect(
          at.x() + 0.75,
          at.y() + 0.75,
          at.wide() - 1.5,
          BOX,
          fill("#ffffff").and("stroke", STONE_3).and("stroke-width", 1.5).and("rx", 3));
      List<String> lines = lines(node.name(), at.wide() - 20);
      double first = at.y() + (lines.size() == 1 ? 29 : 20);
      for (int i = 0; i < lines.size(); i++) {
        svg.text(
            at.x() + at.wide() / 2,
            first + i * 18,
            lines.get(i),
            middle(fill(INK).and("class", "voice").and("font-size", 15)));
      }
    }
    return svg.drawn(width, Math.max(60, y));
  }

  private static String pair(Strand s) {
    return s.from().compareTo(s.to()) < 0 ? s.from() + " " + s.to() : s.to() + " " + s.from();
  }

  private static Curve curve(Place a, Place b, int nth) {
    double shift = Math.floorDiv(nth + 1, 2) * (nth % 2 == 0 ? 18.0 : -18.0);
    double x1 = a.x() + a.wide() / 2 + shift;
    double x2 = b.x() + b.wide() / 2 + shift;
    boolean level = a.y() == b.y();
    double y1 = level || a.y() < b.y() ? a.y() + BOX : a.y();
    double y2 = level || a.y() >= b.y() ? b.y() + BOX : b.y();
    double sag = level ? Math.min(GAP - 16, 22 + Math.abs(x2 - x1) / 14) : 0;
    return new Curve(x1, y1, x2, y2, 0, sag);
  }

  /** Where boxes stand under each other, strands go round them on the right. */
  private static Curve bow(Place a, Place b, int nth) {
    double right = a.x() + a.wide();
    double out = Math.min(BOW, 18 + Math.abs(a.y() - b.y()) / 9 + nth * 9);
    return new Curve(right, a.y() + BOX / 2, right, b.y() + BOX / 2, out, 0);
  }

  /** Two strands twisted round each other, or half of one that trails off to an open end. */
  private static void svg(Svg svg, Curve curve, boolean answered) {
    if (answered) {
      svg.path(curve.wave(0, 1, -1), line(OCHRE_EDGE));
      svg.path(curve.wave(0, 1, 1), line(BLUE));
    } else {
      svg.path(curve.wave(0, 0.5, 1), line(BLUE));
      svg.path(curve.wave(0.5, 0.8, 1), line(BLUE).and("stroke-dasharray", ".1 7"));
      double[] end = curve.at(0.84);
      svg.circle(end[0], end[1], 5, fill("#ffffff").and("stroke", BLUE).and("stroke-width", 2));
    }
  }

  private static Svg.Look line(String colour) {
    return stroke(colour, 2.25).and("stroke-linecap", "round");
  }

  /** A way from one point to another that bows out in the middle, to the right or downwards. */
  private record Curve(double x1, double y1, double x2, double y2, double right, double down) {
    double[] at(double t) {
      double bow = 4 * t * (1 - t);
      return new double[] {x1 + (x2 - x1) * t + right * bow, y1 + (y2 - y1) * t + down * bow};
    }

    String wave(double from, double to, int side) {
      double dx = x2 - x1;
      double dy = y2 - y1;
      double length = Math.max(1, Math.hypot(dx, dy));
      long waves = Math.max(1, Math.round(length / WAVE / 2));
      int steps = (int) Math.max(8, length * (to - from) / 3);
      StringBuilder points = new StringBuilder();
      for (int i = 0; i <= steps; i++) {
        double t = from + (to - from) * i / steps;
        double off = side * SWING * Math.sin(2 * Math.PI * waves * t);
        double[] p = at(t);
        points.append(i == 0 ? "" : " ");
        points.append(number(p[0] - dy / length * off)).append(',');
        points.append(number(p[1] + dx / length * off));
      }
      return points.toString();
    }
  }

  /** A name in one line, or in two; what does not fit ends in dots, and the table says it all. */
  private static List<String> lines(String name, double room) {
    if (Svg.widthOf(name, 16.5) <= room) {
      return List.of(name);
    }
    int letters = (int) (room / (16.5 * 0.5));
    int cut = name.lastIndexOf(' ', letters);
    if (cut <= 0) {
      cut = Math.min(letters, name.length());
    }
    String rest = name.substring(cut).strip();
    return List.of(
        name.substring(0, cut),
        rest.length() <= letters ? rest : rest.substring(0, Math.max(1, letters - 1)) + "…");
  }
}
