package org.kith.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A backup of a learning store as {@code ./kith restore} reads it: a file a table, a row a line,
 * what is null left out, and {@code backup.json} with what is in it.
 */
final class StoreFolder {
  /** Number of the store's last migration that this was written for. */
  private static final int SCHEMA = 4;

  private static final String MADE = "2026-04-01T09:00:00Z";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

  /** Adds a row, given as column, value, column, value; a null is left out. */
  void row(String table, Object... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      if (cells[i + 1] != null) {
        row.put((String) cells[i], cells[i + 1]);
      }
    }
    tables.computeIfAbsent(table, k -> new ArrayList<>()).add(row);
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Map<String, Object>> files = new ArrayList<>();
    for (Map.Entry<String, List<Map<String, Object>>> table : tables.entrySet()) {
      StringBuilder lines = new StringBuilder();
      for (Map<String, Object> row : table.getValue()) {
        lines.append(JSON.writeValueAsString(row)).append('\n');
      }
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve(table.getKey() + ".jsonl"), bytes);
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("name", table.getKey());
      file.put("rows", table.getValue().size());
      file.put("sha256", sha256(bytes));
      files.add(file);
    }
    Map<String, Object> contents = new LinkedHashMap<>();
    contents.put("format", 1);
    contents.put("kith", "0.1.0");
    contents.put("schema", SCHEMA);
    contents.put("made", MADE);
    contents.put("tables", files);
    String json =
        JSON.writer(Generator.printer())
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(contents);
    Files.writeString(folder.resolve("backup.json"), json + "\n");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
