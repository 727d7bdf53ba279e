package org.kith.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Voice;
import org.kith.reviews.Review;
import org.kith.reviews.Reviews;

/**
 * What each reads in a figure alone. Until readings are opened, for good and for everybody at once,
 * a reading is given to nobody but its author: not to whoever prepared the review, and not as a
 * count that says who has written.
 */
public final class Readings {
  private Readings() {}

  /**
   * One's own reading.
   *
   * @param words empty where nothing is written yet
   * @param version 0 where nothing is written yet
   * @param fitsNone whether its author set it beside the others as fitting none of them
   */
  public record Mine(String question, String id, String words, int version, boolean fitsNone) {}

  /**
   * What is sent.
   *
   * @param id that the sender made
   * @param version looked at, 0 for the first words
   */
  public record Sent(String id, String question, String words, int version) {}

  /** One's own readings by question; a question without one is left out. */
  public static Map<String, Mine> mine(Handle h, Seat seat) {
    return h
        .createQuery(
            "select r.* from reading r join review_question q on q.id = r.question"
                + " where q.review = :review and r.person = :me")
        .bind("review", seat.review().id())
        .bind("me", seat.person().id())
        .map(
            (row, ctx) ->
                new Mine(
                    row.getString("question"),
                    row.getString("id"),
                    row.getString("words"),
                    row.getInt("version"),
                    row.getInt("fits_none") == 1))
        .list()
        .stream()
        .collect(Collectors.toMap(Mine::question, Function.identity()));
  }

  /**
   * Keeps what somebody reads alone, or other words of theirs in its place.
   *
   * @throws ProblemException if it is not the time for it, or there is no such question
   */
  public static Edited<Mine> write(Handle h, Seat seat, Sent sent, long now) {
    alone(seat.review());
    seat.question(h, sent.question());
    String words = Form.needed(sent.words(), "what you read in it", "words");
    if (sent.version() == 0) {
      add(h, seat, sent, words, now);
    } else {
      h.createUpdate(
              "update reading set words = :words, changed = :now, version = version + 1"
                  + " where question = :question and person = :me and version = :version")
          .bind("words", words)
          .bind("now", now)
          .bind("question", sent.question())
          .bind("me", seat.person().id())
          .bind("version", sent.version())
          .execute();
    }
    Mine kept =
        Optional.ofNullable(mine(h, seat).get(sent.question()))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_ACCEPTED,
                        "Nothing is written there yet that could be changed."));
    // The same words sent again are kept, by whichever of the two they came.
    return new Edited<>(kept.words().equals(words), kept);
  }

  private static void add(Handle h, Seat seat, Sent sent, String words, long now) {
    h.createUpdate(
            "insert into reading (id, question, person, voice, words, at, changed)"
                + " values (:id, :question, :me, :voice, :words, :now, :now)"
                + " on conflict do nothing")
        .bind("id", Form.uuid(sent.id()))
        .bind("question", sent.question())
        .bind("me", seat.person().id())
        .bind("voice", seat.voice().id())
        .bind("words", words)
        .bind("now", now)
        .execute();
  }

  private static void alone(Review review) {
    if (review.aloneOpened() == null) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "It is not yet the time to read alone.");
    }
    if (review.aloneClosed() != null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Readings are open and stay as they were written. What you see now belongs in the room's"
              + " notes.");
    }
  }

  /**
   * Sets one's own reading beside the others as fitting none of them, or back.
   *
   * @throws ProblemException if readings are not open, or there is none of theirs
   */
  public static Mine fitsNone(Handle h, Seat seat, String question, boolean none) {
    seat.atWork();
    int set =
        h.createUpdate(
                "update reading set fits_none = :none where question = :question and person = :me"
                    + " and question in (select id from review_question where review = :review)")
            .bind("none", none ? 1 : 0)
            .bind("question", question)
            .bind("me", seat.person().id())
            .bind("review", seat.review().id())
            .execute();
    if (set == 0) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND, "You wrote no reading of a question of that id.");
    }
    return mine(h, seat).get(question);
  }

  /**
   * Opens the readings to everybody in the review, for good. Opening them again changes nothing.
   *
   * @throws ProblemException if reading alone has not begun
   */
  public static void open(Handle h, Seat leader, long now) {
    if (leader.review().aloneOpened() == null) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "It is not yet the time to read alone.");
    }
    Reviews.advance(h, leader.review(), Review.Stage.TOGETHER, leader.person().id(), now);
  }

  /**
   * Who has written, as far as it may be said: a number only where neither those who have nor those
   * who have not are few enough to be told apart.
   *
   * @param people k
   */
  public static String standing(Handle h, Review review, int people) {
    int invited = count(h, review, "");
    int written =
        count(
            h,
            review,
            " and exists (select 1 from reading r join review_question q on q.id = r.question"
                + " where q.review = p.review and r.person = p.person)");
    return standing(written, invited, people + 1);
  }

  static String standing(int written, int invited, int limit) {
    if (invited > 0 && written == invited) {
      return "Everybody has written.";
    }
    return written >= limit && invited - written >= limit
        ? written + " of " + invited + " have written."
        : "Not everybody has written yet.";
  }

  private static int count(Handle h, Review review, String also) {
    return h.createQuery(
            "select count(*) from review_person p where p.review = :review and p.came = 1" + also)
        .bind("review", review.id())
        .mapTo(int.class)
        .one();
  }

  /**
   * Every reading of a question, in no order that says who wrote first.
   *
   * @throws ProblemException if readings are not open
   */
  public static List<Reading> opened(Handle h, Review review, String question) {
    if (review.aloneClosed() == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Readings are not open yet. Whoever prepared the review opens them for everybody at"
              + " once.");
    }
    // Ids are made by chance.
    return new ArrayList<>(
        h.createQuery(
                "select r.* from reading r join review_question q on q.id = r.question"
                    + " where q.review = :review and r.question = :question order by r.id")
            .bind("review", review.id())
            .bind("question", question)
            .map(
                (row, ctx) ->
                    new Reading(
                        row.getString("id"),
                        row.getString("person"),
                        Voice.of(row.getString("voice")),
                        row.getString("words"),
                        row.getInt("fits_none") == 1))
            .list());
  }
}
