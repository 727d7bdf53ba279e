package org.kith.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a figure: the table on the page and the file to download are made from it, and the
 * picture from the same rows.
 *
 * @param caption what the numbers are
 * @param columns headings
 * @param rows the first cell of each names the row
 */
public record FigureTable(String caption, List<String> columns, List<List<Cell>> rows) {

  /**
   * A cell.
   *
   * @param text what it says
   * @param number whether it is a number, set to the right
   * @param hidden whether it stands for a hidden number
   */
  public record Cell(String text, boolean number, boolean hidden) {
    /** Words. */
    public static Cell words(String text) {
      return new Cell(text, false, false);
    }

    /** A number. */
    public static Cell number(Object value) {
      return new Cell(String.valueOf(value), true, false);
    }

    /** A hidden number, and why. */
    public static Cell hidden(String why) {
      return new Cell(why, false, true);
    }
  }

  public FigureTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Whether every shown cell of a column is a number, so that its heading stands right too. */
  boolean number(int column) {
    return rows.stream().anyMatch(r -> r.get(column).number());
  }

  /** The table as CSV (RFC 4180) with a heading row. */
  String csv() {
    List<String> lines = new ArrayList<>();
    lines.add(line(columns));
    for (List<Cell> row : rows) {
      lines.add(line(row.stream().map(Cell::text).toList()));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(FigureTable::quoted).toList());
  }

  /** Text a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String quoted(String cell) {
    String plain = cell.replace('\u00a0', ' ');
    boolean formula = plain.matches("[=+@\\t\\r].*") || plain.matches("-(?![0-9.]+$).*");
    String safe = formula ? "'" + plain : plain;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
