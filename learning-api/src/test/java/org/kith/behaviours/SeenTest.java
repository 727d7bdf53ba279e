package org.kith.behaviours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
import org.kith.ties.Linked;

/** What of a round may be seen, by whom and when. */
@ParameterizedClass
@EnumSource
class SeenTest {
  private static final String CYCLE = "evenings";
  private static final String KEEPER = "of-" + CYCLE;
  private static final Seen.Least LEAST = Seen.Least.of(10);

  @Parameter RealDatabase database;
  private Store store;
  private String round;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
    round = UUID.randomUUID().toString();
    store.change(
        h -> {
          Linked.cycle(h, CYCLE, Scale.TEAM, Voice.PRACTITIONER);
          h.execute("update cycle set steward = ? where id = ?", KEEPER, CYCLE);
        });
    store.change(h -> Rounds.open(h, keeper(), CYCLE, round, Linked.THEN));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Person keeper() {
    return Linked.find(store, KEEPER);
  }

  /** People of a voice who place every behaviour at these places. */
  private void people(Voice voice, int... places) {
    store.change(
        h -> {
          for (int i = 0; i < places.length; i++) {
            Person p = Linked.person(h, voice.id() + i, CYCLE, voice);
            int place = places[i];
            List<Placement> all =
                List.of(Behaviour.values()).stream()
                    .map(b -> new Placement(b, place, b == Behaviour.POWER ? "From " + p.id() : ""))
                    .toList();
            Rounds.answer(h, p, CYCLE, round, all, Linked.THEN + i);
          }
        });
  }

  private static int[] places(int count, int place) {
    int[] all = new int[count];
    Arrays.fill(all, place);
    all[0] = 2;
    return all;
  }

  private List<Seen> closed() {
    store.change(h -> Rounds.close(h, keeper(), CYCLE, round, Linked.THEN + Linked.DAY));
    return store.read(h -> Seen.of(h, keeper(), CYCLE, round, LEAST));
  }

  private List<Placement> mine(Person me) {
    return store.read(h -> Rounds.mine(h, me, CYCLE, round));
  }

  private static Seen.Strip of(Seen seen, Voice voice) {
    return seen.voices().stream().filter(s -> s.voice() == voice).findFirst().orElseThrow();
  }

  @Test
  void eleven_of_a_staff_voice_and_ten_residents_are_shown_and_one_fewer_is_not() {
    people(Voice.RESIDENT, places(10, 4));
    people(Voice.MANAGER, places(11, 8));
    people(Voice.LEADER, places(10, 9));
    for (Seen seen : closed()) {
      assertThat(of(seen, Voice.RESIDENT).people()).isEqualTo(10);
      assertThat(of(seen, Voice.MANAGER).people()).isEqualTo(11);
      assertThat(of(seen, Voice.LEADER).hidden()).isEqualTo("hidden, fewer than 11");
      assertThat(of(seen, Voice.LEADER).counts()).isEmpty();
      assertThat(of(seen, Voice.LEADER).middle()).isNull();
      assertThat(seen.gaps()).hasSize(1);
      assertThat(seen.gaps().get(0).gap().gap()).isEqualTo(-4);
    }
  }

  /** All together less the shown voices must never be fewer than eleven people. */
  @Test
  void a_hidden_voice_is_not_what_remains_when_the_shown_ones_are_taken_away() {
    people(Voice.RESIDENT, places(12, 4));
    people(Voice.MANAGER, places(11, 8));
    people(Voice.LEADER, places(3, 10));
    for (Seen seen : closed()) {
      assertThat(seen.everyone().hidden()).startsWith("hidden, because");
      assertThat(leftOver(seen)).isEmpty();
    }
  }

