package org.kith.logimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.kith.dialect.Encoding;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/** Reads a file as a log. What it is, is told by its bytes and never by its name. */
public final class SheetFile {
  /** The largest file, in bytes. */
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  static final int MOST_ROWS = 5_000;
  static final int MOST_COLUMNS = 60;
  static final int MOST_NAME = 80;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private SheetFile() {}

  /**
   * Reads it.
   *
   * @throws ProblemException if it is not a log that can be read; the words say what to do
   */
  public static Sheet read(String file, byte[] bytes) {
    String name = shown(file);
    if (bytes.length == 0) {
      throw refused(name, "it is empty. Choose the file again.");
    }
    if (bytes.length > MOST_BYTES) {
      throw ProblemException.of(
          Problem.Kind.TOO_LARGE, name + ": a log is at most 4 MB. Split it into parts.");
    }
    if (begins(bytes, OLD_EXCEL)) {
      throw refused(
          name, "it is an old Excel file or locked with a password. Save it as .xlsx without one.");
    }
    return begins(bytes, ZIP) ? XlsxSheet.read(name, bytes) : csv(name, bytes);
  }

  /** A file's name as messages show it: without its folder, and not too long. */
  private static String shown(String file) {
    String name =
        file == null ? "" : file.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    String plain = name.isBlank() ? "the file" : name;
    return plain.length() > MOST_NAME ? plain.substring(0, MOST_NAME) + "…" : plain;
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.length <= i || bytes[i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static Sheet csv(String file, byte[] bytes) {
    Encoding.Seen seen = seen(bytes);
    Encoding encoding = seen.encoding();
    String text =
        new String(bytes, encoding.skip(), bytes.length - encoding.skip(), encoding.charset());
    if (text.indexOf('\0') >= 0) {
      throw refused(file, "it is neither CSV nor XLSX. Save your log as one of these.");
    }
    Rows rows = new Rows(file, seen.sha256(), encoding.words());
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      int number = 0;
      for (CsvRecord record : records) {
        number++;
        rows.add(number, record.getFields().stream().map(f -> new Sheet.Cell(f, false)).toList());
      }
    } catch (CsvParseException e) {
      throw refused(
          file,
          "a quotation mark in it is never closed, or a line is too long."
              + " Save it from the spreadsheet again.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.sheet();
  }

  static Encoding.Seen seen(byte[] bytes) {
    try {
      return Encoding.of(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whichever of the three is most in the first line. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      if (count(first, c) > count(first, best)) {
        best = c;
      }
    }
    return best;
  }

  private static long count(String line, char c) {
    return line.chars().filter(x -> x == c).count();
  }

  static ProblemException refused(String file, String why) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, file + ": " + why);
  }

  /** Gathers rows and holds them to the limits. */
  static final class Rows {
    private final String file;
    private final String hash;
    private final String read;
    private final List<String> headings = new ArrayList<>();
    private final List<Sheet.Line> lines = new ArrayList<>();

    Rows(String file, String hash, String read) {
      this.file = file;
      this.hash = hash.substring(0, 16);
      this.read = read;
    }

    void add(int number, List<Sheet.Cell> cells) {
      if (cells.stream().allMatch(c -> c.words().isBlank() && !c.formula())) {
        return;
      }
      if (headings.isEmpty()) {
        head(cells);
        return;
      }
      for (int i = headings.size(); i < cells.size(); i++) {
        if (!cells.get(i).words().isBlank()) {
          throw refused(
              file,
              "row %d has more cells than there are headings. Give column %d a heading, or put the cell in quotation marks."
                  .formatted(number, i + 1));
        }
      }
      List<Sheet.Cell> whole =
          new ArrayList<>(cells.subList(0, Math.min(cells.size(), headings.size())));
      while (whole.size() < headings.size()) {
        whole.add(new Sheet.Cell("", false));
      }
      if (lines.size() == MOST_ROWS) {
        throw refused(file, "it has more than 5,000 rows. Split it into parts.");
      }
      lines.add(new Sheet.Line(number, whole));
    }

    private void head(List<Sheet.Cell> cells) {
      int last = cells.size();
      while (last > 0 && cells.get(last - 1).words().isBlank()) {
        last--;
      }
      if (last > MOST_COLUMNS) {
        throw refused(file, "it has more than 60 columns. Leave out those that are not needed.");
      }
      for (int i = 0; i < last; i++) {
        String heading = cells.get(i).words().strip();
        headings.add(heading.isEmpty() ? "Column " + (i + 1) : heading);
      }
    }

    Sheet sheet() {
      if (lines.isEmpty()) {
        throw refused(
            file, "there are no rows under the headings. The first row has to name the columns.");
      }
      return new Sheet(file, hash, read, headings, lines);
    }
  }
}
