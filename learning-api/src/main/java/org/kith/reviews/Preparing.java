package org.kith.reviews;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.http.ClashException;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;

/**
 * Preparing a review. Its steps can be taken in any order, except where the order protects people:
 * nobody is invited before it says what it is for and what it will not be used for, and what was
 * said to those invited is only ever added to. Once predictions are open, what they are about no
 * longer changes.
 */
public final class Preparing {
  /**
   * What a review is, as whoever prepares it writes it.
   *
   * @param place id, or null for everywhere
   * @param fromWave id of the first wave it is about, or null
   * @param toWave id of the last, or null
   * @param follows id of the review before, or null
   * @param meetsOn ISO day, or null
   * @param cycles ids of the learning cycles it is about
   */
  public record Plan(
      String name,
      String purpose,
      String notFor,
      String place,
      String fromWave,
      String toWave,
      String follows,
      String meetsOn,
      List<String> cycles) {

    public Plan {
      cycles = List.copyOf(cycles);
    }

    /** The same with what it is called, what it is for, and what not. */
    public Plan saying(String called, String what, String not) {
      return new Plan(called, what, not, place, fromWave, toWave, follows, meetsOn, cycles);
    }

    /** What it is now. */
    public static Plan of(Handle h, Review review) {
      return new Plan(
          review.name(),
          review.purpose(),
          review.notFor(),
          review.place(),
          review.fromWave(),
          review.toWave(),
          review.follows(),
          review.meetsOn(),
          Reviews.cycles(h, review.id()).stream().map(Reviews.Cycle::id).toList());
    }
  }

  private Preparing() {}

  /**
   * Changes what a review is.
   *
   * @param version the one that was looked at
   * @throws ClashException if it has changed since
   * @throws ProblemException if a change is not one that can be made
   */
  public static Review change(
      Handle h, Person me, Review review, int version, Plan plan, long now) {
    if (review.version() != version) {
      throw clash(review);
    }
    if (plan.name().isEmpty()) {
      throw refused("Write what the review is called.");
    }
    boolean others =
        Reviews.participants(h, review.id()).stream()
            .anyMatch(p -> !p.person().equals(review.commissioner()));
    if (others && !plan.notFor().startsWith(review.notFor())) {
      throw refused(
          "People were invited with these words: “%s”. You can add to what it will not be used for,"
                  .formatted(review.notFor())
              + " but not take it back.");
    }
    if (others && plan.purpose().isEmpty()) {
      throw refused("Write what the review is for; people were invited to it.");
    }
    boolean meetsOnly =
        Plan.of(h, review)
            .equals(
                new Plan(
                    plan.name(),
                    plan.purpose(),
                    review.notFor(),
                    plan.place(),
                    plan.fromWave(),
                    plan.toWave(),
                    plan.follows(),
                    review.meetsOn(),
                    plan.cycles()));
    if (!meetsOnly) {
      beforeSaying(review, "What the review is about");
    }
    follows(h, me, review, plan.follows());
    int changed =
        h.createUpdate(
                "update review set name = :name, purpose = :purpose, not_for = :notFor, place ="
                    + " :place, from_wave = :fromWave, to_wave = :toWave, follows = :follows,"
                    + " meets_on = :meetsOn, version = version + 1 where id = :id and version ="
                    + " :version")
            .bind("name", plan.name())
            .bind("purpose", plan.purpose())
            .bind("notFor", plan.notFor())
            .bind("place", plan.place())
            .bind("fromWave", plan.fromWave())
            .bind("toWave", plan.toWave())
            .bind("follows", plan.follows())
            .bind("meetsOn", plan.meetsOn())
            .bind("id", review.id())
            .bind("version", version)
            .execute();
    if (changed == 0) {
      throw clash(Review.find(h, review.id()).orElseThrow());
    }
    about(h, review.id(), plan.cycles());
    Audit.add(h, me.id(), Audit.Action.REVIEW_CHANGED, review.id(), now);
    return Review.find(h, review.id()).orElseThrow();
  }

  private static void follows(Handle h, Person me, Review review, String before) {
    Set<String> seen = new HashSet<>(Set.of(review.id()));
    String at = before;
    while (at != null) {
      if (!seen.add(at)) {
        throw refused("A review cannot follow itself.");
      }
      at = Review.find(h, at).map(Review::follows).orElse(null);
    }
    if (before != null && !before.equals(review.follows())) {
      Review.mine(h, before, me);
    }
  }

  private static void about(Handle h, String review, List<String> cycles) {
    h.createUpdate("delete from review_cycle where review = :review")
        .bind("review", review)
        .execute();
    for (String cycle : cycles) {
      if (!People.isCycle(h, cycle)) {
        throw refused("One of the learning cycles is not there any longer. Choose again.");
      }
      h.createUpdate(
              "insert into review_cycle (review, cycle) values (:review, :cycle) on conflict"
                  + " (review, cycle) do nothing")
          .bind("review", review)
          .bind("cycle", cycle)
          .execute();
    }
  }