  /** The twin: drop the rule, and the same subtraction finds the three leaders' answers. */
  @Test
  void without_the_second_hiding_the_subtraction_finds_them() {
    people(Voice.RESIDENT, places(12, 4));
    people(Voice.MANAGER, places(11, 8));
    people(Voice.LEADER, places(3, 10));
    Seen seen = closed().get(0);
    int[] all = new int[Placement.MOST];
    store
        .read(
            h ->
                h.createQuery("select seen from behaviour_answer where behaviour = 'whole'")
                    .mapTo(Integer.class)
                    .list())
        .forEach(place -> all[place - 1]++);
    Seen.Strip everyone =
        new Seen.Strip(null, Arrays.stream(all).boxed().toList(), seen.everyone().middle(), "");
    Seen open = new Seen(seen.behaviour(), seen.voices(), everyone, List.of(), List.of());
    assertThat(leftOver(open)).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 2);
  }

  /** What an attacker gets by taking the shown voices from all together. */
  private static List<Integer> leftOver(Seen seen) {
    if (!seen.everyone().shown()) {
      return List.of();
    }
    Integer[] left = seen.everyone().counts().toArray(new Integer[0]);
    for (Seen.Strip s : seen.voices()) {
      for (int i = 0; i < s.counts().size(); i++) {
        left[i] -= s.counts().get(i);
      }
    }
    return List.of(left);
  }

  @Test
  void enough_hidden_people_of_several_voices_may_stand_in_all_together() {
    people(Voice.RESIDENT, places(12, 4));
    people(Voice.MANAGER, places(6, 8));
    people(Voice.LEADER, places(5, 10));
    Seen seen = closed().get(0);
    assertThat(seen.everyone().people()).isEqualTo(23);
    assertThat(leftOver(seen).stream().mapToInt(Integer::intValue).sum()).isEqualTo(11);
  }

  @Test
  void a_free_word_stands_under_no_voice_where_that_would_leave_few_others() {
    people(Voice.RESIDENT, places(12, 4));
    people(Voice.LEADER, places(3, 10));
    Seen power =
        closed().stream().filter(s -> s.behaviour() == Behaviour.POWER).findFirst().orElseThrow();
    assertThat(power.said()).hasSize(15).allMatch(w -> w.voice() == null);
  }

  @Test
  void a_free_word_stands_under_a_voice_of_enough_people() {
    people(Voice.RESIDENT, places(12, 4));
    Seen power =
        closed().stream().filter(s -> s.behaviour() == Behaviour.POWER).findFirst().orElseThrow();
    assertThat(power.said()).hasSize(12).allMatch(w -> w.voice() == Voice.RESIDENT);
  }

  @Test
  void nobody_sees_another_answer_before_the_round_is_closed() {
    people(Voice.RESIDENT, places(12, 4));
    assertThatThrownBy(() -> store.read(h -> Seen.of(h, keeper(), CYCLE, round, LEAST)))
        .isInstanceOf(ProblemException.class);
    assertThat(mine(keeper())).isEmpty();
  }

  @Test
  void what_does_not_fit_counts_nowhere_and_what_is_left_out_is_taken_away() {
    people(Voice.RESIDENT, places(11, 4));
    Person one = Linked.find(store, "resident0");
    store.change(
        h ->
            Rounds.answer(
                h,
                one,
                CYCLE,
                round,
                List.of(new Placement(Behaviour.WHOLE, null, "Not a word we use.")),
                Linked.THEN));
    assertThat(mine(one))
        .containsExactly(new Placement(Behaviour.WHOLE, null, "Not a word we use."));
    List<Seen> seen = closed();
    assertThat(of(seen.get(0), Voice.RESIDENT).people()).isEqualTo(10);
    assertThat(of(seen.get(1), Voice.RESIDENT).people()).isEqualTo(10);
  }

  @Test
  void a_closed_round_takes_no_answer_and_the_next_waits_four_weeks() {
    closed();
    Person me = keeper();
    assertThatThrownBy(
            () -> store.change(h -> Rounds.answer(h, me, CYCLE, round, List.of(), Linked.THEN)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("closed");
    String next = UUID.randomUUID().toString();
    long closed = Linked.THEN + Linked.DAY;
    assertThatThrownBy(
            () -> store.change(h -> Rounds.open(h, me, CYCLE, next, closed + 27 * Linked.DAY)))
        .isInstanceOf(ProblemException.class);
    store.change(h -> Rounds.open(h, me, CYCLE, next, closed + 28 * Linked.DAY));
    List<Rounds.Round> all = store.read(h -> Rounds.of(h, me, CYCLE));
    assertThat(all).hasSize(2);
  }

  @Test
  void only_whoever_keeps_the_cycle_going_opens_and_closes() {
    store.change(h -> Linked.person(h, "ann", CYCLE, Voice.RESIDENT));
    Person ann = Linked.find(store, "ann");
    assertThatThrownBy(() -> store.change(h -> Rounds.close(h, ann, CYCLE, round, Linked.THEN)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("keeps this cycle going");
  }
}
