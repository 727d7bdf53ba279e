package org.kith.room;

import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Review;
import org.kith.reviews.Reviews;

/**
 * Somebody in a review.
 *
 * @param voice in which they speak; whoever prepared it and is not among the invited speaks as a
 *     commissioner
 * @param leads whether they prepared it, and so run the room's screen
 */
public record Seat(Review review, Person person, Voice voice, boolean leads) {

  /**
   * Their seat.
   *
   * @throws ProblemException if they take no part in such a review, or if there is none
   */
  public static Seat of(Handle h, String review, Person me) {
    Review found = Review.mine(h, review, me);
    return new Seat(
        found, me, Review.voice(h, review, me).orElse(Voice.COMMISSIONER), found.ledBy(me));
  }

  /**
   * The seat of whoever prepared it.
   *
   * @throws ProblemException if somebody else asks
   */
  public static Seat led(Handle h, String review, Person me) {
    Review.led(h, review, me);
    return of(h, review, me);
  }

  /**
   * One question of the review.
   *
   * @throws ProblemException if it has none of that id
   */
  public Reviews.Question question(Handle h, String id) {
    return Reviews.questions(h, review.id()).stream()
        .filter(q -> q.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "This review has no question of that id."));
  }

  /**
   * This seat, if readings are open.
   *
   * @throws ProblemException if each still reads alone
   */
  public Seat together() {
    if (review.aloneClosed() == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Readings are not open yet. Whoever prepared the review opens them for everybody at"
              + " once.");
    }
    return this;
  }

  /**
   * This seat, if readings are open and the account is not published.
   *
   * @throws ProblemException if it is too early or too late
   */
  public Seat atWork() {
    together();
    if (review.published() != null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "The account of this review is published, and stays as it is. What is new belongs in the"
              + " next review.");
    }
    return this;
  }
}
