package org.kith.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays rows out that are written by hand: who says it and when becomes an author, a voice and
 * times, a key becomes an id, and what points at a key points at that id.
 */
final class StoryRows {
  private static final Map<String, List<String>> TIMES =
      Map.of(
          "cycle_entry", List.of("created", "changed"),
          "experiment", List.of("created", "changed"),
          "tie", List.of("raised"),
          "room_note", List.of("at", "changed"),
          "own_level", List.of("changed"));

  private static final Set<String> WITH_VOICE =
      Set.of(
          "purpose_voice",
          "cycle_entry",
          "experiment_note",
          "tie",
          "tie_reply",
          "pack_context",
          "room_note",
          "dissent",
          "evidence");

  private static final Set<String> POINTS =
      Set.of(
          "about",
          "question",
          "experiment",
          "decision",
          "evidence",
          "tie",
          "review",
          "follows",
          "subject",
          "observed");

  private static final Set<String> WITHOUT_ID = Set.of("own_level", "purpose_voice");

  private final StoreFolder folder;
  private final Cast cast;
  private final Map<String, Integer> numbers = new HashMap<>();

  StoryRows(StoreFolder folder, Cast cast) {
    this.folder = folder;
    this.cast = cast;
  }

  /** The id behind a key of the story. */
  static String id(String key) {
    return SampleReflections.id("story " + key);
  }

  /** Milliseconds of a day, at nine, or of a day and a time: 2025-11-20 14:30. */
  static long millis(Object at) {
    String text = (String) at;
    return text.length() == 10
        ? StoreOfSample.millis(LocalDate.parse(text))
        : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  static Long millisOrNull(Object at) {
    return at == null ? null : millis(at);
  }

  /** The day of a day, or of a day and a time. */
  static String day(Object at) {
    return ((String) at).substring(0, 10);
  }

  void rows(String table, List<Map<String, Object>> rows) {
    rows.forEach(row -> row(table, row));
  }

  /**
   * Adds a row; lists and maps in it are left to whoever calls.
   *
   * @param more cells as they are: column, value, column, value
   */
  void row(String table, Map<String, Object> given, Object... more) {
    List<Object> cells = new ArrayList<>();
    if (!WITHOUT_ID.contains(table)) {
      cells.add("id");
      cells.add(id(given.containsKey("key") ? (String) given.get("key") : next(table)));
    }
    given.forEach((column, value) -> cell(table, given, column, value, cells));
    cells.addAll(List.of(more));
    folder.row(table, cells.toArray());
  }

  private String next(String table) {
    return table + " " + numbers.merge(table, 1, Integer::sum);
  }

  private void cell(
      String table, Map<String, Object> row, String column, Object value, List<Object> cells) {
    switch (column) {
      case "key" -> {}
      case "by" -> {
        if (!table.equals("own_level") && !table.equals("promise")) {
          add(cells, "author", cast.id((String) value));
        }
        if (WITH_VOICE.contains(table)) {
          add(cells, "voice", cast.voice((String) value));
        }
      }
      case "at" -> {
        for (String time : TIMES.getOrDefault(table, List.of("at"))) {
          if (!row.containsKey(time) || time.equals("at")) {
            add(cells, time, millis(value));
          }
        }
      }
      case "changed", "reminded" -> add(cells, column, millis(value));
      case "person", "reader" -> add(cells, column, cast.id((String) value));
      case "reflection" -> add(cells, column, SampleReflections.id((String) value));
      default -> {
        if (value instanceof String text && POINTS.contains(column)) {
          add(cells, column, id(text));
        } else if (value instanceof String || value instanceof Integer) {
          add(cells, column, value);
        }
      }
    }
  }

  private static void add(List<Object> cells, String column, Object value) {
    cells.add(column);
    cells.add(value);
  }
}
