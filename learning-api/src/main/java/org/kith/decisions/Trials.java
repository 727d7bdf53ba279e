package org.kith.decisions;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/**
 * What will be tried because of a decision: an experiment of one of the cycles, with somebody who
 * holds it and a day on which we look again.
 */
public final class Trials {
  private Trials() {}

  /** A cycle in which something can be tried. */
  public record Where(String cycle, String name) {}

  /**
   * What is sent.
   *
   * @param type hypothesis or probe
   * @param expect what we expect to see; may be empty of a probe
   */
  public record Sent(
      String id,
      String cycle,
      String title,
      String type,
      String expect,
      String surprise,
      String harms,
      String heldBy,
      String starts,
      String lookOn) {}

  /** The cycles of a review by name, or the cycle itself. */
  public static List<Where> where(Handle h, At at) {
    return h.createQuery(
            at.review() == null
                ? "select id, name from cycle where id = :id"
                : "select c.id, c.name from review_cycle r join cycle c on c.id = r.cycle"
                    + " where r.review = :id order by c.name, c.id")
        .bind("id", at.id())
        .map((row, ctx) -> new Where(row.getString("id"), row.getString("name")))
        .list();
  }

  static List<Decision.Trial> of(Handle h, String decision) {
    return h.createQuery("select * from experiment where decision = :decision order by created, id")
        .bind("decision", decision)
        .map(
            (row, ctx) ->
                new Decision.Trial(
                    row.getString("id"),
                    row.getString("cycle"),
                    row.getString("title"),
                    row.getString("type"),
                    row.getString("held_by"),
                    row.getString("starts"),
                    row.getString("look_on")))
        .list();
  }

  /**
   * Keeps what will be tried once, however often it is sent.
   *
   * @param today ISO day
   * @throws ProblemException if nobody holds it, no day is named on which we look again, or it
   *     belongs to no cycle there
   */
  public static Decision add(Handle h, At at, String decision, Sent sent, String today, long now) {
    Decisions.one(h, at, decision);
    if (where(h, at).stream().noneMatch(w -> w.cycle().equals(sent.cycle()))) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Say in which of the cycles here it will be tried.");
    }
    String id = Form.uuid(sent.id());
    String starts = sent.starts() == null ? today : sent.starts();
    if (sent.lookOn() == null) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Name the day on which we look at it again.");
    }
    if (sent.lookOn().compareTo(starts) < 0) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "The day on which we look again is not before it starts.");
    }
    h.createUpdate(
            "insert into experiment (id, cycle, title, type, expect, surprise, harms, held_by,"
                + " starts, look_on, state, decision, author, created, changed) values (:id,"
                + " :cycle, :title, :type, :expect, :surprise, :harms, :held, :starts, :look,"
                + " :state, :decision, :me, :now, :now) on conflict (id) do nothing")
        .bind("id", id)
        .bind("cycle", sent.cycle())
        .bind("title", Form.needed(sent.title(), "what we will try", "title"))
        .bind("type", Form.choice(sent.type(), "type", List.of("hypothesis", "probe")))
        .bind("expect", Form.within(sent.expect(), "expect"))
        .bind("surprise", Form.within(sent.surprise(), "surprise"))
        .bind("harms", Form.within(sent.harms(), "harms"))
        .bind("held", Form.needed(sent.heldBy(), "who holds it", "held_by"))
        .bind("starts", starts)
        .bind("look", sent.lookOn())
        .bind("state", starts.compareTo(today) > 0 ? "planned" : "trying")
        .bind("decision", decision)
        .bind("me", at.person().id())
        .bind("now", now)
        .execute();
    Decision kept = Decisions.one(h, at, decision);
    if (kept.trials().stream().noneMatch(t -> t.id().equals(id))) {
      throw ProblemException.of(
          Problem.Kind.CONFLICT, "Another experiment has that id. Open the page again.");
    }
    return kept;
  }
}
