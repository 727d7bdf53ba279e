package org.kith.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.http.Json;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;

/** The chain as W3C PROV. */
class ProvTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWN =
      "level.cls_trust_neighbourhood.STrust.2025q4.organisation.millbrook";

  /** Which part of the document a role of a relation refers to (PROV-JSON, section 3). */
  private static final Map<String, String> ROLES =
      Map.of(
          "prov:entity", "entity",
          "prov:activity", "activity",
          "prov:agent", "agent",
          "prov:generatedEntity", "entity",
          "prov:usedEntity", "entity",
          "prov:informed", "activity",
          "prov:informant", "activity");

  @TempDir static Path workspace;
  static RunningServer server;
  static CycleHouse house;
  static ChainStory story;
  static byte[] hers;

  @BeforeAll
  static void open() throws Exception {
    String snapshot = PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    story = new ChainStory();
    server.store().change(story::begin);
    house = new CycleHouse(server);
    server
        .store()
        .change(h -> h.execute("update person set organisation = 'millbrook' where id = 'ada'"));
    String own = house.figure(house.ada, snapshot, OWN);
    for (String pin : List.of(story.before, own)) {
      server
          .store()
          .change(
              h ->
                  h.execute(
                      "insert into decision_evidence (decision, evidence) values (?, ?)",
                      story.decision,
                      pin));
    }
    assertThat(
            house
                .send(
                    house.ada,
                    "POST",
                    CycleHouse.api("/changes"),
                    """
                    {"id": "%s", "decision": "%s", "experiment": "%s", "words": "Open until ten.",
                     "happened": "2026-06-01", "observed": "%s"}
                    """
                        .formatted(story.change, story.decision, story.experiment, story.seen))
                .statusCode())
        .isEqualTo(201);
    hers = house.get(house.ada, CycleHouse.api("/prov")).body().getBytes(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void its_own_toolbox_reads_it_whole_and_finds_it_valid() throws Exception {
    JsonNode document = JSON.readTree(hers);
    int statements = 0;
    for (var part : document.properties()) {
      statements += part.getKey().equals("prefix") ? 0 : part.getValue().size();
    }
    assertThat(ProvToolbox.read(hers).getStatementOrBundle()).hasSize(statements);
    assertThat(statements).isGreaterThan(20);
    assertThat(ProvToolbox.wrong(hers)).isEmpty();
  }

  @Test
  void the_toolbox_finds_what_is_wrong() throws Exception {
    ObjectNode circular = (ObjectNode) JSON.readTree(hers);
    ObjectNode derived = (ObjectNode) circular.path("wasDerivedFrom");
    derived.set(
        "_:x",
        JSON.createObjectNode()
            .put("prov:generatedEntity", "kith:decision-" + story.decision)
            .put("prov:usedEntity", "kith:evidence-" + story.seen));
    assertThat(ProvToolbox.wrong(Json.of(circular))).contains("cycle of events");

    ObjectNode both = (ObjectNode) JSON.readTree(hers);
    ((ObjectNode) both.path("activity"))
        .set("kith:decision-" + story.decision, JSON.createObjectNode());
    assertThat(ProvToolbox.wrong(Json.of(both))).isNotEmpty();
  }

  @Test
  void every_reference_resolves_and_derivations_never_come_round() throws Exception {
    JsonNode document = JSON.readTree(hers);
    int references = 0;
    Map<String, List<String>> derived = new HashMap<>();
    for (var part : document.properties()) {
      if (Set.of("prefix", "entity", "activity", "agent").contains(part.getKey())) {
        continue;
      }
      for (JsonNode relation : part.getValue()) {
        for (var role : ROLES.entrySet()) {
          if (relation.has(role.getKey())) {
            references++;
            assertThat(document.path(role.getValue()).has(relation.path(role.getKey()).asText()))
                .as(part.getKey() + " " + relation)
                .isTrue();
          }
        }
      }
    }
    assertThat(references).isGreaterThan(20);
    document
        .path("wasDerivedFrom")
        .forEach(
            d ->
                derived
                    .computeIfAbsent(
                        d.path("prov:generatedEntity").asText(), k -> new ArrayList<>())
                    .add(d.path("prov:usedEntity").asText()));
    for (String start : derived.keySet()) {
      Deque<String> todo = new ArrayDeque<>(derived.get(start));
      Set<String> seen = new HashSet<>();
      while (!todo.isEmpty()) {
        String at = todo.pop();
        assertThat(at).isNotEqualTo(start);
        if (seen.add(at)) {
          todo.addAll(derived.getOrDefault(at, List.of()));
        }
      }
    }
  }

  @Test
  void it_tells_the_whole_way_with_times_snapshots_and_voices_and_no_person() throws Exception {
    String text = new String(hers, StandardCharsets.UTF_8);
    JsonNode document = JSON.readTree(hers);

    assertThat(document.path("entity").path("kith:evidence-" + story.before).path("prov:label"))
        .hasToString("\"Two stayed until ten.\"");
    assertThat(document.path("wasGeneratedBy").toString())
        .contains("\"prov:activity\":\"kith:experiment-" + story.experiment);
    assertThat(document.path("used").toString())
        .contains("kith:reflection-" + story.reflection, "kith:evidence-" + story.before)
        .contains("\"prov:time\":\"2026-05-01T10:00:00Z\"");
    assertThat(document.path("wasInformedBy").toString())
        .contains("kith:deciding-" + story.decision, "kith:experiment-" + story.experiment);
    assertThat(document.path("agent").toString())
        .contains("a resident", "those in the cycle")
        .doesNotContain("ada", "prov:Person");
    assertThat(text).doesNotContain("A knock.", "\"Ada\"");
    assertThat(text).contains("kith:snapshot", "kith:sha256");
  }

  @Test
  void another_organisations_people_do_not_get_the_hash_of_its_own_figure() throws Exception {
    String his = house.get(house.ben, CycleHouse.api("/prov")).body();
    assertThat(his).contains("kith:snapshot").doesNotContain("kith:sha256");
    assertThat(ProvToolbox.wrong(his.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void the_page_draws_and_tells_it() throws Exception {
    String body = house.get(house.ada, "/cycles/" + CycleHouse.CYCLE + "/chain").body();
    assertThat(body)
        .contains("What led to what?", "<svg class=\"at-1100\"", "<svg class=\"at-280\"")
        .contains("Soup on Thursdays", "Open until ten.", "is under", "was followed by")
        .contains("week of 2026-03-02")
        .contains("A curve is drawn from five on.")
        .doesNotContain("A knock.");
  }
}
