package org.kith.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.kith.yaml.InvalidFileException;

/** An export on disk, recognised. */
public final class Export {
  private final Path file;
  private final String sha256;
  private final Cells cells;
  private final Layout layout;

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

  private Export(Path file, String sha256, Cells cells, Layout layout) {
    this.file = file;
    this.sha256 = sha256;
    this.cells = cells;
    this.layout = layout;
  }

  /**
   * Looks at a file: its bytes once through, then its first rows.
   *
   * @throws IOException if it cannot be read
   * @throws InvalidFileException if it has no rows, or is of a format that cannot be read
   */
  public static Export open(Path file) throws IOException {
    Encoding.Seen seen = Encoding.of(file);
    if (Files.size(file) == 0) {
      throw empty(file);
    }
    Cells cells = Cells.of(file, seen.encoding());
    if (cells.head().rows().isEmpty()) {
      throw empty(file);
    }
    Layout layout = Dialects.layout(cells.head(), file);
    String sha256 = seen.sha256();
    if (layout.companion().isPresent()) {
      sha256 = Encoding.both(sha256, Encoding.of(layout.companion().get()).sha256());
    }
    return new Export(file, sha256, cells, layout);
  }

  private static InvalidFileException empty(Path file) {
    return new InvalidFileException(
        List.of(file.getFileName() + ": the file is empty; export it again."));
  }

  /**
   * Whether a file is no export but tells what the cells of one mean, such as a REDCap dictionary.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isCompanion(Path file) throws IOException {
    return RedcapDictionary.is(file);
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Hash of its bytes, and of the bytes of what is read beside it. */
  public String sha256() {
    return sha256;
  }

  /** How it was read, for the report. */
  public String words() {
    return cells.words();
  }

  /** Its first rows. */
  public Head head() {
    return cells.head();
  }

  /** What its dialect understood. */
  public Layout layout() {
    return layout;
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
    RowFiller filler = new RowFiller(layout, wanted);
    int[] headings = {layout.headerRows()};
    cells.each(
        filler,
        bytesRead,
        row -> {
          if (headings[0] > 0) {
            headings[0]--;
          } else {
            taker.take(row);
          }
        });
    return filler.sawUnanswered();
  }
}
