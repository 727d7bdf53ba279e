package org.kith.charts;

import static org.kith.charts.Svg.BLUE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * Signs over the quarters, a row for each: a small ring where it was looked for and not seen, a dot
 * with the number of organisations where it was.
 *
 * @param quarters names of the quarters, ending in the year
 */
public record SignDots(List<String> quarters, List<Row> rows) implements Chart {
  private static final double TALL = 66;

  /** A sign over the quarters. */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A quarter.
   *
   * @param seen in how many organisations, or null when hidden or not looked for
   * @param hidden why it is hidden, or null
   */
  public record Cell(Integer seen, String hidden) {}

  public SignDots {
    quarters = List.copyOf(quarters);
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    Quarters scale = new Quarters(quarters);
    double edge = width - Quarters.right(width);
    String why =
        rows.stream()
            .flatMap(r -> r.cells().stream())
            .map(Cell::hidden)
            .filter(h -> h != null)
            .findFirst()
            .orElse(null);
    double y = 0;
    for (Row row : rows) {
      svg.text(0, y + 15, row.name(), fill(INK));
      double at = y + 42;
      svg.line(0, at, edge, at, stroke(STONE_2, 1));
      for (int i = 0; i < row.cells().size(); i++) {
        cell(svg, row.cells().get(i), scale.centre(width, i), at);
      }
      y += TALL;
    }
    double foot = y - 4;
    svg.line(0, foot, edge, foot, stroke(STONE_3, 1));
    scale.draw(svg, width, foot);
    double bottom = foot + (width >= 560 ? 66 : 54);
    ring(svg, 7, bottom - 5);
    svg.text(22, bottom, "looked for, not seen", fill(INK_2));
    if (why != null) {
      double x = width >= 560 ? 200 : 0;
      bottom += width >= 560 ? 0 : 26;
      svg.rect(x + 0.5, bottom - 12, 13, 13, svg.hatched());
      svg.text(x + 22, bottom, why, fill(INK_2));
    }
    return svg.drawn(width, bottom + 8);
  }

  private static void cell(Svg svg, Cell cell, double x, double y) {
    if (cell.seen() == null) {
      if (cell.hidden() != null) {
        svg.rect(x - 6, y - 6, 12, 12, svg.hatched());
      }
    } else if (cell.seen() == 0) {
      ring(svg, x, y);
    } else {
      svg.circle(x, y, 7, fill(BLUE));
      svg.boldCount(x, y - 11, "" + cell.seen(), 15, middle(fill(INK)));
    }
  }

  private static void ring(Svg svg, double x, double y) {
    svg.circle(x, y, 3.5, fill("#ffffff").and("stroke", INK_2));
  }
}
