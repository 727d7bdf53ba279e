package org.kith.cycles;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;

/** Who takes part in a cycle. Whoever does not is told that there is none. */
public final class Membership {
  private Membership() {}

  /** The voice in which somebody takes part; empty when they do not. */
  public static Optional<Voice> voice(Handle h, String cycle, String person) {
    return h.createQuery(
            "select m.voice from cycle_member m join person p on p.id = m.person"
                + " where m.cycle = :cycle and m.person = :person and p.left_at is null")
        .bind("cycle", cycle)
        .bind("person", person)
        .mapTo(String.class)
        .findOne()
        .map(Voice::of);
  }

  /**
   * The voice in which somebody takes part.
   *
   * @throws ProblemException if they do not, or if there is no such cycle: the same answer
   */
  public static Voice needed(Handle h, String cycle, Person me) {
    return voice(h, cycle, me.id())
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "You take part in no learning cycle of that address."));
  }
}
