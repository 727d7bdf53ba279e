package org.kith.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SampleReview;
import org.kith.room.FullRoom;
import org.kith.room.Minority;
import org.kith.room.Rivals;
import org.kith.signin.SignedIn;

/** The room of a review on the real server: without script, by API, and with two at one note. */
class RoomServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path workspace;
  private static RunningServer server;
  private static String snapshot;

  @BeforeAll
  static void start() throws Exception {
    snapshot = PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static SampleReview review(Stage stage) {
    return SampleReview.at(server.store(), stage, snapshot);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return JSON.readTree(answer.body());
  }

  @Test
  void the_state_is_answered_anew_only_when_it_changed() throws Exception {
    SampleReview r = review(Stage.TOGETHER);
    String address = "/api/v1/reviews/" + r.id() + "/room";
    HttpResponse<String> first = r.resident().get(server.port(), address);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(asked(r.resident(), address, tag)).isEqualTo(304);
    HttpResponse<String> moved =
        r.commissioner().send(server.port(), "PUT", address, "{\"question\": 2}");
    assertThat(json(moved).path("showing").asInt()).isEqualTo(2);
    assertThat(asked(r.resident(), address, tag)).isEqualTo(200);
    assertThat(r.resident().send(server.port(), "PUT", address, "{\"question\": 1}").statusCode())
        .as("others do not steer")
        .isEqualTo(403);
  }

  private static int asked(SignedIn who, String address, String tag) throws Exception {
    return who.send(who.request(server.port(), address).header("If-None-Match", tag).GET())
        .statusCode();
  }

  @Test
  void the_time_outlives_a_reload_and_every_screen_agrees() throws Exception {
    SampleReview r = review(Stage.TOGETHER);
    String room = "/reviews/" + r.id() + "/room";
    assertThat(
            r.commissioner()
                .form(server.port(), room, "time", "start", "minutes", "9")
                .statusCode())
        .isEqualTo(303);
    for (SignedIn who : r.people()) {
      assertThat(who.get(server.port(), "/reviews/" + r.id() + "/together").body())
          .contains("9 minutes left");
    }
    r.commissioner().form(server.port(), room, "time", "pause");
    r.commissioner().form(server.port(), room, "time", "more");
    assertThat(r.resident().get(server.port(), "/reviews/" + r.id() + "/together").body())
        .contains("14 minutes left, paused");
  }

  @Test
  void two_who_change_one_note_are_shown_both_wordings() throws Exception {
    SampleReview r = review(Stage.TOGETHER);
    String id = UUID.randomUUID().toString();
    String notes = "/reviews/" + r.id() + "/notes";
    r.resident()
        .form(
            server.port(),
            notes,
            "id",
            id,
            "question",
            r.questions().get(0),
            "kind",
            "noticing",
            "words",
            "Fewer came.");
    String one = notes + "/" + id;
    assertThat(
            r.resident()
                .form(server.port(), one, "version", "1", "words", "Fewer came by bus.")
                .statusCode())
        .isEqualTo(303);
    HttpResponse<String> late =
        r.practitioner().form(server.port(), one, "version", "1", "words", "Fewer came at night.");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Fewer came by bus.", "Fewer came at night.");
    assertThat(
            r.practitioner()
                .send(
                    server.port(),
                    "PUT",
                    "/api/v1/reviews/" + r.id() + "/notes/" + id,
                    "{\"words\": \"Fewer came at night.\", \"version\": 1}")
                .statusCode())
        .isEqualTo(409);
    assertThat(r.resident().get(server.port(), "/reviews/" + r.id() + "/together").body())
        .contains("Fewer came by bus.")
        .doesNotContain("Fewer came at night.");
  }

  @Test
  void a_full_room_s_readings_and_dissents_are_all_on_the_screen_and_in_the_api() throws Exception {
    SampleReview r = review(Stage.READ_ALONE);
    FullRoom.fill(server.store(), r);
    r.commissioner().form(server.port(), "/reviews/" + r.id() + "/readings/open");
    r.resident()
        .form(
            server.port(),
            "/reviews/" + r.id() + "/notes",
            "id",
            UUID.randomUUID().toString(),
            "question",
            "",
            "kind",
            "dissent",
            "words",
            "Nobody asked us about the letter.");
    Minority minority = Minority.of(server.store(), r.id());
    // 13 residents, 11 practitioners, 11 managers and 10 commissioners wrote, and one dissents.
    assertThat(minority.words()).hasSize(46);
    String screen = r.commissioner().get(server.port(), "/reviews/" + r.id() + "/together").body();
    minority.isIn(screen, "the room's screen");
    // Ten commissioners are too few of those who work; eleven practitioners go with them.
    assertThat(screen)
        .contains("Residents", "13 wrote", "Managers", "11 wrote", Rivals.UNNAMED)
        .doesNotContain("<h3>Practitioners", "<h3>Commissioners");
    String api = "/api/v1/reviews/" + r.id();
    minority.isIn(
        r.resident().get(server.port(), api + "/readings").body()
            + r.resident().get(server.port(), api + "/notes").body(),
        "the API");
  }

  @Test
  void a_decision_pins_the_bytes_that_the_api_answers() throws Exception {
    SampleReview r = review(Stage.TOGETHER);
    HttpResponse<String> made =
        r.commissioner()
            .send(
                server.port(),
                "POST",
                "/api/v1/reviews/" + r.id() + "/decisions",
                """
                {"id": "%s", "words": "Stop the letter.", "basis": "evidence",
                 "evidence": ["question:%s"]}
                """
                    .formatted(UUID.randomUUID(), r.questions().get(0)));
    JsonNode on = json(made).path("evidence").get(0);
    assertThat(on.path("snapshot").asText()).isEqualTo(snapshot);
    String bytes =
        server
            .get("/api/v1/indicators/" + on.path("figure").asText() + "?snapshot=" + snapshot)
            .body();
    String expected =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(UTF_8)));
    String kept =
        server
            .store()
            .read(
                h ->
                    h.createQuery("select sha256 from evidence where id = :id")
                        .bind("id", on.path("id").asText())
                        .mapTo(String.class)
                        .one());
    assertThat(kept).isEqualTo(expected);
  }

  @Test
  void unanswered_questions_to_the_commissioner_stand_in_plain_sight_and_nothing_is_counted_up()
      throws Exception {
    SampleReview r = review(Stage.TOGETHER);
    for (SignedIn who : r.people()) {
      assertThat(who.get(server.port(), "/reviews/" + r.id() + "/decide").body())
          .contains("Which rule got in the way?", "Not answered yet.");
    }
    SampleReview next = review(Stage.TOGETHER);
    r.resident()
        .form(
            server.port(),
            "/reviews/" + r.id() + "/promises",
            "id",
            UUID.randomUUID().toString(),
            "by",
            "us",
            "to",
            "you",
            "words",
            "To ask again.");
    server
        .store()
        .change(
            h ->
                h.execute(
                    "update review set follows = ?, showing = 0 where id = ?", r.id(), next.id()));
    for (String page : new String[] {"/before", "/together"}) {
      assertThat(next.resident().get(server.port(), "/reviews/" + next.id() + page).body())
          .contains("What happened to what we said?", "To ask again.", "Nobody has said yet")
          .doesNotContainPattern("\\d+ of \\d+ (kept|done|promises)");
    }
  }
}
