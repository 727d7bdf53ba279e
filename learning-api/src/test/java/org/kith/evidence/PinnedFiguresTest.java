package org.kith.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.Snapshot;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.serve.Server;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** A past decision always shows the numbers it was made on. */
class PinnedFiguresTest {
  private static final String LEVEL = "level.cls_trust_neighbourhood.STrust.2025q4.all.all";
  private static final String OWN =
      "level.cls_trust_neighbourhood.STrust.2025q4.organisation.millbrook";

  @TempDir static Path workspace;
  static String snapshot;
  static RunningServer server;
  static CycleHouse house;

  @BeforeAll
  static void open() throws Exception {
    snapshot = PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    house = new CycleHouse(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void a_pin_keeps_the_hash_of_what_the_api_answers_everybody() throws Exception {
    String pin = house.figure(house.ada, snapshot, LEVEL);

    String bytes = server.get("/api/v1/indicators/" + LEVEL + "?snapshot=" + snapshot).body();
    JsonNode kept = house.json(house.ben, CycleHouse.api("/evidence/" + pin));
    assertThat(kept.path("sha256").asText())
        .isEqualTo(Snapshot.sha256(bytes.getBytes(StandardCharsets.UTF_8)));
    assertThat(kept.path("check").path("same").asBoolean()).isTrue();
    assertThat(kept.path("voice").asText()).isEqualTo("practitioner");
    assertThat(kept.path("yours").asBoolean()).isFalse();
  }

  @Test
  void after_another_snapshot_and_a_restart_it_shows_the_first_ones_numbers(@TempDir Path other)
      throws Exception {
    String first = PublishedFixture.write(other);
    Path store = other.resolve("store-of-its-own");
    String answered;
    String page;
    String pin;
    try (RunningServer before = serve(other, store)) {
      CycleHouse then = new CycleHouse(before);
      pin = then.figure(then.ada, first, LEVEL);
      answered = before.get("/api/v1/indicators/" + LEVEL + "?snapshot=" + first).body();
      page = title(then.get(then.ada, page(pin)).body());
    }
    String second = PublishedFixture.write(other, 7);
    assertThat(second).isNotEqualTo(first);

    try (RunningServer after = serve(other, store)) {
      CycleHouse now = new CycleHouse(after);
      assertThat(after.get("/api/v1/indicators/" + LEVEL + "?snapshot=" + first).body())
          .isEqualTo(answered);
      // Guard of the guard: the new snapshot has other numbers.
      assertThat(after.get("/api/v1/indicators/" + LEVEL).body()).isNotEqualTo(answered);
      String body = now.get(now.ada, page(pin)).body();
      assertThat(title(body)).isEqualTo(page);
      assertThat(body).contains("the same to the byte", "Snapshot " + first);
    }
  }

  private static RunningServer serve(Path workspace, Path store) throws Exception {
    return RunningServer.of(
        Library.open(new Workspace(workspace), Viewer.NOBODY),
        Store.embedded(store),
        Server.Stand.here("127.0.0.1", 0));
  }

  private static String page(String pin) {
    return "/cycles/" + CycleHouse.CYCLE + "/evidence/" + pin;
  }

  private static String title(String body) {
    return body.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
  }

  @Test
  void a_byte_changed_in_the_lake_is_said_with_both_hashes(@TempDir Path other) throws Exception {
    String first = PublishedFixture.write(other);
    Path store = other.resolve("store-of-its-own");
    String pin;
    try (RunningServer before = serve(other, store)) {
      CycleHouse then = new CycleHouse(before);
      pin = then.figure(then.ada, first, LEVEL);
    }
    Path lake = new Workspace(other).published().resolve(first);
    // Numbers of another seed in the place of the published ones: as good as any forger could do.
    Path forged = Files.createDirectories(other.resolve("forged"));
    String elsewhere = PublishedFixture.write(forged, 7);
    Files.copy(
        new Workspace(forged).published().resolve(elsewhere).resolve("levels.parquet"),
        lake.resolve("levels.parquet"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    try (RunningServer after = serve(other, store)) {
      CycleHouse now = new CycleHouse(after);
      JsonNode kept = now.json(now.ada, CycleHouse.api("/evidence/" + pin));
      assertThat(kept.path("check").path("same").asBoolean()).isFalse();
      assertThat(kept.path("check").path("changed").toString()).isEqualTo("[\"levels\"]");
      String body = now.get(now.ada, page(pin)).body();
      assertThat(body)
          .contains("not the same", "Files of the snapshot are not those", "(levels)")
          .contains(kept.path("sha256").asText(), kept.path("check").path("now").asText())
          .doesNotContain("the same to the byte");
      assertThat(kept.path("check").path("now").asText())
          .isNotEqualTo(kept.path("sha256").asText());
    }
  }

  @Test
  void one_flipped_byte_is_said_while_the_server_runs(@TempDir Path other) throws Exception {
    String first = PublishedFixture.write(other);
    try (RunningServer running = RunningServer.of(other, Viewer.NOBODY)) {
      CycleHouse now = new CycleHouse(running);
      String pin = now.figure(now.ada, first, LEVEL);
      Path file = new Workspace(other).published().resolve(first).resolve("levels.parquet");
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);

      String body = now.get(now.ada, page(pin)).body();
      assertThat(body).contains("files of its snapshot changed", "(levels)");
    }
  }

  @Test
  void a_snapshot_that_is_gone_is_said_and_nothing_else_breaks(@TempDir Path other)
      throws Exception {
    String first = PublishedFixture.write(other);
    Path store = other.resolve("store-of-its-own");
    String pin;
    try (RunningServer before = serve(other, store)) {
      CycleHouse then = new CycleHouse(before);
      pin = then.figure(then.ada, first, LEVEL);
    }
    PublishedFixture.write(other, 7);
    Path lake = new Workspace(other).published().resolve(first);
    Files.move(lake, other.resolve("gone"));

    try (RunningServer after = serve(other, store)) {
      CycleHouse now = new CycleHouse(after);
      assertThat(now.get(now.ada, page(pin)).body()).contains("it cannot be built");
      assertThat(now.get(now.ada, "/cycles/" + CycleHouse.CYCLE + "/evidence").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void an_organisations_own_figure_is_drawn_for_its_own_people_only() throws Exception {
    String pin = house.figure(house.ada, snapshot, OWN);

    JsonNode hers = house.json(house.ada, CycleHouse.api("/evidence/" + pin));
    JsonNode his = house.json(house.ben, CycleHouse.api("/evidence/" + pin));
    assertThat(hers.path("sha256").asText()).hasSize(64);
    // A hash of few small numbers could be guessed at.
    assertThat(his.path("sha256").isNull()).isTrue();
    assertThat(his.path("check").path("now").isNull()).isTrue();
    String drawn = house.get(house.ada, page(pin)).body();
    String told = house.get(house.ben, page(pin)).body();
    assertThat(drawn).contains("fig-title", hers.path("sha256").asText());
    assertThat(told)
        .contains("An organisation’s own figure. Only its own people see it.")
        .doesNotContain("fig-title", hers.path("sha256").asText(), "<svg class=\"at-");
    // Guard of the guard: what Ben is not shown is a number that is there to be shown.
    String number = title(drawn);
    assertThat(number).matches("(?s).*\\d.*");
    assertThat(house.get(house.ben, "/cycles/" + CycleHouse.CYCLE + "/evidence").body())
        .doesNotContain(number);
    assertThat(house.get(house.ada, "/cycles/" + CycleHouse.CYCLE + "/evidence").body())
        .contains(number);
  }

  @Test
  void nobody_pins_what_they_may_not_see_or_what_is_not_there() throws Exception {
    String sent =
        "{\"kind\": \"indicator\", \"snapshot\": \"%s\", \"figure\": \"%s\", \"words\": \"x\"}";
    for (String figure : new String[] {OWN, LEVEL.replace("STrust", "nothing"), "x"}) {
      var answer =
          house.send(
              house.ben, "POST", CycleHouse.api("/evidence"), sent.formatted(snapshot, figure));
      assertThat(answer.statusCode()).as(figure).isEqualTo(422);
      assertThat(answer.body()).contains("has no such figure that you may see");
    }
    assertThat(
            house
                .send(
                    house.ben,
                    "POST",
                    CycleHouse.api("/evidence"),
                    sent.formatted("0000-0000", LEVEL))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_theme_is_kept_as_it_was_too() throws Exception {
    String pin =
        house.pin(
            house.ada,
            "\"kind\": \"theme\", \"snapshot\": \"%s\", \"figure\": \"waiting-for-a-panel\","
                    .formatted(snapshot)
                + " \"words\": \"It was nobody's question.\"");

    String bytes = server.get("/api/v1/themes/waiting-for-a-panel?snapshot=" + snapshot).body();
    JsonNode kept = house.json(house.ada, CycleHouse.api("/evidence/" + pin));
    assertThat(kept.path("sha256").asText())
        .isEqualTo(Snapshot.sha256(bytes.getBytes(StandardCharsets.UTF_8)));
    assertThat(house.get(house.ada, page(pin)).body()).contains("the same to the byte");
  }

  @Test
  void figures_lead_to_a_form_for_those_in_a_cycle_and_for_nobody_else() throws Exception {
    String form =
        "/evidence/new?figure=distribution.cls_trust_neighbourhood.STrust.2025q4.all.all"
            + "&amp;snapshot="
            + snapshot;
    // Millbrook's people see their own figures first, so the page is asked for everyone's.
    String page = "/constructs/trust?item=cls_trust_neighbourhood.STrust&place=all&wave=2025q4";
    assertThat(house.get(house.ada, page).body()).contains(form);
    assertThat(server.get(page).body()).doesNotContain("/evidence/new");
    assertThat(house.get(house.ada, "/themes/waiting-for-a-panel").body())
        .contains("/evidence/new?theme=waiting-for-a-panel&amp;snapshot=" + snapshot);

    String asked = house.get(house.ada, form.replace("&amp;", "&")).body();
    assertThat(asked).contains("Somebody to call at ten", "In which cycle?");
    String id = CycleHouse.id();
    for (int sent = 0; sent < 2; sent++) {
      var answer =
          house.ada.form(
              server.port(),
              "/evidence",
              "id",
              id,
              "kind",
              "indicator",
              "cycle",
              CycleHouse.CYCLE,
              "figure",
              LEVEL,
              "snapshot",
              snapshot,
              "words",
              "None of us said it would be.");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).hasValue(page(id));
    }
    assertThat(house.get(house.ben, page(id)).body()).contains("None of us said it would be.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reliability.ipip_spi_trust4.-.-.all.all",
        "item-behaviour.ipip_spi_trust4.-.2025q4.all.all",
        "comparability.ipip_spi_trust4.-.2025q4.all.all",
        "change.cls_trust_neighbourhood.STrust.-.place.larkmoor",
        "panel.cls_trust_neighbourhood.STrust.2025q4.all.all",
        "growth.ipip_spi_trust4.scale.-.all.all",
        "predictors.ipip_spi_trust4.scale.2025q4.all.all",
        "funnel.cls_trust_neighbourhood.STrust.2025q4.all.all",
        "representation.ipip_spi_trust4.-.2025q4.all.all",
        "weighted.cls_trust_neighbourhood.STrust.2025q4.all.all",
        "drift.cls_trust_neighbourhood.-.-.all.all"
      })
  void what_measurement_says_is_kept_and_drawn(String figure) throws Exception {
    String pin = house.figure(house.ada, snapshot, figure);
    assertThat(house.get(house.ada, page(pin)).body())
        .contains("the same to the byte", "fig-title");
  }

  @Test
  void pins_stand_in_time_order_whatever_their_numbers(@TempDir Path other) throws Exception {
    String first = PublishedFixture.write(other);
    try (RunningServer running = RunningServer.of(other, Viewer.NOBODY)) {
      CycleHouse now = new CycleHouse(running);
      String[] waves = {"2024q4", "2025q2", "2025q1", "2025q4", "2025q3"};
      for (String wave : waves) {
        now.figure(now.ada, first, LEVEL.replace("2025q4", wave));
        Thread.sleep(3);
      }
      JsonNode all = now.json(now.ada, CycleHouse.api("/evidence")).path("evidence");
      for (int i = 0; i < waves.length; i++) {
        assertThat(all.get(i).path("figure").asText()).contains(waves[waves.length - 1 - i]);
      }
    }
  }
}