  /**
   * Invites somebody, or changes in which voice they were invited.
   *
   * @throws ProblemException if it does not yet say what it is for and not for, if there is no such
   *     person, or if they have already said what they expect
   */
  public static void invite(
      Handle h, Person me, Review review, String person, Voice voice, boolean provider, long now) {
    if (review.purpose().isEmpty() || review.notFor().isEmpty()) {
      throw refused(
          "First write what the review is for and what it will not be used for. Everybody who is"
              + " invited reads both.");
    }
    if (People.find(h, person).isEmpty()) {
      throw ProblemException.of(Problem.Kind.NOT_FOUND, "Nobody of that name takes part here.");
    }
    if (review.stage().after(Stage.SAY_FIRST)) {
      throw refused("Predictions are closed, so nobody else can be invited to this review.");
    }
    if (said(h, review.id(), person)) {
      throw refused("They have already said what they expect, in the voice they were invited in.");
    }
    Reviews.seat(h, review.id(), person, voice, provider, now);
    Audit.add(h, me.id(), Audit.Action.REVIEW_INVITED, review.id(), now);
  }

  /**
   * Takes somebody off who was invited.
   *
   * @throws ProblemException if they prepare it or have said something in it
   */
  public static void takeOff(Handle h, Person me, Review review, String person, long now) {
    beforeSaying(review, "Who takes part");
    if (review.commissioner().equals(person)) {
      throw refused("Whoever prepares a review takes part in it.");
    }
    h.createUpdate("delete from review_person where review = :review and person = :person")
        .bind("review", review.id())
        .bind("person", person)
        .execute();
    Audit.add(h, me.id(), Audit.Action.REVIEW_TAKEN_OFF, review.id(), now);
  }

  /**
   * Notes that somebody came, or was invited and could not.
   *
   * @throws ProblemException if the account is published, which those who came have answered
   */
  public static void came(Handle h, Review review, String person, boolean came) {
    if (review.stage() == Stage.PUBLISHED) {
      throw refused("The account is published, so who came no longer changes.");
    }
    int noted =
        h.createUpdate(
                "update review_person set came = :came where review = :review and person = :person")
            .bind("came", came ? 1 : 0)
            .bind("review", review.id())
            .bind("person", person)
            .execute();
    if (noted == 0) {
      throw ProblemException.of(Problem.Kind.NOT_FOUND, "They were not invited to this review.");
    }
  }

  private static boolean said(Handle h, String review, String person) {
    return h.createQuery(
                "select count(*) from prediction p join review_question q on q.id = p.question"
                    + " where q.review = :review and p.person = :person")
            .bind("review", review)
            .bind("person", person)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Notes a voice that is not in the room, once however often it is sent. */
  public static void absent(Handle h, Review review, String id, String words, long now) {
    h.createUpdate(
            "insert into review_absent (id, review, words, at) values (:id, :review, :words, :now)"
                + " on conflict (id) do nothing")
        .bind("id", id)
        .bind("review", review.id())
        .bind("words", words)
        .bind("now", now)
        .execute();
  }

  /** A voice that was noted as absent is in the room after all, or was noted by mistake. */
  public static void notAbsent(Handle h, Review review, String id) {
    h.createUpdate("delete from review_absent where id = :id and review = :review")
        .bind("id", id)
        .bind("review", review.id())
        .execute();
  }

  /**
   * Writes which snapshot the pack will be, and what stays readable until it is opened. {@link
   * Packs#plan} checks both.
   */
  static Review pack(Handle h, Review review, int version, String before, String snapshot) {
    beforeSaying(review, "The pack");
    unchanged(review, version);
    int changed =
        h.createUpdate(
                "update review set before_snapshot = :before, snapshot = :snapshot, version ="
                    + " version + 1 where id = :id and version = :version")
            .bind("before", before)
            .bind("snapshot", snapshot)
            .bind("id", review.id())
            .bind("version", version)
            .execute();
    if (changed == 0) {
      throw changedMeanwhile();
    }
    return Review.find(h, review.id()).orElseThrow();
  }

  /**
   * What is still missing before predictions can be opened, each to stand after "First".
   *
   * @return empty when nothing is
   */
  public static List<String> missing(Handle h, Review review) {
    List<String> missing = new ArrayList<>();
    if (review.purpose().isEmpty()) {
      missing.add("write what it is for");
    }
    if (review.notFor().isEmpty()) {
      missing.add("write what it will not be used for");
    }
    if (Reviews.participants(h, review.id()).size() < 2) {
      missing.add("invite somebody");
    }
    if (Reviews.questions(h, review.id()).isEmpty()) {
      missing.add("write a question for the room");
    }
    if (review.beforeSnapshot() == null) {
      missing.add("freeze the pack");
    }
    return List.copyOf(missing);
  }

  static void readyToOpen(Handle h, Review review) {
    List<String> missing = missing(h, review);
    if (!missing.isEmpty()) {
      throw refused("First " + String.join(", ", missing) + ".");
    }
  }

  private static ClashException clash(Review now) {
    return new ClashException(
        now.version(),
        List.of(
            new Sent.Field("name", "What it is called", now.name()),
            new Sent.Field("purpose", "What it is for", now.purpose()),
            new Sent.Field("notfor", "What it will not be used for", now.notFor())));
  }

  private static void unchanged(Review review, int version) {
    if (review.version() != version) {
      throw changedMeanwhile();
    }
  }

  static void beforeSaying(Review review, String what) {
    if (review.stage() != Stage.PREPARE) {
      throw refused(
          what + " no longer changes: people have been asked what they expect of exactly this.");
    }
  }

  private static ProblemException changedMeanwhile() {
    return ProblemException.of(
        Problem.Kind.CONFLICT,
        "Somebody changed it since you opened the page. Nothing was overwritten.");
  }

  private static ProblemException refused(String why) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, why);
  }
}
