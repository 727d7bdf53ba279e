package org.kith.ties;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.cycles.Scale;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.store.Store;

/** Invented cycles with one person each, to pass things between. */
public final class Linked {
  /** 1 September 2026, 09:00 UTC. */
  public static final long THEN = 1_788_253_200_000L;

  /** A day in milliseconds. */
  public static final long DAY = 86_400_000L;

  private Linked() {}

  /** A cycle of a scale, with one person in it who is named after it. */
  public static Person cycle(Handle h, String id, Scale scale, Voice voice) {
    People.addCycle(h, id, "The " + id + " cycle", THEN);
    h.execute("update cycle set scale = ? where id = ?", scale.id(), id);
    return person(h, "of-" + id, id, voice);
  }

  /** Somebody who takes part in a cycle, or in none where it is null. */
  public static Person person(Handle h, String id, String cycle, Voice voice) {
    List<Person.Group> cycles =
        cycle == null ? List.of() : List.of(new Person.Group(cycle, cycle, 1));
    People.add(h, new Person(id, id, null, "", Set.of(Role.PRACTITIONER), List.of(), cycles), THEN);
    if (cycle != null) {
      h.execute("update cycle_member set voice = ? where person = ?", voice.id(), id);
    }
    return People.find(h, id).orElseThrow();
  }

  /** A tie that came to the cycle of {@link #around}. */
  public static final String CAME = "00000000-0000-4000-8000-0000000000c1";

  /** A tie that went out from it, unanswered. */
  public static final String WENT = "00000000-0000-4000-8000-0000000000c2";

  /** A round that is open in it. */
  public static final String ROUND = "00000000-0000-4000-8000-0000000000c3";

  /** Another cycle, ties to and from it, and an open round, as somebody in a cycle meets them. */
  public static void around(Store store, String cycle, String person) {
    store.change(
        h -> {
          People.addCycle(h, "elsewhere", "Elsewhere", THEN);
          for (String[] tie :
              new String[][] {{CAME, "elsewhere", cycle}, {WENT, cycle, "elsewhere"}}) {
            h.execute(
                "insert into tie (id, from_cycle, to_cycle, way, kind, words, author, voice, raised)"
                    + " values (?, ?, ?, 'across', 'question', 'Who has the key?', ?, 'resident', ?)",
                tie[0],
                tie[1],
                tie[2],
                person,
                THEN);
          }
          h.execute(
              "insert into behaviour_round (id, cycle, opened) values (?, ?, ?)",
              ROUND,
              cycle,
              THEN);
        });
  }

  /** Somebody of a store. */
  public static Person find(Store store, String id) {
    return new People(store).find(id).orElseThrow();
  }

  /** A barrier raised the way that two scales say. */
  static void barrier(Handle h, Person me, String from, String to, String id, long now) {
    Way way = Way.between(scale(h, from), scale(h, to));
    Ties.raise(
        h, me, from, Raised.of(id, way.id(), "barrier", to, "", "A barrier, " + id + "."), now);
  }

  static Scale scale(Handle h, String cycle) {
    return Scale.of(
        h.createQuery("select scale from cycle where id = :id")
            .bind("id", cycle)
            .mapTo(String.class)
            .one());
  }
}
