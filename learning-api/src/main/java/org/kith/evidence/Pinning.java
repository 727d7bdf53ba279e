package org.kith.evidence;

import static org.kith.http.Problem.Kind.CONFLICT;
import static org.kith.http.Problem.Kind.NOT_ACCEPTED;
import static org.kith.http.Problem.Kind.NOT_FOUND;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.cycles.Membership;
import org.kith.evidence.Pin.Kind;
import org.kith.http.ProblemException;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.store.Store;

/**
 * Looking at things in a learning cycle: pinning them, seeing them as they were, letting decisions
 * rest on them. Everything here is for those who take part; others are told that there is nothing.
 */
public final class Pinning {
  private final Store store;
  private final Library library;
  private final Clock clock;

  /** Over a store and the snapshots. */
  public Pinning(Store store, Library library, Clock clock) {
    this.store = store;
    this.library = library;
    this.clock = clock;
  }

  /** The snapshots that figures are looked up in. */
  public Library library() {
    return library;
  }

  /** The snapshot of a pin through the eyes it is kept for; empty when it cannot be opened now. */
  public static Optional<View> view(Library library, Pin pin) {
    try {
      return AsSeen.view(library, pin.snapshot(), pin.viewer());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /**
   * Asks before anything that was sent is looked at, so that others learn nothing from how it is
   * refused.
   *
   * @throws ProblemException if somebody does not take part
   */
  public void needed(Person me, String cycle) {
    store.read(h -> Membership.needed(h, cycle, me));
  }

  /** Everything a cycle looks at or did, the latest first. */
  public List<Seen> all(Person me, String cycle) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return Seen.of(h, cycle, me.id());
        });
  }

  /**
   * One pin.
   *
   * @throws ProblemException if there is none, or it is of another cycle: the same answer
   */
  public Seen one(Person me, String cycle, String pin) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return Seen.of(needed(h, cycle, pin), Said.of(h, cycle, me.id()), me.id());
        });
  }

  static Pin needed(Handle h, String cycle, String pin) {
    return Pins.find(h, cycle, pin)
        .orElseThrow(
            () -> ProblemException.of(NOT_FOUND, "This cycle looks at nothing of that address."));
  }

  /** Whether a pin of a figure or a theme still shows what was seen; null for other kinds. */
  public Check check(Pin pin) {
    return pin.kind().frozen() ? Check.of(library, pin) : null;
  }

  /** The file of a pin. */
  public Attached file(Person me, String cycle, String pin) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return Pins.file(h, needed(h, cycle, pin).id())
              .orElseThrow(() -> ProblemException.of(NOT_FOUND, "There is no file there."));
        });
  }

  /**
   * Keeps something to be looked at, once however often it is sent.
   *
   * @throws ProblemException if it cannot be kept, and then what to do
   */
  public void keep(Person me, String cycle, NewPin pin) {
    String sha256 = pin.kind().frozen() ? hash(me, pin) : null;
    store.change(
        h -> {
          Voice voice = Membership.needed(h, cycle, me);
          if (pin.experiment() != null && !isOf(h, "experiment", cycle, pin.experiment())) {
            throw ProblemException.of(NOT_ACCEPTED, "Choose an experiment of this cycle.");
          }
          if (pin.reflection() != null
              && !Optional.ofNullable(Said.of(h, cycle, me.id()).get(pin.reflection()))
                  .filter(Said::readable)
                  .isPresent()) {
            throw ProblemException.of(
                NOT_ACCEPTED,
                "Choose a reflection that its author shares with this cycle and that you can"
                    + " read.");
          }
          boolean there = Pins.find(h, cycle, pin.id()).isPresent();
          long now = clock.millis();
          if (!Pins.keep(h, cycle, pin, sha256, me.id(), voice, now)) {
            throw ProblemException.of(
                CONFLICT, "That id belongs to something else. Open the page again.");
          }
          if (!there) {
            Audit.add(h, me.id(), Audit.Action.EVIDENCE_PINNED, pin.id(), now);
          }
        });
  }

  private String hash(Person me, NewPin pin) {
    Optional<String> owner =
        pin.kind() == Kind.INDICATOR ? Pin.owner(pin.figure()) : Optional.empty();
    if (owner.isPresent() && !owner.equals(me.own())) {
      throw nothingThere(pin);
    }
    try {
      Viewer viewer = owner.map(Viewer::of).orElse(Viewer.NOBODY);
      Optional<View> view = AsSeen.view(library, pin.snapshot(), viewer);
      return view.flatMap(v -> AsSeen.hash(v, pin.kind(), pin.figure()))
          .orElseThrow(() -> nothingThere(pin));
    } catch (IOException e) {
      throw ProblemException.of(
          NOT_ACCEPTED, "Snapshot " + pin.snapshot() + " cannot be read at the moment.");
    }
  }

  /** The same whether there is none or it is another organisation's own. */
  private static ProblemException nothingThere(NewPin pin) {
    return ProblemException.of(
        NOT_ACCEPTED,
        "That snapshot has no such "
            + (pin.kind() == Kind.THEME ? "theme" : "figure")
            + " that you may see. Open the page it is on again and pin it from there.");
  }

  static boolean isOf(Handle h, String table, String cycle, String id) {
    return h.createQuery(
                // The table is a word of this package's own.
                "select count(*) from " + table + " where id = :id and cycle = :cycle")
            .bind("id", id)
            .bind("cycle", cycle)
            .mapTo(int.class)
            .one()
        == 1;
  }

  /** Takes something off the page; it stays in the record. */
  public void takeOff(Person me, String cycle, String pin) {
    set(me, cycle, pin, Audit.Action.EVIDENCE_TAKEN_OFF);
  }

  /** Puts something back on the page. */
  public void putBack(Person me, String cycle, String pin) {
    set(me, cycle, pin, Audit.Action.EVIDENCE_PUT_BACK);
  }

  private void set(Person me, String cycle, String pin, Audit.Action action) {
    boolean off = action == Audit.Action.EVIDENCE_TAKEN_OFF;
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          Pin found = needed(h, cycle, pin);
          if (off == (found.takenOff() == null)) {
            long now = clock.millis();
            Pins.takeOff(h, pin, off ? now : null);
            Audit.add(h, me.id(), action, pin, now);
          }
        });
  }

  /**
   * Lets a decision of the cycle rest on something that was looked at before it was made.
   *
   * @throws ProblemException if the decision is not this cycle's, or came before
   */
  public void rest(Person me, String cycle, String pin, String decision) {
    store.change(
        h -> {
          Membership.needed(h, cycle, me);
          Pin found = needed(h, cycle, pin);
          Chain chain = Chain.of(h, cycle, me.id());
          if (!isOf(h, "decision", cycle, decision)) {
            throw ProblemException.of(NOT_ACCEPTED, "Choose a decision of this cycle.");
          }
          if (chain.follows(Chain.stepOf(found), decision)) {
            throw ProblemException.of(
                NOT_ACCEPTED,
                "This was seen because of that decision, so the decision cannot rest on it.");
          }
          int added =
              h.createUpdate(
                      "insert into decision_evidence (decision, evidence)"
                          + " values (:decision, :evidence)"
                          + " on conflict (decision, evidence) do nothing")
                  .bind("decision", decision)
                  .bind("evidence", pin)
                  .execute();
          if (added == 1) {
            Audit.add(h, me.id(), Audit.Action.DECISION_RESTED, decision, clock.millis());
          }
        });
  }

  /**
   * Reflections of a cycle that somebody can read and so pin: the one already chosen, then the
   * latest weeks'.
   *
   * @param chosen id, or empty
   * @return what they say by id
   */
  public List<Map.Entry<String, Said>> toChoose(Person me, String cycle, String chosen, int most) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return Said.of(h, cycle, me.id()).entrySet().stream()
              .filter(e -> e.getValue().readable())
              .sorted(
                  Comparator.comparing((Map.Entry<String, Said> e) -> e.getKey().equals(chosen))
                      .thenComparing(e -> week(e.getValue().day()))
                      .reversed()
                      .thenComparing(Map.Entry::getKey))
              .limit(most)
              .toList();
        });
  }

  private static String week(String day) {
    return java.time.LocalDate.parse(day)
        .with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY))
        .toString();
  }

  /** A thing of a cycle to choose from. */
  public record Named(String id, String words) {}

  /** The cycle's experiments, in the order they were written down. */
  public List<Named> experiments(Person me, String cycle) {
    return named(
        me,
        cycle,
        "select id, title from experiment where cycle = :cycle" + " order by created, id");
  }

  /** The cycle's decisions, in the order they were made. */
  public List<Named> decisions(Person me, String cycle) {
    return named(
        me,
        cycle,
        "select id, words from decision where cycle = :cycle" + " order by decided, at, id");
  }

  /** The decisions that rest on a pin, in the order they were made. */
  public List<Named> resting(Person me, String cycle, String pin) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return h.createQuery(
                  "select d.id, d.words from decision d join decision_evidence e"
                      + " on e.decision = d.id where e.evidence = :pin and d.cycle = :cycle"
                      + " order by d.decided, d.at, d.id")
              .bind("pin", pin)
              .bind("cycle", cycle)
              .map((row, ctx) -> new Named(row.getString(1), row.getString(2)))
              .list();
        });
  }

  private List<Named> named(Person me, String cycle, String query) {
    return store.read(
        h -> {
          Membership.needed(h, cycle, me);
          return h.createQuery(query)
              .bind("cycle", cycle)
              .map((row, ctx) -> new Named(row.getString(1), row.getString(2)))
              .list();
        });
  }

  /** A cycle's name. */
  public String name(String cycle) {
    return store.read(
        h ->
            h.createQuery("select name from cycle where id = :id")
                .bind("id", cycle)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }
}
