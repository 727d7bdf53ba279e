package org.kith.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.ties.Linked.DAY;
import static org.kith.ties.Linked.THEN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.cycles.Scale;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** What is raised arrives, and what is answered comes back, on either database. */
@ParameterizedClass
@EnumSource
class FourScalesTest {
  private static final List<Scale> SCALES = List.of(Scale.values());

  @Parameter RealDatabase database;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Each scale raises to the next what it was asked; the answers come down the same way. */
  @Test
  void a_barrier_climbs_from_person_to_nation_and_every_answer_comes_back() {
    Scale[] scales = Scale.values();
    Map<Scale, Person> people = new HashMap<>();
    store.change(
        h -> {
          for (Scale scale : scales) {
            people.put(scale, Linked.cycle(h, scale.id(), scale, Voice.PRACTITIONER));
          }
        });
    List<String> ties = new ArrayList<>();
    for (int i = 0; i + 1 < scales.length; i++) {
      Scale from = scales[i];
      Scale to = scales[i + 1];
      String id = UUID.randomUUID().toString();
      String words = "Raised by " + from.id();
      long at = THEN + i * DAY;
      store.change(
          h ->
              Ties.raise(
                  h,
                  people.get(from),
                  from.id(),
                  Raised.of(id, "up", "barrier", to.id(), null, words),
                  at));
      ties.add(id);
      assertThat(waiting(people.get(to))).containsExactly(id);
      assertThat(store.read(h -> Ties.find(h, people.get(to), to.id(), id)).orElseThrow().words())
          .isEqualTo(words);
    }
    assertThat(waiting(people.get(Scale.PERSON))).isEmpty();
    for (int i = ties.size() - 1; i >= 0; i--) {
      Scale from = scales[i];
      Scale to = scales[i + 1];
      String id = ties.get(i);
      String words = "Answered by " + to.id();
      String answer = i == 1 ? "cannot" : "changed";
      assertThat(raised(people.get(from)).get(0).answered()).isFalse();
      store.change(
          h ->
              Ties.reply(
                  h,
                  people.get(to),
                  to.id(),
                  id,
                  Replied.of(UUID.randomUUID().toString(), answer, words),
                  THEN + 30 * DAY));
      assertThat(waiting(people.get(to))).isEmpty();
      Tie back = raised(people.get(from)).get(0);
      assertThat(back.id()).isEqualTo(id);
      assertThat(back.last().orElseThrow().words()).isEqualTo(words);
      assertThat(back.last().orElseThrow().answer().id()).isEqualTo(answer);
      assertThat(back.waits()).isFalse();
    }
  }

  private List<String> waiting(Person me) {
    return store.read(h -> Inbox.of(h, me)).waiting().stream().map(Tie::id).toList();
  }

  private List<Tie> raised(Person me) {
    return store.read(h -> Inbox.of(h, me)).raised();
  }

  /** 200 random graphs, seeded: 3 to 9 cycles, 4 to 24 ties, about two in three answered. */
  @Test
  void in_any_graph_no_tie_is_an_orphan_none_goes_in_a_circle_and_every_answer_returns() {
    Random random = new Random(20261126);
    int raised = 0;
    int refused = 0;
    for (int graph = 0; graph < 200; graph++) {
      int[] counts = store.write(h -> tryGraph(h, random));
      raised += counts[0];
      refused += counts[1];
      store.change(FourScalesTest::clear);
    }
    // Guard: the graphs are not empty, and ways that do not fit were tried.
    assertThat(raised).isGreaterThan(1_500);
    assertThat(refused).isGreaterThan(500);
  }

