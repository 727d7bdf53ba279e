package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.sample.CommittedRows.byId;
import static org.kith.sample.CommittedRows.ids;
import static org.kith.sample.CommittedRows.index;
import static org.kith.sample.CommittedRows.pair;
import static org.kith.sample.CommittedRows.rows;
import static org.kith.sample.CommittedRows.tables;
import static org.kith.sample.CommittedRows.text;
import static org.kith.sample.CommittedRows.time;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kith.workspace.Wave;

/** The story of the committed store holds together. */
class StoryTest {
  /** When the backup says that it was made. */
  private static final long MADE = Instant.parse("2026-04-01T09:00:00Z").toEpochMilli();

  private static final List<String> SCALES =
      List.of("person", "team", "organisation", "place", "national");

  @Test
  void whatever_points_at_something_finds_it() throws IOException {
    Map<String, Set<String>> ids = new HashMap<>();
    for (String table : tables()) {
      ids.put(table, ids(table));
    }
    Map<String, String> to = new HashMap<>();
    List.of("review", "cycle", "experiment", "decision", "evidence", "tie", "reflection")
        .forEach(t -> to.put(t, t));
    to.putAll(
        Map.of(
            "from_cycle", "cycle",
            "to_cycle", "cycle",
            "question", "review_question",
            "round", "behaviour_round",
            "follows", "review",
            "observed", "evidence"));
    List.of("person", "author", "reader", "steward", "commissioner")
        .forEach(c -> to.put(c, "person"));
    int checked = 0;
    for (String table : tables()) {
      if (List.of("reflection", "audit", "withdrawn").contains(table)) {
        continue; // Of reflections before the story, and of one that is gone.
      }
      for (JsonNode row : rows(table)) {
        for (var cell : row.properties()) {
          String of = to.get(cell.getKey());
          if (table.equals("experiment") && cell.getKey().equals("question")) {
            of = "cycle_entry";
          }
          if (of != null) {
            checked++;
            assertThat(ids.get(of))
                .as("%s of a row in %s", cell.getKey(), table)
                .contains(cell.getValue().asText());
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(2_000);
  }

  @Test
  void whoever_says_something_takes_part_and_speaks_in_their_own_voice() throws IOException {
    Map<String, String> voices = new HashMap<>();
    rows("cycle_member").forEach(m -> voices.put(pair(m, "cycle", "person"), text(m, "voice")));
    rows("review_person").forEach(m -> voices.put(pair(m, "review", "person"), text(m, "voice")));
    Map<String, String> cycleOf = index("experiment", "cycle");
    Map<String, String> reviewOf = index("review_question", "review");
    Map<String, String> asked = index("tie", "from_cycle");
    Map<String, String> raised = index("tie", "to_cycle");
    List<String> wrong = new ArrayList<>();
    int said = 0;
    for (String table :
        List.of(
            "cycle_entry",
            "experiment_note",
            "evidence",
            "tie",
            "tie_reply",
            "pack_context",
            "room_note",
            "prediction",
            "reading",
            "purpose_voice",
            "dissent")) {
      for (JsonNode row : rows(table)) {
        String person = text(row, row.has("author") ? "author" : "person");
        String in =
            switch (table) {
              case "experiment_note" -> cycleOf.get(text(row, "experiment"));
              case "tie" -> text(row, "from_cycle");
              case "tie_reply" ->
                  raised.getOrDefault(text(row, "tie"), asked.get(text(row, "tie")));
              case "prediction", "reading" -> reviewOf.get(text(row, "question"));
              case "dissent" -> review(text(row, "decision"));
              default -> text(row, row.has("review") ? "review" : "cycle");
            };
        said++;
        if (!text(row, "voice").equals(voices.get(in + " " + person))) {
          wrong.add(table + ": " + person + " in " + in);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(said).isGreaterThan(500);
  }

  private static String review(String decision) throws IOException {
    JsonNode row = byId("decision").get(decision);
    return text(row, row.has("review") ? "review" : "cycle");
  }

  @Test
  void a_barrier_climbs_from_a_team_to_the_country_and_comes_back_changed() throws IOException {
    Map<String, String> scales = index("cycle", "scale");
    Map<String, List<JsonNode>> replies =
        rows("tie_reply").stream().collect(Collectors.groupingBy(r -> text(r, "tie")));
    List<JsonNode> climb = new ArrayList<>();
    String at = "stair-team";
    for (JsonNode tie : rows("tie")) { // in the order written, which is that of time
      if (text(tie, "from_cycle").equals(at)
          && text(tie, "kind").equals("barrier")
          && text(tie, "way").equals("up")
          && tie.has("to_cycle")) {
        climb.add(tie);
        at = text(tie, "to_cycle");
      }
    }
    assertThat(climb)
        .extracting(t -> scales.get(text(t, "from_cycle")))
        .containsExactly("team", "organisation", "place");
    assertThat(scales.get(at)).isEqualTo("national");
    assertThat(climb)
        .isSortedAccordingTo((a, b) -> Long.compare(time(a, "raised"), time(b, "raised")));
    List<Long> changed =
        climb.stream()
            .map(
                t ->
                    replies.get(text(t, "id")).stream()
                        .filter(r -> text(r, "answer").equals("changed"))
                        .findFirst()
                        .orElseThrow())
            .map(r -> time(r, "at"))
            .toList();
    // Down again the way it went up: the last one asked answers first.
    assertThat(changed.get(2)).isLessThan(changed.get(1));
    assertThat(changed.get(1)).isLessThan(changed.get(0));
  }

  @Test
  void ties_go_the_way_that_their_scales_say_and_some_wait() throws IOException {
    Map<String, String> scales = index("cycle", "scale");
    Set<String> answered =
        rows("tie_reply").stream().map(r -> text(r, "tie")).collect(Collectors.toSet());
    for (JsonNode tie : rows("tie")) {
      assertThat(tie.has("to_cycle")).isNotEqualTo(tie.has("outside"));
      if (tie.has("to_cycle")) {
        int from = SCALES.indexOf(scales.get(text(tie, "from_cycle")));
        int to = SCALES.indexOf(scales.get(text(tie, "to_cycle")));
        assertThat(text(tie, "way")).isEqualTo(to > from ? "up" : to < from ? "down" : "across");
      }
    }
    assertThat(rows("tie").stream().map(t -> text(t, "way")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("up", "across", "down");
    assertThat(rows("tie").stream().filter(t -> !answered.contains(text(t, "id"))))
        .hasSize(3)
        .anyMatch(t -> t.has("outside"));
    for (JsonNode reply : rows("tie_reply")) {
      assertThat(time(reply, "at"))
          .isGreaterThan(time(byId("tie").get(text(reply, "tie")), "raised"));
    }
  }

  @Test
  void every_decision_rests_on_evidence_or_says_that_it_is_a_judgement() throws IOException {
    Map<String, List<JsonNode>> rests =
        rows("decision_evidence").stream().collect(Collectors.groupingBy(r -> text(r, "decision")));
    Map<String, JsonNode> evidence = byId("evidence");
    int judgements = 0;
    for (JsonNode decision : rows("decision")) {
      List<JsonNode> on = rests.getOrDefault(text(decision, "id"), List.of());
      if (text(decision, "basis").equals("judgement")) {
        judgements++;
        assertThat(text(decision, "because")).isNotBlank();
        assertThat(on).isEmpty();
      } else {
        assertThat(on).as(text(decision, "words")).isNotEmpty();
      }
      for (JsonNode one : on) {
        assertThat(time(evidence.get(text(one, "evidence")), "at"))
            .as(text(decision, "words"))
            .isLessThanOrEqualTo(time(decision, "at"));
      }
    }
    assertThat(judgements).isEqualTo(2);
    for (JsonNode change : rows("change_made")) {
      JsonNode decision = byId("decision").get(text(change, "decision"));
      assertThat(text(change, "happened")).isGreaterThanOrEqualTo(text(decision, "decided"));
      if (change.has("observed")) {
        assertThat(time(evidence.get(text(change, "observed")), "at"))
            .isGreaterThan(time(decision, "at"));
      }
    }
  }

  @Test
  void a_reflection_that_is_looked_at_is_shared_with_the_cycle_that_looks() throws IOException {
    Map<String, String> shared = index("reflection", "cycle");
    Map<String, String> cycles = index("experiment", "cycle");
    List<JsonNode> looked = new ArrayList<>(rows("evidence"));
    looked.addAll(rows("experiment_note"));
    int found = 0;
    for (JsonNode row : looked) {
      if (row.has("reflection")) {
        found++;
        String cycle = row.has("cycle") ? text(row, "cycle") : cycles.get(text(row, "experiment"));
        assertThat(shared.get(text(row, "reflection"))).isEqualTo(cycle);
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(6);
  }

  @Test
  void experiments_are_a_hunch_and_a_probe_and_one_stopped_on_purpose_with_reasons()
      throws IOException {
    List<JsonNode> all = rows("experiment");
    assertThat(all).extracting(e -> text(e, "type")).contains("hypothesis", "probe");
    assertThat(all).extracting(e -> text(e, "state")).contains("trying", "stopped", "ended");
    for (JsonNode e : all) {
      assertThat(text(e, "hunch").isEmpty()).isEqualTo(text(e, "type").equals("probe"));
      assertThat(e.has("ended")).isEqualTo(!text(e, "state").equals("trying"));
      assertThat(e.has("learned")).isEqualTo(e.has("ended"));
      if (e.has("ended")) {
        assertThat(text(e, "ended")).isGreaterThan(text(e, "starts"));
      }
    }
    assertThat(rows("experiment_note"))
        .allMatch(n -> text(n, "kind").equals("observation") || !text(n, "reason").isEmpty());
    for (JsonNode note : rows("experiment_note")) {
      JsonNode of = byId("experiment").get(text(note, "experiment"));
      assertThat(text(note, "happened")).isGreaterThanOrEqualTo(text(of, "starts"));
    }
  }

  @Test
  void marks_stand_on_their_charts() throws IOException {
    Map<String, JsonNode> experiments = byId("experiment");
    LocalDate first = World.WAVES.get(0).starts();
    Wave last = World.WAVES.get(World.WAVES.size() - 1);
    Set<String> measures =
        Question.ALL.stream().map(q -> q.instrument() + " " + q.item()).collect(Collectors.toSet());
    Set<String> units = new HashSet<>(Set.of("all all"));
    World.PLACES.forEach(p -> units.add("place " + p.id()));
    World.SITES.forEach(s -> units.add("organisation " + s.id()));
    assertThat(rows("experiment_mark")).hasSizeGreaterThan(5);
    for (JsonNode mark : rows("experiment_mark")) {
      assertThat(measures).contains(text(mark, "instrument") + " " + text(mark, "measure"));
      assertThat(units).contains(text(mark, "scope") + " " + text(mark, "unit"));
      assertThat(LocalDate.parse(text(experiments.get(text(mark, "experiment")), "starts")))
          .isBetween(first, last.ends());
    }
  }

  @Test
  void nothing_is_later_than_the_backup() throws IOException {
    for (String table : tables()) {
      for (JsonNode row : rows(table)) {
        for (var cell : row.properties()) {
          if (cell.getValue().isIntegralNumber() && cell.getValue().asLong() > 1_000_000_000_000L) {
            assertThat(cell.getValue().asLong()).as(table).isLessThanOrEqualTo(MADE);
          }
        }
      }
    }
  }

  @Test
  void no_word_of_it_puts_anybody_in_order() throws IOException {
    // The red lines of the house.
    List<String> never =
        List.of(
            "performance",
            "underperform",
            "best",
            "worst",
            "top",
            "bottom",
            "improvement",
            "target",
            "rating",
            "compliance",
            "score",
            "dashboard",
            "kpi");
    for (String table : tables()) {
      if (table.startsWith("reflection") || table.equals("reply")) {
        continue; // People's own words, which say such things.
      }
      for (JsonNode row : rows(table)) {
        for (String column : List.of("words", "summary", "title", "name", "learned", "because")) {
          List<String> words =
              List.of(row.path(column).asText().toLowerCase(Locale.UK).split("[^\\p{L}]+", -1));
          assertThat(words).as("%s in %s", column, table).doesNotContainAnyElementsOf(never);
        }
      }
    }
  }
}
