package org.kith.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.people.Voice;
import org.kith.reviews.Review;

/** The statements on versions of an account and the answers to them. */
final class Versions {
  private Versions() {}

  /** The latest version; empty while nothing is written. */
  static Optional<Written> latest(Handle h, String review) {
    return h.createQuery(
            "select * from account where review = :review order by version desc limit 1")
        .bind("review", review)
        .map(
            (row, ctx) ->
                new Written(
                    row.getInt("version"),
                    row.getString("summary"),
                    learnings(h, review),
                    row.getString("data_notes"),
                    row.getString("author"),
                    row.getLong("at")))
        .findOne();
  }

  /** What was learned, in the order written. */
  static List<String> learnings(Handle h, String review) {
    return h.createQuery("select words from learning where review = :review order by position, id")
        .bind("review", review)
        .mapTo(String.class)
        .list();
  }

  /**
   * What a version says. A version that came into the store without it says what stands there now.
   */
  static Material material(Handle h, Review review, Written version) {
    return h.createQuery(
            "select material from account where review = :review and version = :version and"
                + " material is not null")
        .bind("review", review.id())
        .bind("version", version.version())
        .mapTo(String.class)
        .findOne()
        .map(Material::parse)
        .orElseGet(() -> Gathering.of(h, review, version));
  }

  /** Adds a version; whether it was added, and not somebody else's of that number before. */
  static boolean add(Handle h, Review review, Written version) {
    int added =
        h.createUpdate(
                "insert into account (review, version, summary, data_notes, material, author, at)"
                    + " values (:review, :version, :summary, :notes, :material, :author, :at)"
                    + " on conflict (review, version) do nothing")
            .bind("review", review.id())
            .bind("version", version.version())
            .bind("summary", version.summary())
            .bind("notes", version.dataNotes())
            .bind("material", Gathering.of(h, review, version).json())
            .bind("author", version.author())
            .bind("at", version.at())
            .execute();
    if (added == 0) {
      return false;
    }
    h.createUpdate("delete from learning where review = :review and approved is null")
        .bind("review", review.id())
        .execute();
    for (int i = 0; i < version.learnings().size(); i++) {
      h.createUpdate(
              "insert into learning (id, review, words, position, at) values (:id, :review, :words,"
                  + " :position, :at)")
          .bind("id", id(review.id(), version.version(), i))
          .bind("review", review.id())
          .bind("words", version.learnings().get(i))
          .bind("position", i + 1)
          .bind("at", version.at())
          .execute();
    }
    return true;
  }

  private static String id(String review, int version, int position) {
    String name = review + " " + version + " " + position;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Somebody's answer to a version. */
  record Answered(boolean approves, String words) {}

  static Optional<Answered> answer(Handle h, String review, int version, String person) {
    return h.createQuery(
            "select approves, words from account_voice where review = :review and version ="
                + " :version and person = :person")
        .bind("review", review)
        .bind("version", version)
        .bind("person", person)
        .map((row, ctx) -> new Answered(row.getInt("approves") == 1, row.getString("words")))
        .findOne();
  }

  static void keep(
      Handle h, String review, int version, String person, Voice voice, Answered answer, long now) {
    h.createUpdate(
            "insert into account_voice (review, version, person, approves, words, voice, at) values"
                + " (:review, :version, :person, :approves, :words, :voice, :now) on conflict"
                + " (review, version, person) do update set approves = :approves, words = :words,"
                + " at = :now")
        .bind("review", review)
        .bind("version", version)
        .bind("person", person)
        .bind("approves", answer.approves() ? 1 : 0)
        .bind("words", answer.words())
        .bind("voice", voice.id())
        .bind("now", now)
        .execute();
  }

  /**
   * Whether somebody who came has not answered a version yet. Whoever has left the house altogether
   * cannot be asked.
   */
  static boolean waiting(Handle h, String review, int version) {
    return h.createQuery(
                "select count(*) from review_person p join person n on n.id = p.person where"
                    + " p.review = :review and p.came = 1 and n.left_at is null and not exists"
                    + " (select 1 from account_voice v where v.review = p.review and v.version ="
                    + " :version and v.person = p.person)")
            .bind("review", review)
            .bind("version", version)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Those who came, by voice. */
  static Map<Voice, Integer> came(Handle h, String review) {
    return h
        .createQuery(
            "select voice, count(*) as n from review_person where review = :review and came = 1"
                + " group by voice")
        .bind("review", review)
        .map((row, ctx) -> Map.entry(Voice.of(row.getString("voice")), row.getInt("n")))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Voices of those who were invited and could not come, in the order they are declared. */
  static List<Voice> notThere(Handle h, String review) {
    return h
        .createQuery(
            "select distinct voice from review_person where review = :review and came = 0"
                + " and voice not in (select voice from review_person where review = :review and"
                + " came = 1)")
        .bind("review", review)
        .mapTo(String.class)
        .list()
        .stream()
        .map(Voice::of)
        .sorted()
        .toList();
  }
}
