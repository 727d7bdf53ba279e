package org.kith.pages;

import java.text.BreakIterator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.access.Visitor;
import org.kith.cycles.Scale;
import org.kith.people.Person;
import org.kith.reviews.Review;
import org.kith.store.Store;
import org.kith.words.Numbers;

/**
 * What goes on, for the first page: what was learned last, which everybody reads; and for somebody
 * who is signed in their cycles, what the next review asks of them, and what waits for an answer.
 *
 * @param learned the account that was published last, or null
 * @param cycles theirs, by name
 * @param review the next of theirs, or null
 * @param waiting what waits in their inbox, in a sentence, or empty
 */
record HomeNow(Learned learned, List<Mine> cycles, Next review, String waiting) {

  /**
   * A published account.
   *
   * @param words its first sentences
   * @param day of publication, in words
   */
  record Learned(String name, String words, String day, String path) {}

  /**
   * A learning cycle of theirs.
   *
   * @param purpose its latest wording, or empty
   */
  record Mine(String name, String scale, String purpose, String path) {}

  /**
   * A review that goes on.
   *
   * @param meets when it meets, in words, or empty
   * @param asked what it asks of them now
   */
  record Next(String name, String meets, String asked, String path) {}

  private static final HomeNow NOTHING = new HomeNow(null, List.of(), null, "");
  private static final int LETTERS = 280;

  HomeNow {
    cycles = List.copyOf(cycles);
  }

  /** Where there is no store. */
  static HomeNow nothing() {
    return NOTHING;
  }

  /** For whoever asks. */
  static HomeNow of(Store store, Clock clock, Visitor visitor) {
    return store.read(
        h -> {
          Learned learned = learned(h).orElse(null);
          if (!visitor.signedIn()) {
            return new HomeNow(learned, List.of(), null, "");
          }
          Person me = visitor.me();
          return new HomeNow(
              learned, cycles(h, me), next(h, me).orElse(null), waiting(h, me, clock.instant()));
        });
  }

  private static Optional<Learned> learned(Handle h) {
    return h.createQuery(
            "select r.id, r.name, r.published, a.summary from review r join account a on a.review ="
                + " r.id where r.published is not null and a.version = (select max(b.version) from"
                + " account b where b.review = r.id) order by r.published desc, r.id limit 1")
        .map(
            (row, ctx) ->
                new Learned(
                    row.getString("name"),
                    opening(row.getString("summary")),
                    Frame.DAY.format(Instant.ofEpochMilli(row.getLong("published"))),
                    "/accounts/" + row.getString("id")))
        .findOne();
  }

  /** Whole sentences from the beginning, and at least one. */
  static String opening(String words) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.UK);
    sentences.setText(words);
    int end = sentences.next();
    for (int next = sentences.next();
        next != BreakIterator.DONE && next <= LETTERS;
        next = sentences.next()) {
      end = next;
    }
    return end == BreakIterator.DONE ? words : words.substring(0, end).strip();
  }

  private static List<Mine> cycles(Handle h, Person me) {
    return h.createQuery(
            "select c.id, c.name, c.scale, p.words from cycle c join cycle_member m on m.cycle ="
                + " c.id left join purpose p on p.cycle = c.id and p.version = (select"
                + " max(q.version) from purpose q where q.cycle = c.id) where m.person = :me and"
                + " c.ended is null order by lower(c.name), c.id")
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                new Mine(
                    row.getString("name"),
                    Scale.of(row.getString("scale")).words(),
                    Optional.ofNullable(row.getString("words")).orElse(""),
                    "/cycles/" + row.getString("id")))
        .list();
  }

  /** The one that meets first; those without a day come after. */
  private static Optional<Next> next(Handle h, Person me) {
    return h.createQuery(
            "select r.id from review r where r.published is null and (r.commissioner = :me or"
                + " exists (select 1 from review_person p where p.review = r.id and p.person ="
                + " :me)) order by case when r.meets_on is null then 1 else 0 end, r.meets_on,"
                + " r.created, r.id limit 1")
        .bind("me", me.id())
        .mapTo(String.class)
        .findOne()
        .flatMap(id -> Review.find(h, id))
        .map(
            review ->
                new Next(
                    review.name(),
                    review.meetsOn() == null
                        ? ""
                        : "It meets on " + day(LocalDate.parse(review.meetsOn())) + ".",
                    asked(review, review.ledBy(me)),
                    "/reviews/" + review.id()));
  }

  private static String asked(Review review, boolean leads) {
    return switch (review.stage()) {
      case PREPARE ->
          leads
              ? "You are preparing it."
              : "You are invited. It is being prepared, and asks nothing of you yet.";
      case SAY_FIRST -> "It asks what you expect, before the new numbers are opened.";
      case PROVIDERS_LOOK -> "Those whose work it is about look first and add what is missing.";
      case LOOK -> "The numbers are open. It asks you to look.";
      case READ_ALONE -> "It asks how you read them, alone, before anybody reads aloud.";
      case TOGETHER -> "You read together, decide, and say what is to be told.";
      case PUBLISHED -> "";
    };
  }

  private static String day(LocalDate day) {
    return Frame.DAY.format(day.atStartOfDay(java.time.ZoneOffset.UTC));
  }

  private record Raised(int number, long first) {}

  /** What was raised to their cycles and has no answer at all. */
  private static String waiting(Handle h, Person me, Instant now) {
    Raised raised =
        h.createQuery(
                "select count(*) as n, min(t.raised) as oldest from tie t join cycle_member m on"
                    + " m.cycle = t.to_cycle where m.person = :me and not exists (select 1 from"
                    + " tie_reply r where r.tie = t.id)")
            .bind("me", me.id())
            .map((row, ctx) -> new Raised(row.getInt("n"), row.getLong("oldest")))
            .one();
    if (raised.number() == 0) {
      return "";
    }
    long days = Duration.between(Instant.ofEpochMilli(raised.first()), now).toDays();
    String since =
        days < 1
            ? "since today"
            : "for " + (days == 1 ? "a day" : Numbers.small((int) days) + " days");
    return raised.number() == 1
        ? "Something was raised to a cycle of yours and has waited " + since + " for an answer."
        : Numbers.capital(Numbers.small(raised.number()))
            + " things were raised to cycles of yours and wait for an answer, the oldest "
            + since
            + ".";
  }
}
