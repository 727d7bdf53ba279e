package org.kith.evidence;

import static org.kith.http.Problem.Kind.CONFLICT;
import static org.kith.http.Problem.Kind.NOT_ACCEPTED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.cycles.Membership;
import org.kith.http.Form;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.store.Store;

/** What was changed because of a decision, and the chain it stands in. */
public final class Changes {
  private final Store store;
  private final Clock clock;

  /** Over a store. */
  public Changes(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A change, as it was sent.
   *
   * @param id made by the sender, a UUID
   * @param experiment id of the experiment it belongs to, or null
   * @param happened ISO day
   * @param observed id of what was seen next, or null
   */
  public record Change(
      String id,
      String decision,
      String experiment,
      String words,
      String happened,
      String observed) {
    /**
     * @throws ProblemException if something is missing, and then what
     */
    public Change {
      id = Form.uuid(id);
      words = Form.needed(words, "what was changed", "words");
      decision = orNull(decision);
      experiment = orNull(experiment);
      observed = orNull(observed);
      happened = Form.day(happened, "happened");
      if (decision == null) {
        throw ProblemException.of(NOT_ACCEPTED, "Choose the decision it was changed because of.");
      }
      if (happened == null) {
        throw ProblemException.of(NOT_ACCEPTED, "Say on which day it was changed.");
      }
    }

    private static String orNull(String part) {
      return part == null || part.isBlank() ? null : part.strip();
    }
  }

  /**
   * Asks before anything that was sent is looked at.
   *
   * @throws ProblemException if somebody does not take part
   */
  public void needed(Person me, String cycle) {
    store.read(h -> Membership.needed(h, cycle, me));
  }

  /** The chain of a cycle. */
  public Chain chain(Person me, String cycle) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return Chain.of(h, cycle, me.id());
        });
  }

  /** What was raised in a cycle, and what came back. */
  public Loops loops(Person me, String cycle) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return Loops.of(h, cycle, today);
        });
  }

  /**
   * Writes down a change once, however often it is sent.
   *
   * @throws ProblemException if it speaks of what is not this cycle's, or would come before its
   *     own reason
   */
  public void keep(Person me, String cycle, Change change) {
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          Chain chain = Chain.of(h, cycle, me.id());
          check(h, cycle, change, chain);
          long now = clock.millis();
          int added =
              h.createUpdate(
                      "insert into change_made (id, decision, experiment, words, happened,"
                          + " observed, author, at) values (:id, :decision, :experiment, :words,"
                          + " :happened, :observed, :author, :at) on conflict (id) do nothing")
                  .bind("id", change.id())
                  .bind("decision", change.decision())
                  .bind("experiment", change.experiment())
                  .bind("words", change.words())
                  .bind("happened", change.happened())
                  .bind("observed", change.observed())
                  .bind("author", me.id())
                  .bind("at", now)
                  .execute();
          if (added == 1) {
            Audit.add(h, me.id(), Audit.Action.CHANGE_WRITTEN, change.id(), now);
          } else if (!same(h, change, me)) {
            throw ProblemException.of(
                CONFLICT, "That id belongs to something else. Open the page again.");
          }
        });
  }

  private static boolean same(Handle h, Change change, Person me) {
    return h.createQuery(
                "select count(*) from change_made where id = :id and author = :me"
                    + " and decision = :decision")
            .bind("id", change.id())
            .bind("me", me.id())
            .bind("decision", change.decision())
            .mapTo(int.class)
            .one()
        == 1;
  }

  private static void check(Handle h, String cycle, Change change, Chain chain) {
    Chain.Step decision =
        chain
            .step(change.decision())
            .filter(s -> s.kind() == Chain.Kind.DECISION)
            .orElseThrow(
                () -> ProblemException.of(NOT_ACCEPTED, "Choose a decision of this cycle."));
    if (change.happened().compareTo(decision.day()) < 0) {
      throw ProblemException.of(
          NOT_ACCEPTED, "What was changed because of a decision was changed after it.");
    }
    if (change.experiment() != null
        && !Pinning.isOf(h, "experiment", cycle, change.experiment())) {
      throw ProblemException.of(NOT_ACCEPTED, "Choose an experiment of this cycle.");
    }
    if (change.observed() != null) {
      Pin seen = Pinning.needed(h, cycle, change.observed());
      if (ChainRows.day(seen.at()).compareTo(change.happened()) < 0
          || chain.follows(change.decision(), Chain.stepOf(seen))) {
        throw ProblemException.of(
            NOT_ACCEPTED,
            "What was seen next was looked at before the change. Pin what you see now first.");
      }
    }
  }
}
