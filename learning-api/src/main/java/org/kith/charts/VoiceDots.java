package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * Where people of each voice see something, from 1 to 10: the middle half as a bar, one dot a
 * person, the middle person as a mark. Voices stand in the order they are given; each is on its own
 * line, and none is added to another.
 *
 * @param rows the voices
 * @param least what 1 means
 * @param most what 10 means
 */
public record VoiceDots(List<Row> rows, String least, String most) implements Chart {
  private static final int PLACES = 10;
  private static final double TALL = 66;

  /**
   * A voice.
   *
   * @param counts how many people stand at 1, 2 … 10; empty when hidden
   * @param hidden why it is hidden, or null
   */
  public record Row(
      String label,
      List<Integer> counts,
      double lower,
      double median,
      double upper,
      String hidden) {

    /** A voice whose answers may be seen. */
    public static Row shown(
        String label, List<Integer> counts, double lower, double median, double upper) {
      return new Row(label, List.copyOf(counts), lower, median, upper, null);
    }

    /** A voice that is hidden for this reason. */
    public static Row hidden(String label, String why) {
      return new Row(label, List.of(), 0, 0, 0, why);
    }
  }

  public VoiceDots {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    boolean wide = width >= 560;
    double y = 4;
    double step = (width - 2 * edge(width)) / (PLACES - 1);
    double pitch = pitch(step);
    for (Row row : rows) {
      svg.text(0, y + 14, row.label(), fill(INK).and("class", "b").and("font-size", 16));
      if (row.hidden() != null) {
        y += 24;
        svg.rect(0.75, y, width - 1.5, 22, svg.hatched());
        double room = Svg.widthOf(row.hidden(), 15) + 16;
        svg.rect((width - room) / 2, y + 1.5, room, 19, fill("#ffffff"));
        svg.text(width / 2.0, y + 16, row.hidden(), middle(fill(INK_2)));
        y += 22 + 26;
        continue;
      }
      String half =
          "middle "
              + quarters(row.median())
              + ", half of them "
              + quarters(row.lower())
              + " to "
              + quarters(row.upper());
      if (wide) {
        svg.text(width, y + 14, half, Svg.end(fill(INK_2)));
      } else {
        y += 20;
        svg.text(0, y + 14, half, fill(INK_2));
      }
      int most = row.counts().stream().mapToInt(Integer::intValue).max().orElse(0);
      double foot = y + 26 + Math.max(most * pitch, 12);
      double a = x(row.lower(), width);
      double b = x(row.upper(), width);
      svg.rect(
          a - 3, foot + 3, b - a + 6, 9, fill(BLUE_PALE).and("stroke", BLUE_EDGE).and("rx", 3));
      svg.line(0, foot, width, foot, stroke(STONE_3, 1));
      for (int place = 1; place <= row.counts().size(); place++) {
        for (int i = 0; i < row.counts().get(place - 1); i++) {
          double up = foot - pitch / 2 - i * pitch;
          svg.circle(x(place, width), up, pitch / 2 - 0.75, fill(BLUE));
        }
      }
      double m = x(row.median(), width);
      svg.line(m, foot - 2, m, foot + 15, stroke(INK, 3));
      y = foot + 15 + 24;
    }
    y -= 6;
    for (int place = 1; place <= PLACES; place++) {
      svg.count(x(place, width), y + 12, "" + place, 15, middle(fill(INK_2)));
    }
    svg.text(0, y + 34, least, fill(INK_2));
    svg.text(width, y + 34, most, Svg.end(fill(INK_2)));
    return svg.drawn(width, y + 42);
  }

  /** Quartiles of whole numbers lie on quarters, and are said so: 6¼. */
  private static String quarters(double value) {
    return number(value).replace(".25", "¼").replace(".5", "½").replace(".75", "¾");
  }

  /** The distance of dots, the same for every voice, so that a tall heap is a tall heap. */
  private double pitch(double step) {
    int most =
        rows.stream().flatMap(r -> r.counts().stream()).mapToInt(Integer::intValue).max().orElse(1);
    return Math.max(2.5, Math.min(Math.min(12, step - 6), TALL / Math.max(1, most)));
  }

  private static double edge(int width) {
    return width >= 560 ? 24 : 12;
  }

  private static double x(double place, int width) {
    return edge(width) + (place - 1) / (PLACES - 1) * (width - 2 * edge(width));
  }
}
