package org.kith.logimport;

import java.util.List;

/**
 * A log as it was read.
 *
 * @param file its name, for messages
 * @param hash SHA-256 of its bytes, the first 16 digits
 * @param read how its characters were read
 * @param headings of the first row, which every line has a cell for
 * @param lines the rows with something in them
 */
public record Sheet(
    String file, String hash, String read, List<String> headings, List<Line> lines) {

  /** One row: the number a spreadsheet shows beside it, and its cells. */
  public record Line(int number, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param words what it says; a date as 2026-11-25
   * @param formula whether it is worked out by the spreadsheet, which is never done here
   */
  public record Cell(String words, boolean formula) {}

  public Sheet {
    headings = List.copyOf(headings);
    lines = List.copyOf(lines);
  }
}
