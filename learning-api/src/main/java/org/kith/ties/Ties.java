package org.kith.ties;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.cycles.Membership;
import org.kith.cycles.Scale;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * Raising something from a cycle, answering it, and asking again. Whoever takes part in a cycle may
 * raise from it and answer what was raised to it; everybody else is told that there is nothing.
 *
 * <p>A tie between cycles goes the way their scales say, so that what is raised upwards always
 * comes to a larger scale and never back to where it was asked.
 */
public final class Ties {
  private Ties() {}

  /**
   * Passes something on.
   *
   * @throws ProblemException if they do not take part in {@code cycle}, if it does not go the way
   *     it says, or if its id is another tie's
   */
  public static void raise(Handle h, Person me, String cycle, Raised raised, long now) {
    Voice voice = Membership.needed(h, cycle, me);
    if (!raised.to().isEmpty()) {
      checkWay(h, cycle, raised);
    }
    int added =
        h.createUpdate(
                "insert into tie (id, from_cycle, to_cycle, outside, way, kind, words, author,"
                    + " voice, raised) values (:id, :from, :to, :outside, :way, :kind, :words, :me,"
                    + " :voice, :now) on conflict (id) do nothing")
            .bind("id", raised.id())
            .bind("from", cycle)
            .bind("to", raised.to().isEmpty() ? null : raised.to())
            .bind("outside", raised.outside().isEmpty() ? null : raised.outside())
            .bind("way", raised.way().id())
            .bind("kind", raised.matter().id())
            .bind("words", raised.words())
            .bind("me", me.id())
            .bind("voice", voice.id())
            .bind("now", now)
            .execute();
    if (added == 1) {
      Audit.add(h, me.id(), Audit.Action.TIE_RAISED, raised.id(), now);
    } else if (find(h, me, cycle, raised.id()).filter(Tie::yours).isEmpty()) {
      throw taken();
    }
  }

