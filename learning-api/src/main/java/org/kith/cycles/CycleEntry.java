package org.kith.cycles;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.kith.people.Person;
import org.kith.people.Voice;

/**
 * Something written down in a cycle.
 *
 * @param source of a factor: where it is known from; or empty
 * @param confidence of a factor: guess, some or sure; or empty
 * @param became of what is embedded: adopted, adapted, dropped or open; or empty
 * @param about id of the experiment or question it is about, or empty
 * @param voice in which it was written
 * @param changedVoice in which somebody else last changed it, or null
 * @param yours whether the reader wrote it
 * @param created milliseconds since 1970
 * @param takenOff when it left the page, or null while it stands there
 */
public record CycleEntry(
    String id,
    Stage stage,
    Kind kind,
    String words,
    String source,
    String confidence,
    String became,
    String about,
    Voice voice,
    Voice changedVoice,
    boolean yours,
    long created,
    long changed,
    int version,
    Long takenOff) {

  /** Everything written down in a cycle, in the order it was, with what was taken off. */
  public static List<CycleEntry> of(Handle h, String cycle, Person me) {
    return rows(
        h.createQuery("select * from cycle_entry where cycle = :cycle order by created, id")
            .bind("cycle", cycle),
        me);
  }

  static List<CycleEntry> rows(Query query, Person me) {
    return query
        .map(
            (row, ctx) -> {
              long off = row.getLong("taken_off");
              Long takenOff = row.wasNull() ? null : off;
              String changed = row.getString("changed_voice");
              return new CycleEntry(
                  row.getString("id"),
                  Stage.of(row.getString("stage")),
                  Kind.of(row.getString("kind")),
                  row.getString("words"),
                  row.getString("source"),
                  orEmpty(row.getString("confidence")),
                  orEmpty(row.getString("became")),
                  orEmpty(row.getString("about")),
                  Voice.of(row.getString("voice")),
                  changed == null ? null : Voice.of(changed),
                  row.getString("author").equals(me.id()),
                  row.getLong("created"),
                  row.getLong("changed"),
                  row.getInt("version"),
                  takenOff);
            })
        .list();
  }

  static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Whether it still stands on the page. */
  public boolean stands() {
    return takenOff == null;
  }
}
