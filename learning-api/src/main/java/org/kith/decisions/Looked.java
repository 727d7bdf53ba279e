package org.kith.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * What a decision can rest on: evidence that is looked at in the review or its cycles, and the
 * figures of the review's questions, which are pinned when a decision takes them up.
 */
public final class Looked {
  private static final String QUESTION = "question:";
  private static final String EVIDENCE = "evidence:";

  private Looked() {}

  /**
   * Something that can be ticked.
   *
   * @param value what is sent when it is
   * @param label what it is
   */
  public record Offered(String value, String label) {}

  /** Everything a decision made there can rest on, in the order it was asked or pinned. */
  public static List<Offered> offered(Handle h, At at) {
    List<Offered> all = new ArrayList<>();
    if (at.review() != null) {
      h.createQuery(
              "select id, position, words from review_question where review = :review and figure is"
                  + " not null order by position")
          .bind("review", at.review())
          .map(
              (row, ctx) ->
                  new Offered(
                      QUESTION + row.getString("id"),
                      "Question "
                          + row.getInt("position")
                          + " and its figure: "
                          + row.getString("words")))
          .forEach(all::add);
    }
    pinned(h, at).forEach(r -> all.add(new Offered(EVIDENCE + r.id(), r.label())));
    return all;
  }

  /**
   * Evidence of the review or cycle, and of the review's cycles: all of it for those who take part
   * in the cycle, published figures and themes without a word beside them for the others.
   */
  private static List<Decision.Rests> pinned(Handle h, At at) {
    String where =
        at.review() == null
            ? "e.cycle = :id"
            : "(e.review = :id or e.cycle in (select cycle from review_cycle where review = :id))"
                // What stands for a question's figure is offered as the question.
                + " and not exists (select 1 from review_question q join review v on v.id ="
                + " q.review where q.review = e.review and q.figure = e.figure and v.snapshot ="
                + " e.snapshot)";
    return h
        .createQuery(
            "select e.*, "
                + member()
                + " as inside from evidence e where e.taken_off is null and "
                + where
                + " order by e.at, e.id")
        .bind("id", at.id())
        .bind("me", at.person().id())
        .map(
            (row, ctx) ->
                rests(
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("snapshot"),
                    row.getString("figure"),
                    row.getString("words"),
                    row.getString("cycle") == null || row.getInt("inside") > 0))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  static String member() {
    return "(select count(*) from cycle_member m where m.cycle = e.cycle and m.person = :me)";
  }

  /** What somebody may know of a piece of evidence; empty where that is nothing. */
  static Optional<Decision.Rests> rests(
      String id, String kind, String snapshot, String figure, String words, boolean inside) {
    boolean everyones = kind.equals("indicator") || kind.equals("theme");
    if (!inside && !everyones) {
      return Optional.empty();
    }
    // A reflection's own words are shown where its author shares them, and nowhere else.
    String beside = inside && !kind.equals("reflection") && !words.isBlank() ? ": " + words : "";
    return Optional.of(new Decision.Rests(id, kind, snapshot, figure, label(kind) + beside));
  }

  private static String label(String kind) {
    return switch (kind) {
      case "indicator" -> "A figure";
      case "theme" -> "A theme in what people write";
      case "reflection" -> "A reflection shared with the cycle";
      case "link" -> "A page elsewhere";
      case "file" -> "A file";
      case "judgement" -> "A judgement";
      default -> "A note";
    };
  }

  /**
   * The evidence behind what was ticked, each once; a question's figure is pinned if it is not yet.
   *
   * @throws ProblemException if one of them is not there to rest on
   */
  static List<String> taken(Handle h, At at, List<String> values, Pinning pinning, long now) {
    List<String> offered = offered(h, at).stream().map(Offered::value).toList();
    List<String> ids = new ArrayList<>();
    for (String value : values) {
      if (!offered.contains(value)) {
        throw ProblemException.of(
            Problem.Kind.NOT_ACCEPTED, "Rest it on something that is looked at here.");
      }
      String id =
          value.startsWith(QUESTION)
              ? figure(h, at, value.substring(QUESTION.length()), pinning, now)
              : value.substring(EVIDENCE.length());
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private record Asked(String figure, String snapshot, String words) {}

  private static String figure(Handle h, At at, String question, Pinning pinning, long now) {
    Asked asked =
        h.createQuery(
                "select q.figure, q.words, r.snapshot from review_question q"
                    + " join review r on r.id = q.review where q.id = :id")
            .bind("id", question)
            .map(
                (row, ctx) ->
                    new Asked(
                        row.getString("figure"), row.getString("snapshot"), row.getString("words")))
            .one();
    Optional<String> there =
        h.createQuery(
                "select id from evidence where review = :review and kind = 'indicator'"
                    + " and figure = :figure and snapshot = :snapshot and taken_off is null"
                    + " order by at, id")
            .bind("review", at.review())
            .bind("figure", asked.figure())
            .bind("snapshot", asked.snapshot())
            .mapTo(String.class)
            .findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    String id = UUID.randomUUID().toString();
    h.createUpdate(
            "insert into evidence (id, review, kind, snapshot, figure, sha256, words, author,"
                + " voice, at) values (:id, :review, 'indicator', :snapshot, :figure, :sha256,"
                + " :words, :me, :voice, :now)")
        .bind("id", id)
        .bind("review", at.review())
        .bind("snapshot", asked.snapshot())
        .bind("figure", asked.figure())
        .bind("sha256", pinning.sha256(h, at.review(), at.person(), asked.figure()))
        .bind("words", asked.words())
        .bind("me", at.person().id())
        .bind("voice", at.voice().id())
        .bind("now", now)
        .execute();
    return id;
  }
}