  private static void checkWay(Handle h, String cycle, Raised raised) {
    Scale here = scale(h, cycle).orElseThrow();
    Scale there =
        raised.to().equals(cycle)
            ? null
            : h.createQuery("select scale from cycle where id = :id and ended is null")
                .bind("id", raised.to())
                .mapTo(String.class)
                .findOne()
                .map(Scale::of)
                .orElse(null);
    if (there == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Choose another learning cycle from the list.");
    }
    if (Way.between(here, there) != raised.way()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "Up goes to a cycle of a larger scale, down to a smaller one, across to the same. This"
              + " cycle is about "
              + here.words()
              + ", that one about "
              + there.words()
              + ".");
    }
    if (raised.way() == Way.UP && TieGraph.upwards(h).reaches(raised.to(), cycle)) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "That cycle raised something that already came up to this one, before their scales were"
              + " changed. Raised there it would go round in a circle: ask somebody else.");
    }
  }

  private static Optional<Scale> scale(Handle h, String cycle) {
    return h.createQuery("select scale from cycle where id = :id")
        .bind("id", cycle)
        .mapTo(String.class)
        .findOne()
        .map(Scale::of);
  }

  /**
   * Answers what was raised to a cycle, or writes down what came back from outside.
   *
   * @param cycle the one whose answer it is; of a tie to outside, the one that asked
   * @throws ProblemException if they do not take part in it, or if it is not its to answer
   */
  public static void reply(
      Handle h, Person me, String cycle, String tie, Replied replied, long now) {
    Tie asked = needed(h, me, cycle, tie);
    if (!asked.repliedBy(cycle)) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOR_YOU, "Those it was raised to answer it; you can ask again.");
    }
    int added =
        h.createUpdate(
                "insert into tie_reply (id, tie, answer, words, author, voice, at)"
                    + " values (:id, :tie, :answer, :words, :me, :voice, :now)"
                    + " on conflict (id) do nothing")
            .bind("id", replied.id())
            .bind("tie", asked.id())
            .bind("answer", replied.answer().id())
            .bind("words", replied.words())
            .bind("me", me.id())
            .bind("voice", Membership.needed(h, cycle, me).id())
            .bind("now", now)
            .execute();
    if (added == 1) {
      Audit.add(h, me.id(), Audit.Action.TIE_ANSWERED, asked.id(), now);
    } else if (asked.replies().stream().noneMatch(r -> r.id().equals(replied.id()) && r.yours())) {
      throw taken();
    }
  }

  /**
   * Asks again, while nothing was changed yet and nobody said that it cannot be. Sent twice on a
   * bad line it is asked once more than once, which does no harm.
   *
   * @throws ProblemException if they do not take part in the cycle that asked, or if it is answered
   */
  public static void askAgain(Handle h, Person me, String cycle, String tie, long now) {
    Tie asked = asked(h, me, cycle, tie);
    if (!asked.open()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "It has its answer. If that is not enough, raise it anew.");
    }
    h.createUpdate("update tie set reminded = :now where id = :id")
        .bind("now", now)
        .bind("id", asked.id())
        .execute();
    Audit.add(h, me.id(), Audit.Action.TIE_ASKED_AGAIN, asked.id(), now);
  }

  /**
   * Says what those who asked do until an answer comes. It stands in their cycle's record too.
   *
   * @param id made by the sender
   * @param words checked already
   * @throws ProblemException if they do not take part in the cycle that asked
   */
  public static void meanwhile(
      Handle h, Person me, String cycle, String tie, String id, String words, long now) {
    Tie asked = asked(h, me, cycle, tie);
    int added =
        h.createUpdate(
                "insert into cycle_entry (id, cycle, stage, kind, words, about, author, voice,"
                    + " created, changed) values (:id, :cycle, 'embed', 'note', :words, :tie, :me,"
                    + " :voice, :now, :now) on conflict (id) do nothing")
            .bind("id", id)
            .bind("cycle", cycle)
            .bind("words", words)
            .bind("tie", asked.id())
            .bind("me", me.id())
            .bind("voice", Membership.needed(h, cycle, me).id())
            .bind("now", now)
            .execute();
    if (added == 1) {
      Audit.add(h, me.id(), Audit.Action.TIE_MEANWHILE, asked.id(), now);
    } else if (!mineAlready(h, me, asked.id(), id)) {
      throw taken();
    }
  }

  private static boolean mineAlready(Handle h, Person me, String tie, String entry) {
    return h.createQuery(
                "select count(*) from cycle_entry where id = :id and about = :tie and author = :me")
            .bind("id", entry)
            .bind("tie", tie)
            .bind("me", me.id())
            .mapTo(int.class)
            .one()
        == 1;
  }

  /** A tie at one end of which this cycle is, for somebody who takes part in it. */
  public static Optional<Tie> find(Handle h, Person me, String cycle, String tie) {
    Membership.needed(h, cycle, me);
    return TieRows.read(
            h,
            "t.id = :tie and (t.from_cycle = :cycle or t.to_cycle = :cycle)",
            me,
            q -> q.bind("tie", tie).bind("cycle", cycle))
        .stream()
        .findFirst();
  }

  /**
   * Like {@link #find}.
   *
   * @throws ProblemException if there is none
   */
  public static Tie needed(Handle h, Person me, String cycle, String tie) {
    return find(h, me, cycle, tie)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "There is nothing of that address in this cycle."));
  }

  private static Tie asked(Handle h, Person me, String cycle, String tie) {
    Tie asked = needed(h, me, cycle, tie);
    if (!asked.from().cycle().equals(cycle)) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOR_YOU, "Only those who asked can do that; you can answer.");
    }
    return asked;
  }

  /** Everything a cycle passed on or was asked, for somebody who takes part in it; oldest first. */
  public static List<Tie> of(Handle h, Person me, String cycle) {
    Membership.needed(h, cycle, me);
    return TieRows.read(
        h, "t.from_cycle = :cycle or t.to_cycle = :cycle", me, q -> q.bind("cycle", cycle));
  }

  /** What was raised to the cycles somebody takes part in, oldest first. */
  public static List<Tie> raisedTo(Handle h, Person me) {
    return TieRows.read(
        h, "t.to_cycle in (select m.cycle from cycle_member m where m.person = :me)", me, q -> q);
  }

  /** What somebody raised from cycles they still take part in, oldest first. */
  public static List<Tie> raisedBy(Handle h, Person me) {
    return TieRows.read(
        h,
        "t.author = :me and t.from_cycle in"
            + " (select m.cycle from cycle_member m where m.person = :me)",
        me,
        q -> q);
  }

  /**
   * The cycles to which something can be passed on that way from this one, by name.
   *
   * @throws ProblemException if they do not take part in {@code cycle}
   */
  public static List<Tie.End> destinations(Handle h, Person me, String cycle, Way way) {
    Membership.needed(h, cycle, me);
    Scale here = scale(h, cycle).orElseThrow();
    return h
        .createQuery(
            "select id, name, scale from cycle where id <> :cycle and ended is null"
                + " order by name, id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) ->
                new Tie.End(
                    row.getString("id"), row.getString("name"), Scale.of(row.getString("scale"))))
        .stream()
        .filter(end -> Way.between(here, end.scale()) == way)
        .toList();
  }

  private static ProblemException taken() {
    return ProblemException.of(
        Problem.Kind.CONFLICT, "Its id is that of something else. Open the page again.");
  }
}
