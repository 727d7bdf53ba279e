package org.kith.reflections;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.prompts.Known;
import org.kith.store.Store;

/** Keeps what an author sends, from a device or from a form. */
public final class Keeping {
  private Keeping() {}

  /** Whether it is new, and what the store now holds. */
  public record Result(boolean isNew, Kept kept) {}

  /**
   * Keeps a reflection once, however often it is sent.
   *
   * @throws ProblemException if it cannot be accepted as it is; the words say what to change
   */
  public static Result keep(Store store, Person me, Reflection r, long now) {
    checkMembership(me, r);
    Reflections.Outcome outcome =
        store.write(
            h -> {
              check(h, r);
              return Reflections.keep(h, me.id(), r, now);
            });
    switch (outcome) {
      case NOT_YOURS ->
          throw ProblemException.of(Problem.Kind.CONFLICT, "That id is taken. Make another.");
      case WITHDRAWN -> throw ProblemException.of(Problem.Kind.GONE, "You withdrew it.");
      default -> {}
    }
    return new Result(outcome == Reflections.Outcome.KEPT, find(store, r.id()).orElseThrow());
  }

  /** What became of several: new, there before, or withdrawn before and staying so. */
  public record Many(int kept, int before, int withdrawn) {}

  /**
   * Keeps all of somebody's own in one step, or none.
   *
   * @param file what they came from: a hash, never words
   * @throws ProblemException if one cannot be accepted; then none is kept
   */
  public static Many keepAll(Store store, Person me, List<Reflection> all, String file, long now) {
    all.forEach(r -> checkMembership(me, r));
    return store.write(
        h -> {
          int kept = 0;
          int before = 0;
          int withdrawn = 0;
          for (Reflection r : all) {
            check(h, r);
            switch (Reflections.keep(h, me.id(), r, now)) {
              case KEPT -> kept++;
              case KEPT_BEFORE -> before++;
              case WITHDRAWN -> withdrawn++;
              case NOT_YOURS ->
                  throw ProblemException.of(Problem.Kind.CONFLICT, "One of the ids is taken.");
            }
          }
          Audit.add(h, me.id(), Audit.Action.REFLECTIONS_IMPORTED, file, now);
          return new Many(kept, before, withdrawn);
        });
  }

  private static Optional<Kept> find(Store store, String id) {
    return store.read(h -> Reflections.find(h, id));
  }

  /** What this place never asked or offered is refused; what it once did is not. */
  static void check(Handle h, Reflection r) {
    if (!Known.form(h, r.form())) {
      throw refused("There is no form “" + r.form() + "” here. Open the page again.");
    }
    for (Reflection.Answer answer : r.answers()) {
      if (!Known.prompt(h, answer.prompt())) {
        throw refused("There is no prompt “" + answer.prompt() + "” here. Open the page again.");
      }
    }
    for (Reflection.Tap tap : r.taps()) {
      if (!Known.tap(h, tap.tap(), tap.value())) {
        throw refused(
            "There is no tap “%s” in the row %s here. Take it out, or open the page again."
                .formatted(tap.value(), tap.tap()));
      }
    }
    if (r.feeling() != null && !Known.tap(h, "feeling", r.feeling())) {
      throw refused("There is no feeling “" + r.feeling() + "” here. Choose one of those shown.");
    }
  }

  private static void checkMembership(Person me, Reflection r) {
    if (r.team() != null && !me.inTeam(r.team())) {
      throw refused("You are not in that team. Choose again who may read it.");
    }
    if (r.cycle() != null && !me.inCycle(r.cycle())) {
      throw refused("You are not in that learning cycle. Choose again.");
    }
  }

  private static ProblemException refused(String words) {
    return ProblemException.of(Problem.Kind.NOT_ACCEPTED, words);
  }
}
