package org.kith.ties;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.cycles.Scale;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** Ties through the API and the pages of a real server, and by those they are not for. */
class TiesServerTest {
  private static final String WORDS = "The desk asks for a letter that nobody can print.";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningServer server;
  private static SignedIn team;
  private static SignedIn place;
  private static SignedIn stranger;

  @BeforeAll
  static void open() throws Exception {
    PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    server
        .store()
        .change(
            h -> {
              Linked.cycle(h, "team", Scale.TEAM, Voice.PRACTITIONER);
              Linked.cycle(h, "place", Scale.PLACE, Voice.COMMISSIONER);
              Linked.cycle(h, "others", Scale.TEAM, Voice.RESIDENT);
              h.execute("update cycle set steward = 'of-others' where id = 'others'");
            });
    team = SignedIn.as(server.store(), Linked.find(server.store(), "of-team"));
    place = SignedIn.as(server.store(), Linked.find(server.store(), "of-place"));
    stranger = SignedIn.as(server.store(), Linked.find(server.store(), "of-others"));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String raised(String words) throws Exception {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> answer = send(team, "team", json(id, "up", "place", words));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return id;
  }

  private static String json(String id, String way, String to, String words) {
    return "{\"id\": \"%s\", \"way\": \"%s\", \"matter\": \"barrier\", \"to\": \"%s\", \"words\": \"%s\"}"
        .formatted(id, way, to, words);
  }

  private static HttpResponse<String> send(SignedIn who, String cycle, String json)
      throws Exception {
    return who.send(server.port(), "POST", "/api/v1/cycles/" + cycle + "/ties", json);
  }

  private static String page(SignedIn who, String address) throws Exception {
    return who.get(server.port(), address).body();
  }

  @Test
  void a_barrier_is_raised_through_the_api_and_answered_on_the_page() throws Exception {
    String id = raised(WORDS);
    assertThat(page(place, "/inbox")).contains(WORDS, "From The team cycle", "a practitioner");
    HttpResponse<String> sent =
        place.form(
            server.port(),
            "/cycles/place/ties/" + id + "/replies",
            "id",
            UUID.randomUUID().toString(),
            "back",
            "inbox",
            "answer",
            "changed",
            "words",
            "The desk prints it from Monday.");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location")).contains("/inbox");
    JsonNode back = JSON.readTree(page(team, "/api/v1/cycles/team/ties/" + id));
    assertThat(back.path("waits").asBoolean()).isFalse();
    assertThat(back.path("replies").get(0).path("words").asText())
        .isEqualTo("The desk prints it from Monday.");
    assertThat(back.path("replies").get(0).path("voice").asText()).isEqualTo("commissioner");
    assertThat(page(team, "/cycles/team/ties/" + id))
        .contains("The desk prints it from Monday.", "A commissioner")
        .doesNotContain("of-place");
  }

  @Test
  void a_cannot_without_its_because_is_not_taken_and_what_was_chosen_is_shown_again()
      throws Exception {
    String id = raised("Why only by post?");
    HttpResponse<String> sent =
        place.form(
            server.port(),
            "/cycles/place/ties/" + id + "/replies",
            "id",
            UUID.randomUUID().toString(),
            "answer",
            "cannot",
            "words",
            " ");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("a “cannot” has its because", "value=\"cannot\" checked");
  }

  @Test
  void what_does_not_fit_the_scales_is_refused_and_the_words_are_not_lost() throws Exception {
    HttpResponse<String> sent =
        team.form(
            server.port(),
            "/cycles/team/ties",
            "id",
            UUID.randomUUID().toString(),
            "way",
            "down",
            "kind",
            "question",
            "to",
            "place",
            "outside",
            "",
            "words",
            "Kept when refused");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("Up goes to a cycle of a larger scale", "Kept when refused");
  }

  @Test
  void only_cycles_that_fit_are_offered_by_name() throws Exception {
    JsonNode all = JSON.readTree(page(team, "/api/v1/cycles/team/ties/destinations"));
    assertThat(all.path("destinations").findValuesAsText("way")).containsExactly("up", "across");
    assertThat(all.path("destinations").findValuesAsText("name"))
        .containsExactly("The place cycle", "The others cycle");
  }

  /** Everybody who is in neither cycle, at every address that could show the words. */
  @Test
  void the_words_are_read_by_those_in_either_cycle_only() throws Exception {
    String id = raised("Only the two of us know this.");
    List<SignedIn> outsiders =
        List.of(stranger, of(Role.STEWARD), of(Role.REVIEWER), of(Role.RESEARCHER));
    for (String cycle : List.of("team", "place")) {
      String one = "/api/v1/cycles/" + cycle + "/ties/" + id;
      for (String address :
          List.of(
              one,
              "/api/v1/cycles/" + cycle + "/ties",
              "/cycles/" + cycle + "/ties/" + id,
              "/cycles/" + cycle + "/ties/new?about=" + id,
              "/api/v1/inbox",
              "/inbox",
              "/api/v1/stewardship",
              "/stewardship",
              // Through a cycle of one's own
              "/api/v1/cycles/others/ties/" + id,
              "/cycles/others/ties/" + id,
              "/cycles/others/ties/new?about=" + id)) {
        for (SignedIn who : outsiders) {
          assertThat(page(who, address)).as(address).doesNotContain("Only the two of us");
        }
      }
      for (SignedIn who : outsiders) {
        for (String change : List.of("/replies", "/again", "/meanwhile")) {
          String body = "{\"answer\": \"changed\", \"words\": \"By a stranger\"}";
          assertThat(who.send(server.port(), "POST", one + change, body).statusCode())
              .isIn(404, 422);
        }
      }
    }
    // The twin: the same search finds the words where they may be read, the steward's view too.
    assertThat(page(place, "/inbox")).contains("Only the two of us");
    assertThat(page(team, "/api/v1/cycles/team/ties/" + id)).contains("Only the two of us");
    assertThat(page(team, "/api/v1/cycles/team/ties")).doesNotContain("By a stranger");
    server.store().change(h -> h.execute("insert into person_role values ('of-team', 'reviewer')"));
    SignedIn reviewer = SignedIn.as(server.store(), Linked.find(server.store(), "of-team"));
    assertThat(page(reviewer, "/stewardship")).contains("Only the two of us");
  }

  private static SignedIn of(Role role) {
    return SignedIn.as(
        server.store(),
        new Person("just-" + role.id(), role.id(), null, "", Set.of(role), List.of(), List.of()));
  }

  @Test
  void nothing_is_ordered_by_how_much_there_is_and_nothing_counted_per_person() throws Exception {
    raised("First");
    raised("Second");
    JsonNode view = JSON.readTree(page(of(Role.STEWARD), "/api/v1/stewardship"));
    for (JsonNode cycle : view.path("cycles")) {
      assertThat(cycle.fieldNames()).toIterable().containsExactly("cycle", "name", "scale");
    }
    for (JsonNode link : view.path("links")) {
      assertThat(link.fieldNames()).toIterable().allMatch(f -> !f.contains("count"));
      assertThat(link.toString()).doesNotContain("of-team", "author");
    }
    assertThat(view.path("waiting").findValuesAsText("raised")).isSorted();
    assertThat(page(of(Role.STEWARD), "/stewardship"))
        .doesNotContainIgnoringCase("score", "average", "rate");
  }

  @Test
  void what_is_done_meanwhile_stands_beside_what_was_asked_and_in_the_record() throws Exception {
    String id = raised("Meanwhile?");
    String note = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> sent =
          team.form(
              server.port(),
              "/cycles/team/ties/" + id + "/meanwhile",
              "id",
              note,
              "words",
              "We print it at the library.");
      assertThat(sent.statusCode()).isEqualTo(303);
    }
    JsonNode tie = JSON.readTree(page(place, "/api/v1/cycles/place/ties/" + id));
    assertThat(tie.path("meanwhile")).hasSize(1);
    int entries =
        server
            .store()
            .<Integer, RuntimeException>read(
                h ->
                    h.createQuery("select count(*) from cycle_entry where cycle = 'team'")
                        .mapTo(Integer.class)
                        .one());
    assertThat(entries).isEqualTo(1);
  }

