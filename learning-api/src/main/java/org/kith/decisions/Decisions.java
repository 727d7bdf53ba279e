package org.kith.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Voice;

/**
 * Decisions of a review or a cycle. A decision rests on evidence that is pinned, or says in so many
 * words that it is a judgement and why; it has no third way. A dissent stays with its decision.
 */
public final class Decisions {
  private Decisions() {}

  /**
   * What is sent.
   *
   * @param judgement whether it is said to be a judgement
   * @param because why; needed of a judgement
   * @param decided ISO day, or null for {@code today}
   * @param evidence values of {@link Looked#offered}
   */
  public record Sent(
      String id,
      String words,
      boolean judgement,
      String because,
      String decided,
      List<String> evidence) {}

  /** Every decision made there, the first first, with all that stays with it. */
  public static List<Decision> of(Handle h, At at) {
    return h
        .createQuery("select * from decision where " + at.column() + " = :id order by at, id")
        .bind("id", at.id())
        .map(
            (row, ctx) ->
                new Decision(
                    row.getString("id"),
                    row.getString("words"),
                    row.getString("basis").equals("judgement"),
                    row.getString("because"),
                    row.getString("decided"),
                    List.of(),
                    List.of(),
                    List.of()))
        .list()
        .stream()
        .map(d -> whole(h, d, at.person().id()))
        .toList();
  }

  private static Decision whole(Handle h, Decision d, String me) {
    return new Decision(
        d.id(),
        d.words(),
        d.judgement(),
        d.because(),
        d.decided(),
        evidence(h, d.id(), me),
        dissents(h, d.id(), me),
        Trials.of(h, d.id()));
  }

  private static List<Decision.Rests> evidence(Handle h, String decision, String me) {
    return h
        .createQuery(
            "select e.*, "
                + Looked.member()
                + " as inside from decision_evidence d join evidence e on e.id = d.evidence"
                + " where d.decision = :decision order by e.at, e.id")
        .bind("decision", decision)
        .bind("me", me)
        .map(
            (row, ctx) ->
                Looked.rests(
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

  private static List<Decision.Dissent> dissents(Handle h, String decision, String me) {
    return h.createQuery("select * from dissent where decision = :decision order by at, id")
        .bind("decision", decision)
        .map(
            (row, ctx) ->
                new Decision.Dissent(
                    row.getString("id"),
                    row.getString("words"),
                    Voice.of(row.getString("voice")),
                    row.getString("author").equals(me)))
        .list();
  }

  /**
   * One decision made there.
   *
   * @throws ProblemException if there is none of that id
   */
  public static Decision one(Handle h, At at, String id) {
    return of(h, at).stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "No decision of that id was made there."));
  }

  /**
   * Keeps a decision once, however often it is sent.
   *
   * @param today ISO day
   * @throws ProblemException if it rests neither on evidence nor on a judgement that says why
   */
  public static Decision decide(
      Handle h, At at, Sent sent, String today, Pinning pinning, long now) {
    String id = Form.uuid(sent.id());
    Optional<String> there = author(h, id);
    if (there.isEmpty()) {
      add(h, at, id, sent, today, pinning, now);
    } else if (!there.get().equals(at.person().id())) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT, "Another decision has that id. Open the page again.");
    }
    return one(h, at, id);
  }

  private static Optional<String> author(Handle h, String id) {
    return h.createQuery("select author from decision where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  private static void add(
      Handle h, At at, String id, Sent sent, String today, Pinning pinning, long now) {
    String words = Form.needed(sent.words(), "what was decided", "words");
    String because = Form.within(sent.because(), "because");
    List<String> rests = Looked.taken(h, at, sent.evidence(), pinning, now);
    if (sent.judgement() && because.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "A judgement says why: write what it is made on.");
    }
    if (!sent.judgement() && rests.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "A decision rests on something that is looked at here, or it is a judgement and says why."
              + " Tick what it rests on, or say that it is a judgement.");
    }
    h.createUpdate(
            "insert into decision (id, cycle, review, words, basis, because, decided, author, at)"
                + " values (:id, :cycle, :review, :words, :basis, :because, :decided, :me, :now)")
        .bind("id", id)
        .bind("cycle", at.cycle())
        .bind("review", at.review())
        .bind("words", words)
        .bind("basis", sent.judgement() ? "judgement" : "evidence")
        .bind("because", because)
        .bind("decided", sent.decided() == null ? today : sent.decided())
        .bind("me", at.person().id())
        .bind("now", now)
        .execute();
    for (String evidence : rests) {
      h.createUpdate(
              "insert into decision_evidence (decision, evidence) values (:decision, :evidence)")
          .bind("decision", id)
          .bind("evidence", evidence)
          .execute();
    }
  }

  /**
   * Keeps what somebody who does not agree says of a decision, once, however often it is sent.
   *
   * @throws ProblemException if no such decision was made there
   */
  public static Decision dissent(
      Handle h, At at, String decision, String id, String words, long now) {
    one(h, at, decision);
    String own = Form.uuid(id);
    h.createUpdate(
            "insert into dissent (id, decision, words, author, voice, at)"
                + " values (:id, :decision, :words, :me, :voice, :now) on conflict (id) do nothing")
        .bind("id", own)
        .bind("decision", decision)
        .bind("words", Form.needed(words, "what you do not agree with", "words"))
        .bind("me", at.person().id())
        .bind("voice", at.voice().id())
        .bind("now", now)
        .execute();
    Decision kept = one(h, at, decision);
    if (kept.dissents().stream().noneMatch(d -> d.id().equals(own) && d.yours())) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT, "Another dissent has that id. Open the page again.");
    }
    return kept;
  }

  /** Ids of every decision of a review, for what comes after it. */
  static List<String> ids(Handle h, String review) {
    return h
        .createQuery("select id from decision where review = :review order by at, id")
        .bind("review", review)
        .mapTo(String.class)
        .stream()
        .collect(Collectors.toList());
  }
}
