package org.kith.cycles;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.store.Store;

/**
 * Who takes part in a cycle, and in which voice. Names are for whoever keeps the cycle going, so
 * that they can invite; nothing here says what anybody wrote, or how much.
 */
public final class Members {
  private final Store store;
  private final Clock clock;

  /** The members of a store's cycles. */
  public Members(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Somebody, and their voice if they take part.
   *
   * @param voice id of the voice, or null for somebody who could be invited
   */
  public record Member(String person, String name, String voice) {}

  /** How many take part. */
  public static int count(Handle h, String cycle) {
    return h.createQuery(
            "select count(*) from cycle_member m join person p on p.id = m.person"
                + " where m.cycle = :cycle and p.left_at is null")
        .bind("cycle", cycle)
        .mapTo(int.class)
        .one();
  }

  /** Which voices take part, in the order they are declared; never how many of each. */
  public static List<Voice> voices(Handle h, String cycle) {
    return h
        .createQuery(
            "select distinct m.voice from cycle_member m join person p on p.id = m.person"
                + " where m.cycle = :cycle and p.left_at is null")
        .bind("cycle", cycle)
        .mapTo(String.class)
        .map(Voice::of)
        .stream()
        .sorted()
        .toList();
  }

  /** Those who take part, by name. */
  public static List<Member> all(Handle h, String cycle) {
    return members(h, cycle, "m.voice is not null");
  }

  /** Everybody of the household who does not yet take part, by name. */
  public static List<Member> couldCome(Handle h, String cycle) {
    return members(h, cycle, "m.voice is null");
  }

  /** {@code which} is one of two conditions of this class's own. */
  private static List<Member> members(Handle h, String cycle, String which) {
    return h.createQuery(
            "select p.id, p.name, m.voice from person p left join cycle_member m on m.person = p.id"
                + " and m.cycle = :cycle where p.left_at is null and "
                + which
                + " order by lower(p.name), p.id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) ->
                new Member(row.getString("id"), row.getString("name"), row.getString("voice")))
        .list();
  }

  /** Invites somebody, or says in which voice they take part. */
  public void invite(Person me, String cycle, String person, String voice) {
    Voice as = Cycles.voice(voice);
    store.change(
        h -> {
          Cycles.kept(h, cycle, me);
          if (People.find(h, person).isEmpty()) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED,
                "Choose somebody from the list. A steward can add more.");
          }
          join(h, cycle, person, as, clock.millis());
          Audit.add(h, me.id(), Audit.Action.CYCLE_MEMBERS_CHANGED, cycle, clock.millis());
        });
  }

  /** Somebody no longer takes part: whoever keeps the cycle going says so, or they themselves. */
  public void leave(Person me, String cycle, String person) {
    store.change(
        h -> {
          Cycle of =
              person.equals(me.id()) ? Cycles.needed(h, cycle, me) : Cycles.kept(h, cycle, me);
          if (person.equals(of.steward())) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED,
                "Hand the cycle on first, so that somebody keeps it going.");
          }
          h.createUpdate("delete from cycle_member where cycle = :cycle and person = :person")
              .bind("cycle", cycle)
              .bind("person", person)
              .execute();
          Audit.add(h, me.id(), Audit.Action.CYCLE_MEMBERS_CHANGED, cycle, clock.millis());
        });
  }

  /** Adds somebody, or gives them another voice; the day since which they take part stays. */
  static void join(Handle h, String cycle, String person, Voice voice, long now) {
    int changed =
        h.createUpdate(
                "update cycle_member set voice = :voice where cycle = :cycle and person = :person")
            .bind("voice", voice.id())
            .bind("cycle", cycle)
            .bind("person", person)
            .execute();
    if (changed == 0) {
      h.createUpdate(
              "insert into cycle_member (cycle, person, since, voice)"
                  + " values (:cycle, :person, :now, :voice)")
          .bind("cycle", cycle)
          .bind("person", person)
          .bind("now", now)
          .bind("voice", voice.id())
          .execute();
    }
  }
}
