package org.kith.cycles;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.kith.people.Person;

/**
 * A learning cycle.
 *
 * @param name a few words, for lists
 * @param organisation id, at scale team and organisation if it is of one; or null
 * @param place id, at scale place; or null
 * @param steward id of whoever keeps it going, or null while nobody does
 * @param stewardName their name, or empty
 * @param created milliseconds since 1970
 * @param ended milliseconds since 1970, or null while it goes on
 */
public record Cycle(
    String id,
    String name,
    Scale scale,
    String organisation,
    String place,
    String steward,
    String stewardName,
    long created,
    Long ended) {

  private static final String COLUMNS =
      "select c.id, c.name, c.scale, c.organisation, c.place, c.steward, c.created, c.ended, p.name"
          + " as steward_name from cycle c left join person p on p.id = c.steward and p.left_at is"
          + " null ";

  /** The cycle with this id, whoever asks. */
  public static Optional<Cycle> find(Handle h, String id) {
    return rows(h.createQuery(COLUMNS + "where c.id = :id").bind("id", id)).stream().findFirst();
  }

  /** Those somebody takes part in, by name. */
  public static List<Cycle> of(Handle h, Person person) {
    return rows(
        h.createQuery(
                COLUMNS
                    + "join cycle_member m on m.cycle = c.id where m.person = :me"
                    + " order by lower(c.name), c.id")
            .bind("me", person.id()));
  }

  /** Those somebody takes no part in, by name: for whom to ask. */
  public static List<Cycle> without(Handle h, Person person) {
    return rows(
        h.createQuery(
                COLUMNS
                    + "where not exists (select 1 from cycle_member m where m.cycle = c.id and"
                    + " m.person = :me) order by lower(c.name), c.id")
            .bind("me", person.id()));
  }

  private static List<Cycle> rows(Query query) {
    return query
        .map(
            (row, ctx) -> {
              long ended = row.getLong("ended");
              Long over = row.wasNull() ? null : ended;
              String steward = row.getString("steward_name");
              return new Cycle(
                  row.getString("id"),
                  row.getString("name"),
                  Scale.of(row.getString("scale")),
                  row.getString("organisation"),
                  row.getString("place"),
                  steward == null ? null : row.getString("steward"),
                  steward == null ? "" : steward,
                  row.getLong("created"),
                  over);
            })
        .list();
  }

  /** Whether this person keeps it going, or could since nobody does. */
  public boolean keptBy(Person person) {
    return steward == null || steward.equals(person.id());
  }
}
