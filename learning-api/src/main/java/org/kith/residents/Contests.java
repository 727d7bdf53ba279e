package org.kith.residents;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.kith.audit.Audit;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * "That is not how it was": what people who answered say of an account or of what is shown of their
 * answers. Somebody reads it before it is shown, so that nobody can be known by it, and says why
 * when it is kept back. It stands beside no code and no time but a day.
 */
public final class Contests {
  /** Most letters of one. */
  public static final int LETTERS = 2_000;

  /** What waits to be read; when there is more, nothing more is taken. */
  static final int MOST_WAITING = 500;

  private static final int MOST_READ = 50;

  /** Whether one is shown. */
  public enum State {
    /** Nobody has read it. */
    WAITING("waiting"),
    /** It stands beside what it is about. */
    SHOWN("shown"),
    /** It is not shown, because of something. */
    KEPT_BACK("kept back");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /** The name in tables. */
    public String id() {
      return id;
    }

    static State of(String id) {
      for (State state : values()) {
        if (state.id.equals(id)) {
          return state;
        }
      }
      throw new IllegalArgumentException("No state of a contest: " + id);
    }
  }

  /**
   * One of them.
   *
   * @param about the address of the page that it speaks to, such as {@code /accounts/…} or {@code
   *     /constructs/belonging}, or empty where it speaks to all of it
   * @param day ISO day
   * @param because why it is kept back, or empty
   */
  public record Contest(
      String id, String about, String words, String day, State state, String because) {}

  /** As it is shown: the words and the day, and no more. */
  public record Shown(String words, String day) {}

  private static final String ACCOUNTS = "/accounts/";

  private Contests() {}

  /**
   * Keeps what somebody says, once, however often it is sent.
   *
   * @param id made by the page
   * @param about address of a published account or of a construct's page, or empty
   * @throws ProblemException if there are no words or too many, or if nobody keeps up with reading
   */
  static void add(Handle h, String id, String about, String words, String day) {
    String said = words == null ? "" : words.strip();
    if (said.isEmpty()) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "Write how it was.");
    }
    if (said.length() > LETTERS) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "It takes at most %,d letters; this has %,d. Nothing is lost: shorten it and send it again."
              .formatted(LETTERS, said.length()));
    }
    int waiting =
        h.createQuery("select count(*) from contest where state = 'waiting'")
            .mapTo(Integer.class)
            .one();
    if (waiting >= MOST_WAITING) {
      throw ProblemException.of(
          Problem.Kind.TOO_MANY,
          "Many people have written, and their words are still being read. Nothing is lost: try"
              + " again in some days.");
    }
    boolean account = about.startsWith(ACCOUNTS);
    h.createUpdate(
            "insert into contest (id, review, figure, words, day, state)"
                + " values (:id, :review, :figure, :words, :day, 'waiting')"
                + " on conflict (id) do nothing")
        .bind("id", id)
        .bind("review", account ? about.substring(ACCOUNTS.length()) : null)
        .bind("figure", account || about.isEmpty() ? null : about)
        .bind("words", said)
        .bind("day", day)
        .execute();
  }

  /** What waits to be read, by day. */
  public static List<Contest> waiting(Handle h) {
    return h.createQuery("select * from contest where state = 'waiting' order by day, id")
        .map(mapper())
        .list();
  }

  /** What was read, the latest day first. */
  public static List<Contest> read(Handle h) {
    return h.createQuery(
            "select * from contest where state <> 'waiting' order by day desc, id limit :most")
        .bind("most", MOST_READ)
        .map(mapper())
        .list();
  }

  /**
   * What may be shown beside an account or a figure.
   *
   * @param about id of the review whose account it is, or the address of a construct's page
   */
  public static List<Shown> shown(Handle h, String about) {
    return h.createQuery(
            "select words, day from contest where state = 'shown'"
                + " and (review = :about or figure = :about) order by day, id")
        .bind("about", about)
        .map((row, ctx) -> new Shown(row.getString("words"), row.getString("day")))
        .list();
  }

  /**
   * Shows one, or keeps it back with a reason, for whoever reads it.
   *
   * @throws ProblemException if it is not there, if somebody decided meanwhile, or if there is no
   *     reason to keep it back
   */
  public static void decide(
      Handle h, String reader, String id, State state, String because, long now) {
    String reason = because == null ? "" : because.strip();
    if (state == State.KEPT_BACK && reason.isEmpty()) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "Write why it is kept back.");
    }
    int changed =
        h.createUpdate(
                "update contest set state = :state, reader = :reader, because = :because"
                    + " where id = :id and state = 'waiting'")
            .bind("state", state.id())
            .bind("reader", reader)
            .bind("because", state == State.KEPT_BACK ? reason : "")
            .bind("id", id)
            .execute();
    if (changed == 1) {
      Audit.Action action =
          state == State.SHOWN ? Audit.Action.CONTEST_SHOWN : Audit.Action.CONTEST_KEPT_BACK;
      Audit.add(h, reader, action, id, now);
      return;
    }
    Contest there =
        find(h, id)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_FOUND, "There is no such word of anybody."));
    if (there.state() != state) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT,
          there.state() == State.SHOWN
              ? "Somebody else has read it meanwhile, and it is shown. Nothing was overwritten."
              : "Somebody else has read it meanwhile and keeps it back, because: "
                  + there.because()
                  + " Nothing was overwritten.");
    }
  }

  private static Optional<Contest> find(Handle h, String id) {
    return h.createQuery("select * from contest where id = :id")
        .bind("id", id)
        .map(mapper())
        .findOne();
  }

  private static RowMapper<Contest> mapper() {
    return (row, ctx) -> {
      String review = row.getString("review");
      String figure = row.getString("figure");
      return new Contest(
          row.getString("id"),
          review != null ? ACCOUNTS + review : figure == null ? "" : figure,
          row.getString("words"),
          row.getString("day"),
          State.of(row.getString("state")),
          row.getString("because"));
    };
  }
}
