package org.kith.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kith.published.Codebook;
import org.kith.published.Codebook.Column;

/**
 * Tables as one workbook: what it is first, then what every column means, then a sheet per table.
 * Texts are texts, so nothing is taken for a formula.
 */
final class Xlsx {
  /** Excel's own limit to a sheet's name. */
  private static final int NAME = 31;

  private Xlsx() {}

  static void write(OutputStream to, String version, List<String> about, List<Sheet<?>> sheets)
      throws IOException {
    Workbook workbook = new Workbook(to, "Kith", version);
    Worksheet first = workbook.newWorksheet("read me");
    for (int i = 0; i < about.size(); i++) {
      first.value(i, 0, about.get(i));
    }
    first.width(0, 100);
    Worksheet codebook = workbook.newWorksheet("codebook");
    codebook.value(0, 0, "table");
    codebook.value(0, 1, "column");
    codebook.value(0, 2, "text");
    int at = 1;
    for (Sheet<?> sheet : sheets) {
      codebook.value(at, 0, sheet.table().name());
      codebook.value(at++, 2, Codebook.text(sheet.table()));
      for (Column column : sheet.columns()) {
        codebook.value(at, 0, sheet.table().name());
        codebook.value(at, 1, column.name());
        codebook.value(at++, 2, column.text());
      }
    }
    codebook.freezePane(0, 1);
    for (Sheet<?> sheet : sheets) {
      sheet(workbook, sheet);
    }
    workbook.finish();
  }

  private static void sheet(Workbook workbook, Sheet<?> sheet) {
    String name = sheet.table().name();
    Worksheet to = workbook.newWorksheet(name.substring(0, Math.min(NAME, name.length())));
    for (int c = 0; c < sheet.columns().size(); c++) {
      to.value(0, c, sheet.columns().get(c).name());
    }
    to.freezePane(0, 1);
    int r = 1;
    for (Record row : sheet.rows()) {
      List<Object> cells = sheet.cells(row);
      for (int c = 0; c < cells.size(); c++) {
        Object value = cells.get(c);
        if (value instanceof Number number) {
          to.value(r, c, number);
        } else if (value instanceof Boolean yes) {
          to.value(r, c, yes);
        } else if (value != null) {
          to.value(r, c, CsvText.text(value));
        }
      }
      r++;
    }
  }
}
