package org.kith.serve;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.lake.Snapshot;
import org.kith.learning.Viewer;

/** What the server answers of measurement, and of snapshots made before there was any. */
class MeasurementServerTest {
  private static final String TRUST = "cls_trust_neighbourhood";

  /**
   * SHA-256 of what the API answered Millbrook before there was measurement, with the snapshot's id
   * replaced by the word: from the revision "README says what the demo takes with two snapshots".
   */
  private static final Map<String, String> BEFORE =
      Map.ofEntries(
          entry(
              "distribution.cls_trust_neighbourhood.STrust.2025q4.all.all",
              "1aa80c11177a4c6d15e83faa31437ddca7c6cbe4a7607b8350c3b468aa676409"),
          entry(
              "level.cls_trust_neighbourhood.STrust.2025q4.organisation.millbrook",
              "46955223175fedfd0789a39756511a0e236743a3511dc9ce97b1964eea4f6d9a"),
          entry(
              "scale-score.ipip_spi_trust4.scale.2025q4.place.larkmoor",
              "f81edd517b1632ab107124856ce03a8d10079c63af01d5ec0efff478cb63bac3"),
          entry(
              "between.ipip_spi_trust4.scale.2023q3.all.all",
              "148b75a83e8dc2851394e6d0690cdb98d1afc964b843dc5f891b7b8b68becb69"),
          entry(
              "over-time.cls_trust_neighbourhood.STrust.-.place.larkmoor",
              "6c3b474ea99abf61f28c2acf6d87097c85c229cbc8b38f8a7618ba725d992f63"),
          entry(
              "respondents.cls_trust_neighbourhood.-.2025q4.all.all",
              "e0b4a5afe5b1eb4c618663629a354df4fd345475fb3c0a45487661a686e936f6"),
          entry(
              "missing-answers.cls_trust_neighbourhood.STrust.2025q4.all.all",
              "0fba446c0a92e3b4cf9664f3f76d1ba474fc8f4a93d3ec37bb0a1b5e91861b50"));

  @Test
  void the_api_gives_nobody_anothers_signs(@TempDir Path other) throws Exception {
    PublishedFixture.write(other);
    String address = "/api/v1/indicators/drift." + TRUST + ".-.-.organisation.";
    try (RunningServer server = RunningServer.of(other, Viewer.of("millbrook"))) {
      assertThat(server.get(address + "millbrook").statusCode()).isEqualTo(200);
      assertThat(server.get(address + "dyers-hall").statusCode()).isEqualTo(403);
      assertThat(
              server
                  .get(
                      address.replace("drift", "change").replace(".-.-", ".STrust.-")
                          + "dyers-hall")
                  .statusCode())
          .isEqualTo(403);
      String page = server.get("/instruments/" + TRUST + "/measurement").body();
      assertThat(page).contains("Around your organisation, more forms than before");
    }
    try (RunningServer server = RunningServer.of(other, Viewer.of("dyers-hall"))) {
      assertThat(server.get("/instruments/" + TRUST + "/measurement").body())
          .contains("Only people of your organisation see this")
          .doesNotContain("Around your organisation, more forms than before");
    }
    try (RunningServer server = RunningServer.of(other, Viewer.NOBODY)) {
      assertThat(server.get("/instruments/" + TRUST + "/measurement").body())
          .contains("In 2 of 11 organisations more forms than before")
          .doesNotContain("Only people of your organisation see this");
    }
  }

  @Test
  void a_snapshot_made_before_measurement_answers_as_it_always_did(@TempDir Path other)
      throws Exception {
    String id = PublishedFixture.beforeMeasurement(other);
    try (RunningServer server = RunningServer.of(other, Viewer.of("millbrook"))) {
      for (var answer : BEFORE.entrySet()) {
        String body =
            server.get("/api/v1/indicators/" + answer.getKey() + "?snapshot=" + id).body();
        byte[] bytes = body.replace(id, "snapshot").getBytes(StandardCharsets.UTF_8);
        assertThat(Snapshot.sha256(bytes)).as(answer.getKey()).isEqualTo(answer.getValue());
      }
      assertThat(server.get("/constructs/trust?item=ipip_spi_trust4.scale").statusCode())
          .isEqualTo(200);
      assertThat(server.get("/instruments/ipip_spi_trust4/measurement").body())
          .contains("Nothing is known of it here yet");
    }
  }

  @Test
  void the_lines_for_r_name_every_question_and_turn_those_asked_the_other_way(@TempDir Path other)
      throws Exception {
    PublishedFixture.write(other);
    try (RunningServer server = RunningServer.of(other, Viewer.NOBODY)) {
      assertThat(server.get("/instruments/ipip_spi_trust4/measurement").body())
          .contains("&lt;-", "q_1855", "q_377", "q_379", "items$q_871", "7 - items$q_871");
      assertThat(server.get("/instruments/nothing/measurement").statusCode()).isEqualTo(404);
      assertThat(server.get("/instruments/ipip_spi_trust4/measurement?wave=1999q1").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void every_figure_of_a_measurement_page_has_its_numbers_as_a_file(@TempDir Path other)
      throws Exception {
    String id = PublishedFixture.write(other);
    try (RunningServer server = RunningServer.of(other, Viewer.of("millbrook"))) {
      for (String figure :
          new String[] {
            "reliability",
            "item-behaviour",
            "comparability",
            "representation",
            "weighted",
            "signs",
            "signs-here"
          }) {
        var csv =
            server.get(
                "/snapshots/" + id + "/instruments/ipip_spi_trust4/" + figure + ".csv?wave=2025q4");
        assertThat(csv.statusCode()).as(figure).isEqualTo(200);
        assertThat(csv.body().lines().count()).as(figure).isGreaterThan(2);
      }
    }
    try (RunningServer server = RunningServer.of(other, Viewer.NOBODY)) {
      assertThat(
              server
                  .get("/snapshots/" + id + "/instruments/ipip_spi_trust4/signs-here.csv")
                  .statusCode())
          .isEqualTo(404);
    }
  }
}
