package org.kith.dialect;

import java.util.List;
import java.util.Locale;

/**
 * The first rows of an export, which is all a dialect may look at.
 *
 * @param rows cells as text, blank rows left out; at least one row
 * @param allQuoted whether every cell of the first row is in quotation marks
 * @param declared the columns as the file itself declares them; empty for a file of mere cells
 * @param notes what the file says of itself, for the report
 */
public record Head(
    List<List<String>> rows, boolean allQuoted, List<Heading> declared, List<String> notes) {
  public Head {
    rows = rows.stream().map(List::copyOf).toList();
    declared = List.copyOf(declared);
    notes = List.copyOf(notes);
  }

  /** The first rows of a file of mere cells. */
  Head(List<List<String>> rows, boolean allQuoted) {
    this(rows, allQuoted, List.of(), List.of());
  }

  /** A cell, or empty when the row or the cell is not there. */
  String cell(int row, int column) {
    return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
  }

  /** The first row. */
  List<String> first() {
    return rows.get(0);
  }

  /**
   * The column whose heading is this word, whatever its case, with spaces for underscores and
   * without a text after ". "; -1 when there is none.
   */
  int column(String... names) {
    for (String name : names) {
      for (int i = 0; i < first().size(); i++) {
        String heading = plain(first().get(i));
        if (heading.equals(name) || heading.startsWith(name + ". ")) {
          return i;
        }
      }
    }
    return -1;
  }

  static String plain(String heading) {
    return Heading.tidy(heading).replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }
}
