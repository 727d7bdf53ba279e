package org.kith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the committed store says, read as a restore would read it. */
class StoreOfSampleTest {
  private static final Path STORE = Path.of("").toAbsolutePath().resolve("store");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<SampleReflection> ALL =
      reflections(Generator.SEED, SampleReflections.VARIED);

  @Test
  void the_240_are_there_word_for_word() throws IOException {
    Map<String, List<String>> words = new HashMap<>();
    for (JsonNode row : rows("reflection_answer")) {
      words
          .computeIfAbsent(row.get("reflection").asText(), k -> new ArrayList<>())
          .add(row.get("words").asText());
    }
    List<Written> written = Written.all();
    assertThat(written).hasSize(240);
    for (Written w : written) {
      List<String> answers =
          Stream.of(w.what(), w.soWhat(), w.nowWhat()).filter(a -> !a.isEmpty()).toList();
      assertThat(words.get(SampleReflections.id(w.id()))).as(w.id()).isEqualTo(answers);
    }
    assertThat(words).hasSize(240 + SampleReflections.VARIED);
  }

  @Test
  void everything_points_at_something_that_is_there() throws IOException {
    Set<String> people = ids("person");
    Set<String> reflections = ids("reflection");
    Set<String> themes = ids("theme");
    Set<String> pairs = new HashSet<>();
    rows("cycle_member")
        .forEach(r -> pairs.add(r.get("cycle").asText() + " " + r.get("person").asText()));
    rows("team_member")
        .forEach(r -> pairs.add(r.get("team").asText() + " " + r.get("person").asText()));
    for (JsonNode row : rows("reflection")) {
      String author = row.get("author").asText();
      assertThat(people).contains(author);
      if (row.has("follows")) {
        assertThat(reflections).contains(row.get("follows").asText());
      }
      assertThat(row.has("team")).isEqualTo(row.get("audience").asText().equals("team"));
      assertThat(row.has("cycle")).isEqualTo(row.get("audience").asText().equals("cycle"));
      for (String group : List.of("team", "cycle")) {
        if (row.has(group)) {
          assertThat(pairs).contains(row.get(group).asText() + " " + author);
        }
      }
    }
    assertThat(rows("reflection_tap"))
        .filteredOn(r -> r.get("tap").asText().equals("theme"))
        .allMatch(r -> themes.contains(r.get("value").asText()));
    assertThat(rows("reply"))
        .hasSize(12)
        .allMatch(r -> reflections.contains(r.get("reflection").asText()));
  }

  @Test
  void what_is_quoted_is_said_and_names_nobody() throws IOException {
    assertThat(rows("quotation")).hasSize(3);
    for (JsonNode row : rows("quotation")) {
      SampleReflection of =
          ALL.stream()
              .filter(r -> r.id().equals(row.get("reflection").asText()))
              .findFirst()
              .orElseThrow();
      String words = row.get("words").asText();
      assertThat(of.answers()).anyMatch(a -> a.words().contains(words));
      assertThat(of.identifiers()).noneMatch(i -> words.contains(i.text()));
    }
  }

  @Test
  void nobody_whom_the_demo_signs_in_may_read_a_varied_one() throws IOException {
    Set<String> demo = Staffing.DEMO.stream().map(Staff::id).collect(Collectors.toSet());
    assertThat(rows("cycle_member"))
        .filteredOn(r -> r.get("cycle").asText().equals(Cycles.ELSEWHERE.id()))
        .hasSizeGreaterThan(60)
        .noneMatch(r -> demo.contains(r.get("person").asText()));
    assertThat(ALL)
        .filteredOn(SampleReflection::varied)
        .allMatch(r -> r.audience().equals("counts") || Cycles.ELSEWHERE.id().equals(r.cycle()))
        .noneMatch(r -> demo.contains(r.author().id()));
  }

  @Test
  void no_way_in_is_committed() {
    for (String table : List.of("credential", "invitation", "session", "outside_identity")) {
      assertThat(STORE.resolve(table + ".jsonl")).doesNotExist();
    }
  }

  @Test
  void themes_keep_to_their_time_and_place() {
    for (SampleReflection r : ALL) {
      String period = SampleReflection.period(r.happened());
      assertThat(r.themes().contains("T11") && period.compareTo("2025q3") < 0).isFalse();
      assertThat(r.themes().contains("T12") && period.compareTo("2025q1") >= 0).isFalse();
      if (r.themes().contains("T13")) {
        assertThat(r.author().organisation()).isIn("saltbox", "rope-walk");
      }
    }
  }

