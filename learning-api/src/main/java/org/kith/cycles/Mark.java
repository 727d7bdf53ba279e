package org.kith.cycles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.people.Person;

/**
 * An experiment on a chart that it hopes to move.
 *
 * @param measure item id or scale
 * @param scope all, place or organisation
 * @param unit id of the place or organisation, or all
 * @param starts ISO day on which it stands
 */
public record Mark(
    String experiment,
    String cycle,
    String title,
    String starts,
    String instrument,
    String measure,
    String scope,
    String unit) {

  private static final String MARKS =
      "select k.*, e.cycle, e.title, e.starts from experiment_mark k"
          + " join experiment e on e.id = k.experiment ";

  /** Those of the cycles somebody takes part in, by day; nobody else sees them. */
  public static List<Mark> seenBy(Handle h, Person me) {
    return h.createQuery(
            MARKS
                + "join cycle_member m on m.cycle = e.cycle where m.person = :me"
                + " order by e.starts, e.title, e.id, k.instrument, k.measure, k.unit")
        .bind("me", me.id())
        .map((row, ctx) -> of(row))
        .list();
  }

  /** Those of one cycle. */
  public static List<Mark> of(Handle h, String cycle) {
    return h.createQuery(
            MARKS
                + "where e.cycle = :cycle order by e.starts, e.id, k.instrument, k.measure, k.unit")
        .bind("cycle", cycle)
        .map((row, ctx) -> of(row))
        .list();
  }

  private static Mark of(ResultSet row) throws SQLException {
    return new Mark(
        row.getString("experiment"),
        row.getString("cycle"),
        row.getString("title"),
        row.getString("starts"),
        row.getString("instrument"),
        row.getString("measure"),
        row.getString("scope"),
        row.getString("unit"));
  }
}
