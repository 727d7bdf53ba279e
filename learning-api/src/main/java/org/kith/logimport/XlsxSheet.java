package org.kith.logimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.kith.http.ProblemException;

/** Reads the first sheet of a workbook. It is unpacked once to be measured before it is opened. */
final class XlsxSheet {
  private static final long MOST_UNPACKED = 40L * 1024 * 1024;
  private static final int MOST_ENTRIES = 500;
  private static final String DOCTYPE = "<!DOCTYPE";

  private XlsxSheet() {}

  static Sheet read(String file, byte[] bytes) {
    measure(file, bytes);
    SheetFile.Rows rows =
        new SheetFile.Rows(file, SheetFile.seen(bytes).sha256(), "XLSX, its first sheet");
    try (ReadableWorkbook book =
            new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
        Stream<Row> all = book.getFirstSheet().openStream()) {
      all.forEach(row -> rows.add(row.getRowNum(), cells(row)));
    } catch (IOException e) {
      throw SheetFile.refused(
          file, "it is not a workbook that can be read. Save it again as .xlsx.");
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      // The reader's own words may hold what stands in a cell.
      throw SheetFile.refused(
          file, "it is not a workbook that can be read. Save it again as .xlsx.");
    }
    return rows.sheet();
  }

  /** A small file can unpack to a very large one, and XML can name others: neither is opened. */
  private static void measure(String file, byte[] bytes) {
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        entries++;
        boolean first = true;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            boolean declares =
                first && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(DOCTYPE);
            first = false;
            if (unpacked > MOST_UNPACKED || entries > MOST_ENTRIES || declares) {
              throw SheetFile.refused(
                  file,
                  "it unpacks to more than a log can hold. Save only the sheet with the log.");
            }
          }
        }
      }
    } catch (IOException e) {
      throw SheetFile.refused(
          file, "it is not a workbook that can be read. Save it again as .xlsx.");
    }
  }

  private static List<Sheet.Cell> cells(Row row) {
    List<Sheet.Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      boolean formula =
          cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null);
      cells.add(new Sheet.Cell(cell == null || formula ? "" : words(cell), formula));
    }
    return cells;
  }

  private static String words(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> number(cell);
      case STRING, BOOLEAN -> cell.getText();
      default -> "";
    };
  }

  private static String number(Cell cell) {
    String format = cell.getDataFormatString();
    if (format != null && format.matches("(?i).*[dy].*") && !format.matches("(?i)general")) {
      LocalDateTime at = cell.asDate();
      return at.toLocalDate().toString();
    }
    BigDecimal number = cell.asNumber();
    return number.stripTrailingZeros().toPlainString();
  }
}
