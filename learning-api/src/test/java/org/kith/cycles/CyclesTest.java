package org.kith.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.ClashException;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** What a learning cycle keeps, allows and refuses, on either database. */
@ParameterizedClass
@EnumSource
class CyclesTest {
  @Parameter RealDatabase database;

  private Store store;
  private Person ada;
  private Person ben;
  private Person zoe;
  private Cycles cycles;
  private Purposes purposes;
  private Members members;
  private Entries entries;
  private Experiments experiments;
  private String id;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
    ada = person("ada");
    ben = person("ben");
    zoe = person("zoe");
    at("2025-05-12");
    id = cycles.start(ada, start("Evenings", "Nobody is lonely in the evening."));
    members.invite(ada, id, "ben", "resident");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Person person(String name) {
    Person person =
        new Person(name, name, null, "", Set.of(Role.PRACTITIONER), List.of(), List.of());
    store.change(h -> People.add(h, person, 0));
    return person;
  }

  /** What happens from now on happens on this day. */
  private void at(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
    cycles = new Cycles(store, clock);
    purposes = new Purposes(store, clock);
    members = new Members(store, clock);
    entries = new Entries(store, clock);
    experiments = new Experiments(store, clock);
  }

  private static Cycles.Start start(String name, String purpose) {
    return new Cycles.Start(null, name, purpose, "place", null, "larkmoor", "practitioner");
  }

  private static Entries.Sending note(String id, String kind, String words) {
    return new Entries.Sending(id, kind, null, words, null, null, null, null);
  }

  private String write(Person who, String kind, String words) {
    return entries.add(who, id, note(UUID.randomUUID().toString(), kind, words));
  }

  private static Experiments.Sending probe(String id, String starts) {
    return new Experiments.Sending(
        id, null, "Soup", "probe", null, null, null, null, null, starts, null, null);
  }

  private List<CycleEntry> written(Person reader) {
    return store.read(h -> CycleEntry.of(h, id, reader));
  }

  private <T> List<T> list(Function<Handle, List<T>> asked) {
    return store.read(asked::apply);
  }