  private static int[] tryGraph(Handle h, Random random) {
    int cycles = 3 + random.nextInt(7);
    Map<String, Person> people = new HashMap<>();
    Map<String, Scale> scales = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < cycles; i++) {
      String id = "c" + i;
      ids.add(id);
      Scale scale = SCALES.get(random.nextInt(SCALES.size()));
      scales.put(id, scale);
      people.put(id, Linked.cycle(h, id, scale, Voice.MANAGER));
    }
    Set<String> ties = new HashSet<>();
    Map<String, String> answers = new HashMap<>();
    int refused = 0;
    for (int i = 4 + random.nextInt(21); i > 0; i--) {
      String from = ids.get(random.nextInt(cycles));
      String to = random.nextInt(8) == 0 ? "" : ids.get(random.nextInt(cycles));
      String any = List.of("up", "down", "across").get(random.nextInt(3));
      boolean fits = !to.isEmpty() && random.nextInt(3) > 0;
      String way = fits ? Way.between(scales.get(from), scales.get(to)).id() : any;
      String id = new UUID(random.nextLong(), random.nextLong()).toString();
      Raised sent =
          Raised.of(id, way, "question", to, to.isEmpty() ? "the bus company" : "", "Why " + i);
      try {
        Ties.raise(h, people.get(from), from, sent, THEN + i);
      } catch (ProblemException e) {
        refused++;
        assertThat(
                to.equals(from) || !Way.between(scales.get(from), scales.get(to)).id().equals(way))
            .as(e.getMessage())
            .isTrue();
        continue;
      }
      ties.add(id);
      if (random.nextInt(3) > 0) {
        String who = to.isEmpty() ? from : to;
        String answer = new UUID(random.nextLong(), random.nextLong()).toString();
        Ties.reply(h, people.get(who), who, id, Replied.of(answer, "trying", "So"), THEN + i + 1);
        answers.put(id, answer);
      }
    }
    check(h, people, ties, answers);
    return new int[] {ties.size(), refused};
  }

  private static void check(
      Handle h, Map<String, Person> people, Set<String> ties, Map<String, String> answers) {
    Set<String> seen = new HashSet<>();
    Map<String, Set<String>> up = new HashMap<>();
    for (Map.Entry<String, Person> e : people.entrySet()) {
      Set<String> waiting = new HashSet<>();
      Inbox.of(h, e.getValue()).waiting().forEach(w -> waiting.add(w.id()));
      for (Tie tie : Ties.of(h, e.getValue(), e.getKey())) {
        seen.add(tie.id());
        assertThat(people).containsKey(tie.from().cycle());
        assertThat(tie.to() == null ? tie.outside() : tie.to().cycle()).isNotEmpty();
        // From both ends, and with the answer at both.
        for (Tie.End end : ends(tie)) {
          Tie there = Ties.needed(h, people.get(end.cycle()), end.cycle(), tie.id());
          assertThat(there.words()).isEqualTo(tie.words());
          assertThat(there.last().map(Tie.Reply::id).orElse(null)).isEqualTo(answers.get(tie.id()));
        }
        if (tie.to() != null && tie.way() == Way.UP) {
          up.computeIfAbsent(tie.from().cycle(), k -> new HashSet<>()).add(tie.to().cycle());
        }
        boolean asksMe = tie.asks(e.getKey());
        assertThat(waiting.contains(tie.id())).isEqualTo(asksMe && !answers.containsKey(tie.id()));
      }
    }
    assertThat(seen).isEqualTo(ties);
    for (String cycle : people.keySet()) {
      assertThat(reachable(up, cycle)).as("upwards from " + cycle).doesNotContain(cycle);
    }
  }

  private static List<Tie.End> ends(Tie tie) {
    return tie.to() == null ? List.of(tie.from()) : List.of(tie.from(), tie.to());
  }

  /** What is reached by one tie or more; written again, so that the code does not judge itself. */
  private static Set<String> reachable(Map<String, Set<String>> up, String from) {
    Set<String> all = new HashSet<>(up.getOrDefault(from, Set.of()));
    int before = -1;
    while (before < all.size()) {
      before = all.size();
      for (String cycle : List.copyOf(all)) {
        all.addAll(up.getOrDefault(cycle, Set.of()));
      }
    }
    return all;
  }

  private static void clear(Handle h) {
    for (String table : List.of("tie_reply", "tie", "cycle_member", "cycle", "person_role")) {
      h.execute("delete from " + table);
    }
    h.execute("delete from person");
  }

  @Test
  void a_circle_is_not_closed_by_changing_scales_in_between() {
    store.change(
        h -> {
          Person low = Linked.cycle(h, "low", Scale.TEAM, Voice.PRACTITIONER);
          Linked.cycle(h, "mid", Scale.ORGANISATION, Voice.MANAGER);
          Linked.barrier(h, low, "low", "mid", UUID.randomUUID().toString(), THEN);
          h.execute("update cycle set scale = 'national' where id = 'low'");
        });
    assertThatThrownBy(
            () ->
                store.change(
                    h ->
                        Linked.barrier(
                            h,
                            Linked.find(store, "of-mid"),
                            "mid",
                            "low",
                            UUID.randomUUID().toString(),
                            THEN)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("circle");
  }

  @Test
  void trying_becomes_changed_and_both_are_kept() {
    String id = UUID.randomUUID().toString();
    store.change(
        h -> {
          Person team = Linked.cycle(h, "team", Scale.TEAM, Voice.PRACTITIONER);
          Person place = Linked.cycle(h, "place", Scale.PLACE, Voice.COMMISSIONER);
          Linked.barrier(h, team, "team", "place", id, THEN);
          reply(h, place, id, "trying", "Two evenings a week.", THEN + DAY);
        });
    Person team = Linked.find(store, "of-team");
    Person place = Linked.find(store, "of-place");
    assertThat(waiting(place)).isEmpty();
    assertThat(store.read(h -> Inbox.of(h, place)).trying()).hasSize(1);
    // Asked again, it waits again; an answer that is final ends that.
    store.change(h -> Ties.askAgain(h, team, "team", id, THEN + 2 * DAY));
    assertThat(waiting(place)).containsExactly(id);
    store.change(h -> reply(h, place, id, "changed", "Open until nine.", THEN + 3 * DAY));
    assertThat(waiting(place)).isEmpty();
    Tie back = store.read(h -> Ties.needed(h, team, "team", id));
    assertThat(back.replies())
        .extracting(Tie.Reply::words)
        .containsExactly("Two evenings a week.", "Open until nine.");
    assertThat(back.last().orElseThrow().answer()).isEqualTo(Answer.CHANGED);
    assertThatThrownBy(() -> store.change(h -> Ties.askAgain(h, team, "team", id, THEN + 4 * DAY)))
        .isInstanceOf(ProblemException.class);
  }

  private static void reply(Handle h, Person me, String tie, String answer, String words, long at) {
    Replied replied = Replied.of(UUID.randomUUID().toString(), answer, words);
    Ties.reply(h, me, "place", tie, replied, at);
  }

  @Test
  void a_letter_that_no_database_keeps_does_not_cost_the_words() {
    store.change(
        h -> {
          Person team = Linked.cycle(h, "team", Scale.TEAM, Voice.PRACTITIONER);
          String id = UUID.randomUUID().toString();
          Raised raised = Raised.of(id, "up", "barrier", "", "the \u0000 desk", "Be\u0000fore");
          Ties.raise(h, team, "team", raised, THEN);
          assertThat(Ties.needed(h, team, "team", id).words()).isEqualTo("Before");
        });
  }

  @Test
  void what_is_sent_twice_is_kept_once_and_an_id_of_anothers_is_refused() {
    String id = UUID.randomUUID().toString();
    String answer = UUID.randomUUID().toString();
    store.change(
        h -> {
          Person team = Linked.cycle(h, "team", Scale.TEAM, Voice.PRACTITIONER);
          Person place = Linked.cycle(h, "place", Scale.PLACE, Voice.COMMISSIONER);
          Person other = Linked.person(h, "other", "team", Voice.RESIDENT);
          for (int i = 0; i < 2; i++) {
            Linked.barrier(h, team, "team", "place", id, THEN + i);
            Ties.reply(h, place, "place", id, Replied.of(answer, "changed", "Done."), THEN + 5 + i);
          }
          assertThat(Ties.of(h, team, "team")).hasSize(1);
          assertThat(Ties.needed(h, team, "team", id).replies()).hasSize(1);
          assertThatThrownBy(() -> Linked.barrier(h, other, "team", "place", id, THEN))
              .isInstanceOf(ProblemException.class);
        });
  }

  @Test
  void the_steward_sees_links_silences_and_waiting_barriers_and_only_words_of_their_own() {
    String old = UUID.randomUUID().toString();
    String young = UUID.randomUUID().toString();
    long now = THEN + 163 * DAY;
    store.change(
        h -> {
          Person team = Linked.cycle(h, "team", Scale.TEAM, Voice.PRACTITIONER);
          Linked.cycle(h, "place", Scale.PLACE, Voice.COMMISSIONER);
          Person other = Linked.cycle(h, "another", Scale.TEAM, Voice.PRACTITIONER);
          Linked.cycle(h, "silent", Scale.ORGANISATION, Voice.MANAGER);
          Linked.barrier(h, other, "another", "place", young, now - DAY);
          Linked.barrier(h, team, "team", "place", old, THEN);
          Ties.raise(
              h,
              other,
              "another",
              Raised.of(UUID.randomUUID().toString(), "up", "question", "", "Mr Hidden", "Secret?"),
              now - 2 * DAY);
          h.execute("update cycle set steward = 'of-team' where id = 'team'");
        });
    Stewardship view = store.read(h -> Stewardship.of(h, Linked.find(store, "of-team"), now));
    assertThat(view.waiting())
        .extracting(Stewardship.Link::words)
        .containsExactly("A barrier, " + old + ".", "");
    assertThat(view.links()).hasSize(3);
    assertThat(view.links()).extracting(Stewardship.Link::outside).containsOnly("");
    assertThat(view.cycles())
        .extracting(Tie.End::cycle)
        .containsExactly("place", "silent", "another", "team");
    assertThat(view.quiet())
        .extracting(q -> q.cycle().cycle())
        .containsExactly("place", "silent", "team");
    assertThatThrownBy(
            () -> store.read(h -> Stewardship.of(h, Linked.find(store, "of-place"), now)))
        .isInstanceOf(ProblemException.class);
  }
}
