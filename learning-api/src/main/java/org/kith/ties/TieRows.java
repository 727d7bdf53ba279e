package org.kith.ties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.kith.cycles.Scale;
import org.kith.people.Person;
import org.kith.people.Voice;

/** The statement that reads ties, with what came back. Who may read which is the caller's. */
final class TieRows {
  private static final String SELECT =
      "select t.*, f.name as from_name, f.scale as from_scale, c.name as to_name,"
          + " c.scale as to_scale from tie t join cycle f on f.id = t.from_cycle"
          + " left join cycle c on c.id = t.to_cycle where (";

  private TieRows() {}

  /**
   * Ties, oldest first.
   *
   * @param which a condition of this package's own, in which {@code :me} is known
   */
  static List<Tie> read(Handle h, String which, Person me, UnaryOperator<Query> binds) {
    Query query = h.createQuery(SELECT + which + ") order by t.raised, t.id");
    if (which.contains(":me")) {
      query.bind("me", me.id());
    }
    List<Tie> bare = binds.apply(query).map((row, ctx) -> bare(row, me.id())).list();
    if (bare.isEmpty()) {
      return bare;
    }
    List<String> ids = bare.stream().map(Tie::id).toList();
    Map<String, List<Tie.Reply>> replies = replies(h, ids, me.id());
    Map<String, List<Tie.Meanwhile>> meanwhile = meanwhile(h, ids);
    return bare.stream()
        .map(
            t ->
                new Tie(
                    t.id(),
                    t.from(),
                    t.to(),
                    t.outside(),
                    t.way(),
                    t.matter(),
                    t.words(),
                    t.voice(),
                    t.yours(),
                    t.raised(),
                    t.reminded(),
                    replies.getOrDefault(t.id(), List.of()),
                    meanwhile.getOrDefault(t.id(), List.of())))
        .toList();
  }

  private static Tie bare(ResultSet row, String me) throws SQLException {
    long reminded = row.getLong("reminded");
    Long asked = row.wasNull() ? null : reminded;
    String to = row.getString("to_cycle");
    String outside = row.getString("outside");
    return new Tie(
        row.getString("id"),
        new Tie.End(
            row.getString("from_cycle"),
            row.getString("from_name"),
            Scale.of(row.getString("from_scale"))),
        to == null
            ? null
            : new Tie.End(to, row.getString("to_name"), Scale.of(row.getString("to_scale"))),
        outside == null ? "" : outside,
        Way.of(row.getString("way")),
        Matter.of(row.getString("kind")),
        row.getString("words"),
        Voice.of(row.getString("voice")),
        row.getString("author").equals(me),
        row.getLong("raised"),
        asked,
        List.of(),
        List.of());
  }

  private static Map<String, List<Tie.Reply>> replies(Handle h, List<String> ties, String me) {
    Map<String, List<Tie.Reply>> all = new HashMap<>();
    h.createQuery("select * from tie_reply where tie in (<ties>) order by at, id")
        .bindList("ties", ties)
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("tie"),
                    new Tie.Reply(
                        row.getString("id"),
                        Answer.of(row.getString("answer")),
                        row.getString("words"),
                        Voice.of(row.getString("voice")),
                        row.getString("author").equals(me),
                        row.getLong("at"))))
        .forEach(e -> all.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return all;
  }

  private static Map<String, List<Tie.Meanwhile>> meanwhile(Handle h, List<String> ties) {
    Map<String, List<Tie.Meanwhile>> all = new HashMap<>();
    h.createQuery(
            "select e.about, e.words, e.voice, e.created from cycle_entry e join tie t"
                + " on t.id = e.about and t.from_cycle = e.cycle where e.about in (<ties>)"
                + " and e.kind = 'note' and e.taken_off is null order by e.created, e.id")
        .bindList("ties", ties)
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("about"),
                    new Tie.Meanwhile(
                        row.getString("words"),
                        Voice.of(row.getString("voice")),
                        row.getLong("created"))))
        .forEach(e -> all.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return all;
  }
}
