package org.kith.charts;

import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.EDGE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.stroke;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something is held: one dot without a name for each organisation that shared anything. The
 * filled ones stand before the empty ones in every row, so a place in a row belongs to none.
 *
 * @param rows in alphabetical or time order, as given
 */
public record PresenceGrid(List<Row> rows) implements Chart {

  /**
   * A row.
   *
   * @param name what is held, or when
   * @param holding how many organisations hold it, or null when hidden
   * @param contributing how many shared anything, or null when hidden
   * @param hidden why it is hidden, or null
   */
  public record Row(String name, Integer holding, Integer contributing, String hidden) {}

  public PresenceGrid {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    double y = 0;
    boolean wide = width >= 560;
    double start = wide ? 0.42 * width : 0;
    for (Row row : rows) {
      double line = wide ? y + 20 : y + 44;
      svg.said(0, y + 19, row.name(), 16, fill(INK));
      dots(svg, row, start, line - 5, width);
      y += wide ? 36 : 62;
      svg.line(0, y - 4, width, y - 4, stroke(STONE_2, 1));
    }
    return svg.drawn(width, y);
  }

  private void dots(Svg svg, Row row, double start, double y, int width) {
    double x = start + 9;
    if (row.holding() == null || row.contributing() == null) {
      if (row.hidden() != null) {
        svg.rect(x - 6, y - 8, 16, 16, svg.hatched());
        svg.text(x + 16, y + 5, row.hidden(), fill(INK_2));
      }
      return;
    }
    int held = row.holding();
    int all = row.contributing();
    List<Boolean> marks = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      marks.add(i < held);
    }
    double room = width - x - 70;
    double step = Math.min(18, room / Math.max(1, marks.size()));
    double radius = Math.min(5, step / 2 - 0.5);
    for (boolean filled : marks) {
      svg.circle(x, y, radius, fill(filled ? BLUE_PALE : "#ffffff").and("stroke", EDGE));
      x += step;
    }
    svg.count(x + 4, y + 5, row.holding() + " of " + row.contributing(), 15, fill(INK));
  }
}