  private static void refused(Problem.Kind kind, Callable<?> asked) {
    assertThatThrownBy(asked::call)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void whoever_starts_a_cycle_keeps_it_going_takes_part_and_agrees_to_its_purpose() {
    Cycle cycle = store.read(h -> Cycles.needed(h, id, ada));
    assertThat(cycle.steward()).isEqualTo("ada");
    assertThat(cycle.place()).isEqualTo("larkmoor");
    Purpose first = store.read(h -> Purposes.of(h, id, ada)).get(0);
    assertThat(first.agreed()).isEqualTo(1);
    assertThat(first.mine()).isEqualTo("agrees");
  }

  @Test
  void a_cycle_started_twice_under_one_id_is_one() {
    String uuid = UUID.randomUUID().toString();
    Cycles.Start twice = new Cycles.Start(uuid, "Twice", "", "team", null, null, "resident");
    assertThat(cycles.start(ada, twice)).isEqualTo(cycles.start(ada, twice));
    assertThat(cycles.mine(ada)).hasSize(2);
    refused(Problem.Kind.CONFLICT, () -> cycles.start(zoe, twice));
  }

  @Test
  void cycles_are_listed_by_name_and_strangers_get_a_name_and_whom_to_ask() {
    cycles.start(zoe, start("Alleys", ""));
    cycles.start(ada, start("Buses", ""));
    assertThat(cycles.mine(ada)).extracting(Cycle::name).containsExactly("Buses", "Evenings");
    assertThat(cycles.others(ada)).extracting(Cycle::name).containsExactly("Alleys");
    assertThat(cycles.others(ada)).extracting(Cycle::stewardName).containsExactly("zoe");
  }

  @Test
  void a_stranger_is_told_of_every_part_that_it_is_not_there() {
    String entry = write(ada, "question", "Why?");
    String tried = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-12"));
    refused(Problem.Kind.NOT_FOUND, () -> store.read(h -> Cycles.needed(h, id, zoe)));
    refused(Problem.Kind.NOT_FOUND, () -> write(zoe, "note", "Let me in"));
    refused(Problem.Kind.NOT_FOUND, () -> entries.find(zoe, id, entry));
    refused(Problem.Kind.NOT_FOUND, () -> experiments.find(zoe, id, tried));
    refused(Problem.Kind.NOT_FOUND, () -> purposes.word(zoe, id, 1, "Mine"));
    refused(
        Problem.Kind.NOT_FOUND,
        () -> {
          members.leave(zoe, id, "ben");
          return null;
        });
    // The twin: whoever takes part is told, so the refusal above is not of everybody.
    assertThat(entries.find(ben, id, entry).words()).isEqualTo("Why?");
  }

  @Test
  void an_entry_of_one_cycle_is_not_found_through_another() {
    String entry = write(ada, "note", "Ours");
    String other = cycles.start(zoe, start("Another", ""));
    refused(Problem.Kind.NOT_FOUND, () -> entries.find(zoe, other, entry));
  }

  @Test
  void the_purpose_keeps_its_wordings_and_what_was_said_against_each() {
    purposes.agree(ben, id, 1, false, "Ten at night is our fear, not theirs.");
    at("2025-06-01");
    assertThat(purposes.word(ben, id, 1, "Somebody to call at ten.")).isEqualTo(2);
    List<Purpose> all = store.read(h -> Purposes.of(h, id, ada));
    assertThat(all).extracting(Purpose::version).containsExactly(1, 2);
    assertThat(all.get(0).dissents())
        .containsExactly(
            new Purpose.Dissent("resident", "Ten at night is our fear, not theirs.", false));
    assertThat(all.get(1).agreed()).isEqualTo(1);
    assertThat(all.get(1).mine()).as("Everybody is asked again").isEmpty();
  }

  @Test
  void a_dissent_keeps_its_voice_when_its_author_has_left_the_cycle() {
    purposes.agree(ben, id, 1, false, "Not so.");
    members.leave(ada, id, "ben");
    assertThat(store.read(h -> Purposes.of(h, id, ada)).get(0).dissents())
        .containsExactly(new Purpose.Dissent("resident", "Not so.", false));
  }

  @Test
  void whoever_words_the_purpose_second_is_told_and_nothing_is_overwritten() {
    purposes.word(ada, id, 1, "As Ada has it.");
    assertThatThrownBy(() -> purposes.word(ben, id, 1, "As Ben has it."))
        .isInstanceOfSatisfying(
            ClashException.class,
            e -> {
              assertThat(e.version()).isEqualTo(2);
              assertThat(e.theirs().get(0).words()).isEqualTo("As Ada has it.");
            });
    assertThat(purposes.word(ada, id, 1, "As Ada has it."))
        .as("Sent again because the answer was lost")
        .isEqualTo(2);
    assertThat(purposes.word(ben, id, 2, "As Ben has it.")).isEqualTo(3);
  }

  @Test
  void everything_can_be_written_in_any_place_and_in_any_order() {
    for (Stage stage : List.of(Stage.EMBED, Stage.TRY, Stage.DESIGN, Stage.UNDERSTAND)) {
      for (Kind kind : Kind.values()) {
        entries.add(
            ben,
            id,
            new Entries.Sending(
                UUID.randomUUID().toString(),
                kind.id(),
                stage.id(),
                kind.id() + " at " + stage.id(),
                null,
                null,
                null,
                null));
      }
    }
    assertThat(written(ben)).hasSize(4 * Kind.values().length);
  }

  @Test
  void an_entry_sent_twice_stands_there_once_and_another_under_its_id_is_refused() {
    String uuid = UUID.randomUUID().toString();
    entries.add(ada, id, note(uuid, "note", "Once"));
    entries.add(ada, id, note(uuid, "note", "Once"));
    assertThat(written(ada)).extracting(CycleEntry::words).containsExactly("Once");
    refused(Problem.Kind.CONFLICT, () -> entries.add(ada, id, note(uuid, "note", "Other words")));
    refused(Problem.Kind.CONFLICT, () -> entries.add(ben, id, note(uuid, "note", "Once")));
  }

  @Test
  void of_many_who_change_a_note_at_once_one_is_kept_and_the_others_are_told() throws Exception {
    String entry = write(ada, "note", "As it was");
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Boolean>> changes =
          IntStream.range(0, 6)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        try {
                          entries.change(ben, id, entry, 1, note(entry, "note", "Words " + i));
                          return true;
                        } catch (ClashException e) {
                          return false;
                        }
                      })
              .toList();
      int kept = 0;
      for (Future<Boolean> one : pool.invokeAll(changes)) {
        kept += one.get() ? 1 : 0;
      }
      assertThat(kept).isEqualTo(1);
      assertThat(entries.find(ada, id, entry).version()).isEqualTo(2);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void words_changed_by_another_say_in_which_voice() {
    String entry = write(ada, "note", "Mine");
    entries.change(ben, id, entry, 1, note(entry, "note", "Changed"));
    CycleEntry changed = entries.find(ada, id, entry);
    assertThat(changed.voice().id()).isEqualTo("practitioner");
    assertThat(changed.changedVoice().id()).isEqualTo("resident");
  }

