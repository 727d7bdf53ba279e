package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.access.Doors;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.signin.SignedIn;
import org.kith.store.RealDatabase;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** Whatever goes wrong with a reflection, no log, output or error message holds a word of it. */
@ParameterizedClass
@EnumSource
class NoWordsInLogsTest {
  /** No word of ours, so that finding it anywhere means that it came from a reflection. */
  private static final String MARKER = "zirkonmarrow";

  private static final String KEEP = "/api/v1/reflections";

  @Parameter RealDatabase database;
  @TempDir Path root;

  private final List<HttpResponse<String>> answers = new ArrayList<>();

  private void send(SignedIn who, int port, int expected, String body) throws Exception {
    HttpResponse<String> answer = who.send(port, "POST", KEEP, body);
    assertThat(answer.statusCode())
        .as(body.substring(0, Math.min(80, body.length())))
        .isEqualTo(expected);
    answers.add(answer);
  }

  @Test
  void no_word_of_a_reflection_is_logged_whatever_goes_wrong() throws Exception {
    PublishedFixture.write(root);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (Ear ear = new Ear();
        PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8);
        Store store = database.empty().open()) {
      System.setOut(listening);
      System.setErr(listening);
      SignedIn ada = SignedIn.practitioner(store, "ada", "millbrook");
      SignedIn ben = SignedIn.practitioner(store, "ben", "millbrook");
      try (Server server =
          Server.start(
              Library.open(new Workspace(root), Viewer.NOBODY),
              store,
              "127.0.0.1",
              0,
              "0.1.0",
              () -> "00000000")) {
        everythingThatFails(server.port(), store, ada, ben);
      }
      assertThat(ear.heard).as("something was logged").isNotEmpty();
      assertThat(ear.heard).as("a fault was logged").anyMatch(l -> l.contains("Exception"));
      assertThat(ear.heard).noneMatch(l -> l.contains(MARKER));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(MARKER);
    assertThat(answers)
        .filteredOn(a -> a.statusCode() >= 400)
        .allSatisfy(a -> assertThat(a.body()).doesNotContain(MARKER));
  }

  private void everythingThatFails(int port, Store store, SignedIn ada, SignedIn ben)
      throws Exception {
    String id = UUID.randomUUID().toString();
    String good = Sender.json(id, MARKER);
    send(ada, port, 201, good);
    send(ada, port, 200, good);
    send(ben, port, 409, good);
    send(ada, port, 422, good.replace("}]}", "}"));
    send(ada, port, 422, good.replace("\"what\"", "what " + MARKER));
    send(ada, port, 422, "{\"" + MARKER + "\": \"" + MARKER + "\", " + good.strip().substring(1));
    send(ada, port, 422, good.replace("policy", MARKER.toUpperCase(java.util.Locale.ROOT)));
    send(ada, port, 422, good.replace("2026-11-02", MARKER));
    send(ada, port, 422, good.replace("\"written\": 1", "\"written\": \"" + MARKER + "\""));
    send(ada, port, 422, good.replace("\"short\"", "\"" + MARKER + "!\""));
    send(ada, port, 422, Sender.json(id, MARKER.repeat(2_000)));
    send(ada, port, 413, Sender.json(id, MARKER.repeat(30_000)));
    answers.add(ada.send(port, "PUT", KEEP + "/" + id, MARKER));
    answers.add(ada.send(port, "POST", "/" + MARKER, good));
    answers.add(
        ada.send(
            ada.request(port, KEEP)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(good))));
    answers.add(
        ada.send(
            ada.request(port, KEEP)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(Doors.CSRF_HEADER, ada.csrf())
                .POST(BodyPublishers.ofString("words=" + MARKER))));
    // The page gives its author back what they wrote; nothing else may hold it.
    ada.form(port, "/write", "what", MARKER, "happened", MARKER);
    // The store itself fails, at the statement that holds the words.
    store.change(h -> h.execute("alter table reflection_answer rename to gone"));
    send(ada, port, 500, Sender.json(UUID.randomUUID().toString(), MARKER));
    store.change(h -> h.execute("alter table gone rename to reflection_answer"));
    store.change(h -> h.execute("create unique index one_word on reflection_answer (words)"));
    send(ada, port, 500, Sender.json(UUID.randomUUID().toString(), MARKER));
  }
}
