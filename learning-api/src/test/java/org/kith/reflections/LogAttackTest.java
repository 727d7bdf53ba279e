package org.kith.reflections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.reflection.Audience;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** Every address is tried by everybody it is not for, on reflections of every audience. */
class LogAttackTest {
  private static final String SECRET = "zauberwort";
  private static final String NEW_WORDS =
      "{\"version\":1,\"form\":\"short\",\"happened\":\"2026-11-02\","
          + "\"answers\":[{\"prompt\":\"what\",\"words\":\"Changed.\"}]}";

  @TempDir static Path workspace;
  private static RunningServer server;
  private static Household house;

  @BeforeAll
  static void start() throws Exception {
    PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    house = Household.in(server.store());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /**
   * One thing to try.
   *
   * @param json what is sent to the API, or null
   * @param fields what a form sends, or null where none does
   * @param readers whether those it is shared with may, or its author only
   * @param done what answers those who may
   */
  private record Door(
      String method, String path, String json, List<String> fields, boolean readers, int done) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    static Door api(String method, String path, String json, boolean readers, int done) {
      return new Door(method, path, json, null, readers, done);
    }

    static Door page(String path, boolean readers) {
      return new Door("GET", path, null, null, readers, 200);
    }

    static Door form(String path, boolean readers, String... fields) {
      return new Door("POST", path, null, List.of(fields), readers, 303);
    }
  }

  static List<Door> doors() {
    String api = "/api/v1/reflections/ID";
    String page = "/reflections/ID";
    String reply = UUID.randomUUID().toString();
    return List.of(
        Door.api("GET", api, null, true, 200),
        Door.api("PUT", api, NEW_WORDS, false, 200),
        Door.api("PUT", api + "/audience", "{\"audience\":\"me\"}", false, 200),
        Door.api("GET", api + "/seen", null, false, 200),
        Door.api("POST", api + "/replies", "{\"words\":\"Hello\"}", true, 201),
        Door.api("DELETE", api, null, false, 204),
        Door.page(page, true),
        Door.page(page + "/edit", false),
        Door.page(page + "/withdraw", false),
        Door.form(
            page + "/edit", false, "version", "1", "happened", "2026-11-02", "answer.what", "Now."),
        Door.form(page + "/audience", false, "audience", "me"),
        Door.form(page + "/replies", true, "id", reply, "kind", "reply", "words", "Hello"),
        Door.form(page + "/withdraw", false));
  }