  @Test
  void of_a_tie_to_outside_those_who_asked_write_the_reply_down() throws Exception {
    String id = UUID.randomUUID().toString();
    String json =
        "{\"id\": \"%s\", \"way\": \"up\", \"matter\": \"question\", \"outside\": \"the bus company\", \"words\": \"A later bus?\"}"
            .formatted(id);
    assertThat(send(team, "team", json).statusCode()).isEqualTo(201);
    HttpResponse<String> sent =
        team.send(
            server.port(),
            "POST",
            "/api/v1/cycles/team/ties/" + id + "/replies",
            "{\"answer\": \"cannot\", \"words\": \"The contract runs to 2028.\"}");
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(page(team, "/cycles/team/ties/" + id))
        .contains("To the bus company", "Written down by you", "Cannot, because");
  }

  @Test
  void empty_states_teach() throws Exception {
    SignedIn nobody = SignedIn.practitioner(server.store(), "nobody-in-particular", null);
    assertThat(page(nobody, "/inbox"))
        .contains("Nothing waits for an answer from you", "You take part in no learning cycle yet");
    assertThat(nobody.get(server.port(), "/stewardship").statusCode()).isEqualTo(404);
    assertThat(page(stranger, "/stewardship")).contains("Where does learning travel");
  }
}
