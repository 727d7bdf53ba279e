package org.kith.charts;

import static org.kith.charts.Svg.BLUE_EDGE;
import static org.kith.charts.Svg.BLUE_PALE;
import static org.kith.charts.Svg.INK;
import static org.kith.charts.Svg.INK_2;
import static org.kith.charts.Svg.STONE_3;
import static org.kith.charts.Svg.fill;
import static org.kith.charts.Svg.middle;
import static org.kith.charts.Svg.stroke;

import java.util.List;

/**
 * Several numbers over the same quarters, each on a line of its own from 0, all on one scale, in
 * the order they are given in.
 *
 * @param quarters names of the quarters, ending in the year
 * @param unit what follows a number: " %" or nothing
 * @param rest what the empty part of each column is, in words, or null where it is nothing
 */
public record QuarterRows(List<String> quarters, List<Row> rows, String unit, String rest)
    implements Chart {
  private static final double TALL = 46;
  private static final double HEAD = 42;

  /** One number over the quarters. */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A quarter's number.
   *
   * @param value or null when hidden or not there
   * @param hidden why it is hidden, or null
   */
  public record Cell(Double value, String hidden) {}

  public QuarterRows {
    quarters = List.copyOf(quarters);
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(int width, String id) {
    Svg svg = new Svg(id);
    Quarters scale = new Quarters(quarters);
    double most = rest == null ? most() : 100;
    double column = Math.min(scale.step(width) * 0.74, 64);
    double edge = width - Quarters.right(width);
    double y = 0;
    for (Row row : rows) {
      svg.text(0, y + 17, row.name(), fill(INK).and("class", "b").and("font-size", 16));
      String why =
          row.cells().stream().map(Cell::hidden).filter(h -> h != null).findFirst().orElse(null);
      if (why != null) {
        why = Svg.fitting(why, 14, width - Svg.widthOf(row.name(), 16) - 44);
        double from = Math.max(Svg.widthOf(row.name(), 16) + 22, edge - Svg.widthOf(why, 14) - 20);
        svg.rect(from, y + 6, 12, 12, svg.hatched());
        svg.text(from + 18, y + 17, why, fill(INK_2).and("font-size", 14));
      }
      double foot = y + HEAD + TALL;
      for (int i = 0; i < row.cells().size(); i++) {
        cell(svg, row.cells().get(i), scale.centre(width, i) - column / 2, column, foot, most);
      }
      last(svg, row, edge, foot, most);
      svg.line(0, foot, edge, foot, stroke(STONE_3, 1));
      y = foot + 10;
    }
    scale.draw(svg, width, y - 10);
    double bottom = y + (width >= 560 ? 36 : 24);
    if (rest != null) {
      svg.rect(0, bottom + 3, 14, 14, fill("#ffffff").and("stroke", STONE_3));
      svg.text(22, bottom + 15, rest, fill(INK_2));
      bottom += 26;
    }
    return svg.drawn(width, bottom);
  }

  private void cell(Svg svg, Cell cell, double x, double column, double foot, double most) {
    if (cell.value() == null) {
      if (cell.hidden() != null) {
        svg.rect(x + 0.5, foot - TALL / 2, column - 1, TALL / 2, svg.hatched());
      }
      return;
    }
    double tall = Math.max(1, cell.value() / most * TALL);
    if (rest != null) {
      svg.rect(x + 0.5, foot - TALL, column - 1, TALL, fill("#ffffff").and("stroke", STONE_3));
    }
    svg.rect(x + 0.5, foot - tall, column - 1, tall, fill(BLUE_PALE).and("stroke", BLUE_EDGE));
    if (column >= 26) {
      svg.count(
          x + column / 2,
          rest == null ? foot - tall - 5 : foot - 6,
          "" + Math.round(cell.value()),
          14,
          middle(fill(INK)));
    }
  }

  private void last(Svg svg, Row row, double edge, double foot, double most) {
    Cell last = row.cells().isEmpty() ? null : row.cells().get(row.cells().size() - 1);
    if (last != null && last.value() != null) {
      double y = Math.max(foot - TALL + 12, foot - last.value() / most * TALL + 6);
      svg.count(
          edge + 6,
          Math.min(foot, y),
          Math.round(last.value()) + unit,
          16,
          fill(INK).and("class", "b"));
    }
  }

  private double most() {
    return Math.max(
        1,
        rows.stream()
            .flatMap(r -> r.cells().stream())
            .filter(c -> c.value() != null)
            .mapToDouble(Cell::value)
            .max()
            .orElse(1));
  }
}
