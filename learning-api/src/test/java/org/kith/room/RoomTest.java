package org.kith.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.ProblemException;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SampleReview;
import org.kith.signin.SignedIn;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** Readings, notes and the screen of a room, on either database. */
@ParameterizedClass
@EnumSource
class RoomTest {
  private static final long MINUTE = 60_000;

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

  private SampleReview review(Stage stage) {
    return SampleReview.at(store, stage, "aaaa-bbbb");
  }

  private Edited<Readings.Mine> write(
      SampleReview r, SignedIn who, String words, int version, long now) {
    return store.write(
        h ->
            Readings.write(
                h,
                Seat.of(h, r.id(), who.person()),
                new Readings.Sent(
                    UUID.randomUUID().toString(), r.questions().get(0), words, version),
                now));
  }

  private void open(SampleReview r) {
    store.change(h -> Readings.open(h, Seat.led(h, r.id(), r.commissioner().person()), 99));
  }

  @Test
  void a_reading_is_changed_until_all_are_opened_and_never_after() {
    SampleReview r = review(Stage.READ_ALONE);
    assertThat(write(r, r.resident(), "The bus.", 0, 1).kept()).isTrue();
    assertThat(write(r, r.resident(), "The bus, and the dark.", 1, 2).now().version()).isEqualTo(2);
    open(r);
    assertThatThrownBy(() -> write(r, r.resident(), "Something else.", 2, 3))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("stay as they were written");
    assertThatThrownBy(() -> write(r, r.practitioner(), "Too late.", 0, 3))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void nothing_is_written_before_it_is_time_to_read_alone() {
    SampleReview r = review(Stage.LOOK);
    assertThatThrownBy(() -> write(r, r.resident(), "The bus.", 0, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessage("It is not yet the time to read alone.");
  }

  @Test
  void two_devices_do_not_write_over_each_other_and_the_same_words_twice_are_kept_once() {
    SampleReview r = review(Stage.READ_ALONE);
    write(r, r.resident(), "The bus.", 0, 1);
    assertThat(write(r, r.resident(), "The bus.", 0, 2).kept()).as("sent again").isTrue();
    Edited<Readings.Mine> other = write(r, r.resident(), "From my other phone.", 0, 3);
    assertThat(other.kept()).isFalse();
    assertThat(other.now().words()).isEqualTo("The bus.");
    write(r, r.resident(), "Changed.", 1, 4);
    assertThat(write(r, r.resident(), "Changed elsewhere.", 1, 5).kept()).isFalse();
    assertThat(write(r, r.resident(), "Changed.", 1, 6).kept()).isTrue();
  }

  @Test
  void only_whoever_leads_it_opens_readings_and_once() {
    SampleReview r = review(Stage.READ_ALONE);
    assertThatThrownBy(() -> store.read(h -> Seat.led(h, r.id(), r.practitioner().person())))
        .isInstanceOf(ProblemException.class);
    open(r);
    store.change(h -> Readings.open(h, Seat.led(h, r.id(), r.commissioner().person()), 500));
    assertThat(SampleReview.now(store, r.id()).aloneClosed()).isEqualTo(99);
    assertThat(audited("review.readings-opened")).isEqualTo(1);
  }

  private int audited(String action) {
    return store.read(
        h ->
            h.createQuery("select count(*) from audit where action = :action")
                .bind("action", action)
                .mapTo(int.class)
                .one());
  }

  @Test
  void an_author_sets_their_own_reading_beside_the_others_and_nobody_else_does() {
    SampleReview r = review(Stage.READ_ALONE);
    write(r, r.resident(), "You never ask if we trust you.", 0, 1);
    String question = r.questions().get(0);
    assertThatThrownBy(() -> fits(r, r.resident(), question))
        .as("before they are open")
        .isInstanceOf(ProblemException.class);
    open(r);
    assertThatThrownBy(() -> fits(r, r.practitioner(), question))
        .isInstanceOf(ProblemException.class);
    assertThat(fits(r, r.resident(), question).fitsNone()).isTrue();
    Rivals rivals =
        store.read(
            h ->
                Rivals.of(
                    h, SampleReview.now(store, r.id()), question, r.practitioner().person(), 10));
    assertThat(rivals.kept()).hasSize(1);
    assertThat(rivals.kept().get(0).yours()).isFalse();
  }

  private Readings.Mine fits(SampleReview r, SignedIn who, String question) {
    return store.write(h -> Readings.fitsNone(h, Seat.of(h, r.id(), who.person()), question, true));
  }

  private RoomNotes.Note note(
      SampleReview r, SignedIn who, String id, RoomNotes.Kind kind, String words) {
    return store.write(
        h ->
            RoomNotes.add(
                h,
                Seat.of(h, r.id(), who.person()),
                new RoomNotes.Sent(
                    id,
                    r.questions().get(0),
                    kind,
                    words,
                    kind == RoomNotes.Kind.TELL ? "all" : ""),
                7));
  }

  private Edited<RoomNotes.Note> edit(
      SampleReview r, SignedIn who, String id, String words, int version) {
    return store.write(
        h -> RoomNotes.edit(h, Seat.of(h, r.id(), who.person()), id, words, "", version, 9));
  }

  @Test
  void everybody_changes_the_rooms_notes_and_is_told_when_somebody_was_before_them() {
    SampleReview r = review(Stage.TOGETHER);
    String id = UUID.randomUUID().toString();
    note(r, r.practitioner(), id, RoomNotes.Kind.NOTICING, "Fewer came.");
    note(r, r.practitioner(), id, RoomNotes.Kind.NOTICING, "Fewer came.");
    assertThat(notes(r)).as("sent twice, kept once").hasSize(1);
    assertThat(edit(r, r.resident(), id, "Fewer came after dark.", 1).kept()).isTrue();
    Edited<RoomNotes.Note> late = edit(r, r.commissioner(), id, "Fewer came by bus.", 1);
    assertThat(late.kept()).isFalse();
    assertThat(late.now().words()).isEqualTo("Fewer came after dark.");
    assertThat(edit(r, r.commissioner(), id, "Fewer came by bus.", 2).kept()).isTrue();
  }

  private List<RoomNotes.Note> notes(SampleReview r) {
    return store.read(h -> RoomNotes.of(h, Seat.of(h, r.id(), r.commissioner().person()), null));
  }

  @Test
  void a_dissent_is_its_authors_and_what_is_taken_off_stays_in_the_record() {
    SampleReview r = review(Stage.TOGETHER);
    String id = UUID.randomUUID().toString();
    note(r, r.resident(), id, RoomNotes.Kind.DISSENT, "Nobody asked us.");
    assertThatThrownBy(() -> edit(r, r.commissioner(), id, "All were asked.", 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("A dissent's words are those of whoever wrote it");
    assertThatThrownBy(
            () ->
                store.change(
                    h ->
                        RoomNotes.takeOff(h, Seat.of(h, r.id(), r.commissioner().person()), id, 9)))
        .isInstanceOf(ProblemException.class);
    String other = UUID.randomUUID().toString();
    note(r, r.resident(), other, RoomNotes.Kind.TELL, "That it was read.");
    store.change(
        h -> RoomNotes.takeOff(h, Seat.of(h, r.id(), r.practitioner().person()), other, 9));
    assertThat(notes(r)).hasSize(1);
    assertThat(
            store.<List<RoomNotes.Note>, RuntimeException>read(
                h -> RoomNotes.record(h, SampleReview.now(store, r.id()))))
        .hasSize(2);
  }

  private Screen.Time time(SampleReview r, long now) {
    return Screen.Time.of(SampleReview.now(store, r.id()), now);
  }

  private void step(SampleReview r, Screen.Step step, int minutes, long now) {
    store.change(
        h -> Screen.time(h, Seat.led(h, r.id(), r.commissioner().person()), step, minutes, now));
  }

  @Test
  void the_time_runs_pauses_goes_on_and_is_given_five_more_minutes() {
    SampleReview r = review(Stage.TOGETHER);
    assertThat(time(r, 0).words()).isEqualTo("No time set");
    step(r, Screen.Step.START, 10, 0);
    assertThat(time(r, MINUTE / 2).words()).isEqualTo("10 minutes left");
    assertThat(time(r, 9 * MINUTE + 1).words()).isEqualTo("1 minute left");
    step(r, Screen.Step.PAUSE, 1, 4 * MINUTE);
    assertThat(time(r, 100 * MINUTE).words()).isEqualTo("6 minutes left, paused");
    step(r, Screen.Step.MORE, 1, 100 * MINUTE);
    assertThat(time(r, 101 * MINUTE).words()).isEqualTo("11 minutes left, paused");
    step(r, Screen.Step.GO_ON, 1, 200 * MINUTE);
    assertThat(time(r, 211 * MINUTE).words()).isEqualTo("Time is over");
    step(r, Screen.Step.MORE, 1, 300 * MINUTE);
    assertThat(time(r, 300 * MINUTE).words()).isEqualTo("5 minutes left");
    store.change(h -> Screen.show(h, Seat.led(h, r.id(), r.commissioner().person()), 2));
    assertThat(time(r, 300 * MINUTE).left()).as("another question, no time yet").isNull();
    assertThat(SampleReview.now(store, r.id()).showing()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                store.change(
                    h -> Screen.show(h, Seat.led(h, r.id(), r.commissioner().person()), 3)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void the_state_changes_with_what_is_shown_and_not_with_what_is_written_alone() {
    SampleReview alone = review(Stage.READ_ALONE);
    String before = tag(alone);
    write(alone, alone.resident(), "The bus.", 0, 1);
    assertThat(tag(alone)).isEqualTo(before);
    SampleReview r = review(Stage.TOGETHER);
    String first = tag(r);
    assertThat(tag(r)).isEqualTo(first);
    String id = UUID.randomUUID().toString();
    note(r, r.resident(), id, RoomNotes.Kind.APART, "Whether streets with a bus moved too.");
    String second = tag(r);
    assertThat(second).isNotEqualTo(first);
    edit(r, r.resident(), id, "Whether they moved too.", 1);
    assertThat(tag(r)).isNotEqualTo(second);
  }

  private String tag(SampleReview r) {
    return store.read(h -> RoomState.of(h, SampleReview.now(store, r.id()), 1).tag());
  }
}
