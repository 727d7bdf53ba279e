package org.kith.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** What the first page says goes on, to whom. */
class HomeNowTest {
  private static final long DAY = 24 * 60 * 60 * 1000L;

  @TempDir static Path workspace;
  static RunningServer server;
  static SignedIn ada;
  static SignedIn outsider;

  @BeforeAll
  static void open() throws Exception {
    PublishedFixture.write(workspace);
    server = RunningServer.of(workspace, Viewer.NOBODY);
    Person.Group stair = SignedIn.cycle(server.store(), "stair", "The stair");
    SignedIn.cycle(server.store(), "place", "The place");
    ada =
        SignedIn.as(
            server.store(),
            new Person(
                "ada", "Ada", null, "", Set.of(Role.PRACTITIONER), List.of(), List.of(stair)));
    outsider = SignedIn.practitioner(server.store(), "out", null);
    long now = System.currentTimeMillis();
    server
        .store()
        .change(
            h -> {
              h.execute(
                  "insert into purpose (cycle, version, words, author, at) values"
                      + " ('stair', 1, 'The first wording.', 'ada', 1),"
                      + " ('stair', 2, 'Every door is knocked on.', 'ada', 2)");
              h.execute(
                  "insert into tie (id, from_cycle, to_cycle, way, kind, words, author, voice,"
                      + " raised) values ('t1', 'place', 'stair', 'down', 'question', 'A secret"
                      + " question?', 'ada', 'practitioner', ?), ('t2', 'place', 'stair', 'down',"
                      + " 'question', 'Another?', 'ada', 'practitioner', ?)",
                  now - 12 * DAY - 1,
                  now - DAY - 1);
              h.execute(
                  "insert into review (id, name, commissioner, created, meets_on) values"
                      + " ('later', 'The later one', 'ada', 1, '2031-05-02'),"
                      + " ('next', 'The next one', 'ada', 2, '2031-02-03')");
              h.execute(
                  "insert into review (id, name, commissioner, created, published) values"
                      + " ('told', 'The one that is told', 'ada', 3, 1767225600000)");
              h.execute(
                  "insert into account (review, version, summary, author, at) values"
                      + " ('told', 1, 'An earlier wording.', 'ada', 4),"
                      + " ('told', 2, 'We met. It was raining.', 'ada', 5)");
              h.execute(
                  "insert into account (review, version, summary, author, at) values"
                      + " ('next', 1, 'Not yet for anybody.', 'ada', 6)");
            });
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String read(String page) {
    return page.replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }

  @Test
  void somebody_signed_in_reads_what_is_asked_of_them_and_their_cycles() throws Exception {
    String page = ada.get(server.port(), "/").body();
    assertThat(page)
        .contains("href=\"/reviews/next\"", "href=\"/cycles/stair\"", "href=\"/inbox\"")
        .doesNotContain("/reviews/later", "/cycles/place", "secret question", "The first wording");
    assertThat(read(page))
        .contains(
            "The next one : You are preparing it. It meets on 3 February 2031.",
            "Two things were raised to cycles of yours and wait for an answer, the oldest for"
                + " twelve days.",
            "Every door is knocked on.",
            "We met. It was raining.");
  }

  @Test
  void an_answer_ends_the_waiting() throws Exception {
    server
        .store()
        .change(
            h ->
                h.execute(
                    "insert into tie_reply (id, tie, answer, words, author, voice, at) values"
                        + " ('r1', 't1', 'trying', 'We are.', 'ada', 'practitioner', 7)"));
    try {
      assertThat(read(ada.get(server.port(), "/").body()))
          .contains("Something was raised to a cycle of yours and has waited for a day for an");
    } finally {
      server.store().change(h -> h.execute("delete from tie_reply"));
    }
  }

  @Test
  void whoever_takes_part_in_nothing_reads_what_was_learned_and_no_more() throws Exception {
    for (String page : List.of(outsider.get(server.port(), "/").body(), server.get("/").body())) {
      assertThat(page)
          .contains("What was learned last", "href=\"/accounts/told\"", "1 January 2026")
          .doesNotContain(
              "What is asked of you",
              "My learning cycles",
              "/reviews/next",
              "Every door",
              "An earlier wording",
              "Not yet for anybody");
    }
  }

  @Test
  void of_a_long_account_whole_sentences_are_read() {
    String long1 = "One. " + "This sentence is of some length and goes on a little. ".repeat(9);
    assertThat(HomeNow.opening(long1))
        .startsWith("One. This")
        .endsWith("little.")
        .hasSizeLessThan(281);
    assertThat(HomeNow.opening("A".repeat(400) + ". And more.")).isEqualTo("A".repeat(400) + ".");
    assertThat(HomeNow.opening("")).isEmpty();
  }
}
