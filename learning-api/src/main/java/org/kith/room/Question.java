package org.kith.room;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reviews.Review;

/**
 * What the room is asked.
 *
 * @param position 1, 2, 3 …
 * @param figure address of a figure in the pack's snapshot, or null
 */
public record Question(String id, int position, String words, String figure) {

  /** Every question of a review, in the order asked. */
  public static List<Question> of(Handle h, Review review) {
    return h.createQuery(
            "select id, position, words, figure from review_question where review = :review"
                + " order by position")
        .bind("review", review.id())
        .map(
            (row, ctx) ->
                new Question(
                    row.getString("id"),
                    row.getInt("position"),
                    row.getString("words"),
                    row.getString("figure")))
        .list();
  }

  /**
   * One question of a review.
   *
   * @throws ProblemException if it has none of that id
   */
  public static Question one(Handle h, Review review, String id) {
    return of(h, review).stream()
        .filter(q -> q.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "This review has no question of that id."));
  }
}
