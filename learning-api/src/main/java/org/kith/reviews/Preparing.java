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
import org.kith.reviews.Reviews.Question;

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

  /** Notes who came, and who was invited and could not. */
  public static void came(Handle h, Review review, String person, boolean came) {
    h.createUpdate(
            "update review_person set came = :came where review = :review and person = :person")
        .bind("came", came ? 1 : 0)
        .bind("review", review.id())
        .bind("person", person)
        .execute();
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
   * Adds a question at the end, once however often it is sent.
   *
   * @param figure address of an indicator, or null
   * @throws ProblemException if predictions are open
   */
  public static void ask(Handle h, Review review, String id, String words, String figure) {
    beforeSaying(review, "What the room is asked");
    h.createUpdate(
            "insert into review_question (id, review, position, words, figure) select :id, :review,"
                + " coalesce(max(position), 0) + 1, :words, :figure from review_question where"
                + " review = :review on conflict (id) do nothing")
        .bind("id", id)
        .bind("review", review.id())
        .bind("words", words)
        .bind("figure", figure)
        .execute();
  }

  /**
   * Changes a question, and where it stands.
   *
   * @param position 1 for the first; further than the last is the last
   * @throws ProblemException if predictions are open, or if there is no such question
   */
  public static void askOtherwise(
      Handle h, Review review, String id, String words, String figure, int position) {
    beforeSaying(review, "What the room is asked");
    List<Question> before = Reviews.questions(h, review.id());
    if (before.stream().noneMatch(q -> q.id().equals(id))) {
      throw noQuestion();
    }
    h.createUpdate(
            "update review_question set words = :words, figure = :figure where id = :id and review"
                + " = :review")
        .bind("words", words)
        .bind("figure", figure)
        .bind("id", id)
        .bind("review", review.id())
        .execute();
    List<String> order =
        new ArrayList<>(before.stream().map(Question::id).filter(q -> !q.equals(id)).toList());
    order.add(Math.max(0, Math.min(order.size(), position - 1)), id);
    inOrder(h, review.id(), order);
  }

  /** Takes a question off; those after it move up. */
  public static void doNotAsk(Handle h, Review review, String id) {
    beforeSaying(review, "What the room is asked");
    int gone =
        h.createUpdate("delete from review_question where id = :id and review = :review")
            .bind("id", id)
            .bind("review", review.id())
            .execute();
    if (gone == 0) {
      throw noQuestion();
    }
    inOrder(h, review.id(), Reviews.questions(h, review.id()).stream().map(Question::id).toList());
  }

  /** In two rounds, because no two questions may have the same number even for a moment. */
  private static void inOrder(Handle h, String review, List<String> order) {
    h.createUpdate("update review_question set position = -position where review = :review")
        .bind("review", review)
        .execute();
    for (int i = 0; i < order.size(); i++) {
      h.createUpdate("update review_question set position = :position where id = :id")
          .bind("position", i + 1)
          .bind("id", order.get(i))
          .execute();
    }
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

  private static void beforeSaying(Review review, String what) {
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

  private static ProblemException noQuestion() {
    return ProblemException.of(Problem.Kind.NOT_FOUND, "There is no such question in this review.");
  }

  private static ProblemException refused(String why) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, why);
  }
}
