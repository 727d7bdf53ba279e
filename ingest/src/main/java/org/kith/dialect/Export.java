package org.kith.dialect;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.kith.yaml.InvalidFileException;

/**
 * An export on disk, recognised.
 *
 * @param file where it lies
 * @param sha256 hash of its bytes
 * @param encoding how its bytes become text
 * @param delimiter what separates its cells
 * @param head its first rows
 * @param layout what its dialect understood
 */
public record Export(
    Path file, String sha256, Encoding encoding, char delimiter, Head head, Layout layout) {

  /** What separates the cells, in words. */
  public String separators() {
    return switch (delimiter) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "bars";
    };
  }

  /** Takes rows one at a time. */
  @FunctionalInterface
  public interface RowTaker {
    /**
     * Takes one row.
     *
     * @param row valid until the next row
     */
    void take(ExportRow row) throws IOException;
  }

  /**
   * Which cells to turn into text. No other cell of the file ever becomes text, which is how
   * identifying columns and free text stay behind.
   *
   * @param wanted per column
   * @param questions per column, whether an answer there shows how far a person got
   */
  @SuppressWarnings("ArrayRecordComponent") // Looked up per cell of a large file.
  public record Wanted(boolean[] wanted, boolean[] questions) {}

  /**
   * Looks at a file: its bytes once through, then its first rows.
   *
   * @throws IOException if it cannot be read
   * @throws InvalidFileException if it has no rows
   */
  public static Export open(Path file) throws IOException {
    Encoding.Seen seen = Encoding.of(file);
    Sample sample = Sample.of(file, seen.encoding());
    if (sample.head().rows().isEmpty()) {
      throw new InvalidFileException(
          List.of(file.getFileName() + ": the file is empty; export it again."));
    }
    return new Export(
        file,
        seen.sha256(),
        seen.encoding(),
        sample.delimiter(),
        sample.head(),
        Dialect.of(sample.head()));
  }

  /**
   * Reads every response once, in file order. Blank lines are counted and passed over.
   *
   * @param wanted which cells to read
   * @param bytesRead told now and then how many bytes have been read
   * @return whether a question's cell held {@link Layout#seenUnanswered()}
   * @throws IOException if it cannot be read
   * @throws InvalidFileException if a quotation mark is never closed or the text cannot be cells
   */
  public boolean read(Wanted wanted, LongConsumer bytesRead, RowTaker taker) throws IOException {
    RowHandler handler = new RowHandler(layout, wanted);
    try (InputStream in = bytes(bytesRead);
        CsvReader<ExportRow> reader =
            CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler, in, encoding.charset());
        CloseableIterator<ExportRow> rows = reader.iterator()) {
      int headings = layout.headerRows();
      while (rows.hasNext()) {
        ExportRow row = rows.next();
        if (handler.blank()) {
          continue;
        }
        if (headings > 0) {
          headings--;
        } else {
          taker.take(row);
        }
      }
      return handler.sawUnanswered();
    } catch (CsvParseException e) {
      throw new InvalidFileException(
          List.of(
              file.getFileName()
                  + ", near row "
                  + handler.number()
                  + ": the rows cannot be told apart ("
                  + firstLine(e.getMessage())
                  + "). A quotation mark may never be closed, or the download stopped early: export"
                  + " it again."));
    }
  }

  private static String firstLine(String message) {
    return message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
  }

  private InputStream bytes(LongConsumer bytesRead) throws IOException {
    InputStream in = new Counted(Files.newInputStream(file), bytesRead);
    in.skipNBytes(encoding.skip());
    return new BufferedInputStream(in, 1 << 16);
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer told;
    private long read;

    Counted(InputStream in, LongConsumer told) {
      super(in);
      this.told = told;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        read += n;
        told.accept(read);
      }
      return n;
    }
  }
}
