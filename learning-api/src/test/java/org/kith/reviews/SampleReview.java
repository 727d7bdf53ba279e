package org.kith.reviews;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/**
 * A review in a store with three people who take part in it, at any stage: whoever leads it, a
 * practitioner of a provider, and a resident. Two questions, the first about a share of the
 * published fixture, the second in words alone. From {@link Stage#PROVIDERS_LOOK} on, each has said
 * what they expect.
 */
public final class SampleReview {
  /** The share that the first question is about, in the latest wave of the published fixture. */
  public static final String FIGURE = "level.cls_trust_neighbourhood.STrust.2025q4.all.all";

  /** What this review will not be used for. */
  public static final String NOT_FOR = "Contracts, payment, or comparing organisations.";

  private final String id;
  private final List<String> questions;
  private final SignedIn commissioner;
  private final SignedIn practitioner;
  private final SignedIn resident;

  private SampleReview(
      String id,
      List<String> questions,
      SignedIn commissioner,
      SignedIn practitioner,
      SignedIn resident) {
    this.id = id;
    this.questions = questions;
    this.commissioner = commissioner;
    this.practitioner = practitioner;
    this.resident = resident;
  }

  /** A review at a stage, whose pack is of a snapshot that stays readable all the time. */
  public static SampleReview at(Store store, Stage stage, String snapshot) {
    return at(store, stage, snapshot, snapshot);
  }

  /**
   * A review at a stage.
   *
   * @param before id of the snapshot that stays readable while people say it first
   * @param snapshot id of the pack's
   */
  public static SampleReview at(Store store, Stage stage, String before, String snapshot) {
    String id = UUID.randomUUID().toString();
    List<String> questions = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    SampleReview sample =
        new SampleReview(
            id,
            questions,
            person(store, "r-commissioner", null, Role.REVIEWER),
            person(store, "r-practitioner", "millbrook", Role.PRACTITIONER),
            person(store, "r-resident", null, Role.PRACTITIONER));
    store.change(h -> sample.go(h, stage, before, snapshot));
    return sample;
  }

  private static SignedIn person(Store store, String id, String organisation, Role role) {
    return SignedIn.as(
        store, new Person(id, id, organisation, "", Set.of(role), List.of(), List.of()));
  }

  private void go(Handle h, Stage stage, String before, String snapshot) {
    Person me = commissioner.person();
    Review review = Reviews.create(h, me, id, "Autumn learning review", 1);
    Preparing.Plan plan =
        new Preparing.Plan(
            "Autumn learning review",
            "To learn what makes evenings easier here.",
            NOT_FOR,
            null,
            null,
            null,
            null,
            "2026-12-10",
            List.of());
    review = Preparing.change(h, me, review, review.version(), plan, 2);
    Preparing.invite(h, me, review, practitioner.person().id(), Voice.PRACTITIONER, true, 3);
    Preparing.invite(h, me, review, resident.person().id(), Voice.RESIDENT, false, 3);
    Asking.ask(h, review, questions.get(0), "Do people here feel they can rely on others?", FIGURE);
    Asking.ask(h, review, questions.get(1), "What would make an evening easier?", null);
    review = Preparing.pack(h, review, review.version(), before, snapshot);
    long time = -10;
    for (Stage next : Stage.values()) {
      time += 10;
      if (next != Stage.PREPARE && !next.after(stage)) {
        if (next == Stage.PROVIDERS_LOOK) {
          predict(h);
        }
        review = Reviews.advance(h, review, next, me.id(), time);
      }
    }
  }

  private void predict(Handle h) {
    List<SignedIn> all = List.of(commissioner, practitioner, resident);
    for (int i = 0; i < all.size(); i++) {
      for (String question : questions) {
        boolean share = question.equals(questions.get(0));
        h.execute(
            "insert into prediction values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            UUID.randomUUID().toString(),
            question,
            all.get(i).person().id(),
            List.of("commissioner", "practitioner", "resident").get(i),
            share ? 40.0 + 5 * i : null,
            share ? 50.0 + 5 * i : null,
            "I expect about as many as before.",
            "Far fewer would surprise me.",
            15);
      }
    }
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Ids of its two questions, in asked order. */
  public List<String> questions() {
    return questions;
  }

  /** Leads it; a reviewer of no organisation. */
  public SignedIn commissioner() {
    return commissioner;
  }

  /** Takes part for a provider, of millbrook. */
  public SignedIn practitioner() {
    return practitioner;
  }

  /** Takes part as a resident. */
  public SignedIn resident() {
    return resident;
  }

  /** Everybody who takes part: whoever leads it, the practitioner, the resident. */
  public List<SignedIn> people() {
    return List.of(commissioner, practitioner, resident);
  }

  /** The review as the store has it now. */
  public static Review now(Store store, String id) {
    return store.read(h -> Review.find(h, id).orElseThrow());
  }
}
