package org.kith.pinning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.RealSample;
import org.kith.lake.Snapshot;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.store.FewPeople;
import org.kith.store.RealDatabase;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** What the sample's store names by what it holds, on the sample as it was published. */
class NamedSnapshotsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIGURE = "over-time.cls_trust_neighbourhood.STrust.-.place.larkmoor";

  @TempDir Path folder;
  private final Workspace sample = new Workspace(RealSample.workspace());
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = RealDatabase.SQLITE.empty().open();
    store.change(FewPeople::everything);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void pin(String id, String kind, String snapshot, String figure) {
    store.change(
        h ->
            h.execute(
                "insert into evidence (id, cycle, kind, snapshot, figure, author, voice, at)"
                    + " values (?, 'panel-waits', ?, ?, ?, 'ada', 'practitioner', 1)",
                id,
                kind,
                snapshot,
                figure));
  }

  private int settle() throws IOException {
    NamedSnapshots named = NamedSnapshots.of(sample);
    return store.write(named::settle);
  }

  private List<Map<String, Object>> pins() {
    return store.read(
        h ->
            h.createQuery(
                    "select id, kind, snapshot, figure, sha256 from evidence where snapshot is not"
                        + " null order by id")
                .mapToMap()
                .list());
  }

  @Test
  void what_the_samples_store_names_becomes_ids_and_hashes_of_what_the_api_answers()
      throws Exception {
    Path committed = RealSample.workspace().resolve("../../store").normalize();
    int pinned = 0;
    for (String line : Files.readAllLines(committed.resolve("evidence.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      if (row.has("snapshot")) {
        pinned++;
        pin(
            row.get("id").asText(),
            row.get("kind").asText(),
            row.get("snapshot").asText(),
            row.get("figure").asText());
      }
    }
    assertThat(pinned).isGreaterThan(8);
    assertThat(settle()).isEqualTo(pinned);
    List<String> ids = Snapshot.ids(sample);
    assertThat(pins()).extracting(p -> p.get("snapshot")).hasSameElementsAs(ids);
    int open = 0;
    try (RunningServer server = RunningServer.of(sample.root(), Viewer.NOBODY);
        RunningServer own = RunningServer.of(sample.root(), Viewer.of("millbrook"))) {
      for (Map<String, Object> pin : pins()) {
        String figure = (String) pin.get("figure");
        String of = pin.get("kind").equals("theme") ? "/themes/" : "/indicators/";
        String address = "/api/v1" + of + figure + "?snapshot=" + pin.get("snapshot");
        boolean everybodys = !figure.contains(".organisation.");
        String answer = (everybodys ? server : own).get(address).body();
        assertThat(Snapshot.sha256(answer.getBytes(StandardCharsets.UTF_8)))
            .as(address)
            .isEqualTo(pin.get("sha256"));
        if (everybodys) {
          open++;
          assertThat(shown(JSON.readTree(answer))).as(address).isTrue();
        }
      }
    }
    assertThat(open).isEqualTo(pinned - 1);
  }

  /** Whether any number that people are asked to look at is there. */
  private static boolean shown(JsonNode answer) {
    List<JsonNode> numbers = new ArrayList<>(answer.findValues("percent"));
    numbers.addAll(answer.findValues("value"));
    return numbers.stream().anyMatch(JsonNode::isNumber);
  }

  @Test
  void what_has_an_id_is_left_alone_and_a_second_time_changes_nothing() throws IOException {
    pin("new", "indicator", "until 2025q3", FIGURE);
    pin("old", "indicator", "1234-abcd", FIGURE);
    store.change(
        h ->
            h.execute(
                "update review set snapshot = 'all', before_snapshot ="
                    + " 'until 2025q3' where id = 'v1'"));
    assertThat(settle()).isEqualTo(3);
    List<Map<String, Object>> after = pins();
    assertThat(after.get(1)).containsEntry("snapshot", "1234-abcd").containsEntry("sha256", null);
    List<String> ids = Snapshot.ids(sample);
    assertThat(
            store.<String, RuntimeException>read(
                h ->
                    h.createQuery(
                            "select before_snapshot || ' ' || snapshot from review where id = 'v1'")
                        .mapTo(String.class)
                        .one()))
        .isEqualTo(ids.get(0) + " " + ids.get(ids.size() - 1));
    assertThat(settle()).isZero();
    assertThat(pins()).isEqualTo(after);
  }

  @Test
  void without_such_a_snapshot_it_says_what_to_run_and_changes_nothing() {
    pin("a", "indicator", "all", FIGURE);
    pin("b", "indicator", "until 2019q1", FIGURE);
    assertThatThrownBy(this::settle)
        .isInstanceOf(NotPublishedException.class)
        .hasMessage(
            "Nothing is published that stops at 2019q1. Run: kith run --until 2019q1 --then-all");
    assertThat(pins()).extracting(p -> p.get("snapshot")).containsExactly("all", "until 2019q1");
  }

  @Test
  void a_figure_that_the_snapshot_has_not_is_named() {
    pin("a", "indicator", "until 2025q3", "level.cls_trust_neighbourhood.STrust.2025q4.all.all");
    assertThatThrownBy(this::settle)
        .isInstanceOf(NotPublishedException.class)
        .hasMessageContaining("has no figure level.cls_trust_neighbourhood.STrust.2025q4.all.all");
    assertThat(pins()).extracting(p -> p.get("sha256")).containsOnlyNulls();
  }

  @Test
  void the_command_says_that_a_store_is_missing() {
    StringWriter err = new StringWriter();
    int code =
        PinCommand.line()
            .setErr(new PrintWriter(err, true))
            .execute("--workspace", folder.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
  }
}
