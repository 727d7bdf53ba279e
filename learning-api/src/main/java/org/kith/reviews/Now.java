package org.kith.reviews;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.reviews.Review.Stage;

/**
 * What a review asks of one person now.
 *
 * @param words in one sentence
 * @param button what leads there, or empty when there is nothing to do
 * @param href where, or empty
 */
public record Now(String words, String button, String href) {

  /** What is asked of somebody who takes part. */
  public static Now of(Handle h, Review review, Person me) {
    String at = "/reviews/" + review.id();
    boolean leads = review.ledBy(me);
    boolean takesPart = Review.voice(h, review.id(), me).isPresent();
    return switch (review.stage()) {
      case PREPARE -> leads ? prepare(h, review, at) : nothing("It is being prepared.");
      case SAY_FIRST -> {
        if (takesPart && !said(h, review, me)) {
          yield new Now(
              "Say what you expect before anybody sees the new numbers.",
              "Say what you expect",
              at + "/say");
        }
        yield leads
            ? new Now(
                "You have said what you expect. Close it when everybody has had the time.",
                "See whether everybody has",
                at + "/say")
            : nothing("You have said what you expect. The numbers open once everybody could.");
      }
      case PROVIDERS_LOOK -> {
        if (Reviews.provider(h, review.id(), me)) {
          yield new Now(
              "You look first. Say what a number leaves out, before others read it.",
              "Look at the numbers",
              at + "/look");
        }
        yield leads
            ? new Now(
                "Those who provide are looking. Open it to everybody when they have had the time.",
                "What they have added",
                at + "/look")
            : nothing("Those who provide are looking first. It opens to you after them.");
      }
      case LOOK -> new Now("The numbers are open. Look at them.", "Look", at + "/look");
      case READ_ALONE ->
          new Now(
              "Write what you read in the numbers, before you see what others read.",
              "Read alone",
              at + "/read");
      case TOGETHER -> new Now("The readings are open.", "Read together", at + "/together");
      case PUBLISHED ->
          new Now("The account is published.", "Read the account", "/accounts/" + review.id());
    };
  }

  private static Now prepare(Handle h, Review review, String at) {
    List<String> missing = Preparing.missing(h, review);
    return new Now(
        missing.isEmpty()
            ? "All is prepared. Open it for people to say what they expect."
            : "Prepare it. First " + missing.get(0) + ".",
        "Prepare it",
        at + "/prepare");
  }

  private static Now nothing(String words) {
    return new Now(words, "", "");
  }

  private static boolean said(Handle h, Review review, Person me) {
    return Predictions.mine(h, review, me).size() >= Reviews.questions(h, review.id()).size();
  }

  /** Whether everybody invited has said something of every question. */
  public static boolean everybodySaid(Handle h, Review review) {
    int asked = Reviews.questions(h, review.id()).size();
    int people = Reviews.participants(h, review.id()).size();
    int said =
        h.createQuery(
                "select count(*) from prediction p join review_question q on q.id = p.question"
                    + " where q.review = :review")
            .bind("review", review.id())
            .mapTo(int.class)
            .one();
    return review.stage().after(Stage.PREPARE) && said >= asked * people;
  }
}
