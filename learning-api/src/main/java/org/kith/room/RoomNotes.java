package org.kith.room;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Voice;
import org.kith.reviews.Review;

/**
 * What the room writes down together. Everybody in it can add to it from where they sit, and change
 * what stands there, except a dissent, whose words are its author's. Nothing is ever gone: what is
 * taken off the screen stays in the record.
 */
public final class RoomNotes {
  private RoomNotes() {}

  /** What a note is. */
  public enum Kind {
    NOTICING("noticing", "What we noticed"),
    RIVAL("rival", "What else it could be"),
    APART("apart", "What would tell these readings apart"),
    DISSENT("dissent", "Dissent"),
    TELL("tell", "What we will tell whom");

    private final String id;
    private final String words;

    Kind(String id, String words) {
      this.id = id;
      this.words = words;
    }

    /** The name in addresses and tables. */
    public String id() {
      return id;
    }

    /** In plain words. */
    public String words() {
      return words;
    }

    /**
     * The kind with this id.
     *
     * @throws ProblemException if there is none
     */
    public static Kind of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "“kind” is one of: noticing, rival, apart, dissent, tell.");
    }
  }

  /**
   * One note.
   *
   * @param question it was written at, or null
   * @param whom we will tell, or empty
   * @param voice in which a dissent was written; null of what is the room's
   * @param yours whether whoever looks wrote it
   */
  public record Note(
      String id,
      String question,
      Kind kind,
      String words,
      String whom,
      Voice voice,
      boolean yours,
      int version) {

    /** Whether whoever looks may change it. */
    public boolean open() {
      return kind != Kind.DISSENT || yours;
    }
  }

  /**
   * What is sent.
   *
   * @param question or null
   * @param whom empty, unless the kind is tell
   */
  public record Sent(String id, String question, Kind kind, String words, String whom) {}

  /**
   * Those on the screen, the first written first; of one question and of none where one is given.
   */
  public static List<Note> of(Handle h, Seat seat, String question) {
    String only = question == null ? "" : " and (question = :question or question is null)";
    Query all =
        h.createQuery(
                "select * from room_note where review = :review and taken_off is null"
                    + only
                    + " order by at, id")
            .bind("review", seat.review().id());
    if (question != null) {
      all.bind("question", question);
    }
    return all.map((row, ctx) -> note(row, seat)).list();
  }

  /** Every note of a review, those taken off too, for its record. */
  public static List<Note> record(Handle h, Review review) {
    return h.createQuery("select * from room_note where review = :review order by at, id")
        .bind("review", review.id())
        .map((row, ctx) -> note(row, null))
        .list();
  }

  private static Note note(java.sql.ResultSet row, Seat seat) throws java.sql.SQLException {
    Kind kind = Kind.of(row.getString("kind"));
    return new Note(
        row.getString("id"),
        row.getString("question"),
        kind,
        row.getString("words"),
        row.getString("whom"),
        kind == Kind.DISSENT ? Voice.of(row.getString("voice")) : null,
        seat != null && row.getString("author").equals(seat.person().id()),
        row.getInt("version"));
  }

  /**
   * A note on the screen.
   *
   * @throws ProblemException if there is none of that id
   */
  public static Note one(Handle h, Seat seat, String id) {
    return find(h, seat, id).orElseThrow(RoomNotes::none);
  }

  private static ProblemException none() {
    return ProblemException.of(Problem.Kind.NOT_FOUND, "The room has no note of that id.");
  }

  private static Optional<Note> find(Handle h, Seat seat, String id) {
    return of(h, seat, null).stream().filter(n -> n.id().equals(id)).findFirst();
  }

  /**
   * Keeps a note once, however often it is sent.
   *
   * @throws ProblemException if it is not the time for it, or it has no words
   */
  public static Note add(Handle h, Seat seat, Sent sent, long now) {
    seat.atWork();
    String words = Form.needed(sent.words(), "what the room says", "words");
    String whom =
        sent.kind() == Kind.TELL ? Form.needed(sent.whom(), "whom we will tell", "whom") : "";
    if (sent.question() != null) {
      seat.question(h, sent.question());
    }
    String id = Form.uuid(sent.id());
    h.createUpdate(
            "insert into room_note (id, review, question, kind, words, whom, author, voice, at,"
                + " changed) values (:id, :review, :question, :kind, :words, :whom, :me, :voice,"
                + " :now, :now) on conflict (id) do nothing")
        .bind("id", id)
        .bind("review", seat.review().id())
        .bind("question", sent.question())
        .bind("kind", sent.kind().id())
        .bind("words", words)
        .bind("whom", whom)
        .bind("me", seat.person().id())
        .bind("voice", seat.voice().id())
        .bind("now", now)
        .execute();
    return find(h, seat, id)
        .filter(Note::yours)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.CONFLICT, "Another note has that id. Open the page again."));
  }

  /**
   * Puts other words in the place of a note's, if nobody else did so since it was looked at.
   *
   * @throws ProblemException if it is not theirs to change
   */
  public static Edited<Note> edit(
      Handle h, Seat seat, String id, String words, String whom, int version, long now) {
    seat.atWork();
    Note note = one(h, seat, id);
    own(note);
    String given = Form.needed(words, "what the room says", "words");
    String told = note.kind() == Kind.TELL ? Form.needed(whom, "whom we will tell", "whom") : "";
    int changed =
        h.createUpdate(
                "update room_note set words = :words, whom = :whom, changed = :now,"
                    + " version = version + 1 where id = :id and version = :version")
            .bind("words", given)
            .bind("whom", told)
            .bind("now", now)
            .bind("id", id)
            .bind("version", version)
            .execute();
    Note kept = one(h, seat, id);
    boolean same = kept.words().equals(given) && kept.whom().equals(told);
    return new Edited<>(changed == 1 || same, kept);
  }

  /**
   * Takes a note off the screen. It stays in the record.
   *
   * @throws ProblemException if it is not theirs to take off
   */
  public static void takeOff(Handle h, Seat seat, String id, long now) {
    seat.atWork();
    own(one(h, seat, id));
    h.createUpdate("update room_note set taken_off = :now, changed = :now where id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  private static void own(Note note) {
    if (!note.open()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "A dissent's words are those of whoever wrote it. Write your own beside it.");
    }
  }
}
