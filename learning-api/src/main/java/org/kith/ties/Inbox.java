package org.kith.ties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.reviews.Review;

/**
 * What waits for somebody.
 *
 * @param waiting what was raised to a cycle of theirs and waits for an answer, oldest first
 * @param trying what their cycles answered with "trying", oldest first
 * @param raised what they raised themselves, newest first
 * @param reviews what reviews ask of them now, the earliest to meet first
 */
public record Inbox(List<Tie> waiting, List<Tie> trying, List<Tie> raised, List<Asked> reviews) {

  /**
   * What a review asks of somebody now.
   *
   * @param what in plain words
   * @param meetsOn ISO day, or null
   */
  public record Asked(String review, String name, String what, String meetsOn) {}

  /** The inbox of somebody. */
  public static Inbox of(Handle h, Person me) {
    List<Tie> to = Ties.raisedTo(h, me);
    List<Tie> raised = new ArrayList<>(Ties.raisedBy(h, me));
    Collections.reverse(raised);
    return new Inbox(
        to.stream().filter(Tie::waits).toList(),
        to.stream().filter(t -> t.open() && !t.waits()).toList(),
        raised,
        reviews(h, me));
  }

  private static List<Asked> reviews(Handle h, Person me) {
    return h
        .createQuery(
            "select distinct r.id, r.meets_on, r.created from review r left join review_person p"
                + " on p.review = r.id and p.person = :me where r.published is null"
                + " and (p.person is not null or r.commissioner = :me)"
                + " order by r.meets_on nulls last, r.created, r.id")
        .bind("me", me.id())
        .mapTo(String.class)
        .list()
        .stream()
        .map(id -> Review.find(h, id).orElseThrow())
        .flatMap(r -> asked(h, r, me).stream())
        .toList();
  }

  private static Optional<Asked> asked(Handle h, Review review, Person me) {
    boolean invited = Review.voice(h, review.id(), me).isPresent();
    String what =
        switch (review.stage()) {
          case PREPARE ->
              review.ledBy(me) ? "You prepare it." : "You are invited. It is being prepared.";
          case SAY_FIRST ->
              invited && missing(h, "prediction", review, me)
                  ? "Say what you expect, before anything new is shown."
                  : "";
          case PROVIDERS_LOOK ->
              provider(h, review, me) ? "Look first, and add what others need to know." : "";
          case LOOK -> "Look at what came.";
          case READ_ALONE ->
              invited && missing(h, "reading", review, me)
                  ? "Write how you read it, alone, before you read it together."
                  : "";
          case TOGETHER ->
              accountWaits(h, review, me)
                  ? "Read the account, and say whether it is how it was."
                  : "Read it together, and decide.";
          case PUBLISHED -> "";
        };
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(new Asked(review.id(), review.name(), what, review.meetsOn()));
  }

  /** Whether a question has nothing of this person's; {@code table} is one of two of our own. */
  private static boolean missing(Handle h, String table, Review review, Person me) {
    return h.createQuery(
                "select count(*) from review_question q where q.review = :review and not exists"
                    + " (select 1 from "
                    + table
                    + " p where p.question = q.id and p.person = :me)")
            .bind("review", review.id())
            .bind("me", me.id())
            .mapTo(int.class)
            .one()
        > 0;
  }

  private static boolean provider(Handle h, Review review, Person me) {
    return h.createQuery(
                "select count(*) from review_person where review = :review and person = :me"
                    + " and provider = 1")
            .bind("review", review.id())
            .bind("me", me.id())
            .mapTo(int.class)
            .one()
        > 0;
  }

  private static boolean accountWaits(Handle h, Review review, Person me) {
    return h.createQuery(
                "select count(*) from account a where a.review = :review and a.version ="
                    + " (select max(b.version) from account b where b.review = a.review)"
                    + " and exists (select 1 from review_person p where p.review = a.review"
                    + " and p.person = :me and p.came = 1) and not exists (select 1 from"
                    + " account_voice v where v.review = a.review and v.version = a.version"
                    + " and v.person = :me)")
            .bind("review", review.id())
            .bind("me", me.id())
            .mapTo(int.class)
            .one()
        > 0;
  }
}
