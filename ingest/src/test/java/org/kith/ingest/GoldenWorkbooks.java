package org.kith.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the workbooks among the golden exports, when run: {@code java …
 * org.kith.ingest.GoldenWorkbooks src/test/resources/golden}.
 */
final class GoldenWorkbooks {
  private GoldenWorkbooks() {}

  public static void main(String[] args) throws IOException {
    Path golden = Path.of(args[0]);
    try (OutputStream out = Files.newOutputStream(golden.resolve("microsoft-forms/workbook.xlsx"));
        Workbook book = new Workbook(out, "Forms", "1.0")) {
      Worksheet hidden = book.newWorksheet("Old");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      hidden.value(0, 0, "ID");
      book.newWorksheet("Empty");
      forms(book.newWorksheet("Form1"));
      book.newWorksheet("Notes").value(0, 0, "Zebedee");
    }
    try (OutputStream out = Files.newOutputStream(golden.resolve("kobotoolbox/workbook.xlsx"));
        Workbook book = new Workbook(out, "Kobo", "1.0")) {
      Worksheet top = book.newWorksheet("Survey");
      row(top, 0, "start", "end", "trust", "_id", "_uuid", "_submission_time", "_index");
      row(top, 1, "", "", 4, 1042, "u-1", "2025-03-04T09:16:10", 1);
      row(top, 2, "", "", "3", 1043, "u-2", "2025-03-04T09:16:10", 2);
      Worksheet repeats = book.newWorksheet("visits");
      row(repeats, 0, "note", "_index", "_parent_table_name", "_parent_index");
      row(repeats, 1, "Zebedee", 1, "Survey", 1);
    }
    try (OutputStream out = Files.newOutputStream(golden.resolve("csv/workbook.xlsx"));
        Workbook book = new Workbook(out, "Sheets", "1.0")) {
      Worksheet sheet = book.newWorksheet("Answers");
      row(sheet, 1, "id", "when", "trust", "belong", "email");
      row(sheet, 3, 1, LocalDateTime.of(2025, 3, 4, 0, 0), 1, 2.0, "zebedee@example.org");
      row(sheet, 4, 118123456789L, LocalDateTime.of(2025, 12, 31, 23, 59, 59), 2, 2.5, "");
      row(sheet, 6, "3", "2025-03-04", "=2", 98, "");
      sheet.formula(7, 0, "1+1");
      row(sheet, 8, 5, "2025-03-04", true, 4, "");
    }
  }

  private static void forms(Worksheet sheet) {
    row(
        sheet,
        0,
        "Id",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Last modified time",
        "Trust people\nhere?",
        "Who helped?");
    LocalDateTime third = LocalDateTime.of(2025, 4, 3, 9, 12, 33);
    row(sheet, 1, 1, third, third.plusMinutes(3), "anonymous", "", "", 4, "neighbour;gp;");
    row(sheet, 2, 2, third, third.plusMonths(6), "zebedee@example.org", "Zebedee", "", "2", "gp;");
    row(sheet, 3, 3, third, third.plusMinutes(3), "anonymous", "", "", "", "");
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int column = 0; column < cells.length; column++) {
      if (cells[column] instanceof LocalDateTime when) {
        sheet.value(row, column, when);
        sheet.style(row, column).format("m/d/yy h:mm:ss").set();
      } else if (cells[column] instanceof Number number) {
        sheet.value(row, column, number);
      } else if (cells[column] instanceof Boolean yes) {
        sheet.value(row, column, yes);
      } else if (!cells[column].equals("")) {
        sheet.value(row, column, cells[column].toString());
      }
    }
  }
}