  @Test
  void what_is_taken_off_the_page_stays_in_the_record_and_can_be_put_back() {
    String entry = write(ada, "factor", "The last bus");
    at("2025-05-20");
    entries.takeOff(ben, id, entry, true);
    assertThat(entries.find(ada, id, entry).stands()).isFalse();
    assertThat(list(h -> Chronicle.of(h, id, ada)))
        .anySatisfy(
            i -> {
              assertThat(i.what()).isEqualTo(Chronicle.What.TAKEN_OFF);
              assertThat(i.day()).isEqualTo("2025-05-20");
              assertThat(i.words()).isEqualTo("The last bus");
            });
    entries.takeOff(ben, id, entry, false);
    assertThat(entries.find(ada, id, entry).stands()).isTrue();
  }

  @Test
  void an_experiment_needs_a_title_a_type_and_a_day_and_a_probe_has_no_hunch() {
    String tried = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-12"));
    assertThat(experiments.find(ada, id, tried).state()).isEqualTo("trying");
    String planned = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-13"));
    assertThat(experiments.find(ada, id, planned).state()).isEqualTo("planned");
    refused(
        Problem.Kind.NOT_ACCEPTED,
        () -> experiments.add(ada, id, probe(UUID.randomUUID().toString(), null)));
  }

  @Test
  void stopping_on_purpose_is_kept_with_its_day_and_what_was_learned() {
    String tried = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-12"));
    experiments.state(ben, id, tried, 1, "stopped", "2025-09-30", "A visitor became a visit.");
    experiments.state(ben, id, tried, 1, "stopped", "2025-09-30", "A visitor became a visit.");
    Experiment stopped = experiments.find(ada, id, tried);
    assertThat(stopped.ended()).isEqualTo("2025-09-30");
    assertThat(stopped.version()).as("Sent twice, changed once").isEqualTo(2);
    assertThatThrownBy(() -> experiments.state(ada, id, tried, 1, "trying", null, ""))
        .isInstanceOf(ClashException.class);
  }

  @Test
  void an_adaptation_needs_a_reason_and_an_observation_does_not() {
    String tried = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-12"));
    String uuid = UUID.randomUUID().toString();
    Experiments.Noting bare =
        new Experiments.Noting(uuid, "adaptation", "No printed list", "", null, null);
    refused(Problem.Kind.NOT_ACCEPTED, () -> experiments.note(ada, id, tried, bare));
    Experiments.Noting seen =
        new Experiments.Noting(uuid, "observation", "Seven came", "", null, null);
    experiments.note(ada, id, tried, seen);
    experiments.note(ada, id, tried, seen);
    assertThat(list(h -> Observation.of(h, id, ada)))
        .extracting(Observation::words)
        .containsExactly("Seven came");
  }

