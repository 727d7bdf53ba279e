package org.kith.charts;

import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.end;
import static org.kith.charts.Svg.fill;

/**
 * How much of the difference lies between organisations, as so many of a hundred squares.
 *
 * @param parts 0 to 100
 */
public record BetweenSquares(int parts) implements Chart {

  public BetweenSquares {
    if (parts < 0 || parts > 100) {
      throw new IllegalArgumentException(parts + " of 100 squares cannot be drawn.");
    }
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    int columns = width >= 560 ? 50 : 25;
    double size = width / (double) columns;
    double gap = width >= 560 ? 3 : 2;
    for (int i = 0; i < 100; i++) {
      String fill = i < parts ? INK : "#ffffff";
      svg.rect(
          i % columns * size + gap / 2,
          Math.floorDiv(i, columns) * size + 30,
          size - gap,
          size - gap,
          fill(fill).and("stroke", i < parts ? INK : EDGE).and("stroke-width", "0.8"));
    }
    double foot = 100.0 / columns * size + 30;
    svg.text(
        0, 16, "between organisations, " + counted(parts) + " in 100", fill(INK).and("class", "b"));
    svg.text(width, foot + 20, "between people, " + counted(100 - parts), end(fill(INK_2)));
    return svg.drawn(width, foot + 28);
  }

  private static String counted(int parts) {
    return parts + (parts == 1 ? " part" : " parts");
  }
}
