package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.number;
import static org.kith.charts.Svg.stroke;

/**
 * Where people's scores lie: the middle half as a bar on the whole range of the score, the middle
 * person as a mark.
 *
 * @param min lowest possible score
 * @param max highest possible score
 * @param lower a quarter of people score less than this
 * @param median half of people score less than this
 * @param upper a quarter of people score more than this
 */
public record ScoreStrip(double min, double max, double lower, double median, double upper)
    implements Chart {

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double y = 62;
    double a = x(lower, width);
    double b = x(upper, width);
    double m = x(median, width);
    svg.line(0, y, width, y, stroke(STONE_3, 1.5));
    svg.line(1, y - 7, 1, y + 7, stroke(STONE_3, 1.5));
    svg.line(width - 1.0, y - 7, width - 1.0, y + 7, stroke(STONE_3, 1.5));
    svg.rect(a, y - 17, Math.max(b - a, 3), 34, fill(BLUE_PALE).and("stroke", BLUE_EDGE));
    svg.line(m, y - 23, m, y + 23, stroke(BLUE, 3));
    String half = "the middle half of people, " + number(lower) + " to " + number(upper);
    double wide = Svg.widthOf(half, 15);
    svg.text(clamp((a + b) / 2, wide, width), 14, half, middle(fill(INK_2)));
    svg.line((a + b) / 2, 20, (a + b) / 2, y - 18, stroke(INK_2, 1));
    String person = "the person in the middle, " + number(median);
    Svg.Look bold = middle(fill(INK).and("class", "b").and("font-size", 16));
    svg.text(clamp(m, Svg.widthOf(person, 16.5), width), y + 44, person, bold);
    boolean below = width < 560;
    double foot = below ? y + 70 : y + 44;
    svg.count(0, foot, number(min), 15, fill(INK_2));
    svg.count(width, foot, number(max), 15, end(fill(INK_2)));
    return svg.drawn(width, foot + 8);
  }

  private double x(double score, int width) {
    return (score - min) / (max - min) * width;
  }

  private static double clamp(double centre, double words, int width) {
    return Math.max(words / 2, Math.min(width - words / 2, centre));
  }
}