  @Test
  void nothing_rests_on_a_reflection_its_author_does_not_share_with_the_cycle() {
    String tried = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-12"));
    store.change(
        h ->
            h.execute(
                "insert into reflection (id, author, form, kind, happened, written, arrived,"
                    + " changed, version, audience) values ('r1', 'ada', 'short', 'reflection',"
                    + " '2025-05-12', 1, 1, 1, 1, 'me')"));
    Experiments.Noting rests =
        new Experiments.Noting(UUID.randomUUID().toString(), "observation", "Seen", "", null, "r1");
    refused(Problem.Kind.NOT_ACCEPTED, () -> experiments.note(ada, id, tried, rests));
    store.change(
        h -> h.execute("update reflection set audience = 'cycle', cycle = ? where id = 'r1'", id));
    refused(Problem.Kind.NOT_ACCEPTED, () -> experiments.note(ben, id, tried, rests));
    experiments.note(ada, id, tried, rests);
    assertThat(store.read(h -> Observation.of(h, id, ben)).get(0).reflection()).isEqualTo("r1");
    store.change(h -> h.execute("update reflection set audience = 'me' where id = 'r1'"));
    assertThat(store.read(h -> Observation.of(h, id, ben)).get(0).reflection())
        .as("Taken back, it is no longer pointed to")
        .isEmpty();
  }

  @Test
  void marks_are_seen_by_those_who_take_part_only() {
    String tried = experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-05-12"));
    experiments.mark(
        ada, id, tried, List.of(new Experiments.Chart("cls_trust", "q1", "all", "all")));
    assertThat(list(h -> Mark.seenBy(h, zoe))).isEmpty();
    assertThat(list(h -> Mark.seenBy(h, ben)))
        .extracting(Mark::title, Mark::instrument)
        .containsExactly(Tuple.tuple("Soup", "cls_trust"));
  }

  @Test
  void only_whoever_keeps_it_going_invites_and_hands_it_on() {
    refused(
        Problem.Kind.NOT_FOR_YOU,
        () -> {
          members.invite(ben, id, "zoe", "leader");
          return null;
        });
    refused(
        Problem.Kind.NOT_ACCEPTED,
        () -> {
          members.leave(ada, id, "ada");
          return null;
        });
    cycles.handOn(ada, id, "ben");
    members.invite(ben, id, "zoe", "leader");
    assertThat(list(h -> Members.voices(h, id)))
        .extracting(v -> v.id())
        .containsExactly("resident", "practitioner", "leader");
  }

  @Test
  void a_walk_back_is_read_from_the_days_and_stands_in_the_record() {
    write(ada, "question", "Why?"); // 12 May, at Understand
    at("2025-06-02");
    experiments.add(ada, id, probe(UUID.randomUUID().toString(), "2025-06-02"));
    at("2025-11-19");
    write(ben, "question", "What does the letter do to a stair?");
    List<Walk> walks =
        store.read(
            h ->
                Walk.back(
                    CycleEntry.of(h, id, ada),
                    Experiment.of(h, id, ada),
                    Observation.of(h, id, ada)));
    assertThat(walks).containsExactly(new Walk(Stage.TRY, Stage.UNDERSTAND, "2025-11-19"));
    List<Chronicle.Item> record = store.read(h -> Chronicle.of(h, id, ada));
    assertThat(record)
        .extracting(Chronicle.Item::day)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(record.get(0).what()).isEqualTo(Chronicle.What.WENT_BACK);
  }

  @Test
  void the_record_keeps_a_dissent_with_its_decision() {
    store.change(
        h -> {
          h.execute(
              "insert into decision (id, cycle, words, basis, decided, author, at)"
                  + " values ('d1', ?, 'We look at the letter.', 'judgement', '2025-11-19', 'ada', 5)",
              id);
          h.execute(
              "insert into dissent (id, decision, words, author, voice, at)"
                  + " values ('s1', 'd1', 'One letter stands in for twenty years.', 'ben',"
                  + " 'resident', 6)");
        });
    Chronicle.Item decided = store.read(h -> Chronicle.of(h, id, ada)).get(0);
    assertThat(decided.words()).isEqualTo("We look at the letter.");
    assertThat(decided.dissents())
        .containsExactly(
            new Purpose.Dissent("resident", "One letter stands in for twenty years.", false));
  }
}
