package org.kith.reflections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;

/**
 * The statements on reflections. Each runs in the caller's transaction, so that a change and its
 * line in the audit are kept together or not at all.
 */
final class Reflections {
  /** What became of a reflection that was sent. */
  enum Outcome {
    /** It is new, and kept. */
    KEPT,
    /** It was kept before; nothing was changed. */
    KEPT_BEFORE,
    /** It was withdrawn, and stays so. */
    WITHDRAWN,
    /** Its id belongs to somebody else's reflection. */
    NOT_YOURS
  }

  private Reflections() {}

  /** Keeps a reflection once, however often it is sent. */
  static Outcome keep(Handle h, String author, Reflection r, long now) {
    Optional<String> withdrawn =
        h.createQuery("select author from withdrawn where reflection = :id")
            .bind("id", r.id())
            .mapTo(String.class)
            .findOne();
    if (withdrawn.isPresent()) {
      return withdrawn.get().equals(author) ? Outcome.WITHDRAWN : Outcome.NOT_YOURS;
    }
    int added =
        h.createUpdate(
                "insert into reflection (id, author, form, kind, happened, written, arrived,"
                    + " changed, version, audience, shared, team, cycle, follows, feeling, quotable)"
                    + " values (:id, :author, :form, :kind, :happened, :written, :now, :now, 1,"
                    + " :audience, :now, :team, :cycle, :follows, :feeling, :quotable)"
                    + " on conflict (id) do nothing")
            .bind("id", r.id())
            .bind("author", author)
            .bind("form", r.form())
            .bind("kind", r.kind().id())
            .bind("happened", r.happened())
            .bind("written", r.written())
            .bind("now", now)
            .bind("audience", r.audience().id())
            .bind("team", r.team())
            .bind("cycle", r.cycle())
            .bind("follows", r.follows())
            .bind("feeling", r.feeling())
            .bind("quotable", r.quotable() ? 1 : 0)
            .execute();
    if (added == 0) {
      String owner =
          h.createQuery("select author from reflection where id = :id")
              .bind("id", r.id())
              .mapTo(String.class)
              .one();
      return owner.equals(author) ? Outcome.KEPT_BEFORE : Outcome.NOT_YOURS;
    }
    addParts(h, r);
    Audit.add(h, author, Audit.Action.REFLECTION_KEPT, r.id(), now);
    return Outcome.KEPT;
  }

  static void addParts(Handle h, Reflection r) {
    int position = 0;
    for (Reflection.Answer answer : r.answers()) {
      h.createUpdate(
              "insert into reflection_answer (reflection, position, prompt, words)"
                  + " values (:id, :position, :prompt, :words)")
          .bind("id", r.id())
          .bind("position", position++)
          .bind("prompt", answer.prompt())
          .bind("words", answer.words())
          .execute();
    }
    for (Reflection.Tap tap : r.taps()) {
      h.createUpdate(
              "insert into reflection_tap (reflection, tap, value) values (:id, :tap, :value)")
          .bind("id", r.id())
          .bind("tap", tap.tap())
          .bind("value", tap.value())
          .execute();
    }
  }

  /** The reflection with this id, whoever may see it; the caller decides that. */
  static Optional<Kept> find(Handle h, String id) {
    return find(h, List.of(id)).stream().findFirst();
  }

  /** The reflections with these ids, in that order; ids that are not there are left out. */
  static List<Kept> find(Handle h, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<Reflection.Answer>> answers = answers(h, ids);
    Map<String, List<Reflection.Tap>> taps = taps(h, ids);
    Map<String, Kept> found = new HashMap<>();
    h.createQuery("select * from reflection where id in (<ids>)")
        .bindList("ids", ids)
        .map((row, ctx) -> kept(row, answers, taps))
        .forEach(k -> found.put(k.reflection().id(), k));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static Kept kept(
      ResultSet row,
      Map<String, List<Reflection.Answer>> answers,
      Map<String, List<Reflection.Tap>> taps)
      throws SQLException {
    String id = row.getString("id");
    return new Kept(
        new Reflection(
            id,
            row.getString("form"),
            kind(row.getString("kind")),
            row.getString("happened"),
            row.getLong("written"),
            answers.getOrDefault(id, List.of()),
            taps.getOrDefault(id, List.of()),
            row.getString("feeling"),
            Audience.of(row.getString("audience")),
            row.getString("team"),
            row.getString("cycle"),
            row.getString("follows"),
            row.getInt("quotable") == 1),
        row.getString("author"),
        row.getLong("arrived"),
        row.getLong("changed"),
        row.getInt("version"),
        row.getLong("shared"),
        row.getLong("looked"));
  }

  private static Kind kind(String id) {
    for (Kind kind : Kind.values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new IllegalStateException("The store holds a kind that there is not.");
  }

  private static Map<String, List<Reflection.Answer>> answers(Handle h, List<String> ids) {
    Map<String, List<Reflection.Answer>> all = new HashMap<>();
    h.createQuery(
            "select reflection, prompt, words from reflection_answer where reflection in (<ids>)"
                + " order by reflection, position")
        .bindList("ids", ids)
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("reflection"),
                    new Reflection.Answer(row.getString("prompt"), row.getString("words"))))
        .forEach(e -> all.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return all;
  }

  private static Map<String, List<Reflection.Tap>> taps(Handle h, List<String> ids) {
    Map<String, List<Reflection.Tap>> all = new HashMap<>();
    h.createQuery(
            "select reflection, tap, value from reflection_tap where reflection in (<ids>)"
                + " order by reflection, tap, value")
        .bindList("ids", ids)
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getString("reflection"),
                    new Reflection.Tap(row.getString("tap"), row.getString("value"))))
        .forEach(e -> all.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return all;
  }
}
