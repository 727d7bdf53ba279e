package org.kith.sample;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of an export, row by row.
 *
 * @param delimiter between cells
 * @param quoteAll whether every cell is quoted, or only those that need it
 * @param lineEnd what ends a row
 * @param text what has been written so far
 */
record Table(char delimiter, boolean quoteAll, String lineEnd, StringBuilder text) {
  static Table of(char delimiter, boolean quoteAll, String lineEnd) {
    return new Table(delimiter, quoteAll, lineEnd, new StringBuilder());
  }

  void row(List<String> cells) {
    text.append(
        cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(delimiter))));
    text.append(lineEnd);
  }

  private String cell(String value) {
    boolean quoted =
        quoteAll
            || value.indexOf(delimiter) >= 0
            || value.indexOf('"') >= 0
            || value.indexOf('\n') >= 0;
    return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
