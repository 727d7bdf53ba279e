package org.kith.dialect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** How the cells of a file are read, whatever its format. */
interface Cells {
  /** The first rows. */
  Head head();

  /** How the file was read, for the report: UTF-8, cells separated by commas. */
  String words();

  /**
   * Reads every row once, in file order, header rows among them. Blank rows are passed over.
   *
   * @param bytesRead told now and then how many bytes have been read
   * @throws IOException if the file cannot be read
   * @throws org.kith.yaml.InvalidFileException if its rows cannot be told apart
   */
  void each(RowFiller filler, LongConsumer bytesRead, Export.RowTaker taker) throws IOException;

  /** The cells of a file, by what its first bytes say of its format. */
  static Cells of(Path file, Encoding encoding) throws IOException {
    return switch (Format.of(file)) {
      case WORKBOOK -> WorkbookCells.of(file);
      case SPSS -> SpssCells.of(file);
      case TEXT -> CsvCells.of(file, encoding);
    };
  }
}
