package org.kith.ties;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.cycles.Scale;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.people.Role;

/**
 * What whoever looks after the conditions sees: which cycles are tied to which, where it has been
 * quiet, and which barriers wait. No scores, nothing counted per person, and words only of ties in
 * which they take part themselves.
 *
 * @param cycles all that have not ended, by scale from the largest, then by name
 * @param links every tie between them or to outside, by the name of the cycle it came from, then
 *     oldest first
 * @param quiet those in which nothing was written for {@link #QUIET_DAYS} days, by name
 * @param waiting barriers that wait for an answer, oldest first
 */
public record Stewardship(
    List<Tie.End> cycles, List<Link> links, List<Quiet> quiet, List<Link> waiting) {

  /** After how many days without a word a cycle counts as quiet. */
  public static final int QUIET_DAYS = 60;

  /**
   * A tie, as far as the visitor may read it.
   *
   * @param to the cycle it went to, or null when it went outside
   * @param outside who it went to, or empty when the visitor takes part in neither cycle
   * @param words what was passed on, or empty when the visitor takes part in neither cycle
   * @param answer the last one, or null
   * @param waits whether it waits for an answer
   */
  public record Link(
      Tie.End from,
      Tie.End to,
      String outside,
      Way way,
      Matter matter,
      String words,
      long raised,
      Answer answer,
      boolean waits) {}

  /**
   * A cycle in which nothing was written for a while.
   *
   * @param since when the last word was written, or the cycle was made
   */
  public record Quiet(Tie.End cycle, long since) {}

  /** What leaves a word in a cycle, each with the time of the last. Nothing of who. */
  private static final List<String> LAST_WORDS =
      List.of(
          "select cycle, max(at) as at from purpose group by cycle",
          "select cycle, max(at) as at from purpose_voice group by cycle",
          "select cycle, max(changed) as at from cycle_entry group by cycle",
          "select cycle, max(changed) as at from experiment group by cycle",
          "select e.cycle as cycle, max(n.at) as at from experiment_note n join experiment e"
              + " on e.id = n.experiment group by e.cycle",
          "select from_cycle as cycle, max(raised) as at from tie group by from_cycle",
          "select coalesce(t.to_cycle, t.from_cycle) as cycle, max(r.at) as at from tie_reply r"
              + " join tie t on t.id = r.tie group by coalesce(t.to_cycle, t.from_cycle)",
          "select cycle, max(at) as at from evidence where cycle is not null group by cycle",
          "select cycle, max(at) as at from decision where cycle is not null group by cycle",
          "select cycle, max(arrived) as at from reflection where audience = 'cycle'"
              + " group by cycle",
          "select r.cycle as cycle, max(a.at) as at from behaviour_answer a"
              + " join behaviour_round r on r.id = a.round group by r.cycle");

  /** Whether somebody has this view: who keeps a cycle going, stewards and reviewers. */
  public static boolean isFor(Handle h, Person me) {
    return me.roles().contains(Role.STEWARD)
        || me.roles().contains(Role.REVIEWER)
        || h.createQuery("select count(*) from cycle where steward = :me and ended is null")
                .bind("me", me.id())
                .mapTo(int.class)
                .one()
            > 0;
  }

  /**
   * The view of somebody who has it.
   *
   * @throws ProblemException if they keep no cycle going and are neither steward nor reviewer
   */
  public static Stewardship of(Handle h, Person me, long now) {
    if (!isFor(h, me)) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND,
          "This is for those who keep a learning cycle going, and for stewards and reviewers.");
    }
    Map<String, Long> created = new HashMap<>();
    List<Tie.End> cycles =
        h.createQuery(
                "select id, name, scale, created from cycle where ended is null order by name, id")
            .map(
                (row, ctx) -> {
                  created.put(row.getString("id"), row.getLong("created"));
                  return new Tie.End(
                      row.getString("id"), row.getString("name"), Scale.of(row.getString("scale")));
                })
            .list();
    Set<String> mine =
        new HashSet<>(
            h.createQuery("select cycle from cycle_member where person = :me")
                .bind("me", me.id())
                .mapTo(String.class)
                .list());
    List<Tie> ties =
        TieRows.read(h, "f.ended is null and (t.to_cycle is null or c.ended is null)", me, q -> q);
    List<Link> links = ties.stream().map(t -> link(t, mine)).toList();
    return new Stewardship(
        cycles.stream()
            .sorted((a, b) -> b.scale().compareTo(a.scale())) // stable: by name within a scale
            .toList(),
        cycles.stream()
            .flatMap(c -> links.stream().filter(l -> l.from().cycle().equals(c.cycle())))
            .toList(),
        quiet(h, cycles, created, now),
        links.stream().filter(l -> l.matter() == Matter.BARRIER && l.waits()).toList());
  }

  private static Link link(Tie t, Set<String> mine) {
    boolean reads =
        mine.contains(t.from().cycle()) || (t.to() != null && mine.contains(t.to().cycle()));
    return new Link(
        t.from(),
        t.to(),
        reads ? t.outside() : "",
        t.way(),
        t.matter(),
        reads ? t.words() : "",
        t.raised(),
        t.last().map(Tie.Reply::answer).orElse(null),
        t.waits());
  }

  private static List<Quiet> quiet(
      Handle h, List<Tie.End> cycles, Map<String, Long> created, long now) {
    Map<String, Long> last = new HashMap<>(created);
    for (String statement : LAST_WORDS) {
      h.createQuery(statement)
          .map((row, ctx) -> Map.entry(row.getString("cycle"), row.getLong("at")))
          .forEach(e -> last.merge(e.getKey(), e.getValue(), Math::max));
    }
    long before = now - Duration.ofDays(QUIET_DAYS).toMillis();
    return cycles.stream()
        .map(c -> new Quiet(c, last.get(c.cycle())))
        .filter(q -> q.since() < before)
        .toList();
  }
}
