package org.kith.memory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.search.Matching;

/**
 * What was learned before. It holds what was published or agreed to be shown, and nothing else:
 * learnings that were approved, decisions of published reviews with the numbers everybody may see,
 * and what was written down of what happened next. Everything is told the latest first.
 */
public final class Memory {
  private static final int SIMILAR = 5;

  private Memory() {}

  /**
   * One thing learned.
   *
   * @param where in whose account or cycle
   * @param link its account, or empty
   * @param day ISO day on which it was approved
   */
  public record Learned(String words, String where, String link, String day) {}

  /**
   * A decision of a published review.
   *
   * @param decided ISO day
   * @param judgement whether it was made without a number
   * @param rests figures it was made on that everybody may see
   * @param next what happened next, in the order of its days
   */
  public record Decided(
      String words,
      String decided,
      boolean judgement,
      String where,
      String link,
      List<Number> rests,
      List<Next> next) {
    public Decided {
      rests = List.copyOf(rests);
      next = List.copyOf(next);
    }
  }

  /**
   * A figure or theme as it was.
   *
   * @param kind indicator or theme
   * @param figure its address in the snapshot, or the theme's id
   */
  public record Number(String kind, String figure, String snapshot) {}

  /**
   * What happened next.
   *
   * @param day ISO day
   * @param kind what it is in a few words: "changed", "done", "not yet"
   */
  public record Next(String day, String kind, String words) {}

  /** What was learned that may help somebody who starts with these words, what fits more first. */
  public static List<Similar> similar(Handle h, String words) {
    return Matching.some(learned(h), l -> l.words() + " " + l.where(), words, SIMILAR).stream()
        .map(l -> new Similar(l.words(), l.where(), l.link()))
        .toList();
  }

  /**
   * Something learned before that speaks of the same.
   *
   * @param where in whose account or cycle
   * @param link its account, or empty
   */
  public record Similar(String words, String where, String link) {}

  /** What was learned about something, or everything where nothing is asked, the latest first. */
  public static List<Learned> learned(Handle h, String about) {
    List<Learned> all = learned(h);
    return about.isBlank()
        ? all
        : Matching.all(all, l -> l.words() + " " + l.where(), about);
  }

  private static List<Learned> learned(Handle h) {
    return h.createQuery(
            "select l.words, l.review, l.approved, r.name as account, r.published,"
                + " c.name as cycle_name from learning l left join review r on r.id = l.review"
                + " left join cycle c on c.id = l.cycle where l.approved is not null"
                + " and (l.review is null or r.published is not null)"
                + " order by l.approved desc, l.position, l.id")
        .map(
            (row, ctx) -> {
              String review = row.getString("review");
              return new Learned(
                  row.getString("words"),
                  review == null ? row.getString("cycle_name") : row.getString("account"),
                  review == null ? "" : "/accounts/" + review,
                  day(row.getLong("approved")));
            })
        .list();
  }

  /** What was decided about something, or everything where nothing is asked, the latest first. */
  public static List<Decided> decided(Handle h, String about) {
    Map<String, List<Number>> rests = rests(h);
    Map<String, List<Next>> next = next(h);
    List<Decided> all =
        h.createQuery(
                "select d.id, d.words, d.decided, d.basis, d.review, r.name from decision d"
                    + " join review r on r.id = d.review where r.published is not null"
                    + " order by d.decided desc, d.at desc, d.id")
            .map(
                (row, ctx) ->
                    new Decided(
                        row.getString("words"),
                        row.getString("decided"),
                        row.getString("basis").equals("judgement"),
                        row.getString("name"),
                        "/accounts/" + row.getString("review"),
                        rests.getOrDefault(row.getString("id"), List.of()),
                        next.getOrDefault(row.getString("id"), List.of())))
            .list();
    return about.isBlank() ? all : Matching.all(all, Memory::text, about);
  }

  private static String text(Decided d) {
    StringBuilder text = new StringBuilder(d.words()).append(' ').append(d.where());
    d.next().forEach(n -> text.append(' ').append(n.words()));
    return text.toString();
  }

  /** An organisation's own figures are its own, so they are not named here. */
  private static Map<String, List<Number>> rests(Handle h) {
    Map<String, List<Number>> rests = new HashMap<>();
    h.createQuery(
            "select x.decision, e.kind, e.figure, e.snapshot from decision_evidence x"
                + " join evidence e on e.id = x.evidence join decision d on d.id = x.decision"
                + " join review r on r.id = d.review where r.published is not null"
                + " and e.kind in ('indicator', 'theme') order by e.at, e.id")
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("decision"),
                    new Number(
                        row.getString("kind"),
                        row.getString("figure"),
                        row.getString("snapshot"))))
        .stream()
        .filter(e -> !e.getValue().figure().contains(".organisation."))
        .forEach(e -> rests.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return rests;
  }

  private static Map<String, List<Next>> next(Handle h) {
    Map<String, List<Next>> next = new HashMap<>();
    h.createQuery(
            "select m.decision, m.happened as day, 'changed' as kind, m.words from change_made m"
                + " join decision d on d.id = m.decision join review r on r.id = d.review"
                + " where r.published is not null")
        .map((row, ctx) -> Map.entry(row.getString("decision"), next(row)))
        .forEach(e -> next.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    h.createQuery(
            "select f.subject, f.at, f.happened as kind, f.words from followed_up f"
                + " join review asks on asks.id = f.review join decision d on d.id = f.subject"
                + " join review r on r.id = d.review where f.kind = 'decision'"
                + " and asks.published is not null and r.published is not null")
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("subject"),
                    new Next(
                        day(row.getLong("at")), row.getString("kind"), row.getString("words"))))
        .forEach(e -> next.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    next.values().forEach(n -> n.sort(java.util.Comparator.comparing(Next::day)));
    return next;
  }

  private static Next next(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Next(row.getString("day"), row.getString("kind"), row.getString("words"));
  }

  private static String day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
