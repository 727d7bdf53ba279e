package org.kith.portfolio;

import java.io.IOException;
import org.kith.documents.PdfDocument;

/** Writes a portfolio as PDF. */
final class PdfFile {
  private final PdfDocument pdf = new PdfDocument();

  byte[] of(Portfolio portfolio) throws IOException {
    return pdf.of("portfolio.jte", portfolio);
  }
}