  private static HttpResponse<String> ask(SignedIn who, Door door, String id) throws Exception {
    String path = door.path().replace("ID", id);
    if (door.fields() != null) {
      List<String> fields = new ArrayList<>(door.fields());
      int reply = fields.indexOf("id");
      if (reply >= 0) {
        fields.set(reply + 1, UUID.randomUUID().toString());
      }
      return who.form(server.port(), path, fields.toArray(String[]::new));
    }
    return door.method().equals("GET")
        ? who.get(server.port(), path)
        : who.send(server.port(), door.method(), path, door.json());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void opens_to_those_it_is_for_and_to_others_as_if_nothing_were_there(Door door) throws Exception {
    for (Audience audience : Audience.values()) {
      String id = house.keeps(audience, "2026-11-02", SECRET);
      for (SignedIn who :
          List.of(
              house.mate(),
              house.cycleMate(),
              house.colleague(),
              house.stranger(),
              house.steward())) {
        boolean shared =
            (audience == Audience.TEAM && who == house.mate())
                || (audience == Audience.CYCLE && who == house.cycleMate());
        HttpResponse<String> answer = ask(who, door, id);
        String as = who.person().id() + ", audience " + audience.id();
        if (door.readers() && shared) {
          assertThat(answer.statusCode()).as(as).isEqualTo(door.done());
          continue;
        }
        assertThat(answer.statusCode()).as(as).isEqualTo(404);
        HttpResponse<String> none = ask(who, door, UUID.randomUUID().toString());
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(withoutIncident(answer.body()))
            .as("the same as for one that is not there: " + as)
            .isEqualTo(withoutIncident(none.body()))
            .doesNotContain(SECRET);
      }
      assertThat(strangers(door, id)).as("signed out").isIn(401, 302);
      assertThat(words(id)).contains(SECRET);
      assertThat(ask(house.author(), door, id).statusCode())
          .as("the author, audience " + audience.id())
          .isEqualTo(door.done());
    }
  }

  private static List<String> words(String id) {
    return server
        .store()
        .read(
            h ->
                h.createQuery("select words from reflection_answer where reflection = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .list());
  }

  private static int strangers(Door door, String id) throws Exception {
    return server.ask(door.method(), door.path().replace("ID", id)).statusCode();
  }

  private static String withoutIncident(String body) {
    return body.replaceAll("[0-9a-f]{8}", "#");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void takes_no_change_without_the_sessions_secret(Door door) throws Exception {
    if (door.method().equals("GET")) {
      return;
    }
    String id = house.keeps(Audience.ME, "2026-11-02", SECRET);
    HttpResponse<String> answer =
        house
            .author()
            .send(
                house
                    .author()
                    .request(server.port(), door.path().replace("ID", id))
                    .header("Content-Type", "application/json")
                    .method(
                        door.method(),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                            door.json() == null ? "" : door.json())));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(words(id)).contains(SECRET);
  }

  @Test
  void threads_open_to_who_is_in_them_only() throws Exception {
    house.keeps(Audience.TEAM, "2026-11-02", SECRET + " team");
    house.keeps(Audience.CYCLE, "2026-11-02", SECRET + " cycle");
    Map<String, List<SignedIn>> threads =
        Map.of(
            "/api/v1/teams/harbour/reflections", List.of(house.author(), house.mate()),
            "/team/harbour", List.of(house.author(), house.mate()),
            "/api/v1/cycles/letters/reflections", List.of(house.author(), house.cycleMate()),
            "/cycles/letters/reflections", List.of(house.author(), house.cycleMate()));
    for (var thread : threads.entrySet()) {
      for (SignedIn who :
          List.of(
              house.author(),
              house.mate(),
              house.cycleMate(),
              house.colleague(),
              house.stranger(),
              house.steward())) {
        HttpResponse<String> answer = who.get(server.port(), thread.getKey());
        boolean in = thread.getValue().contains(who);
        assertThat(answer.statusCode())
            .as(who.person().id() + " " + thread.getKey())
            .isEqualTo(in ? 200 : 404);
        assertThat(answer.body().contains(SECRET)).isEqualTo(in);
      }
      assertThat(server.get(thread.getKey()).statusCode()).isIn(401, 302);
    }
  }

  @Test
  void a_cycle_is_told_nothing_that_gives_an_author_away() throws Exception {
    String id = house.keeps(Audience.CYCLE, "2026-12-10", "Read without a name.");
    for (String path :
        List.of(
            "/api/v1/reflections/" + id,
            "/api/v1/cycles/letters/reflections",
            "/reflections/" + id,
            "/cycles/letters/reflections")) {
      assertThat(house.cycleMate().get(server.port(), path).body())
          .as(path)
          .contains("Read without a name.")
          .doesNotContain("Ann Author")
          .doesNotContain("\"author\":\"")
          .doesNotContain("millbrook")
          .doesNotContain("lead author")
          .doesNotContain("2026-12-10")
          .doesNotContain("10 December")
          .doesNotContain(Receipt.of(id));
    }
  }

  @Test
  void my_list_is_mine_filtered_and_in_parts() throws Exception {
    SignedIn one = SignedIn.practitioner(server.store(), "lister", "millbrook");
    for (int day = 1; day <= 5; day++) {
      house.keeps(one, Household.reflection(Audience.ME, "2025-03-0" + day, "Day " + day));
    }
    JsonNode first = json(one, "/api/v1/reflections?year=2025&limit=3");
    assertThat(first.path("reflections").findValuesAsText("happened"))
        .containsExactly("2025-03-05", "2025-03-04", "2025-03-03");
    JsonNode second = json(one, first.path("next").asText());
    assertThat(second.path("reflections").findValuesAsText("happened"))
        .containsExactly("2025-03-02", "2025-03-01");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(json(one, "/api/v1/reflections?audience=team").path("reflections")).isEmpty();
    assertThat(json(house.stranger(), "/api/v1/reflections").path("reflections")).isEmpty();
    assertThat(one.get(server.port(), "/api/v1/reflections?year=long").statusCode()).isEqualTo(400);
    assertThat(one.get(server.port(), "/api/v1/reflections?limit=-1").statusCode()).isEqualTo(400);
  }

  private static JsonNode json(SignedIn who, String path) throws Exception {
    return new ObjectMapper().readTree(who.get(server.port(), path).body());
  }

  @Test
  void an_edit_that_comes_too_late_is_told_and_nothing_typed_is_lost() throws Exception {
    String id = house.keeps(Audience.ME, "2026-11-02", "Written first.");
    assertThat(
            house
                .author()
                .send(server.port(), "PUT", "/api/v1/reflections/" + id, NEW_WORDS)
                .statusCode())
        .isEqualTo(200);
    assertThat(
            house
                .author()
                .send(server.port(), "PUT", "/api/v1/reflections/" + id, NEW_WORDS)
                .statusCode())
        .isEqualTo(409);
    HttpResponse<String> form =
        house
            .author()
            .form(
                server.port(),
                "/reflections/" + id + "/edit",
                "version",
                "1",
                "happened",
                "2026-11-02",
                "answer.what",
                "Typed on a train.");
    assertThat(form.statusCode()).isEqualTo(409);
    assertThat(form.body())
        .contains("Typed on a train.", "Changed.", "name=\"version\" value=\"2\"");
    assertThat(words(id)).containsExactly("Changed.");
    HttpResponse<String> empty =
        house
            .author()
            .form(
                server.port(),
                "/reflections/" + id + "/edit",
                "version",
                "2",
                "happened",
                "some day",
                "answer.what",
                "Typed on a bus.");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("Typed on a bus.", "The day it happened must look like");
  }
}
