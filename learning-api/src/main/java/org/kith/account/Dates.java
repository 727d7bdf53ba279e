package org.kith.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.reviews.Review;

/** The days that somebody may want in their calendar. No name of anybody is in them. */
final class Dates {
  private Dates() {}

  /**
   * A day.
   *
   * @param uid the same for good, whatever changes
   * @param path where it is read
   * @param stamp milliseconds since 1970 of when it was last written down
   * @param sequence how often it was changed
   */
  record Date(String uid, LocalDate day, String summary, String path, long stamp, int sequence) {}

  /** Those of one person: reviews they are in, experiments of their cycles, promises they hold. */
  static List<Date> of(Handle h, Person me) {
    List<Date> dates = new ArrayList<>();
    h.createQuery(
            "select r.* from review r where r.meets_on is not null and (r.commissioner = :me or"
                + " exists (select 1 from review_person p where p.review = r.id and p.person ="
                + " :me)) order by r.meets_on, r.id")
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                meeting(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("meets_on"),
                    row.getLong("created"),
                    row.getInt("version")))
        .forEach(dates::add);
    h.createQuery(
            "select e.* from experiment e join cycle_member m on m.cycle = e.cycle where m.person ="
                + " :me and e.look_on is not null and e.state in ('planned', 'trying') order by"
                + " e.look_on, e.id")
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                new Date(
                    "experiment-" + row.getString("id") + "@kith",
                    LocalDate.parse(row.getString("look_on")),
                    "Look again: " + row.getString("title"),
                    "/cycles/" + row.getString("cycle"),
                    row.getLong("changed"),
                    row.getInt("version") - 1))
        .forEach(dates::add);
    h.createQuery("select * from promise where person = :me and due is not null order by due, id")
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                new Date(
                    "promise-" + row.getString("id") + "@kith",
                    LocalDate.parse(row.getString("due")),
                    "Promised: " + row.getString("words"),
                    "/reviews/" + row.getString("review"),
                    row.getLong("at"),
                    0))
        .forEach(dates::add);
    return List.copyOf(dates);
  }

  /**
   * The day of a review.
   *
   * @throws ProblemException if this person takes no part in it, or it has no day
   */
  static Date of(Handle h, Person me, String id) {
    Review review = Review.mine(h, id, me);
    if (review.meetsOn() == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND, "This review has no day yet on which it meets.");
    }
    return meeting(id, review.name(), review.meetsOn(), review.created(), review.version());
  }

  private static Date meeting(String id, String name, String day, long created, int version) {
    return new Date(
        "review-" + id + "@kith",
        LocalDate.parse(day),
        "Learning review: " + name,
        "/reviews/" + id,
        created,
        version - 1);
  }
}
