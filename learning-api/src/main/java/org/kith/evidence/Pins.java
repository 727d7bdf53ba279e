package org.kith.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.people.Voice;

/** The statements on what is looked at. Whoever calls them knows that they may. */
final class Pins {
  private static final String SELECT =
      "select e.*, f.name as file from evidence e left join evidence_file f on f.evidence = e.id";

  private Pins() {}

  /** What a cycle looks at or did, the latest first. */
  static List<Pin> of(Handle h, String cycle) {
    return h.createQuery(SELECT + " where e.cycle = :cycle order by e.at desc, e.id")
        .bind("cycle", cycle)
        .map((row, ctx) -> of(row))
        .list();
  }

  /** One of a cycle's pins. */
  static Optional<Pin> find(Handle h, String cycle, String id) {
    return h.createQuery(SELECT + " where e.cycle = :cycle and e.id = :id")
        .bind("cycle", cycle)
        .bind("id", id)
        .map((row, ctx) -> of(row))
        .findOne();
  }

  /** What a decision rests on, in the order it was pinned. */
  static List<Pin> under(Handle h, String decision) {
    return h.createQuery(
            SELECT
                + " join decision_evidence d on d.evidence = e.id"
                + " where d.decision = :decision order by e.at, e.id")
        .bind("decision", decision)
        .map((row, ctx) -> of(row))
        .list();
  }

  private static Pin of(ResultSet row) throws SQLException {
    long taken = row.getLong("taken_off");
    Long takenOff = row.wasNull() ? null : taken;
    return new Pin(
        row.getString("id"),
        row.getString("cycle"),
        Pin.Kind.of(row.getString("kind")).orElseThrow(),
        row.getString("snapshot"),
        row.getString("figure"),
        row.getString("sha256"),
        row.getString("reflection"),
        row.getString("address"),
        row.getString("words"),
        row.getString("author"),
        Voice.of(row.getString("voice")),
        row.getLong("at"),
        takenOff,
        row.getString("experiment"),
        row.getString("file"));
  }

  /**
   * Keeps a pin once, however often it is sent.
   *
   * @return whether it is now there as its author sent it: false when its id is something else's
   */
  static boolean keep(
      Handle h, String cycle, NewPin pin, String sha256, String author, Voice voice, long at) {
    int added =
        h.createUpdate(
                "insert into evidence (id, cycle, kind, snapshot, figure, sha256, reflection,"
                    + " address, words, author, voice, at, experiment) values (:id, :cycle, :kind,"
                    + " :snapshot, :figure, :sha256, :reflection, :address, :words, :author,"
                    + " :voice, :at, :experiment) on conflict (id) do nothing")
            .bind("id", pin.id())
            .bind("cycle", cycle)
            .bind("kind", pin.kind().id())
            .bind("snapshot", pin.snapshot())
            .bind("figure", pin.figure())
            .bind("sha256", sha256)
            .bind("reflection", pin.reflection())
            .bind("address", pin.address())
            .bind("words", pin.words())
            .bind("author", author)
            .bind("voice", voice.id())
            .bind("at", at)
            .bind("experiment", pin.experiment())
            .execute();
    if (added == 0) {
      return find(h, cycle, pin.id()).filter(p -> p.author().equals(author)).isPresent();
    }
    if (pin.file() != null) {
      h.createUpdate(
              "insert into evidence_file (evidence, name, type, base64)"
                  + " values (:id, :name, :type, :base64)")
          .bind("id", pin.id())
          .bind("name", pin.file().name())
          .bind("type", pin.file().type())
          .bind("base64", Base64.getEncoder().encodeToString(pin.file().bytes()))
          .execute();
    }
    return true;
  }

  /** The file of a pin. */
  static Optional<Attached> file(Handle h, String pin) {
    return h.createQuery("select name, type, base64 from evidence_file where evidence = :pin")
        .bind("pin", pin)
        .map(
            (row, ctx) ->
                new Attached(
                    row.getString("name"),
                    row.getString("type"),
                    Base64.getDecoder().decode(row.getString("base64"))))
        .findOne();
  }

  /** Takes a pin off the page, or puts it back when {@code at} is null. */
  static void takeOff(Handle h, String pin, Long at) {
    h.createUpdate("update evidence set taken_off = :at where id = :id")
        .bind("at", at)
        .bind("id", pin)
        .execute();
  }
}
