package org.kith.residents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.resident.Consents.Audience;

/**
 * The consent ledger: for each kind of data and each audience, whether and until when somebody
 * allows it. Rows are only ever added, and the last one holds until its day; while nothing is said,
 * it is allowed, because they were asked when they answered or shared.
 */
public final class Ledger {
  /** Whose consent it is. */
  public enum Kind {
    /** Somebody known by nothing but the print of their code. */
    RESIDENT("resident"),
    /** Somebody who takes part. */
    PERSON("person");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** What they decide on. */
    public List<Category> categories() {
      return this == RESIDENT ? List.of(Category.ANSWERS) : List.of(Category.TAPS, Category.WORDS);
    }
  }

  /** Of what. */
  public enum Category {
    /** Answers to a survey. */
    ANSWERS("answers"),
    /** What was tapped in reflections that are shared. */
    TAPS("taps"),
    /** The words of reflections that are shared with a cycle. */
    WORDS("words");

    private final String id;

    Category(String id) {
      this.id = id;
    }

    /** The name in addresses and tables. */
    public String id() {
      return id;
    }
  }

  /**
   * One line of it.
   *
   * @param allowed whether it was allowed
   * @param until ISO day, the last on which it holds, or null for as long as nothing else is said
   * @param day ISO day on which it was said, or null while nothing was
   */
  public record Line(
      Category category, Audience audience, boolean allowed, String until, String day) {
    /** Whether it is allowed on a day. */
    public boolean allows(LocalDate today) {
      return allowed && (until == null || !today.isAfter(LocalDate.parse(until)));
    }

    private boolean same(Line other) {
      return allowed == other.allowed
          && (until == null ? other.until == null : until.equals(other.until));
    }
  }

  private Ledger() {}

  /** What holds now, in a fixed order, said or not. */
  public static List<Line> now(Handle h, Kind kind, String subject) {
    List<Line> said = history(h, kind, subject);
    List<Line> now = new ArrayList<>();
    for (Category category : kind.categories()) {
      for (Audience audience : Audience.values()) {
        Line usual = new Line(category, audience, true, null, null);
        now.add(last(said, category, audience).orElse(usual));
      }
    }
    return now;
  }

  private static Optional<Line> last(List<Line> said, Category category, Audience audience) {
    return said.stream()
        .filter(l -> l.category() == category && l.audience() == audience)
        .reduce((one, next) -> next);
  }

  /** All that was ever said, the first first. */
  public static List<Line> history(Handle h, Kind kind, String subject) {
    return h.createQuery(
            "select category, audience, allowed, until, day from consent"
                + " where subject = :subject and kind = :kind order by sequence, id")
        .bind("subject", subject)
        .bind("kind", kind.id)
        .map(
            (row, ctx) ->
                new Line(
                    category(row.getString("category")),
                    audience(row.getString("audience")),
                    row.getInt("allowed") == 1,
                    row.getString("until"),
                    row.getString("day")))
        .list();
  }

  /**
   * Says something new. Saying again what holds adds no line.
   *
   * @param until ISO day, or null; it means nothing of what is not allowed
   * @throws ProblemException if the day is over
   */
  public static void say(
      Handle h,
      Kind kind,
      String subject,
      Category category,
      Audience audience,
      boolean allowed,
      String until,
      LocalDate today) {
    if (allowed && until != null && LocalDate.parse(until).isBefore(today)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "That day is over. Choose one that is still to come.");
    }
    Line line = new Line(category, audience, allowed, allowed ? until : null, today.toString());
    Optional<Line> before = last(history(h, kind, subject), category, audience);
    if (before.isPresent() ? before.get().same(line) : line.allowed() && line.until() == null) {
      return;
    }
    h.createUpdate(
            "insert into consent (id, subject, kind, category, audience, allowed, until, day,"
                + " sequence) values (:id, :subject, :kind, :category, :audience, :allowed, :until,"
                + " :day, (select coalesce(max(sequence), 0) + 1 from consent"
                + " where subject = :subject))")
        .bind("id", UUID.randomUUID().toString())
        .bind("subject", subject)
        .bind("kind", kind.id)
        .bind("category", category.id())
        .bind("audience", audience.id())
        .bind("allowed", allowed ? 1 : 0)
        .bind("until", line.until())
        .bind("day", line.day())
        .execute();
  }

  /** Whether somebody's things of a category may leave for an audience on a day. */
  public static boolean mayLeave(
      Handle h, Kind kind, String subject, Category category, Audience audience, LocalDate today) {
    return last(history(h, kind, subject), category, audience)
        .map(line -> line.allows(today))
        .orElse(true);
  }

  /**
   * Everybody who ever said something, with what they said last of each, in an order that tells
   * nothing.
   */
  public static List<Said> all(Handle h, Kind kind) {
    return h
        .createQuery("select distinct subject from consent where kind = :kind")
        .bind("kind", kind.id)
        .mapTo(String.class)
        .list()
        .stream()
        .sorted(Comparator.naturalOrder())
        .flatMap(
            subject ->
                now(h, kind, subject).stream()
                    .filter(line -> line.day() != null)
                    .map(line -> new Said(subject, line)))
        .toList();
  }

  /** Whose line. */
  public record Said(String subject, Line line) {}

  /** The category of this name. */
  public static Category category(String id) {
    return Stream.of(Category.values())
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown("category", "answers, taps or words"));
  }

  /** The audience of this name. */
  public static Audience audience(String id) {
    return Stream.of(Audience.values())
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown("audience", "tables or research"));
  }

  private static ProblemException unknown(String what, String words) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, "The " + what + " is " + words + ".");
  }
}
