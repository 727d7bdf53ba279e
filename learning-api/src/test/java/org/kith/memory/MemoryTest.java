package org.kith.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.serve.RunningServer;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** What was learned before, and what of it everybody may read. */
class MemoryTest {
  private static final String LEVEL = "level.cls_trust_neighbourhood.STrust.2025q4.all.all";

  /** A published review and one that is not, each with a learning and a decision. */
  private static void story(Handle h, String snapshot) {
    People.addCycle(h, "evenings", "Somebody to call at ten", 0);
    People.add(
        h, new Person("ada", "Ada", null, "", Set.of(Role.PRACTITIONER), List.of(), List.of()), 0);
    review(h, "told", 1_000L);
    review(h, "open", null);
    learning(h, "l1", "told", null, "Start with the stair, not with the street.", 2_000L);
    learning(h, "l2", "told", null, "A letter keeps doors shut.", 3_000L);
    learning(h, "l3", "told", null, "Not approved: waiting.", null);
    learning(h, "l4", "open", null, "Of a review that is not published: waiting.", 3_000L);
    learning(h, "l5", null, "evenings", "Calls from neighbours are answered.", 86_400_000L);
    decision(h, "d1", "told", null, "The letter has a telephone number.", "evidence");
    decision(h, "d2", "open", null, "Kept in the room: letters.", "judgement");
    decision(h, "d3", null, "evenings", "Of the cycle only: letters.", "judgement");
    decision(h, "d4", "told", null, "We ring first.", "judgement");
    pin(h, "e1", LEVEL, snapshot, "Why, in words of the cycle.");
    pin(h, "e2", LEVEL.replace("all.all", "organisation.millbrook"), snapshot, "Ours.");
    for (String pin : List.of("e1", "e2")) {
      h.execute("insert into decision_evidence (decision, evidence) values ('d1', ?)", pin);
    }
    h.execute(
        "insert into change_made (id, decision, words, happened, author, at)"
            + " values ('c1', 'd1', 'People ring before they open.', '2026-05-02', 'ada', 1)");
    h.execute(
        "insert into followed_up (id, review, subject, kind, happened, words, author, at)"
            + " values ('f1', 'open', 'd1', 'decision', 'partly', 'Unpublished answer.', 'ada', 1)");
    h.execute(
        "insert into followed_up (id, review, subject, kind, happened, words, author, at)"
            + " values ('f2', 'told', 'd4', 'decision', 'not yet', 'The line is not paid.', 'ada', 1)");
  }

  private static void review(Handle h, String id, Long published) {
    h.execute(
        "insert into review (id, name, commissioner, created, published) values (?, ?, 'ada', 1, ?)",
        id,
        "Review " + id,
        published);
  }

  private static void learning(
      Handle h, String id, String review, String cycle, String words, Long approved) {
    h.execute(
        "insert into learning (id, review, cycle, words, position, at, approved)"
            + " values (?, ?, ?, ?, 0, 1, ?)",
        id,
        review,
        cycle,
        words,
        approved);
  }

  private static void decision(
      Handle h, String id, String review, String cycle, String words, String basis) {
    h.execute(
        "insert into decision (id, review, cycle, words, basis, decided, author, at)"
            + " values (?, ?, ?, ?, ?, '2026-04-02', 'ada', 1)",
        id,
        review,
        cycle,
        words,
        basis);
  }

  private static void pin(Handle h, String id, String figure, String snapshot, String words) {
    h.execute(
        "insert into evidence (id, cycle, kind, snapshot, figure, words, author, voice, at)"
            + " values (?, 'evenings', 'indicator', ?, ?, ?, 'ada', 'resident', 1)",
        id,
        snapshot,
        figure,
        words);
  }

  private static List<Memory.Learned> learned(Store store, String about) {
    return store.read(h -> Memory.learned(h, about));
  }

  private static List<Memory.Decided> decided(Store store, String about) {
    return store.read(h -> Memory.decided(h, about));
  }

  private static List<Memory.Similar> similar(Store store, String words) {
    return store.read(h -> Memory.similar(h, words));
  }

  @ParameterizedTest
  @EnumSource(RealDatabase.class)
  void only_what_was_approved_and_published_is_remembered(RealDatabase database) throws Exception {
    try (Store store = database.empty().open()) {
      store.change(h -> story(h, "aaaa-bbbb"));

      assertThat(learned(store, "").stream().map(Memory.Learned::words))
          .containsExactly(
              "Calls from neighbours are answered.",
              "A letter keeps doors shut.",
              "Start with the stair, not with the street.");
      assertThat(learned(store, "letters"))
          .containsExactly(
              new Memory.Learned(
                  "A letter keeps doors shut.", "Review told", "/accounts/told", "1970-01-01"));
      assertThat(learned(store, "waiting")).isEmpty();
      assertThat(decided(store, "letters"))
          .containsExactly(
              new Memory.Decided(
                  "The letter has a telephone number.",
                  "2026-04-02",
                  false,
                  "Review told",
                  "/accounts/told",
                  List.of(new Memory.AsItWas("indicator", LEVEL, "aaaa-bbbb")),
                  List.of(
                      new Memory.Next("2026-05-02", "changed", "People ring before they open."))));
      assertThat(decided(store, "").stream().map(Memory.Decided::words))
          .containsExactly("The letter has a telephone number.", "We ring first.");

      // Guard of the guard: once it is published too, it is there.
      store.change(h -> h.execute("update review set published = 5 where id = 'open'"));
      assertThat(learned(store, "waiting")).hasSize(1);
      assertThat(decided(store, "letter")).hasSize(2);
      assertThat(decided(store, "telephone").get(0).next()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(RealDatabase.class)
  void a_new_cycle_is_told_what_similar_ones_learned(RealDatabase database) throws Exception {
    try (Store store = database.empty().open()) {
      store.change(h -> story(h, "aaaa-bbbb"));

      assertThat(similar(store, "Can neighbours call each other in the evening?"))
          .containsExactly(
              new Memory.Similar(
                  "Calls from neighbours are answered.", "Somebody to call at ten", ""));
      assertThat(similar(store, "and the of")).isEmpty();
      assertThat(similar(store, "")).isEmpty();
      assertThat(similar(store, "waiting")).isEmpty();
    }
  }

  @Test
  void the_page_is_open_to_anyone_and_shows_the_numbers_a_decision_was_made_on(
      @TempDir Path workspace) throws Exception {
    String snapshot = PublishedFixture.write(workspace);
    try (RunningServer server = RunningServer.of(workspace, Viewer.NOBODY)) {
      assertThat(server.get("/learning").body()).contains("Nothing is written down yet");
      assertThat(server.get("/learning?about=%3Cb%3E").body())
          .contains("&lt;b&gt;")
          .doesNotContain("“<b>");
      server.store().change(h -> story(h, snapshot));
      String body = server.get("/learning?about=telephone").body();
      assertThat(body)
          .contains("The letter has a telephone number.", "Snapshot " + snapshot)
          .contains("/snapshots/" + snapshot + "/constructs/trust")
          .contains("People ring before they open.")
          .doesNotContain("Why, in words of the cycle.", "millbrook", "Unpublished answer.");
      assertThat(server.get("/learning").body()).contains("The line is not paid.");
      String json = server.get("/api/v1/learning?about=telephone").body();
      assertThat(json)
          .contains("/api/v1/indicators/" + LEVEL + "?snapshot=" + snapshot)
          .doesNotContain("millbrook");
      assertThat(server.get("/learning?about=" + "a".repeat(5000)).statusCode()).isEqualTo(422);
    }
  }
}
