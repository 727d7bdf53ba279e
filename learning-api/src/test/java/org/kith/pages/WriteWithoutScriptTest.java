package org.kith.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** The page to write on as a plain form. */
class WriteWithoutScriptTest {
  private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");

  @TempDir static Path workspace;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(SignedIn who, String id, String... more)
      throws IOException, InterruptedException {
    String[] fields = {
      "id", id, "form", "short", "audience", "me", "kind", "reflection", "happened", "2026-11-25"
    };
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return who.form(server.port(), "/write", all);
  }

  private static List<String> kept(String person) {
    return server
        .store()
        .read(
            h ->
                h.createQuery(
                        "select a.words from reflection r join reflection_answer a on a.reflection"
                            + " = r.id where r.author = :person order by a.words")
                    .bind("person", person)
                    .mapTo(String.class)
                    .list());
  }

  private static String id(SignedIn who) throws IOException, InterruptedException {
    Matcher id = ID.matcher(who.get(server.port(), "/write").body());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  @Test
  void a_form_sent_twice_is_kept_once() throws Exception {
    SignedIn ann = SignedIn.practitioner(server.store(), "ann", "millbrook");
    String id = id(ann);
    HttpResponse<String> first =
        send(ann, id, "answer.what", "The letter came.", "level", "policy");
    HttpResponse<String> second =
        send(ann, id, "answer.what", "The letter came.", "level", "policy");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("once and whole", "Only me");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(kept("ann")).containsExactly("The letter came.");
  }

  @Test
  void other_words_under_the_same_id_are_kept_too() throws Exception {
    SignedIn bob = SignedIn.practitioner(server.store(), "bob", "millbrook");
    String id = id(bob);
    send(bob, id, "answer.what", "As it was.");
    send(bob, id, "answer.what", "Brought back and written on.");
    send(bob, id, "answer.what", "Brought back and written on.");
    assertThat(kept("bob")).containsExactly("As it was.", "Brought back and written on.");
  }

  @Test
  void what_cannot_be_kept_comes_back_with_what_to_change_and_every_word() throws Exception {
    SignedIn cat = SignedIn.practitioner(server.store(), "cat", "millbrook");
    HttpResponse<String> answer =
        send(cat, id(cat), "answer.what", "The <b>panel</b> again.", "barrier", "no-such-tap");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Not kept yet.",
            "There is no tap “no-such-tap”",
            "The &lt;b&gt;panel&lt;/b&gt; again.");
    HttpResponse<String> nothing = send(cat, id(cat));
    assertThat(nothing.body()).contains("Write something to one of the prompts");
    HttpResponse<String> team = send(cat, id(cat), "answer.what", "Ours.", "audience", "team:none");
    assertThat(team.statusCode()).isEqualTo(422);
    HttpResponse<String> forged =
        send(cat, id(cat), "answer.what", "Odd.", "barrier", "<script>alert(1)</script>");
    assertThat(forged.body()).contains("Odd.").doesNotContain("alert(1)");
    assertThat(kept("cat")).isEmpty();
  }

  @Test
  void who_is_not_signed_in_any_more_gets_every_word_back() throws Exception {
    SignedIn dan = SignedIn.practitioner(server.store(), "dan", "millbrook");
    String id = id(dan);
    server.store().change(h -> h.execute("delete from session where person = 'dan'"));
    HttpResponse<String> answer = send(dan, id, "answer.what", "Do not lose this.");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Do not lose this.", "/sign-in?next=/write");
    assertThat(kept("dan")).isEmpty();
  }

  @Test
  void a_tap_that_was_offered_once_is_never_refused() throws Exception {
    SignedIn eve = SignedIn.practitioner(server.store(), "eve", "millbrook");
    server
        .store()
        .change(h -> h.execute("insert into known_word values ('barrier', 'old-panel', 0)"));
    HttpResponse<String> answer =
        eve.send(
            server.port(),
            "POST",
            "/api/v1/reflections",
            """
            {"id": "%s", "form": "short", "happened": "2026-11-25", "written": 1,
             "answers": [{"prompt": "what", "words": "Weeks ago."}],
             "taps": [{"tap": "barrier", "value": "old-panel"}]}
            """
                .formatted(UUID.randomUUID()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void the_longer_form_and_the_earlier_one_can_be_asked_for() throws Exception {
    SignedIn fin = SignedIn.practitioner(server.store(), "fin", "millbrook");
    send(fin, id(fin), "answer.what", "The first of two.");
    String earlier =
        server
            .store()
            .read(
                h ->
                    h.createQuery("select id from reflection where author = 'fin'")
                        .mapTo(String.class)
                        .one());
    String page = fin.get(server.port(), "/write?form=gibbs&follows=" + earlier).body();
    assertThat(page).contains("The first of two.", "value=\"" + earlier + "\" selected");
    assertThat(page).containsPattern("data-form=\"short\" hidden");
    assertThat(page).doesNotContainPattern("data-form=\"gibbs\" hidden");
  }
}
