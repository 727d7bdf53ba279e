package org.kith.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.http.ProblemException;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SampleReview;
import org.kith.room.Edited;
import org.kith.room.Seat;
import org.kith.signin.SignedIn;
import org.kith.store.RealDatabase;
import org.kith.store.Store;

/** What a decision needs and keeps, on either database. */
@ParameterizedClass
@EnumSource
class DecidingTest {
  private static final String TODAY = "2026-11-20";
  private static final Pinning PINNING = (h, review, me, figure) -> "hash of " + figure;

  @Parameter RealDatabase database;
  private Store store;
  private SampleReview review;

  @BeforeEach
  void open() throws IOException {
    store = database.empty().open();
    review = SampleReview.at(store, Stage.TOGETHER, "aaaa-bbbb");
    SignedIn.cycle(store, "evenings", "Evenings");
    store.change(h -> h.execute("insert into review_cycle values (?, 'evenings')", review.id()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private At at(SignedIn who) {
    return store.read(h -> At.review(h, review.id(), who.person()));
  }

  private Decision decide(SignedIn who, Decisions.Sent sent) {
    return store.write(h -> Decisions.decide(h, at(who), sent, TODAY, PINNING, 7));
  }

  private static Decisions.Sent judgement(String words, String because) {
    return new Decisions.Sent(fresh(), words, true, because, null, List.of());
  }

  private List<Looked.Offered> offered(SignedIn who) {
    return store.read(h -> Looked.offered(h, at(who)));
  }

  @Test
  void a_decision_rests_on_evidence_or_says_that_it_is_a_judgement_and_why() {
    SignedIn me = review.commissioner();
    assertThatThrownBy(
            () ->
                decide(
                    me,
                    new Decisions.Sent(fresh(), "Stop the letter.", false, "", null, List.of())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Tick what it rests on, or say that it is a judgement");
    assertThatThrownBy(() -> decide(me, judgement("Stop the letter.", " ")))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A judgement says why: write what it is made on.");
    Decision judged = decide(me, judgement("Stop the letter.", "We would not like to get it."));
    assertThat(judged.judgement()).isTrue();
    assertThat(judged.decided()).isEqualTo(TODAY);
  }

  @Test
  void a_question_s_figure_is_pinned_once_with_its_snapshot_and_hash() {
    String value = "question:" + review.questions().get(0);
    assertThat(offered(review.resident()).get(0).value()).isEqualTo(value);
    for (int i = 0; i < 2; i++) {
      Decision d =
          decide(
              review.commissioner(),
              new Decisions.Sent(fresh(), "Stop it " + i, false, "", null, List.of(value)));
      assertThat(d.evidence()).hasSize(1);
      assertThat(d.evidence().get(0).snapshot()).isEqualTo("aaaa-bbbb");
      assertThat(d.evidence().get(0).figure()).isEqualTo(SampleReview.FIGURE);
    }
    List<String> hashes =
        store.read(h -> h.createQuery("select sha256 from evidence").mapTo(String.class).list());
    assertThat(hashes).containsExactly("hash of " + SampleReview.FIGURE);
    assertThat(offered(review.resident())).as("offered as the question, once").hasSize(1);
  }

  @Test
  void nothing_can_be_rested_on_that_is_not_looked_at_there() {
    SampleReview other = SampleReview.at(store, Stage.TOGETHER, "aaaa-bbbb");
    for (String value : List.of("question:" + other.questions().get(0), "evidence:none", "x")) {
      assertThatThrownBy(
              () ->
                  decide(
                      review.commissioner(),
                      new Decisions.Sent(fresh(), "Stop it.", false, "", null, List.of(value))))
          .as(value)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void a_cycle_s_notes_are_not_shown_to_those_of_the_review_who_are_not_in_it() {
    SignedIn me = review.practitioner();
    store.change(
        h -> {
          h.execute(
              "insert into cycle_member (cycle, person, since) values ('evenings', ?, 1)",
              me.person().id());
          pin(h, "a", "note", null, "Heard at the door.");
          pin(h, "b", "reflection", null, "Why it matters.");
          pin(h, "c", "indicator", SampleReview.FIGURE, "Because of the bus.");
        });
    assertThat(offered(me)).extracting(Looked.Offered::label).anyMatch(l -> l.contains("Heard"));
    assertThat(offered(me)).hasSize(4);
    assertThat(offered(review.resident())).hasSize(2);
    assertThat(offered(review.resident()))
        .extracting(Looked.Offered::label)
        .noneMatch(l -> l.contains("Heard") || l.contains("bus"));
    Decision d =
        decide(
            me,
            new Decisions.Sent(
                fresh(), "Go on.", false, "", null, List.of("evidence:a", "evidence:c")));
    assertThat(d.evidence()).hasSize(2);
    Decision seen = store.read(h -> Decisions.one(h, at(review.resident()), d.id()));
    assertThat(seen.evidence()).extracting(Decision.Rests::kind).containsExactly("indicator");
  }

  private void pin(org.jdbi.v3.core.Handle h, String id, String kind, String figure, String words) {
    h.execute(
        "insert into evidence (id, cycle, kind, snapshot, figure, words, author, voice, at)"
            + " values (?, 'evenings', ?, 'cccc-dddd', ?, ?, ?, 'practitioner', 1)",
        id,
        kind,
        figure,
        words,
        review.practitioner().person().id());
  }

  @Test
  void sent_twice_it_is_kept_once_and_nobody_takes_another_s_id() {
    Decisions.Sent sent = judgement("Stop the letter.", "We would not like to get it.");
    decide(review.commissioner(), sent);
    decide(review.commissioner(), sent);
    assertThat(all()).hasSize(1);
    assertThatThrownBy(() -> decide(review.resident(), sent)).isInstanceOf(ProblemException.class);
  }

  private List<Decision> all() {
    return store.read(h -> Decisions.of(h, at(review.resident())));
  }

  @Test
  void a_dissent_stays_with_its_decision_in_its_own_words_and_voice() {
    Decision d = decide(review.commissioner(), judgement("Stop the letter.", "It hurts."));
    String id = fresh();
    for (int i = 0; i < 2; i++) {
      store.change(
          h -> Decisions.dissent(h, at(review.resident()), d.id(), id, "Say sorry first.", 8));
    }
    Decision.Dissent kept = all().get(0).dissents().get(0);
    assertThat(all().get(0).dissents()).hasSize(1);
    assertThat(kept.words()).isEqualTo("Say sorry first.");
    assertThat(kept.voice()).isEqualTo(Voice.RESIDENT);
    assertThat(kept.yours()).isTrue();
  }

  @Test
  void what_is_tried_has_somebody_who_holds_it_and_a_day_on_which_we_look_again() {
    Decision d = decide(review.commissioner(), judgement("Stop the letter.", "It hurts."));
    assertThatThrownBy(() -> tries(d, "evenings", "", "2027-01-20"))
        .hasMessage("Write who holds it.");
    assertThatThrownBy(() -> tries(d, "evenings", "The desk", null))
        .hasMessage("Name the day on which we look at it again.");
    assertThatThrownBy(() -> tries(d, "another", "The desk", "2027-01-20"))
        .hasMessageContaining("in which of the cycles");
    assertThatThrownBy(() -> tries(d, "evenings", "The desk", "2026-01-20"))
        .hasMessageContaining("not before it starts");
    Decision.Trial t = tries(d, "evenings", "The desk", "2027-01-20").trials().get(0);
    assertThat(t.heldBy()).isEqualTo("The desk");
    assertThat(t.lookOn()).isEqualTo("2027-01-20");
    String state =
        store.read(h -> h.createQuery("select state from experiment").mapTo(String.class).one());
    assertThat(state).isEqualTo("trying");
  }

  private Decision tries(Decision d, String cycle, String holder, String looks) {
    return store.write(
        h ->
            Trials.add(
                h,
                at(review.practitioner()),
                d.id(),
                new Trials.Sent(fresh(), cycle, "A note", "probe", "", "", "", holder, null, looks),
                TODAY,
                8));
  }

  @Test
  void nothing_is_decided_before_readings_are_open_or_after_it_is_published() {
    for (Stage stage : List.of(Stage.LOOK, Stage.READ_ALONE, Stage.PUBLISHED)) {
      SampleReview other = SampleReview.at(store, stage, "aaaa-bbbb");
      assertThatThrownBy(
              () -> store.read(h -> At.review(h, other.id(), other.commissioner().person())))
          .as(stage.id())
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void a_decision_of_a_cycle_is_made_by_those_in_it() {
    SignedIn in = SignedIn.practitioner(store, "in", "millbrook");
    store.change(
        h ->
            h.execute(
                "insert into cycle_member (cycle, person, since) values ('evenings', 'in', 1)"));
    Decision d =
        store.write(
            h ->
                Decisions.decide(
                    h,
                    At.cycle(h, "evenings", in.person()),
                    judgement("Go on.", "It helps."),
                    TODAY,
                    PINNING,
                    7));
    assertThat(d.words()).isEqualTo("Go on.");
    assertThatThrownBy(() -> store.read(h -> At.cycle(h, "evenings", review.resident().person())))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_promise_says_who_promises_what_to_whom() {
    SignedIn me = review.resident();
    assertThatThrownBy(() -> promise(me, "", "you")).hasMessage("Write who promises.");
    assertThatThrownBy(() -> promise(me, "us", "")).hasMessage("Write to whom it is promised.");
    promise(me, "the residents' group", "the council");
    Promises.Promise kept =
        store
            .<List<Promises.Promise>, RuntimeException>read(
                h -> Promises.of(h, review.id(), me.person().id()))
            .get(0);
    assertThat(kept.by()).isEqualTo("the residents' group");
    assertThat(kept.yours()).isTrue();
  }

  private Promises.Promise promise(SignedIn who, String by, String to) {
    return store.write(
        h ->
            Promises.add(
                h, at(who), new Promises.Sent(fresh(), by, to, "To ask again.", null, true), 9));
  }

  @Test
  void the_commissioner_s_own_level_stands_open_until_it_is_answered_and_is_not_overwritten() {
    assertThat(own()).extracting(OwnLevel.Answer::open).containsOnly(true).hasSize(4);
    assertThat(say(OwnLevel.Kind.FORM, "The letter, which is ours.", 0).kept()).isTrue();
    assertThat(say(OwnLevel.Kind.FORM, "Something else.", 0).kept()).isFalse();
    Edited<OwnLevel.Answer> second = say(OwnLevel.Kind.FORM, "The letter; it is gone.", 1);
    assertThat(second.kept()).isTrue();
    assertThat(second.now().version()).isEqualTo(2);
    assertThat(own().stream().filter(OwnLevel.Answer::open)).hasSize(3);
  }

  private List<OwnLevel.Answer> own() {
    return store.read(h -> OwnLevel.of(h, review.id()));
  }

  private Edited<OwnLevel.Answer> say(OwnLevel.Kind kind, String words, int version) {
    return store.write(
        h -> OwnLevel.say(h, SampleReview.now(store, review.id()), kind, words, version, 9));
  }

  @Test
  void the_next_review_opens_with_what_happened_and_nothing_is_counted_up() {
    Decision d = decide(review.commissioner(), judgement("Stop the letter.", "It hurts."));
    tries(d, "evenings", "The desk", "2027-01-20");
    promise(review.resident(), "us", "you");
    SampleReview next = SampleReview.at(store, Stage.READ_ALONE, "aaaa-bbbb");
    store.change(
        h -> {
          h.execute("update review set follows = ? where id = ?", review.id(), next.id());
          org.kith.room.Readings.open(h, Seat.led(h, next.id(), next.commissioner().person()), 99);
        });
    assertThat(SampleReview.now(store, next.id()).showing()).as("it opens with it").isZero();
    WhatHappened before = before(next);
    assertThat(before.said())
        .extracting(WhatHappened.Said::kind)
        .containsExactly("decision", "experiment", "promise");
    assertThat(before.said()).allMatch(WhatHappened.Said::open);
    assertThat(tell(next, d.id(), "partly", "It still went to some.", 0).kept()).isTrue();
    assertThat(tell(next, d.id(), "done", "All of it.", 0).kept()).as("somebody said").isFalse();
    assertThat(tell(next, d.id(), "done", "All of it.", 1).kept()).isTrue();
    assertThat(before(next).said().get(0).told()).isEqualTo("All of it.");
    assertThat(before(next).said().stream().filter(WhatHappened.Said::open)).hasSize(2);
    assertThatThrownBy(() -> tell(next, fresh(), "done", "Yes.", 0))
        .isInstanceOf(ProblemException.class);
  }

  private WhatHappened before(SampleReview next) {
    return store.read(
        h -> WhatHappened.of(h, Seat.of(h, next.id(), next.resident().person())).orElseThrow());
  }

  private Edited<WhatHappened.Said> tell(
      SampleReview next, String subject, String happened, String words, int version) {
    return store.write(
        h ->
            WhatHappened.tell(
                h,
                Seat.of(h, next.id(), next.resident().person()),
                subject,
                happened,
                words,
                version,
                11));
  }

  @Test
  void what_an_unpublished_review_said_is_not_shown_to_those_who_were_not_in_it() {
    decide(review.commissioner(), judgement("Stop the letter.", "It hurts."));
    SampleReview next = SampleReview.at(store, Stage.TOGETHER, "aaaa-bbbb");
    store.change(
        h -> {
          People.add(
              h,
              new Person("new", "new", null, "", Set.of(Role.PRACTITIONER), List.of(), List.of()),
              1);
          h.execute("update review set follows = ? where id = ?", review.id(), next.id());
          h.execute(
              "insert into review_person (review, person, voice, invited) values (?, 'new',"
                  + " 'resident', 1)",
              next.id());
        });
    Person newcomer = new People(store).find("new").orElseThrow();
    assertThat(
            store.<java.util.Optional<WhatHappened>, RuntimeException>read(
                h -> WhatHappened.of(h, Seat.of(h, next.id(), newcomer))))
        .isEmpty();
    store.change(h -> h.execute("update review set published = 5 where id = ?", review.id()));
    assertThat(
            store.<java.util.Optional<WhatHappened>, RuntimeException>read(
                h -> WhatHappened.of(h, Seat.of(h, next.id(), newcomer))))
        .isPresent();
  }
}
