package org.kith.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kith.exports.Export.Format;
import org.kith.exports.Shelf;
import org.kith.learning.View;
import org.kith.published.Codebook;
import org.kith.published.InstrumentRow;
import org.kith.published.Manifest;
import org.kith.published.Table;

/** What can be taken away of a snapshot, under which terms, and what its columns mean. */
record DownloadsPage(
    Frame frame,
    Manifest manifest,
    List<Offer> offers,
    List<InstrumentRow> instruments,
    List<Described> tables,
    String only) {

  /** A file to take away. */
  record Offer(String title, String about, String path, String size) {}

  /** What a table and its columns are. */
  record Described(String name, String text, List<Codebook.Column> columns) {}

  static DownloadsPage of(View view, Shelf shelf) throws IOException {
    List<Offer> offers = new ArrayList<>();
    // The package first: it says what everything in it is.
    for (Format format :
        List.of(Format.PACKAGE, Format.XLSX, Format.CSV, Format.JSON, Format.PARQUET)) {
      offers.add(
          new Offer(
              title(format),
              format.about() + ".",
              "/api/v1/exports/" + format.id() + "?snapshot=" + view.snapshot(),
              size(shelf.file(view, format, false).length)));
    }
    List<Described> tables =
        Table.ALL.stream()
            .filter(t -> view.manifest().tables().stream().anyMatch(f -> f.name().equals(t.name())))
            .map(t -> new Described(t.name(), Codebook.text(t), Codebook.columns(t)))
            .toList();
    return new DownloadsPage(
        Frame.of(view, "Downloads", "about-this-data"),
        view.manifest(),
        offers,
        view.instruments(),
        tables,
        view.mine().map(o -> o.name()).orElse(""));
  }

  private static String title(Format format) {
    return switch (format) {
      case PACKAGE -> "Everything, labelled";
      case XLSX -> "A workbook";
      case CSV -> "CSV files";
      case JSON -> "JSON files";
      case PARQUET -> "Parquet files";
    };
  }

  private static String size(int bytes) {
    return bytes < 1_000_000
        ? Math.max(1, Math.round(bytes / 1000.0)) + " kB"
        : Math.round(bytes / 100_000.0) / 10.0 + " MB";
  }
}
