package org.kith.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * A learning review. Its times, which are milliseconds since 1970 or null while they have not come,
 * say where it is; what was once opened is not closed again.
 *
 * @param commissioner id of the person who prepares it
 * @param notFor what it will not be used for
 * @param place id, or null for everywhere
 * @param follows id of the review before, or null
 * @param meetsOn ISO day, or null
 * @param beforeSnapshot what everybody can read while predictions are made
 * @param snapshot the evidence pack's, sealed from {@code saidOpened} until {@code looked}
 * @param showing number of the question on the room's screen
 * @param timerEnds when the time for it is over, or null
 * @param timerLeft milliseconds left while it is paused, or null
 */
public record Review(
    String id,
    String name,
    String commissioner,
    String purpose,
    String notFor,
    String place,
    String fromWave,
    String toWave,
    String follows,
    String meetsOn,
    long created,
    int version,
    String beforeSnapshot,
    String snapshot,
    Long saidOpened,
    Long saidClosed,
    Long looked,
    Long aloneOpened,
    Long aloneClosed,
    Long published,
    int showing,
    Long timerEnds,
    Long timerLeft) {

  /** Where a review is. */
  public enum Stage {
    /** It is being prepared. */
    PREPARE("prepare", null),
    /** Everybody writes what they expect; new numbers are sealed. */
    SAY_FIRST("say-first", "said_opened"),
    /** Predictions are closed; providers look first and add context. */
    PROVIDERS_LOOK("providers-look", "said_closed"),
    /** Everybody looks. */
    LOOK("look", "looked"),
    /** Each reads alone. */
    READ_ALONE("read-alone", "alone_opened"),
    /** Readings are open: read together, decide, tell. */
    TOGETHER("together", "alone_closed"),
    /** The account is published. */
    PUBLISHED("published", "published");

    private final String id;
    private final String column;

    Stage(String id, String column) {
      this.id = id;
      this.column = column;
    }

    /** The name in addresses and answers. */
    public String id() {
      return id;
    }

    /** Where the store keeps when it came; null for the first. */
    String column() {
      return column;
    }

    /** Whether it comes after another. */
    public boolean after(Stage other) {
      return compareTo(other) > 0;
    }

    /** The stage that comes next; empty for the last. */
    Optional<Stage> next() {
      return Arrays.stream(values()).filter(s -> s.after(this)).findFirst();
    }

    /**
     * The stage with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Stage of(String id) {
      for (Stage stage : values()) {
        if (stage.id.equals(id)) {
          return stage;
        }
      }
      throw new IllegalArgumentException(
          "A stage is prepare, say-first, providers-look, look, read-alone, together or published,"
              + " not '"
              + id
              + "'.");
    }
  }

  /** Where it is, by the times that have come. */
  public Stage stage() {
    if (published != null) {
      return Stage.PUBLISHED;
    }
    if (aloneClosed != null) {
      return Stage.TOGETHER;
    }
    if (aloneOpened != null) {
      return Stage.READ_ALONE;
    }
    if (looked != null) {
      return Stage.LOOK;
    }
    if (saidClosed != null) {
      return Stage.PROVIDERS_LOOK;
    }
    return saidOpened == null ? Stage.PREPARE : Stage.SAY_FIRST;
  }

  /** Whether this person prepares and runs it. */
  public boolean ledBy(Person person) {
    return commissioner.equals(person.id());
  }

  /** The review with this id, whoever asks. */
  public static Optional<Review> find(Handle h, String id) {
    return h.createQuery("select * from review where id = :id")
        .bind("id", id)
        .map((row, ctx) -> of(row))
        .findOne();
  }

  /**
   * A review somebody takes part in or leads.
   *
   * @throws ProblemException if they do not, or if there is none: the same answer
   */
  public static Review mine(Handle h, String id, Person me) {
    return find(h, id)
        .filter(r -> r.ledBy(me) || voice(h, id, me).isPresent())
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "You take part in no review of that address."));
  }

  /**
   * A review this person leads.
   *
   * @throws ProblemException if they do not
   */
  public static Review led(Handle h, String id, Person me) {
    Review review = mine(h, id, me);
    if (!review.ledBy(me)) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOR_YOU, "Only whoever prepared this review can do that.");
    }
    return review;
  }

  /** The voice in which somebody was invited; empty when they were not. */
  public static Optional<Voice> voice(Handle h, String review, Person person) {
    return h.createQuery(
            "select voice from review_person where review = :review and person = :person")
        .bind("review", review)
        .bind("person", person.id())
        .mapTo(String.class)
        .findOne()
        .map(Voice::of);
  }

  static Review of(ResultSet row) throws SQLException {
    return new Review(
        row.getString("id"),
        row.getString("name"),
        row.getString("commissioner"),
        row.getString("purpose"),
        row.getString("not_for"),
        row.getString("place"),
        row.getString("from_wave"),
        row.getString("to_wave"),
        row.getString("follows"),
        row.getString("meets_on"),
        row.getLong("created"),
        row.getInt("version"),
        row.getString("before_snapshot"),
        row.getString("snapshot"),
        time(row, "said_opened"),
        time(row, "said_closed"),
        time(row, "looked"),
        time(row, "alone_opened"),
        time(row, "alone_closed"),
        time(row, "published"),
        row.getInt("showing"),
        time(row, "timer_ends"),
        time(row, "timer_left"));
  }

  private static Long time(ResultSet row, String column) throws SQLException {
    long time = row.getLong(column);
    return row.wasNull() ? null : time;
  }
}
