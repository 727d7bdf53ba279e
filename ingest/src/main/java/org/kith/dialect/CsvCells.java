package org.kith.dialect;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.kith.yaml.InvalidFileException;

/**
 * Cells of text.
 *
 * @param encoding how bytes become text
 * @param delimiter what separates cells
 */
record CsvCells(Path file, Encoding encoding, char delimiter, Head head) implements Cells {

  static CsvCells of(Path file, Encoding encoding) throws IOException {
    Sample sample = Sample.of(file, encoding);
    return new CsvCells(file, encoding, sample.delimiter(), sample.head());
  }

  @Override
  public String words() {
    String separators =
        switch (delimiter) {
          case ',' -> "commas";
          case ';' -> "semicolons";
          case '\t' -> "tabs";
          default -> "bars";
        };
    return encoding.words() + ", cells separated by " + separators;
  }

  @Override
  public void each(RowFiller filler, LongConsumer bytesRead, Export.RowTaker taker)
      throws IOException {
    RowHandler handler = new RowHandler(filler);
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
      while (rows.hasNext()) {
        ExportRow row = rows.next();
        if (!handler.blank()) {
          taker.take(row);
        }
      }
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
    InputStream in = new CountedStream(Files.newInputStream(file), bytesRead);
    in.skipNBytes(encoding.skip());
    return new BufferedInputStream(in, 1 << 16);
  }
}
