package org.kith.behaviours;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.cycles.Scale;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.ties.Linked;

/** A round from opening to looking, through a real server, and by those who look too early. */
class BehavioursServerTest {
  private static final String CYCLE = "evenings";
  private static final String ROOT = "/cycles/" + CYCLE + "/behaviours";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningServer server;
  private static SignedIn keeper;

  @BeforeAll
  static void open() throws Exception {
    PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    server
        .store()
        .change(
            h -> {
              Linked.cycle(h, CYCLE, Scale.TEAM, Voice.PRACTITIONER);
              h.execute("update cycle set steward = ? where id = ?", "of-" + CYCLE, CYCLE);
            });
    keeper = SignedIn.as(server.store(), Linked.find(server.store(), "of-" + CYCLE));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static SignedIn person(String id, Voice voice) {
    server.store().change(h -> Linked.person(h, id, CYCLE, voice));
    return SignedIn.as(server.store(), Linked.find(server.store(), id));
  }

  private static HttpResponse<String> answer(SignedIn who, String round, int seen, String words)
      throws Exception {
    return who.send(
        server.port(),
        "PUT",
        "/api/v1" + ROOT + "/" + round + "/answers",
        "{\"answers\": [{\"behaviour\": \"power\", \"seen\": %d, \"words\": \"%s\"}]}"
            .formatted(seen, words));
  }

  /** One round, in the order in which it happens. */
  @Test
  void nobody_reads_another_answer_before_the_round_is_closed_and_then_only_of_enough_people()
      throws Exception {
    String round = UUID.randomUUID().toString();
    assertThat(keeper.form(server.port(), ROOT, "id", round).statusCode()).isEqualTo(303);
    for (int i = 0; i < 11; i++) {
      SignedIn one = person("practitioner-" + i, Voice.PRACTITIONER);
      assertThat(answer(one, round, 7, i == 0 ? "The desk decides." : "").statusCode())
          .isEqualTo(200);
    }
    SignedIn leader = person("the-leader", Voice.LEADER);
    HttpResponse<String> sent =
        leader.form(
            server.port(),
            ROOT + "/" + round + "/answers",
            "seen-power",
            "10",
            "words-power",
            "I listen to everybody.",
            "seen-whole",
            "none",
            "words-whole",
            "");
    assertThat(sent.statusCode()).isEqualTo(303);
    SignedIn looker = person("looker", Voice.RESIDENT);
    for (SignedIn who : List.of(looker, keeper)) {
      for (String address : addresses(round)) {
        assertThat(who.get(server.port(), address).body())
            .as(address)
            .doesNotContain("The desk decides", "I listen to everybody", "\"counts\"", "middle 7");
      }
    }
    assertThat(looker.get(server.port(), ROOT + "/" + round + "/numbers").statusCode())
        .isEqualTo(422);
    assertThat(leader.get(server.port(), ROOT).body())
        .contains("I listen to everybody.", "name=\"seen-power\" value=\"10\" checked");
    assertThat(
            looker
                .send(server.port(), "POST", "/api/v1" + ROOT + "/" + round + "/close", null)
                .statusCode())
        .isEqualTo(422);
    assertThat(keeper.form(server.port(), ROOT + "/" + round + "/close").statusCode())
        .isEqualTo(303);
    // The twin: the same search finds them now, by enough people only.
    JsonNode power = power(looker.get(server.port(), "/api/v1" + ROOT + "/" + round).body());
    JsonNode voices = power.path("voices");
    assertThat(voices.findValuesAsText("voice"))
        .containsExactly("resident", "practitioner", "leader");
    assertThat(voices.get(1).path("counts").get(6).asInt()).isEqualTo(11);
    assertThat(voices.get(2).path("counts")).isEmpty();
    assertThat(voices.get(2).path("hidden").asText()).isEqualTo("hidden, fewer than 11");
    assertThat(power.path("everyone").path("counts")).isEmpty();
    assertThat(power.path("said").findValuesAsText("words"))
        .containsExactly("I listen to everybody.", "The desk decides.");
    assertThat(power.path("said").findValuesAsText("voice")).containsOnly("null");
    String page = looker.get(server.port(), ROOT).body();
    assertThat(page)
        .contains(
            "The desk decides.", "middle 7", "hidden, fewer than 11", "Somebody in this cycle")
        .contains("Practitioners stand in the middle at 7")
        .doesNotContain("A leader");
    String csv = looker.get(server.port(), ROOT + "/" + round + "/numbers").body();
    assertThat(csv)
        .contains("power,practitioner,0,0,0,0,0,0,11,0,0,0,7.0,7.0,7.0,")
        .contains("power,leader,,,,,,,,,,,,,,\"hidden, fewer than 11\"");
    assertThat(answer(looker, round, 1, "Too late").statusCode()).isEqualTo(422);
    redLines(page, csv);
  }

  private static List<String> addresses(String round) {
    return List.of(
        ROOT,
        ROOT + "/" + round,
        ROOT + "/" + round + "/numbers",
        "/api/v1" + ROOT,
        "/api/v1" + ROOT + "/" + round);
  }

  private static JsonNode power(String body) throws Exception {
    for (JsonNode seen : JSON.readTree(body).path("seen")) {
      if (seen.path("behaviour").asText().equals("power")) {
        return seen;
      }
    }
    throw new AssertionError("No power in " + body);
  }

  /** Nine strips in their fixed order, nothing over all of them, no names, no direction. */
  private static void redLines(String page, String csv) {
    assertThat(page.split("class=\"fig\"", -1)).hasSize(10);
    for (Behaviour b : Behaviour.values()) {
      assertThat(page).contains(b.title());
    }
    assertThat(csv.lines().skip(1).map(l -> l.substring(0, l.indexOf(','))).distinct())
        .containsExactlyElementsOf(
            List.of(Behaviour.values()).stream().map(Behaviour::id).toList());
    assertThat(page.replaceAll("(?s)<footer.*", ""))
        .doesNotContainIgnoringCase("practitioner-0", "total score", "overall", "average", "radar");
  }

  @Test
  void a_word_without_a_place_is_shown_again_and_not_lost() throws Exception {
    server
        .store()
        .change(
            h -> {
              Person p = Linked.cycle(h, "words", Scale.TEAM, Voice.PRACTITIONER);
              h.execute("update cycle set steward = ? where id = 'words'", p.id());
              Rounds.open(h, p, "words", "00000000-0000-4000-8000-00000000000a", Linked.THEN);
            });
    SignedIn me = SignedIn.as(server.store(), Linked.find(server.store(), "of-words"));
    HttpResponse<String> sent =
        me.form(
            server.port(),
            "/cycles/words/behaviours/00000000-0000-4000-8000-00000000000a/answers",
            "words-power",
            "Kept though it has no place");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("Place it too", "Kept though it has no place");
  }
}
