package org.kith.sample;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One of the 240 reflections as somebody wrote it for the sample, with one reader's labels. They
 * are in {@code reflections/}, unchanged.
 *
 * @param level id of a level, or null
 * @param follows id of the one it carries on from, or null
 * @param carriedBy me, the service, the community, the person
 * @param feeling in the writer's own word, or null
 * @param themes labels T1 to T13
 * @param identifiers what a careful system should flag
 */
record Written(
    String id,
    String organisation,
    String place,
    String date,
    String role,
    String level,
    String kind,
    String follows,
    String what,
    String soWhat,
    String nowWhat,
    List<String> carriedBy,
    List<String> gotInTheWay,
    String feeling,
    String audience,
    List<String> themes,
    List<Identifier> identifiers) {

  /** A piece of text that identifies, and in which of the three answers it is. */
  record Identifier(String field, String text, String kind) {}

  LocalDate day() {
    return LocalDate.parse(date);
  }

  /** The theme the text is about, or {@code ""}. */
  String theme() {
    return themes.isEmpty() ? "" : themes.get(0);
  }

  /** All of them, by day. */
  static List<Written> all() {
    List<Written> all = new ArrayList<>();
    for (String file : List.of("reflections_a.jsonl", "reflections_b.jsonl")) {
      try (InputStream in = Written.class.getResourceAsStream("reflections/" + file);
          MappingIterator<Written> lines =
              Generator.mapper().readerFor(Written.class).readValues(in)) {
        all.addAll(lines.readAll());
      } catch (IOException e) {
        throw new IllegalStateException("reflections/" + file + " cannot be read.", e);
      }
    }
    all.sort(Comparator.comparing(Written::date).thenComparing(Written::id));
    return List.copyOf(all);
  }
}
