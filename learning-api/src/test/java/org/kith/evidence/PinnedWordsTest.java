package org.kith.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.evidence.CycleHouse.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** Reflections, links, files and who may see any of it. */
class PinnedWordsTest {
  private static final String PAGE = "/cycles/" + CycleHouse.CYCLE + "/evidence";
  private static final String WORDS = "She laughed and said it was the first knock in a year.";

  @TempDir static Path workspace;
  static RunningServer server;
  static CycleHouse house;

  @BeforeAll
  static void open() throws Exception {
    PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    house = new CycleHouse(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String reflection(SignedIn author, String words) throws Exception {
    String id = CycleHouse.id();
    HttpResponse<String> kept =
        house.send(
            author,
            "POST",
            "/api/v1/reflections",
            """
            {"id": "%s", "form": "short", "happened": "2026-11-20", "written": 1763600000000,
             "answers": [{"prompt": "what", "words": "%s"}], "audience": "cycle",
             "cycle": "%s"}
            """
                .formatted(id, words, CycleHouse.CYCLE));
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    return id;
  }

  private static String pinned(SignedIn who, String reflection) throws Exception {
    return house.pin(
        who,
        "\"kind\": \"reflection\", \"reflection\": \""
            + reflection
            + "\", \"words\": \"It is us.\"");
  }

  private static List<String> where(String pin) {
    return List.of(PAGE, PAGE + "/" + pin, api("/evidence"), api("/evidence/" + pin));
  }

  @Test
  void a_reflection_is_shown_without_a_name_while_its_author_shares_it() throws Exception {
    String words = WORDS + " One.";
    String id = reflection(house.ada, words);
    String pin = pinned(house.ben, id);
    for (String address : where(pin)) {
      assertThat(house.get(house.ben, address).body()).as(address).contains(words);
    }
    // Others who read it are told of by day, as wherever it is read.
    assertThat(house.json(house.ada, "/api/v1/reflections/" + id + "/seen").path("seen"))
        .isNotEmpty();

    HttpResponse<String> unshared =
        house.send(
            house.ada, "PUT", "/api/v1/reflections/" + id + "/audience", "{\"audience\": \"me\"}");
    assertThat(unshared.statusCode()).isEqualTo(200);
    for (SignedIn who : List.of(house.ben, house.ada)) {
      for (String address : where(pin)) {
        assertThat(house.get(who, address).body()).as(address).doesNotContain(words);
      }
    }
    assertThat(house.get(house.ben, PAGE + "/" + pin).body())
        .contains("Its author has taken it back.");
    assertThat(house.json(house.ben, api("/evidence/" + pin)).path("reflection").isNull()).isTrue();
  }

  @Test
  void a_withdrawn_reflection_leaves_no_word_behind() throws Exception {
    String words = WORDS + " Two.";
    String id = reflection(house.ada, words);
    String pin = pinned(house.ada, id);
    assertThat(house.get(house.ben, PAGE).body()).contains(words);

    assertThat(house.send(house.ada, "DELETE", "/api/v1/reflections/" + id, null).statusCode())
        .isEqualTo(204);
    for (String address : where(pin)) {
      assertThat(house.get(house.ben, address).body())
          .as(address)
          .doesNotContain(words)
          .contains("It is us.");
    }
  }

  @Test
  void who_joined_later_reads_no_words_that_were_not_meant_for_them() throws Exception {
    String words = WORDS + " Three.";
    String id = reflection(house.ada, words);
    String pin = pinned(house.ada, id);
    SignedIn late = SignedIn.practitioner(server.store(), "late", "dyers-hall");
    server
        .store()
        .change(
            h ->
                h.execute(
                    "insert into cycle_member (cycle, person, since, voice)"
                        + " values (?, 'late', ?, 'resident')",
                    CycleHouse.CYCLE,
                    System.currentTimeMillis() + 1000));
    for (String address : where(pin)) {
      assertThat(house.get(late, address).body()).as(address).doesNotContain(words);
    }
    assertThat(house.get(late, PAGE).body()).contains("before you joined");
    HttpResponse<String> refused =
        house.send(
            late,
            "POST",
            api("/evidence"),
            "{\"kind\": \"reflection\", \"reflection\": \"" + id + "\", \"words\": \"x\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    // Guard of the guard: somebody for whom it was meant reads it at every address.
    for (String address : where(pin)) {
      assertThat(house.get(house.ben, address).body()).as(address).contains(words);
    }
  }

  @Test
  void a_reflection_is_chosen_where_it_is_read() throws Exception {
    String id = reflection(house.ada, WORDS + " Four.");
    String link = PAGE + "?reflection=" + id + "#add-h";
    assertThat(house.get(house.ben, "/cycles/" + CycleHouse.CYCLE + "/reflections").body())
        .contains("href=\"" + link + "\"");
    assertThat(house.get(house.ben, link.replace("#add-h", "")).body())
        .containsSubsequence("<details open>", "A reflection", "<option value=\"" + id);
  }

  @Test
  void others_are_told_that_there_is_nothing() throws Exception {
    String pin = house.pin(house.ada, "\"kind\": \"judgement\", \"words\": \"Ashamed to ask.\"");
    String nothing = CycleHouse.id();
    for (String address :
        List.of(
            PAGE,
            PAGE + "/" + pin,
            PAGE + "/" + pin + "/file",
            "/cycles/" + CycleHouse.CYCLE + "/chain",
            api("/evidence"),
            api("/evidence/" + pin),
            api("/evidence/" + pin + "/file"),
            api("/chain"),
            api("/prov"))) {
      HttpResponse<String> there = house.get(house.outsider, address);
      HttpResponse<String> missing =
          house.get(house.outsider, address.replace(CycleHouse.CYCLE, nothing));
      assertThat(there.statusCode()).as(address).isEqualTo(404);
      assertThat(plain(there.body())).as(address).isEqualTo(plain(missing.body()));
      assertThat(there.body()).doesNotContain("Ashamed");
    }
    for (String[] change :
        new String[][] {
          {"POST", "/evidence"},
          {"DELETE", "/evidence/" + pin},
          {"POST", "/changes"},
          {"PUT", "/evidence/" + pin + "/page"},
          {"PUT", "/evidence/" + pin + "/decisions/x"}
        }) {
      assertThat(
              house.send(house.outsider, change[0], api(change[1]), "{\"words\": 3}").statusCode())
          .as(change[1])
          .isEqualTo(404);
    }
    // Nor does a pin of one cycle open from another of theirs.
    assertThat(house.get(house.outsider, "/api/v1/cycles/mornings/evidence/" + pin).statusCode())
        .isEqualTo(404);
    // Guard of the guard: those in it see it at the same addresses.
    assertThat(house.get(house.ben, PAGE + "/" + pin).body()).contains("Ashamed to ask.");
  }

  private static String plain(String body) {
    return body.replaceAll("\\b[0-9a-f]{8}\\b", "INCIDENT");
  }

  @Test
  void a_link_leads_by_https_and_nowhere_else() throws Exception {
    for (String address :
        List.of(
            "http://example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "https:///x",
            "https://ada:secret@example.org",
            "https://exa mple.org",
            "HTTPS:alert(1)",
            "")) {
      HttpResponse<String> answer =
          house.send(
              house.ada,
              "POST",
              api("/evidence"),
              "{\"kind\": \"link\", \"address\": \"" + address + "\", \"words\": \"x\"}");
      assertThat(answer.statusCode()).as(address).isEqualTo(422);
    }
    String pin =
        house.pin(
            house.ada,
            "\"kind\": \"link\", \"address\": \"https://example.org/a?b='c&d=<e>\","
                    .replace("<e>", "%3Ce%3E")
                + " \"words\": \"<script>alert(1)</script>\"");
    String body = house.get(house.ben, PAGE + "/" + pin).body();
    assertThat(body)
        .contains("rel=\"noopener noreferrer nofollow\"", "&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void a_file_is_what_its_bytes_say_and_is_never_opened_as_a_page() throws Exception {
    String id = CycleHouse.id();
    byte[] csv = "stair,called\nA,3\nB,5\n".getBytes(StandardCharsets.UTF_8);
    String name = "../..\\\\evenings\r\nX: y <b>“ü”.html".replace("\r\n", "");
    HttpResponse<String> kept = house.file(house.ada, PAGE, id, name, csv);
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);

    HttpResponse<String> sent = house.get(house.ben, PAGE + "/" + id + "/file");
    assertThat(sent.body()).isEqualTo(new String(csv, StandardCharsets.UTF_8));
    assertThat(sent.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(sent.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(sent.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(sent.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"")
        .contains(".csv\"; filename*=UTF-8''")
        .doesNotContain("/", "\\", "<", ".html");
    assertThat(house.get(house.ben, PAGE).body()).doesNotContain("<b>“ü");
  }

  @Test
  void a_page_or_a_program_is_not_kept_as_a_file() throws Exception {
    byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0};
    byte[] zip = {'P', 'K', 3, 4, 0, 0};
    byte[] latin = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] bytes : List.of(elf, zip, latin, new byte[0])) {
      HttpResponse<String> answer =
          house.file(house.ada, PAGE, CycleHouse.id(), "evenings.pdf", bytes);
      assertThat(answer.statusCode()).isEqualTo(422);
    }
    HttpResponse<String> large =
        house.file(
            house.ada,
            PAGE,
            CycleHouse.id(),
            "x.txt",
            "a".repeat(1_048_577).getBytes(StandardCharsets.UTF_8));
    assertThat(large.statusCode()).isEqualTo(413);
    // HTML is text like any other: it is sent to be kept, not shown.
    String id = CycleHouse.id();
    byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertThat(house.file(house.ada, PAGE, id, "x.html", html).statusCode()).isEqualTo(303);
    assertThat(
            house
                .get(house.ada, PAGE + "/" + id + "/file")
                .headers()
                .firstValue("Content-Type")
                .orElse(""))
        .startsWith("text/plain");
  }

  @Test
  void what_is_taken_off_stays_in_the_record_and_can_come_back() throws Exception {
    String pin = house.pin(house.ada, "\"kind\": \"note\", \"words\": \"Soup ran out.\"");
    assertThat(house.send(house.ben, "DELETE", api("/evidence/" + pin), null).statusCode())
        .isEqualTo(204);
    assertThat(on(pin)).isFalse();
    assertThat(house.get(house.ada, PAGE).body()).contains("Taken off the page");
    assertThat(house.send(house.ada, "PUT", api("/evidence/" + pin + "/page"), null).statusCode())
        .isEqualTo(204);
    assertThat(on(pin)).isTrue();
  }

  private static boolean on(String pin) throws Exception {
    JsonNode one = house.json(house.ada, api("/evidence/" + pin));
    return one.path("on_the_page").asBoolean();
  }
}
