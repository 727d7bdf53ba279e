package org.kith.reviews;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;

/** What providers add to the pack, who look at it first. It stands beside the figures. */
public final class PackContext {
  /**
   * A note.
   *
   * @param question the question it is about, or null for the pack as a whole
   * @param yours whether whoever reads it wrote it
   */
  public record Note(String id, String question, String words, Voice voice, boolean yours) {}

  private PackContext() {}

  /**
   * Adds a note, once however often it is sent.
   *
   * @param question id, or null for the pack as a whole
   * @throws ProblemException if they do not take part for a provider, or if it is not yet, or no
   *     longer, the time
   */
  public static void add(
      Handle h, Review review, Person me, String id, String question, String words, long now) {
    if (!Reviews.provider(h, review.id(), me)) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOR_YOU,
          "Those who provide look first and add what a number leaves out. Your reading comes next.");
    }
    if (!review.stage().after(Stage.SAY_FIRST) || review.stage() == Stage.PUBLISHED) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          review.stage() == Stage.PUBLISHED
              ? "The account of this review is published; its pack no longer changes."
              : "The pack opens to you once predictions are closed.");
    }
    if (question != null
        && Reviews.questions(h, review.id()).stream().noneMatch(q -> q.id().equals(question))) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND, "There is no such question in this review.");
    }
    int added =
        h.createUpdate(
                "insert into pack_context (id, review, question, words, author, voice, at) values"
                    + " (:id, :review, :question, :words, :me, :voice, :now) on conflict (id) do"
                    + " nothing")
            .bind("id", id)
            .bind("review", review.id())
            .bind("question", question)
            .bind("words", words)
            .bind("me", me.id())
            .bind("voice", Review.voice(h, review.id(), me).orElseThrow().id())
            .bind("now", now)
            .execute();
    if (added == 0 && of(h, review, me).stream().noneMatch(n -> n.id().equals(id) && n.yours())) {
      throw ProblemException.of(Problem.Kind.CONFLICT, "Open the page again and send it anew.");
    }
  }

  /** Everything that was added, in the order it was. */
  public static List<Note> of(Handle h, Review review, Person me) {
    return h.createQuery(
            "select id, question, words, voice, author from pack_context where review = :review"
                + " order by at, id")
        .bind("review", review.id())
        .map(
            (row, ctx) ->
                new Note(
                    row.getString("id"),
                    row.getString("question"),
                    row.getString("words"),
                    Voice.of(row.getString("voice")),
                    row.getString("author").equals(me.id())))
        .list();
  }
}
