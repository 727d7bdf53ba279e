package org.kith.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.kith.published.Codebook;
import org.kith.published.Codebook.Column;

/**
 * SPSS syntax that reads the tables of a package and labels every variable. It runs in SPSS and in
 * GNU PSPP.
 */
final class SpssSyntax {
  /** The longest label SPSS keeps. */
  private static final int LABEL = 256;

  private static final int LEAST = 8;

  private SpssSyntax() {}

  static String of(String snapshot, List<Sheet<?>> sheets) {
    StringBuilder out = new StringBuilder();
    out.append("* Encoding: UTF-8.\n");
    out.append("* Tables of snapshot ").append(snapshot).append(", each saved as a file.\n");
    for (Sheet<?> sheet : sheets) {
      String name = sheet.table().name();
      out.append("\nGET DATA /TYPE=TXT\n");
      out.append("  /FILE='data/").append(name).append(".csv'\n");
      out.append("  /ENCODING='UTF8'\n");
      out.append("  /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n  /FIRSTCASE=2\n");
      out.append("  /DELIMITERS=','\n  /QUALIFIER='\"'\n  /VARIABLES=\n");
      for (int c = 0; c < sheet.columns().size(); c++) {
        Column column = sheet.columns().get(c);
        out.append("    ").append(variable(column.name())).append(' ');
        out.append(format(sheet, c, column)).append('\n');
      }
      out.append("  .\n");
      out.append("VARIABLE LABELS\n");
      for (Column column : sheet.columns()) {
        out.append("  ").append(variable(column.name())).append(' ');
        out.append(quoted(column.text())).append('\n');
      }
      out.append("  .\n");
      for (Column column : sheet.columns()) {
        if (!column.values().isEmpty()) {
          out.append("VALUE LABELS ").append(variable(column.name()));
          for (String value : column.values()) {
            out.append("\n  ").append(quoted(value)).append(' ');
            out.append(quoted(words(value)));
          }
          out.append(" .\n");
        }
      }
      out.append("SAVE OUTFILE='data/").append(name).append(".sav'.\n");
    }
    return out.toString();
  }

  /** Some names are words of the syntax. */
  private static String variable(String name) {
    return List.of("to", "by", "with", "and", "or", "not", "all").contains(name)
        ? name + "_"
        : name;
  }

  private static String format(Sheet<?> sheet, int column, Column of) {
    if (of.type() == Codebook.Type.WHOLE) {
      return "F8.0";
    }
    if (of.type() == Codebook.Type.NUMBER) {
      return "F12.4";
    }
    int width =
        sheet.rows().stream()
            .map(row -> sheet.cells(row).get(column))
            .filter(value -> value != null)
            .mapToInt(value -> CsvText.text(value).getBytes(StandardCharsets.UTF_8).length + 1)
            .max()
            .orElse(LEAST);
    return "A" + Math.max(LEAST, width);
  }

  private static String words(String value) {
    return value.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String quoted(String text) {
    String kept = text.length() > LABEL ? text.substring(0, LABEL) : text;
    return "'" + kept.replace("'", "''").replace("\n", " ") + "'";
  }
}
