package org.kith.decisions;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/** Promises, both ways: by whom and to whom, in the words of those who make them. */
public final class Promises {
  private Promises() {}

  /**
   * One promise.
   *
   * @param by who promises, in words
   * @param to whom, in words
   * @param due ISO day, or null
   * @param yours whether whoever looks holds it
   */
  public record Promise(String id, String by, String to, String words, String due, boolean yours) {}

  /**
   * What is sent.
   *
   * @param mine whether whoever sends it holds it
   */
  public record Sent(String id, String by, String to, String words, String due, boolean mine) {}

  /** Every promise of a review, the first first. */
  public static List<Promise> of(Handle h, String review, String me) {
    return h.createQuery("select * from promise where review = :review order by at, id")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Promise(
                    row.getString("id"),
                    row.getString("by_whom"),
                    row.getString("to_whom"),
                    row.getString("words"),
                    row.getString("due"),
                    me.equals(row.getString("person"))))
        .list();
  }

  /**
   * Keeps a promise once, however often it is sent.
   *
   * @throws ProblemException if it does not say who promises what to whom
   */
  public static Promise add(Handle h, At at, Sent sent, long now) {
    String id = Form.uuid(sent.id());
    String words = Form.needed(sent.words(), "what is promised", "words");
    h.createUpdate(
            "insert into promise (id, review, by_whom, to_whom, words, due, person, at) values"
                + " (:id, :review, :by, :to, :words, :due, :person, :now)"
                + " on conflict (id) do nothing")
        .bind("id", id)
        .bind("review", at.review())
        .bind("by", Form.needed(sent.by(), "who promises", "by"))
        .bind("to", Form.needed(sent.to(), "to whom it is promised", "to"))
        .bind("words", words)
        .bind("due", sent.due())
        .bind("person", sent.mine() ? at.person().id() : null)
        .bind("now", now)
        .execute();
    return of(h, at.review(), at.person().id()).stream()
        .filter(p -> p.id().equals(id) && p.words().equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.CONFLICT, "Another promise has that id. Open the page again."));
  }
}
