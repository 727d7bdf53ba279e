package org.kith.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.http.Json;

/**
 * An indicator's table for a spreadsheet: UTF-8 with a byte order mark, lines end in CRLF, a cell
 * that a spreadsheet would take for a formula starts with an apostrophe. It is made from the JSON
 * answer, so it cannot say more.
 */
final class Csv {
  private static final String MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r";

  /** The names of the list inside a figure whose parts are the rows of its table. */
  private static final List<String> LISTS =
      List.of(
          "answers",
          "points",
          "groups",
          "kinds",
          "items",
          "steps",
          "dimensions",
          "weightings",
          "signs");

  private Csv() {}

  /** The table of an indicator: one row per part of its figure, the same context on each. */
  static byte[] of(IndicatorAnswer indicator) {
    JsonNode answer = Json.MAPPER.valueToTree(indicator);
    Map<String, String> context = new LinkedHashMap<>();
    for (String name : List.of("snapshot", "id", "title", "wave_label")) {
      context.put(name, answer.path(name).asText(""));
    }
    context.put("about", answer.path("about").path("name").asText());
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode part : parts(answer.path("figure"))) {
      Map<String, String> row = new LinkedHashMap<>(context);
      if (answer.path("n").isObject()) {
        flatten("answered", answer.path("n"), row);
      }
      flatten("", part, row);
      rows.add(row);
    }
    return table(rows, indicator);
  }

  /** The list inside a figure, if it has one: answers, points, groups; else the figure itself. */
  private static List<JsonNode> parts(JsonNode figure) {
    List<JsonNode> parts = new ArrayList<>();
    for (String list : LISTS) {
      figure.path(list).forEach(parts::add);
    }
    return parts.isEmpty() ? List.of(figure) : parts;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> row) {
    node.properties()
        .forEach(
            field -> {
              String name = prefix.isEmpty() ? field.getKey() : prefix + "_" + field.getKey();
              JsonNode value = field.getValue();
              if (value.isObject()) {
                flatten(name, value, row);
              } else if (value.isArray()) {
                row.put(name, list(value));
              } else {
                row.put(name, value.isNull() ? "" : value.asText());
              }
            });
  }

  private static String list(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(v -> texts.add(v.isObject() ? words(v) : v.asText()));
    return String.join("; ", texts);
  }

  /** A part of a list inside a row: its names and values, in their order. */
  private static String words(JsonNode part) {
    Map<String, String> fields = new LinkedHashMap<>();
    flatten("", part, fields);
    return fields.entrySet().stream()
        .filter(f -> !f.getValue().isEmpty())
        .map(f -> f.getKey() + " " + f.getValue())
        .collect(Collectors.joining(" "));
  }

  private static byte[] table(List<Map<String, String>> rows, IndicatorAnswer indicator) {
    Map<String, String> columns = new LinkedHashMap<>();
    rows.forEach(row -> row.keySet().forEach(name -> columns.put(name, name)));
    StringBuilder text = new StringBuilder(MARK);
    text.append(line(columns, columns.keySet()));
    rows.forEach(row -> text.append(line(row, columns.keySet())));
    text.append("\r\n").append(cell(indicator.question())).append("\r\n");
    text.append(cell(indicator.misleads())).append("\r\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Map<String, String> row, Set<String> columns) {
    return columns.stream()
        .map(name -> cell(row.getOrDefault(name, "")))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One cell; a number below zero is left a number. */
  static String cell(String value) {
    boolean number = value.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");
    String safe =
        !number && !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n;].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
