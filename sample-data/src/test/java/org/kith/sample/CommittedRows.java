package org.kith.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the committed store, read once. */
final class CommittedRows {
  private static final Path STORE = Path.of("").toAbsolutePath().resolve("store");
  private static final ObjectMapper JSON = new ObjectMapper();

  private CommittedRows() {}

  static List<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(STORE)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".jsonl"))
          .map(f -> f.substring(0, f.length() - ".jsonl".length()))
          .sorted()
          .toList();
    }
  }

  private static final Map<String, List<JsonNode>> READ = new HashMap<>();

  static synchronized List<JsonNode> rows(String table) throws IOException {
    if (!READ.containsKey(table)) {
      List<JsonNode> rows = new ArrayList<>();
      for (String line : Files.readAllLines(STORE.resolve(table + ".jsonl"))) {
        rows.add(JSON.readTree(line));
      }
      READ.put(table, rows);
    }
    return READ.get(table);
  }

  static Set<String> ids(String table) throws IOException {
    return rows(table).stream()
        .filter(r -> r.has("id"))
        .map(r -> text(r, "id"))
        .collect(Collectors.toSet());
  }

  static Map<String, JsonNode> byId(String table) throws IOException {
    return rows(table).stream().collect(Collectors.toMap(r -> text(r, "id"), r -> r));
  }

  static Map<String, String> index(String table, String column) throws IOException {
    return rows(table).stream()
        .filter(r -> r.has(column))
        .collect(Collectors.toMap(r -> text(r, "id"), r -> text(r, column)));
  }

  static Map<String, Long> count(List<JsonNode> rows, Function<JsonNode, String> by) {
    return rows.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }

  static String pair(JsonNode row, String first, String second) {
    return text(row, first) + " " + text(row, second);
  }

  static String text(JsonNode row, String column) {
    return row.path(column).asText();
  }

  static long time(JsonNode row, String column) {
    return row.path(column).asLong();
  }
}
