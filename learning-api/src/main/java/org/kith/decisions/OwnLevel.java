package org.kith.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reviews.Review;
import org.kith.room.Edited;

/**
 * What whoever commissioned a review answers for at their own level. What is not answered stands
 * there as a question, for everybody in the review to see.
 */
public final class OwnLevel {
  private OwnLevel() {}

  /** What is asked of them. */
  public enum Kind {
    RULE("rule", "Which rule got in the way?"),
    FORM("form", "Which form or letter got in the way?"),
    FUNDING("funding", "What in the funding got in the way?"),
    CHANGED("changed", "What have you changed since last time?");

    private final String id;
    private final String asks;

    Kind(String id, String asks) {
      this.id = id;
      this.asks = asks;
    }

    /** The name in addresses and tables. */
    public String id() {
      return id;
    }

    /** The question to them. */
    public String asks() {
      return asks;
    }

    /**
     * The kind with this id.
     *
     * @throws ProblemException if there is none
     */
    public static Kind of(String id) {
      return Arrays.stream(values())
          .filter(k -> k.id.equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  ProblemException.of(
                      Problem.Kind.NOT_ACCEPTED,
                      "“kind” is one of: rule, form, funding, changed."));
    }
  }

  /**
   * A question and its answer.
   *
   * @param words empty while it is not answered
   * @param version 0 while it is not answered
   */
  public record Answer(Kind kind, String words, int version) {
    /** Whether nothing is said to it yet. */
    public boolean open() {
      return words.isEmpty();
    }
  }

  /** All that is asked of them, answered or not, always in the same order. */
  public static List<Answer> of(Handle h, String review) {
    Map<String, Answer> given = new TreeMap<>();
    h.createQuery("select * from own_level where review = :review")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Answer(
                    Kind.of(row.getString("kind")), row.getString("words"), row.getInt("version")))
        .forEach(a -> given.put(a.kind().id(), a));
    return Arrays.stream(Kind.values())
        .map(k -> given.getOrDefault(k.id(), new Answer(k, "", 0)))
        .toList();
  }

  /**
   * Keeps an answer, or another in its place.
   *
   * @param review that whoever answers leads
   * @param version looked at, 0 for the first words
   */
  public static Edited<Answer> say(
      Handle h, Review review, Kind kind, String words, int version, long now) {
    if (review.published() != null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "The account of this review is published, and stays as it is.");
    }
    String given = Form.needed(words, "your answer", "words");
    h.createUpdate(
            version == 0
                ? "insert into own_level (review, kind, words, changed) values (:review, :kind,"
                    + " :words, :now) on conflict (review, kind) do nothing"
                : "update own_level set words = :words, changed = :now, version = version + 1"
                    + " where review = :review and kind = :kind and version = "
                    + version)
        .bind("review", review.id())
        .bind("kind", kind.id())
        .bind("words", given)
        .bind("now", now)
        .execute();
    Answer kept =
        of(h, review.id()).stream().filter(a -> a.kind() == kind).findFirst().orElseThrow();
    return new Edited<>(kept.words().equals(given), kept);
  }
}
