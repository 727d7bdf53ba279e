package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.signin.SignedIn;

/** Learning cycles as pages and programs meet them, on a real server. */
class CyclesServerTest {
  @TempDir static Path workspace;
  private static RunningServer server;
  private static SignedIn ada;
  private static SignedIn ben;
  private static SignedIn zoe;
  private static String cycle;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    ada = person("ada", "Ada Quillon");
    ben = person("ben", "Benedikt Oxley");
    zoe = person("zoe", "Zoe Farrow");
    cycle = "/cycles/" + start("Evenings");
    form(ada, cycle + "/people", "person", "ben", "voice", "resident");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static SignedIn person(String id, String name) {
    return SignedIn.as(
        server.store(),
        new Person(id, name, "millbrook", "", Set.of(Role.PRACTITIONER), List.of(), List.of()));
  }

  private static String start(String name) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> started =
        form(
            ada,
            "/cycles",
            "id",
            id,
            "name",
            name,
            "scale",
            "team",
            "voice",
            "practitioner",
            "purpose",
            "Somebody to call at ten.");
    assertThat(started.statusCode()).isEqualTo(303);
    return id;
  }

  private static HttpResponse<String> form(SignedIn who, String address, String... fields)
      throws IOException, InterruptedException {
    return who.form(server.port(), address, fields);
  }

  private static String page(SignedIn who, String address)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = who.get(server.port(), address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> write(SignedIn who, String id, String words)
      throws IOException, InterruptedException {
    return form(who, cycle + "/entries", "id", id, "kind", "note", "words", words);
  }

  @Test
  void without_a_script_both_wordings_are_shown_and_mine_can_be_sent_again() throws Exception {
    String id = UUID.randomUUID().toString();
    write(ada, id, "As it was.");
    String address = cycle + "/entries/" + id;
    form(ben, address, "version", "1", "kind", "note", "words", "As <b>Ben</b> has it.");
    HttpResponse<String> clash =
        form(ada, address, "version", "1", "kind", "note", "words", "As Ada has it.");
    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.body())
        .contains(
            "As &lt;b&gt;Ben&lt;/b&gt; has it.", "As Ada has it.", "name=\"version\" value=\"2\"")
        .contains("action=\"" + address + "\"");
    assertThat(page(ada, cycle)).contains("As &lt;b&gt;Ben&lt;/b&gt; has it.");
    form(ada, address, "version", "2", "kind", "note", "words", "As Ada has it.");
    assertThat(page(ben, cycle)).contains("As Ada has it.");
  }

  @Test
  void our_script_is_told_what_stands_there_now_and_a_program_gets_a_problem() throws Exception {
    String id = UUID.randomUUID().toString();
    write(ada, id, "First.");
    String address = cycle + "/entries/" + id;
    form(ben, address, "version", "1", "kind", "note", "words", "Second.");
    HttpResponse<String> script =
        ada.send(
            ada.request(server.port(), address)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Kith-Csrf", ada.csrf())
                .POST(BodyPublishers.ofString("version=1&kind=note&words=Third.")));
    assertThat(script.statusCode()).isEqualTo(409);
    assertThat(script.body()).contains("\"kept\":false", "\"version\":2", "\"words\":\"Second.\"");
    HttpResponse<String> program =
        ada.send(
            server.port(), "PUT", "/api/v1" + address, "{\"version\": 1, \"words\": \"Third.\"}");
    assertThat(program.statusCode()).isEqualTo(409);
    assertThat(program.body()).contains("/api#problem-conflict").doesNotContain("Second.");
  }

  @Test
  void a_note_sent_twice_stands_there_once() throws Exception {
    String id = UUID.randomUUID().toString();
    assertThat(write(ben, id, "Once upon a stair.").statusCode()).isEqualTo(303);
    assertThat(write(ben, id, "Once upon a stair.").statusCode()).isEqualTo(303);
    String notes = page(ada, cycle).split("id=\"notes\"", -1)[1].split("id=\"record\"", -1)[0];
    assertThat(notes.split("<p class=\"said\">Once upon a stair.", -1)).hasSize(2);
  }

  @Test
  void a_stranger_gets_the_answer_of_a_cycle_that_is_not_there() throws Exception {
    for (String address : List.of("", "/purpose", "/people", "/add/note", "/experiments/new")) {
      HttpResponse<String> theirs = zoe.get(server.port(), cycle + address);
      HttpResponse<String> none = zoe.get(server.port(), "/cycles/none" + address);
      assertThat(theirs.statusCode()).as(address).isEqualTo(404).isEqualTo(none.statusCode());
      assertThat(ben.get(server.port(), cycle + address).statusCode()).isEqualTo(200);
    }
    assertThat(page(zoe, "/cycles"))
        .contains("Evenings", "ask Ada Quillon")
        .doesNotContain("Somebody to call at ten.");
    HttpResponse<String> list = zoe.get(server.port(), "/api/v1/cycles");
    assertThat(list.body()).contains("Evenings").doesNotContain("Somebody to call at ten.");
  }

  @Test
  void what_is_said_stands_under_a_voice_and_nobody_is_counted() throws Exception {
    write(ben, UUID.randomUUID().toString(), "Nobody asks on Sundays.");
    form(ben, cycle + "/voice", "version", "1", "agrees", "no", "words", "Ask them what hour.");
    String read = page(ada, cycle);
    assertThat(read)
        .contains("Nobody asks on Sundays.", "A resident, ", "Ask them what hour.", "A resident.")
        .doesNotContain("Benedikt")
        .doesNotContain("ben\"");
    String api = ada.get(server.port(), "/api/v1" + cycle).body();
    assertThat(api).contains("Nobody asks on Sundays.").doesNotContain("Benedikt");
    assertThat(page(ben, cycle + "/people")).doesNotContain("Zoe Farrow");
    // The twin: whoever keeps it going needs the names to invite.
    assertThat(page(ada, cycle + "/people")).contains("Benedikt Oxley", "Zoe Farrow");
  }

  @Test
  void an_experiment_is_marked_on_a_chart_for_those_who_take_part_only() throws Exception {
    String id = UUID.randomUUID().toString();
    form(
        ada,
        cycle + "/experiments",
        "id",
        id,
        "title",
        "Soup at the foot of the stairs",
        "type",
        "probe",
        "starts",
        "2024-05-20");
    String charts = page(ada, cycle + "/experiments/" + id + "/charts");
    String chart = charts.replaceAll("(?s).*?name=\"chart\" value=\"([^\"]+)\".*", "$1");
    HttpResponse<String> kept =
        form(ada, cycle + "/experiments/" + id + "/charts", "unit", "all", "chart", chart);
    assertThat(kept.statusCode()).isEqualTo(303);
    String address =
        page(ada, cycle + "/experiments/" + id)
            .replaceAll("(?s).*?href=\"(/constructs/[^\"#]+).*", "$1")
            .replace("&amp;", "&");
    assertThat(page(ben, address)).contains("Soup at the foot of the stairs", cycle);
    assertThat(page(zoe, address)).doesNotContain("Soup at the foot");
    assertThat(server.get(address).body()).doesNotContain("Soup at the foot");
    form(ada, cycle + "/experiments/" + id + "/charts", "unit", "all");
    assertThat(page(ben, address)).doesNotContain("Soup at the foot");
  }

  @Test
  void a_chart_that_is_not_there_cannot_be_chosen() throws Exception {
    String id = UUID.randomUUID().toString();
    form(
        ada,
        cycle + "/experiments",
        "id",
        id,
        "title",
        "T",
        "type",
        "probe",
        "starts",
        "2024-05-20");
    HttpResponse<String> answer =
        form(ada, cycle + "/experiments/" + id + "/charts", "unit", "all", "chart", "a.b");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void a_fresh_cycle_says_what_could_come_next_and_locks_nothing() throws Exception {
    String fresh = "/cycles/" + start("Fresh");
    assertThat(page(ada, fresh))
        .contains("What could come next", "In any order. Any of them can be left out.")
        .contains("Ask what you want to learn", "Invite the people it is about")
        .doesNotContain("disabled");
  }

  @Test
  void nothing_on_a_cycles_pages_measures_orders_or_rates() throws Exception {
    for (String address : List.of("/cycles", "/cycles/new", cycle, cycle + "/purpose")) {
      assertThat(page(ada, address).toLowerCase(Locale.ROOT))
          .as(address)
          .doesNotContain("% complete", "progress", "score", "rating", "target", "performance")
          .doesNotContain("<progress", "<meter");
    }
  }
}
