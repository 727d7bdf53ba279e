package org.kith.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kith.yaml.InvalidFileException;

/** The formats of exports, told apart by their first bytes, since endings may lie. */
enum Format {
  /** Cells with a delimiter. */
  TEXT,
  /** An Excel workbook, XLSX. */
  WORKBOOK,
  /** An SPSS data file. */
  SPSS;

  /**
   * The format of a file.
   *
   * @throws InvalidFileException for a format of the same tools that cannot be read
   */
  static Format of(Path file) throws IOException {
    String first;
    try (InputStream in = Files.newInputStream(file)) {
      first = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
    }
    if (first.startsWith("PK\u0003\u0004")) {
      return WORKBOOK;
    }
    if (first.startsWith("$FL2")) {
      return SPSS;
    }
    if (first.startsWith("$FL3")) {
      throw refused(file, "it is a compressed SPSS file (.zsav). Save it as .sav in SPSS.");
    }
    if (first.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      throw refused(
          file,
          "it is a workbook of the old kind (.xls) or one with a password. Save it as .xlsx,"
              + " without a password.");
    }
    return TEXT;
  }

  private static InvalidFileException refused(Path file, String why) {
    return new InvalidFileException(List.of(file.getFileName() + ": " + why));
  }
}
