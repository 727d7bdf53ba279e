package org.kith.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.kith.lake.RecordFile;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.published.Scope;
import org.kith.published.Table;

/**
 * The tables of one snapshot, as one viewer may take them away, in one format. The same snapshot
 * and viewer give the same bytes.
 */
public final class Export {
  /** The formats there are. */
  public enum Format {
    CSV("csv", "A CSV file for each table, UTF-8", "zip", "application/zip"),
    PARQUET("parquet", "A Parquet file for each table", "zip", "application/zip"),
    JSON("json", "A JSON file for each table", "zip", "application/zip"),
    XLSX(
        "xlsx",
        "One workbook, a sheet for each table",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PACKAGE(
        "package",
        "A Frictionless Data Package with a DDI codebook and lines for R and SPSS",
        "zip",
        "application/zip");

    private final String id;
    private final String about;
    private final String ending;
    private final String type;

    Format(String id, String about, String ending, String type) {
      this.id = id;
      this.about = about;
      this.ending = ending;
      this.type = type;
    }

    /** Its name on command lines and in addresses. */
    public String id() {
      return id;
    }

    /** What comes of it, in a few words. */
    public String about() {
      return about;
    }

    /** What a file of it ends in. */
    public String ending() {
      return ending;
    }

    /** Its media type. */
    public String type() {
      return type;
    }

    /** The format of this name. */
    public static Optional<Format> of(String id) {
      return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
  }

  private final Snapshot snapshot;
  private final List<Sheet<?>> sheets;
  private final Ddi.Asked asked;

  private Export(Snapshot snapshot, List<Sheet<?>> sheets, Ddi.Asked asked) {
    this.snapshot = snapshot;
    this.sheets = sheets;
    this.asked = asked;
  }

  /**
   * Reads the tables.
   *
   * @param wall whether rows of a scope and unit may be seen
   * @param tables names of the tables wanted; empty for all
   * @throws IllegalArgumentException if there is no table of a name; the message lists them
   * @throws IOException if the snapshot cannot be read
   */
  public static Export of(Snapshot snapshot, BiPredicate<Scope, String> wall, List<String> tables)
      throws IOException {
    List<Sheet<?>> all = Sheet.all(snapshot, wall);
    List<String> names = all.stream().map(s -> s.table().name()).toList();
    for (String name : tables) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "Snapshot %s has no table '%s'. It has: %s."
                .formatted(snapshot.id(), name, String.join(", ", names)));
      }
    }
    return new Export(
        snapshot,
        all.stream().filter(s -> tables.isEmpty() || tables.contains(s.table().name())).toList(),
        new Ddi.Asked(
            snapshot.read(Table.INSTRUMENTS),
            snapshot.read(Table.ITEMS),
            snapshot.read(Table.ANSWERS)));
  }

  /**
   * Writes every file of a format.
   *
   * @param mark whether CSV files begin with a byte order mark
   * @return their contents by their paths
   */
  public Map<String, byte[]> files(Format format, boolean mark) throws IOException {
    Manifest manifest = snapshot.manifest();
    List<String> about = Terms.lines(manifest, asked.instruments());
    Map<String, byte[]> files = new LinkedHashMap<>();
    switch (format) {
      case CSV ->
          sheets.forEach(s -> files.put(s.table().name() + ".csv", utf8(CsvText.of(s, mark))));
      case JSON -> sheets.forEach(s -> files.put(s.table().name() + ".json", utf8(JsonText.of(s))));
      case PARQUET -> {
        for (Sheet<?> sheet : sheets) {
          files.put(sheet.table().name() + ".parquet", parquet(sheet));
        }
      }
      case XLSX -> {
        var bytes = new ByteArrayOutputStream();
        Xlsx.write(bytes, "1.0", about, sheets);
        files.put(
            "kith-" + manifest.id() + ".xlsx", madeWhen(bytes.toByteArray(), manifest.made()));
        return files;
      }
      case PACKAGE -> {
        List<String> csv = sheets.stream().map(s -> CsvText.of(s, false)).toList();
        files.put(
            "datapackage.json",
            utf8(DataPackage.descriptor(manifest, asked.instruments(), sheets, csv)));
        for (int i = 0; i < csv.size(); i++) {
          files.put("data/" + sheets.get(i).table().name() + ".csv", utf8(csv.get(i)));
        }
        files.put("codebook.xml", utf8(Ddi.of(manifest, asked, sheets)));
        files.put("read.R", utf8(RScript.of(manifest.id(), sheets)));
        files.put("read.sps", utf8(SpssSyntax.of(manifest.id(), sheets)));
      }
    }
    files.put("README.txt", utf8(String.join("\n", about) + "\n"));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static <T extends Record> byte[] parquet(Sheet<T> sheet) throws IOException {
    Path folder = Files.createTempDirectory("kith-export");
    Path file = folder.resolve(sheet.table().name() + ".parquet");
    try {
      RecordFile.write(file, sheet.table().row(), sheet.rows());
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** A workbook that says when the snapshot was made, and not when it was taken away. */
  private static byte[] madeWhen(byte[] workbook, String made) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    // Its sizes stand at the end of the file, so it cannot be read as a stream.
    Path file = Files.createTempFile("kith-export", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile in = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(in.entries())) {
          byte[] bytes = in.getInputStream(entry).readAllBytes();
          if (entry.getName().equals("docProps/core.xml")) {
            bytes =
                utf8(
                    new String(bytes, UTF_8)
                        .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + made));
          }
          parts.put(entry.getName(), bytes);
        }
      }
    } finally {
      Files.delete(file);
    }
    var again = new ByteArrayOutputStream();
    zip(parts, again);
    return again.toByteArray();
  }

  /**
   * All files as one: a workbook as it is, otherwise a ZIP whose entries have no times of their
   * own.
   */
  public byte[] bytes(Format format, boolean mark) throws IOException {
    Map<String, byte[]> files = files(format, mark);
    if (format == Format.XLSX) {
      return files.values().iterator().next();
    }
    var bytes = new ByteArrayOutputStream();
    zip(files, bytes);
    return bytes.toByteArray();
  }

  /** Writes files as a ZIP. */
  static void zip(Map<String, byte[]> files, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to, UTF_8)) {
      for (String path : new ArrayList<>(files.keySet())) {
        ZipEntry entry = new ZipEntry(path);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(files.get(path));
        zip.closeEntry();
      }
    }
  }
}
