package org.kith.behaviours;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.cycles.Membership;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * The rounds of a cycle's conversation about how its system behaves. While one is open, each person
 * sees their own answers and nobody else's, nor how many there are; once it is closed it stays so.
 */
public final class Rounds {
  /**
   * How long after one round the next can be opened. Asked again at once, whoever joined meanwhile
   * could be known by what is different.
   */
  public static final Duration BETWEEN = Duration.ofDays(28);

  private Rounds() {}

  /**
   * A round.
   *
   * @param opened milliseconds since 1970
   * @param closed the same, or null while it is open
   */
  public record Round(String id, String cycle, long opened, Long closed) {
    /** Whether people can answer. */
    public boolean open() {
      return closed == null;
    }
  }

  /** The rounds of a cycle, newest first, for somebody who takes part in it. */
  public static List<Round> of(Handle h, Person me, String cycle) {
    Membership.needed(h, cycle, me);
    return h.createQuery(
            "select * from behaviour_round where cycle = :cycle order by opened desc, id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              long closed = row.getLong("closed");
              Long at = row.wasNull() ? null : closed;
              return new Round(row.getString("id"), cycle, row.getLong("opened"), at);
            })
        .list();
  }

  /**
   * One of them.
   *
   * @throws ProblemException if they do not take part, or if there is none
   */
  public static Round needed(Handle h, Person me, String cycle, String round) {
    return of(h, me, cycle).stream()
        .filter(r -> r.id().equals(round))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "There is no round of that address in this cycle."));
  }

  /** Whether somebody keeps the cycle going, and so opens and closes its rounds. */
  public static boolean keeps(Handle h, Person me, String cycle) {
    return h.createQuery("select count(*) from cycle where id = :cycle and steward = :me")
            .bind("cycle", cycle)
            .bind("me", me.id())
            .mapTo(int.class)
            .one()
        > 0;
  }

  private static void needsKeeper(Handle h, Person me, String cycle) {
    Membership.needed(h, cycle, me);
    if (!keeps(h, me, cycle)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Whoever keeps this cycle going opens and closes rounds. Ask them.");
    }
  }

  /**
   * Opens a round.
   *
   * @param id made by the sender, so that what is sent twice is kept once
   * @throws ProblemException if they do not keep the cycle going, or if it is too early
   */
  public static void open(Handle h, Person me, String cycle, String id, long now) {
    needsKeeper(h, me, cycle);
    List<Round> before = of(h, me, cycle);
    if (before.stream().anyMatch(r -> r.id().equals(id))) {
      return;
    }
    if (before.stream().anyMatch(Round::open)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "A round is open already. Close it first.");
    }
    Optional<Long> last = before.stream().map(Round::closed).max(Long::compare);
    if (last.isPresent() && now - last.get() < BETWEEN.toMillis()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "The last round was closed less than four weeks ago. Asked again so soon, whoever is new"
              + " could be known by what is different.");
    }
    int added =
        h.createUpdate(
                "insert into behaviour_round (id, cycle, opened) values (:id, :cycle, :now)"
                    + " on conflict (id) do nothing")
            .bind("id", id)
            .bind("cycle", cycle)
            .bind("now", now)
            .execute();
    if (added == 0) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT, "Its id is that of something else. Open the page again.");
    }
    Audit.add(h, me.id(), Audit.Action.BEHAVIOURS_OPENED, id, now);
  }

  /**
   * Closes a round, for good; closed already, it stays as it is.
   *
   * @throws ProblemException if they do not keep the cycle going, or if there is no such round
   */
  public static void close(Handle h, Person me, String cycle, String round, long now) {
    needsKeeper(h, me, cycle);
    needed(h, me, cycle, round);
    int closed =
        h.createUpdate(
                "update behaviour_round set closed = :now where id = :round and closed is null")
            .bind("now", now)
            .bind("round", round)
            .execute();
    if (closed == 1) {
      Audit.add(h, me.id(), Audit.Action.BEHAVIOURS_CLOSED, round, now);
    }
  }

  /** What somebody answered themselves, whether the round is open or closed. */
  public static List<Placement> mine(Handle h, Person me, String cycle, String round) {
    needed(h, me, cycle, round);
    return h.createQuery(
            "select behaviour, seen, words from behaviour_answer"
                + " where round = :round and person = :me order by behaviour")
        .bind("round", round)
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                new Placement(
                    Behaviour.of(row.getString("behaviour")),
                    row.getObject("seen") == null ? null : (Integer) row.getInt("seen"),
                    row.getString("words")))
        .list();
  }

  /**
   * Puts these answers in the place of what somebody answered in this round. What is not among them
   * is skipped, and taken away if it was answered before.
   *
   * @throws ProblemException if the round is closed
   */
  public static void answer(
      Handle h, Person me, String cycle, String round, List<Placement> answers, long now) {
    Voice voice = Membership.needed(h, cycle, me);
    if (!needed(h, me, cycle, round).open()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "This round is closed. What you answered before counts.");
    }
    if (answers.stream().map(Placement::behaviour).distinct().count() < answers.size()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Place each of the nine once, or leave it out.");
    }
    h.createUpdate("delete from behaviour_answer where round = :round and person = :me")
        .bind("round", round)
        .bind("me", me.id())
        .execute();
    for (Placement p : answers) {
      h.createUpdate(
              "insert into behaviour_answer (round, behaviour, person, voice, seen, words, at)"
                  + " values (:round, :behaviour, :me, :voice, :seen, :words, :now)")
          .bind("round", round)
          .bind("behaviour", p.behaviour().id())
          .bind("me", me.id())
          .bind("voice", voice.id())
          .bind("seen", p.seen())
          .bind("words", p.words())
          .bind("now", now)
          .execute();
    }
  }
}
