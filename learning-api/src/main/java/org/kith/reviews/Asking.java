package org.kith.reviews;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reviews.Reviews.Question;

/** What the room is asked, as long as nobody has been asked what they expect of it. */
public final class Asking {
  private Asking() {}

  /**
   * Adds a question at the end, once however often it is sent.
   *
   * @param figure address of an indicator, or null
   * @throws ProblemException if predictions are open
   */
  public static void ask(Handle h, Review review, String id, String words, String figure) {
    Preparing.beforeSaying(review, "What the room is asked");
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
    Preparing.beforeSaying(review, "What the room is asked");
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
    Preparing.beforeSaying(review, "What the room is asked");
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

  private static ProblemException noQuestion() {
    return ProblemException.of(Problem.Kind.NOT_FOUND, "There is no such question in this review.");
  }
}
