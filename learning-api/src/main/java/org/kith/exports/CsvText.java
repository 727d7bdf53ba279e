package org.kith.exports;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables as CSV (RFC 4180): UTF-8, commas, lines end in CRLF, a decimal point. A missing value is
 * an empty cell. A text that a spreadsheet would take for a formula gets an apostrophe before it,
 * as {@code '=1+1}; numbers never do.
 */
final class CsvText {
  private static final String MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r";
  private static final String END = "\r\n";

  private CsvText() {}

  /**
   * A table.
   *
   * @param mark whether to begin with a byte order mark, for spreadsheets that need one
   */
  static String of(Sheet<?> sheet, boolean mark) {
    StringBuilder out = new StringBuilder(mark ? MARK : "");
    List<Object> head = new ArrayList<>();
    sheet.columns().forEach(column -> head.add(column.name()));
    line(out, head);
    sheet.rows().forEach(row -> line(out, sheet.cells(row)));
    return out.toString();
  }

  /** A line of cells. */
  static void line(StringBuilder out, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    out.append(END);
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = text(value);
    if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /**
   * A value as text: enums by name, several texts with semicolons, whole numbers without a point.
   */
  static String text(Object value) {
    if (value instanceof List<?> several) {
      return String.join("; ", several.stream().map(String::valueOf).toList());
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return String.valueOf(value);
  }
}
