package org.kith.exports;

import java.util.List;
import org.kith.published.Codebook;
import org.kith.published.Codebook.Column;

/** An R script that reads the tables of a package and labels every variable. Base R is enough. */
final class RScript {
  private RScript() {}

  static String of(String snapshot, List<Sheet<?>> sheets) {
    StringBuilder out = new StringBuilder();
    out.append("# Reads the tables of snapshot ").append(snapshot).append(" into a list, kith,\n");
    out.append("# and labels every variable: attr(kith$levels$percent, \"label\").\n");
    out.append("# Run in the folder of this file: source(\"read.R\")\n");
    out.append("kith <- list()\n");
    for (Sheet<?> sheet : sheets) {
      String name = sheet.table().name();
      out.append("\nkith$").append(name).append(" <- read.csv(\"data/").append(name);
      out.append(".csv\", na.strings = \"\", encoding = \"UTF-8\",\n  colClasses = c(");
      for (int c = 0; c < sheet.columns().size(); c++) {
        Column column = sheet.columns().get(c);
        out.append(c == 0 ? "" : ", ");
        out.append('`').append(column.name()).append("` = \"").append(type(column)).append('"');
      }
      out.append("), check.names = FALSE)\n");
      out.append("attr(kith$").append(name).append(", \"label\") <- ");
      out.append(quoted(Codebook.text(sheet.table()))).append('\n');
      for (Column column : sheet.columns()) {
        String variable = "kith$" + name + "$`" + column.name() + "`";
        if (column.type() == Codebook.Type.YES_NO) {
          out.append(variable).append(" <- ").append(variable).append(" == \"true\"\n");
        }
        if (!column.values().isEmpty()) {
          out.append(variable).append(" <- factor(").append(variable).append(", levels = c(");
          out.append(String.join(", ", column.values().stream().map(RScript::quoted).toList()));
          out.append("))\n");
        }
        out.append("attr(").append(variable).append(", \"label\") <- ");
        out.append(quoted(column.text())).append('\n');
      }
    }
    return out.toString();
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case WHOLE -> "integer";
      case NUMBER -> "numeric";
      case YES_NO, TEXT, TEXTS -> "character";
    };
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