  @Test
  void neighbours_in_time_come_from_different_authors() {
    Map<String, List<SampleReflection>> byOrganisation =
        ALL.stream()
            .filter(r -> !r.varied() && r.author().organisation() != null)
            .collect(
                Collectors.groupingBy(
                    r -> r.author().organisation(), LinkedHashMap::new, Collectors.toList()));
    assertThat(byOrganisation).hasSize(12);
    byOrganisation.forEach(
        (organisation, those) -> {
          int again = 0;
          for (int i = 1; i < those.size(); i++) {
            if (those.get(i).author().equals(those.get(i - 1).author())) {
              again++;
            }
          }
          // One person leads a small team; two of a role can write of the same week.
          assertThat(again).as(organisation).isLessThanOrEqualTo(1);
        });
  }

  @Test
  void varied_words_are_not_the_written_ones_and_keep_their_labels() {
    Set<String> written =
        ALL.stream()
            .filter(r -> !r.varied())
            .flatMap(r -> r.answers().stream())
            .map(SampleReflection.Answer::words)
            .collect(Collectors.toSet());
    List<SampleReflection> varied = ALL.stream().filter(SampleReflection::varied).toList();
    assertThat(varied).hasSize(SampleReflections.VARIED);
    long same = varied.stream().filter(r -> written.contains(r.answers().get(0).words())).count();
    // Short ones on no theme have nothing to exchange.
    assertThat(same).isLessThan(varied.size() / 10);
    assertThat(varied)
        .allSatisfy(
            r ->
                assertThat(r.identifiers())
                    .allMatch(
                        i ->
                            r.answers().stream()
                                .anyMatch(
                                    a ->
                                        a.prompt().equals(i.field())
                                            && a.words().contains(i.text()))));
    Set<String> names =
        Written.all().stream()
            .flatMap(w -> w.identifiers().stream())
            .filter(i -> !i.kind().equals("person")) // some are ordinary words too
            .map(Written.Identifier::text)
            .collect(Collectors.toSet());
    assertThat(varied)
        .allSatisfy(
            r -> r.answers().forEach(a -> assertThat(names).noneMatch(n -> a.words().contains(n))));
  }

  @Test
  void any_number_can_be_asked_for(@TempDir Path folder) throws IOException {
    Generator.writeStore(folder, 7, 5_000);
    try (Stream<String> lines = Files.lines(folder.resolve("store/reflection.jsonl"))) {
      assertThat(lines.map(StoreOfSampleTest::id).distinct().count()).isEqualTo(5_240);
    }
  }

  @Test
  void the_truth_counts_what_the_store_holds() throws IOException {
    ReflectionTruth truth =
        Generator.mapper()
            .readValue(
                STORE.resolveSibling("reflections-truth.json").toFile(), ReflectionTruth.class);
    Map<String, String> authors = new HashMap<>();
    // A week counts in the quarter its Monday lies in: 7 July to 5 October 2025.
    for (JsonNode row : rows("reflection")) {
      if (!row.get("audience").asText().equals("me")
          && row.get("happened").asText().compareTo("2025-07-07") >= 0
          && row.get("happened").asText().compareTo("2025-10-06") < 0) {
        authors.put(row.get("id").asText(), row.get("author").asText());
      }
    }
    assertThat(truth.active().get("2025q3")).isEqualTo(new HashSet<>(authors.values()).size());
    Set<String> ofTheBus = new HashSet<>();
    for (JsonNode row : rows("reflection_tap")) {
      if (List.of("the-bus", "getting-home").contains(row.get("value").asText())
          && authors.containsKey(row.get("reflection").asText())) {
        ofTheBus.add(authors.get(row.get("reflection").asText()));
      }
    }
    assertThat(truth.themes().get(10).periods().get("2025q3").authors()).isEqualTo(ofTheBus.size());
  }

  static List<SampleReflection> reflections(long seed, int varied) {
    Draws draws = new Draws(seed);
    return new SampleReflections(draws, Staffing.all(draws)).all(varied);
  }

  private static Set<String> ids(String table) throws IOException {
    return rows(table).stream().map(r -> r.get("id").asText()).collect(Collectors.toSet());
  }

  private static List<JsonNode> rows(String table) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(STORE.resolve(table + ".jsonl"))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  private static String id(String line) {
    try {
      return JSON.readTree(line).get("id").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
