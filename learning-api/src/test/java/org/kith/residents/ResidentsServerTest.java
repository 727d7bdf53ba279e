package org.kith.residents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Site;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.protect.Pseudonyms;
import org.kith.serve.RunningServer;
import org.kith.serve.Server;
import org.kith.signin.Council;
import org.kith.signin.MovedClock;
import org.kith.signin.SignedIn;
import org.kith.store.EmptyStore;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** What people who answered find on the real server, by pages and by the API. */
class ResidentsServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CODE = "QH2S-2JRJ-7VNB-S208";
  private static final String OTHER = "DS4Y-V4PX-JZ1H-4ZF0";

  @TempDir Path root;
  private final MovedClock clock = new MovedClock();
  private Store store;
  private RunningServer server;
  private SignedIn reviewer;

  @BeforeEach
  void start() throws Exception {
    PublishedFixture.write(root);
    Workspace workspace = new Workspace(root);
    Pseudonyms.open(workspace.key(), false, new Random(3));
    store = EmptyStore.open();
    server =
        RunningServer.of(
            Library.open(workspace, Viewer.NOBODY),
            store,
            new Server.Stand(
                "127.0.0.1", 0, Site.THIS_MACHINE, clock, Council.of(null, null, clock)));
    reviewer =
        SignedIn.as(
            store, new Person("rev", "Rev", null, "", Set.of(Role.REVIEWER), List.of(), List.of()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String address, String type, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String address, String body) throws Exception {
    return send(address, "application/x-www-form-urlencoded", body);
  }

  private JsonNode api(String address, int status, String json) throws Exception {
    HttpResponse<String> answer = send("/api/v1/from-you" + address, "application/json", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private static String coded(String more) {
    return "{\"code\": \"" + CODE + "\"" + more + "}";
  }

  private void publish(String name) {
    String review = UUID.randomUUID().toString();
    store.change(
        h -> {
          h.execute(
              "insert into review (id, name, commissioner, created, published)"
                  + " values (?, ?, 'rev', 1, 1778000000000)",
              review,
              name);
          h.execute(
              "insert into account (review, version, summary, data_notes, author, at) values (?, 1, 'An older wording.', '', 'rev', 1)",
              review);
          h.execute(
              "insert into account (review, version, summary, data_notes, author, at) values (?, 2, 'We will try.', '', 'rev', 2)",
              review);
          h.execute(
              "insert into learning values ('l2', ?, null, 'Evenings need a bus.', 2, 1, 1)",
              review);
          h.execute(
              "insert into learning values ('l1', ?, null, 'Being asked by name.', 1, 1, 1)",
              review);
          h.execute(
              "insert into review (id, name, commissioner, created) values (?, 'Hidden', 'rev', 1)",
              UUID.randomUUID().toString());
        });
  }

  @Test
  void what_was_learned_is_read_without_a_code() throws Exception {
    assertThat(server.get("/from-you").body()).contains("Nothing is written down yet");
    publish("Evenings");
    String page = server.get("/from-you").body();
    assertThat(page)
        .contains("Evenings", "We will try.", "published on 5 May 2026")
        .containsSubsequence("Being asked by name.", "Evenings need a bus.")
        .doesNotContain("An older wording.", "Hidden");
    JsonNode account = JSON.readTree(server.get("/api/v1/from-you").body()).get("accounts").get(0);
    assertThat(account.get("name").asText()).isEqualTo("Evenings");
    assertThat(account.get("day").asText()).isEqualTo("2026-05-05");
    assertThat(account.get("learnings").get(0).asText()).isEqualTo("Being asked by name.");
  }

  @Test
  void a_code_is_read_as_people_write_it_and_a_wrong_one_is_told() throws Exception {
    assertThat(form("/from-you/mine", "code=qh2s+2jrj7vnb-s2o8").statusCode()).isEqualTo(200);
    HttpResponse<String> wrong = form("/from-you/mine", "code=QH2S-2JRJ-7VNB-S209");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Your code could not be opened", "One of the letters is not right")
        .contains("value=\"QH2S-2JRJ-7VNB-S209\"");
    assertThat(api("/code", 422, "{\"code\": \"short\"}").get("detail").asText())
        .isEqualTo("A code has 16 letters and digits; this has 5. Look at your slip again.");
    assertThat(server.get("/from-you?code=" + CODE).body())
        .as("never from an address")
        .doesNotContain(CODE);
    assertThat(server.get("/from-you/mine?code=" + CODE).statusCode()).isEqualTo(405);
  }

  @Test
  void nobody_learns_whether_a_code_is_held_by_anybody() throws Exception {
    String one = form("/from-you/mine", "code=" + CODE).body().replace(CODE, "");
    String other = form("/from-you/mine", "code=" + OTHER).body().replace(OTHER, "");
    String id = "name=\"id\" value=\"[0-9a-f-]+\"";
    assertThat(one.replaceAll(id, "")).isEqualTo(other.replaceAll(id, ""));
  }

  @Test
  void who_may_use_answers_is_said_and_shown_with_its_history() throws Exception {
    JsonNode before = api("/code", 200, coded(""));
    assertThat(before.get("uses")).hasSize(2).allSatisfy(u -> u.get("allowed").asBoolean());
    JsonNode after = api("/uses", 200, coded(", \"audience\": \"research\", \"allowed\": false"));
    assertThat(after.get("uses").get(1).get("allowed").asBoolean()).isFalse();
    clock.by(Duration.ofDays(1));
    String day = LocalDate.now(clock).plusDays(30).toString();
    String page =
        form(
                "/from-you/uses",
                "code=" + CODE + "&tables=until&tables_until=" + day + "&research=no")
            .body();
    assertThat(page).contains("What you said holds", "may be counted in the tables until");
    JsonNode history = api("/code", 200, coded("")).get("history");
    assertThat(history).hasSize(2);
    assertThat(history.get(0).get("day").asText())
        .isEqualTo(LocalDate.now(clock).minusDays(1).toString());
    assertThat(history.get(1).get("until").asText()).isEqualTo(day);
    assertThat(form("/from-you/uses", "code=" + CODE + "&tables=until&research=no").statusCode())
        .isEqualTo(422);
    clock.by(Duration.ofDays(31));
    assertThat(form("/from-you/mine", "code=" + CODE).body())
        .contains("That day is over, so the answer is now no.");
  }

  @Test
  void taking_out_asks_once_more_and_is_for_good() throws Exception {
    String asked = form("/from-you/take-out", "code=" + CODE).body();
    assertThat(asked)
        .contains("It cannot be undone.", "Figures that are already published stay.")
        .contains("No, leave them in");
    assertThat(api("/code", 200, coded("")).get("taken_out").isNull()).isTrue();
    assertThat(form("/from-you/take-out", "code=" + CODE + "&sure=yes").body())
        .contains("Your answers are taken out");
    String day = api("/code", 200, coded("")).get("taken_out").asText();
    assertThat(day).isEqualTo(LocalDate.now(clock).toString());
    clock.by(Duration.ofDays(3));
    assertThat(api("/take-out", 200, coded("")).get("taken_out").asText())
        .as("the first day stays its day")
        .isEqualTo(day);
    api("/uses", 410, coded(", \"audience\": \"tables\", \"allowed\": true"));
    assertThat(api("/code", 200, "{\"code\": \"" + OTHER + "\"}").get("taken_out").isNull())
        .isTrue();
  }

  @Test
  void what_was_not_so_stands_beside_the_figure_once_somebody_has_read_it() throws Exception {
    String about = "/constructs/trust";
    String words = "The bus was never the reason. Ask Tom Hardcastle.";
    String id = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(
              form(
                      "/from-you/not-so",
                      "code=" + CODE + "&id=" + id + "&about=" + about + "&words=" + words)
                  .body())
          .contains("Thank you. Somebody reads it first");
    }
    assertThat(server.get(about).body()).doesNotContain("never the reason");
    String reading = reviewer.get(server.port(), "/contests").body();
    assertThat(reading).contains("never the reason", "May tell who somebody is", "Tom Hardcastle");
    assertThat(reviewer.form(server.port(), "/contests/" + id, "state", "kept back").statusCode())
        .as("without a reason")
        .isEqualTo(422);
    assertThat(
            reviewer
                .send(server.port(), "POST", "/api/v1/contests/" + id, "{\"state\": \"shown\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(server.get(about).body()).contains("never the reason");
    assertThat(server.get("/constructs/belonging").body()).doesNotContain("never the reason");
    HttpResponse<String> late =
        reviewer.form(server.port(), "/contests/" + id, "state", "kept back", "because", "A name.");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else has read it meanwhile");
    api("/not-so", 422, coded(", \"words\": \"x\", \"about\": \"/constructs/none\""));
    SignedIn practitioner = SignedIn.practitioner(store, "ada", "millbrook");
    assertThat(practitioner.get(server.port(), "/contests").statusCode()).isEqualTo(403);
  }

  @Test
  void too_much_at_once_is_told_and_what_was_written_is_not_lost() throws Exception {
    for (int i = 0; i < Pace.IN_A_MINUTE; i++) {
      api("/take-out", 200, coded(""));
    }
    HttpResponse<String> refused =
        form(
            "/from-you/not-so",
            "code=" + OTHER + "&id=" + UUID.randomUUID() + "&words=zirkonmarrow");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Send it again in a minute", "zirkonmarrow</textarea>");
    assertThat(form("/from-you/mine", "code=" + OTHER).statusCode()).isEqualTo(200);
    clock.by(Duration.ofSeconds(61));
    api("/take-out", 200, coded(""));
  }

  @Test
  void without_a_key_there_are_no_answers_and_that_is_said() throws Exception {
    Files.delete(new Workspace(root).key());
    HttpResponse<String> answer = form("/from-you/mine", "code=" + CODE);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("No answers have arrived here yet").doesNotContain(CODE);
  }

  @Test
  void somebody_who_takes_part_says_who_may_use_what_they_share() throws Exception {
    SignedIn ada = SignedIn.practitioner(store, "ada", "millbrook");
    assertThat(
            ada.form(
                    server.port(),
                    "/me/sharing",
                    "taps_tables",
                    "yes",
                    "taps_research",
                    "no",
                    "words_tables",
                    "no",
                    "words_research",
                    "no")
                .statusCode())
        .isEqualTo(303);
    String page = ada.get(server.port(), "/me/sharing?said").body();
    assertThat(page)
        .contains("What you said holds", "your words may not be counted in the tables.");
    JsonNode mine = JSON.readTree(ada.get(server.port(), "/api/v1/me/consents").body());
    assertThat(mine.get("now")).hasSize(4);
    assertThat(mine.get("history")).hasSize(3);
    assertThat(
            ada.send(
                    server.port(),
                    "POST",
                    "/api/v1/me/consents",
                    "{\"category\": \"answers\", \"audience\": \"tables\", \"allowed\": false}")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            JSON.readTree(reviewer.get(server.port(), "/api/v1/me/consents").body()).get("history"))
        .isEmpty();
  }
}
