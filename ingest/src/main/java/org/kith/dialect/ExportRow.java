package org.kith.dialect;

import java.util.Arrays;

/**
 * One row of an export: only the cells that were asked for. The same object is filled anew for each
 * row.
 */
public final class ExportRow {
  private final String[] cells;
  private final boolean[] bare;
  final boolean[] filled;
  int number;
  int width;
  int lastAnswered;
  boolean overflow;

  ExportRow(int columns) {
    cells = new String[columns];
    bare = new boolean[columns];
    filled = new boolean[columns];
  }

  /** The row's number as a spreadsheet shows it, 1 for the first header row. */
  public int number() {
    return number;
  }

  /** How many cells it has; fewer than headings when blank ones at the end were left out. */
  public int width() {
    return width;
  }

  /** Whether a cell beyond the last heading says something: the row is torn. */
  public boolean overflows() {
    return overflow;
  }

  /** The last column of a question that was answered, or -1. */
  public int lastAnswered() {
    return lastAnswered;
  }

  /** The text of a wanted column, or null when it is blank. */
  public String cell(int column) {
    return cells[column];
  }

  /** Whether a blank cell stands without quotation marks or is not there at all. */
  public boolean bareBlank(int column) {
    return bare[column];
  }

  /** Whether a column has something in it, wanted or not. */
  public boolean filled(int column) {
    return filled[column];
  }

  void begin(int rowNumber) {
    number = rowNumber;
    width = 0;
    lastAnswered = -1;
    overflow = false;
    Arrays.fill(cells, null);
    Arrays.fill(bare, true);
    Arrays.fill(filled, false);
  }

  void set(int column, String text, boolean quoted) {
    cells[column] = text;
    bare[column] = text == null && !quoted;
  }
}
