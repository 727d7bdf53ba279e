package org.kith.dialect;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.kith.yaml.InvalidFileException;

/**
 * Cells of the first visible sheet of an Excel workbook that has any. Dates come out as ISO dates,
 * because a workbook keeps them as numbers, whatever order of day and month it shows. Formulas are
 * not worked out; what the workbook says they gave is read.
 */
record WorkbookCells(Path file, String sheet, Head head) implements Cells {
  private static final int SAMPLE = 200;

  /** What a workbook may unpack to; a million rows of a survey are well below. */
  private static final long MOST_BYTES = 2L << 30;

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern DATE_LETTERS = Pattern.compile("(?i).*[ymdhs].*");
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  static WorkbookCells of(Path file) throws IOException {
    checkSize(file);
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
      List<Sheet> visible =
          workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
      List<List<String>> rows = List.of();
      String name = "";
      List<String> others = new ArrayList<>();
      for (Sheet sheet : visible) {
        List<List<String>> found = sample(sheet, rows.isEmpty() ? SAMPLE : 1);
        if (rows.isEmpty()) {
          rows = found;
          name = sheet.getName();
        } else if (!found.isEmpty()) {
          others.add(sheet.getName());
        }
      }
      List<String> notes =
          others.isEmpty()
              ? List.of()
              : List.of(
                  "Only the sheet \"%s\" is read; not read: %s. Save another sheet as a file of its own to read it."
                      .formatted(name, String.join(", ", others)));
      return new WorkbookCells(file, name, new Head(rows, false, List.of(), notes));
    } catch (ExcelReaderException e) {
      throw damaged(file);
    }
  }

  /** A small file may be made to unpack to more than any disk or memory holds. */
  private static void checkSize(Path file) throws IOException {
    File zipped = file.toFile();
    try (ZipFile zip = new ZipFile(zipped)) {
      long bytes = zip.stream().mapToLong(e -> Math.max(0, e.getSize())).sum();
      if (bytes > MOST_BYTES) {
        throw new InvalidFileException(
            List.of(
                file.getFileName()
                    + ": the workbook unpacks to more than 2 GiB. Export the answers as CSV."));
      }
    } catch (ZipException e) {
      throw damaged(file);
    }
  }

  private static InvalidFileException damaged(Path file) {
    return new InvalidFileException(
        List.of(
            file.getFileName()
                + ": the workbook is damaged or not complete. Download it again, or save it anew."));
  }

  private static List<List<String>> sample(Sheet sheet, int most) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> all = stream.iterator();
      while (all.hasNext() && rows.size() < most) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : all.next()) {
          cells.add(cell == null ? "" : text(cell));
        }
        if (cells.stream().anyMatch(c -> !c.isBlank())) {
          rows.add(cells);
        }
      }
    }
    return rows;
  }

  @Override
  public String words() {
    return "an Excel workbook, sheet \"" + sheet + "\"";
  }

  @Override
  public void each(RowFiller filler, LongConsumer bytesRead, Export.RowTaker taker)
      throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        Stream<Row> stream = workbook.findSheet(sheet).orElseThrow().openStream()) {
      Iterator<Row> rows = stream.iterator();
      while (rows.hasNext()) {
        Row row = rows.next();
        filler.begin(row.getRowNum());
        boolean blank = true;
        for (Cell cell : row) {
          String text = cell == null ? "" : text(cell);
          blank &= text.isBlank();
          filler.add(text);
        }
        if (!blank) {
          taker.take(filler.row());
        }
      }
    } catch (ExcelReaderException e) {
      throw damaged(file);
    }
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
      return number(cell);
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE";
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return text == null ? "" : text;
  }

  private static String number(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || !raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
      return raw == null ? "" : raw;
    }
    BigDecimal number = new BigDecimal(raw);
    if (cell.getType() == CellType.NUMBER && date(cell) && number.signum() > 0) {
      LocalDateTime when = cell.asDate();
      return when.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? when.toLocalDate().toString()
          : DATE_AND_TIME.format(when);
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** By its format: the ones that every workbook knows by number, or letters of a date. */
  private static boolean date(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null
        && !format.equalsIgnoreCase("General")
        && DATE_LETTERS.matcher(QUOTED.matcher(format).replaceAll("")).matches();
  }
}
