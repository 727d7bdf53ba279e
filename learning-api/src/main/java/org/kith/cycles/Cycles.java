package org.kith.cycles;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.store.Store;

/**
 * Learning cycles as those who take part start and look after them. Whoever starts one keeps it
 * going and takes part; to everybody else it is a name and whom to ask.
 */
public final class Cycles {
  private static final int MOST_LETTERS = 200;

  private final Store store;
  private final Clock clock;

  /** The cycles of a store. */
  public Cycles(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A cycle to start, or what one is to be from now on.
   *
   * @param id made by the sender, or null
   * @param name a few words, for lists
   * @param purpose its first wording, or empty while it is not yet clear
   * @param scale at which it learns
   * @param organisation id, or null
   * @param place id, or null
   * @param voice in which whoever starts it takes part
   */
  public record Start(
      String id,
      String name,
      String purpose,
      String scale,
      String organisation,
      String place,
      String voice) {}

  /**
   * Starts a cycle. Sent twice, it is started once.
   *
   * @return its id
   * @throws ProblemException if something that is needed is missing
   */
  public String start(Person me, Start start) {
    String name = name(start.name());
    String purpose = Form.within(start.purpose(), "purpose");
    Scale scale = scale(start.scale());
    Voice voice = voice(start.voice());
    long now = clock.millis();
    return store.write(
        h -> {
          String id = start.id() == null ? fresh(h, name) : Form.uuid(start.id());
          if (People.isCycle(h, id)) {
            return again(h, id, me);
          }
          People.addCycle(h, id, name, now);
          place(h, id, scale, start.organisation(), start.place());
          steward(h, id, me.id());
          Members.join(h, id, me.id(), voice, now);
          if (!purpose.isEmpty()) {
            Purposes.insert(h, id, 1, purpose, me.id(), now);
            Purposes.say(h, id, 1, me.id(), voice, true, "", now);
          }
          Audit.add(h, me.id(), Audit.Action.CYCLE_STARTED, id, now);
          return id;
        });
  }

  /** A readable id made of the name, for senders who made none. */
  private static String fresh(Handle h, String name) {
    String base =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    base = base.isEmpty() ? "cycle" : base.substring(0, Math.min(base.length(), 60));
    String id = base;
    for (int i = 2; People.isCycle(h, id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  private static String again(Handle h, String id, Person me) {
    if (Cycle.find(h, id).filter(c -> me.id().equals(c.steward())).isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT, "There is another cycle of that id. Open the page again.");
    }
    return id;
  }

  /** Those somebody takes part in, by name. */
  public List<Cycle> mine(Person me) {
    return store.read(h -> Cycle.of(h, me));
  }

  /** The names of the others, and whom to ask. */
  public List<Cycle> others(Person me) {
    return store.read(h -> Cycle.without(h, me));
  }

  /**
   * A cycle somebody takes part in.
   *
   * @throws ProblemException if they do not, or if there is none: the same answer
   */
  public static Cycle needed(Handle h, String id, Person me) {
    Membership.needed(h, id, me);
    return Cycle.find(h, id).orElseThrow();
  }

  /**
   * A cycle that somebody keeps going; one that nobody does is anybody's who takes part.
   *
   * @throws ProblemException if somebody else does
   */
  public static Cycle kept(Handle h, String id, Person me) {
    Cycle cycle = needed(h, id, me);
    if (!cycle.keptBy(me)) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOR_YOU,
          "Only whoever keeps this cycle going can do that. Ask " + cycle.stewardName() + ".");
    }
    return cycle;
  }

  /** Changes what it is called, its scale and where it is. */
  public void change(Person me, String id, Start to) {
    String name = name(to.name());
    Scale scale = scale(to.scale());
    store.change(
        h -> {
          kept(h, id, me);
          h.createUpdate("update cycle set name = :name where id = :id")
              .bind("name", name)
              .bind("id", id)
              .execute();
          place(h, id, scale, to.organisation(), to.place());
          Audit.add(h, me.id(), Audit.Action.CYCLE_CHANGED, id, clock.millis());
        });
  }

  /**
   * Hands it on to somebody who takes part.
   *
   * @param to their id, or empty when nobody keeps it going for now
   */
  public void handOn(Person me, String id, String to) {
    store.change(
        h -> {
          kept(h, id, me);
          if (!to.isEmpty() && Membership.voice(h, id, to).isEmpty()) {
            throw ProblemException.of(
                Problem.Kind.NOT_ACCEPTED, "Choose somebody who takes part in this cycle.");
          }
          steward(h, id, to.isEmpty() ? null : to);
          Audit.add(h, me.id(), Audit.Action.CYCLE_CHANGED, id, clock.millis());
        });
  }

  /** Closes a cycle, or opens it again. Everything in it stays as it is and can be read. */
  public void close(Person me, String id, boolean closed) {
    store.change(
        h -> {
          Cycle cycle = kept(h, id, me);
          Long when = cycle.ended() == null ? Long.valueOf(clock.millis()) : cycle.ended();
          h.createUpdate("update cycle set ended = :at where id = :id")
              .bind("at", closed ? when : null)
              .bind("id", id)
              .execute();
          Audit.add(h, me.id(), Audit.Action.CYCLE_CHANGED, id, clock.millis());
        });
  }

  private static void steward(Handle h, String id, String person) {
    h.createUpdate("update cycle set steward = :person where id = :id")
        .bind("person", person)
        .bind("id", id)
        .execute();
  }

  private static void place(Handle h, String id, Scale scale, String organisation, String place) {
    boolean local = scale == Scale.PERSON || scale == Scale.TEAM || scale == Scale.ORGANISATION;
    h.createUpdate(
            "update cycle set scale = :scale, organisation = :organisation, place = :place"
                + " where id = :id")
        .bind("scale", scale.id())
        .bind("organisation", local ? given(organisation) : null)
        .bind("place", scale == Scale.NATIONAL ? null : given(place))
        .bind("id", id)
        .execute();
  }

  private static String given(String id) {
    return id == null || id.isBlank() ? null : id.strip();
  }

  private static String name(String given) {
    String name = Form.needed(given, "a short name for the cycle, for lists", "name");
    if (name.length() > MOST_LETTERS) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "A name has at most 200 letters. The purpose can be longer.");
    }
    return name;
  }

  private static Scale scale(String id) {
    return accepted(() -> Scale.of(id));
  }

  static Voice voice(String id) {
    return accepted(() -> Voice.of(id));
  }

  private static <T> T accepted(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, e.getMessage());
    }
  }
}
