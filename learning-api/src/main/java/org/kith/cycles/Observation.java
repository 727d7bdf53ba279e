package org.kith.cycles;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * What was noticed while an experiment ran, or what was changed on the way and why.
 *
 * @param kind observation or adaptation
 * @param reason of an adaptation; otherwise empty
 * @param happened ISO day
 * @param reflection id of the reflection it rests on, which its author shares with the cycle; or
 *     empty
 * @param yours whether the reader wrote it
 */
public record Observation(
    String id,
    String experiment,
    String kind,
    String words,
    String reason,
    String happened,
    String reflection,
    Voice voice,
    boolean yours,
    long at) {

  /** Those of all experiments of a cycle, in the order they happened. */
  public static List<Observation> of(Handle h, String cycle, Person me) {
    return h.createQuery(
            "select n.*, r.id as shared from experiment_note n"
                + " join experiment e on e.id = n.experiment"
                + " left join reflection r on r.id = n.reflection and r.audience = 'cycle'"
                + " and r.cycle = e.cycle"
                + " where e.cycle = :cycle order by n.happened, n.at, n.id")
        .bind("cycle", cycle)
        .map(
            (row, ctx) ->
                new Observation(
                    row.getString("id"),
                    row.getString("experiment"),
                    row.getString("kind"),
                    row.getString("words"),
                    row.getString("reason"),
                    row.getString("happened"),
                    CycleEntry.orEmpty(row.getString("shared")),
                    Voice.of(row.getString("voice")),
                    row.getString("author").equals(me.id()),
                    row.getLong("at")))
        .list();
  }

  /** Whether something was changed on the way. */
  public boolean adaptation() {
    return kind.equals("adaptation");
  }
}
