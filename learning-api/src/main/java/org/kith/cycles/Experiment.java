package org.kith.cycles;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.kith.people.Person;

/**
 * Something a cycle tries: a hunch put to the test, or a probe, which has none.
 *
 * @param question id of the learning question it is about, or empty
 * @param type hypothesis or probe
 * @param expect what we expect to see or, of a probe, what we notice
 * @param harms what we watch for harm
 * @param holder who holds it, in words
 * @param starts ISO day
 * @param look ISO day on which we look again, or empty
 * @param state planned, trying, stopped or ended
 * @param ended ISO day, or empty while it goes on
 * @param learned what came of it, and what we keep
 * @param decision id of the decision it came from, or empty
 * @param yours whether the reader wrote it down
 */
public record Experiment(
    String id,
    String cycle,
    String question,
    String title,
    String type,
    String hunch,
    String expect,
    String surprise,
    String harms,
    String holder,
    String starts,
    String look,
    String state,
    String ended,
    String learned,
    String decision,
    boolean yours,
    long created,
    long changed,
    int version) {

  /** Those of a cycle, by the day they start. */
  public static List<Experiment> of(Handle h, String cycle, Person me) {
    return rows(
        h.createQuery("select * from experiment where cycle = :cycle order by starts, created, id")
            .bind("cycle", cycle),
        me);
  }

  static List<Experiment> rows(Query query, Person me) {
    return query
        .map(
            (row, ctx) ->
                new Experiment(
                    row.getString("id"),
                    row.getString("cycle"),
                    CycleEntry.orEmpty(row.getString("question")),
                    row.getString("title"),
                    row.getString("type"),
                    row.getString("hunch"),
                    row.getString("expect"),
                    row.getString("surprise"),
                    row.getString("harms"),
                    row.getString("held_by"),
                    row.getString("starts"),
                    CycleEntry.orEmpty(row.getString("look_on")),
                    row.getString("state"),
                    CycleEntry.orEmpty(row.getString("ended")),
                    row.getString("learned"),
                    CycleEntry.orEmpty(row.getString("decision")),
                    row.getString("author").equals(me.id()),
                    row.getLong("created"),
                    row.getLong("changed"),
                    row.getInt("version")))
        .list();
  }

  /** Whether it is a probe, which has no hunch. */
  public boolean probe() {
    return type.equals("probe");
  }

  /** Whether it is over, one way or the other. */
  public boolean over() {
    return state.equals("stopped") || state.equals("ended");
  }
}
