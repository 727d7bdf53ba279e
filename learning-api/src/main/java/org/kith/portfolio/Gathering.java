package org.kith.portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.kith.documents.Letters;
import org.kith.people.Person;
import org.kith.portfolio.Portfolio.Entry;
import org.kith.portfolio.Portfolio.Reply;
import org.kith.portfolio.Portfolio.Said;
import org.kith.portfolio.Portfolio.Tapped;
import org.kith.prompts.Form;
import org.kith.prompts.Prompt;
import org.kith.prompts.Prompts;
import org.kith.prompts.TapRow;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.reflections.Receipt;
import org.kith.reflections.Reflection;
import org.kith.reflections.Reflection.Answer;
import org.kith.reflections.Reflection.Tap;

/** Gathers what one person wrote, in four statements however much it is. */
final class Gathering {
  private static final String THEIRS =
      " from reflection r where r.author = :author and r.happened >= :from and r.happened <= :to"
          + " and (:kind = '' or r.kind = :kind)";

  private final Prompts prompts;
  private final Map<String, String> words = new HashMap<>();

  Gathering(Prompts prompts) {
    this.prompts = prompts;
    for (Form form : prompts.forms()) {
      for (Prompt prompt : form.prompts()) {
        words.put("prompt " + prompt.id(), prompt.words());
      }
    }
    for (TapRow row : prompts.taps()) {
      row.taps().forEach(t -> words.put(row.id() + " " + t.id(), t.words()));
    }
  }

  /**
   * A person's own.
   *
   * @param organisation name of theirs, or empty
   */
  Portfolio of(Handle h, Person me, String organisation, Asked asked, Instant now) {
    Map<String, String> names = new HashMap<>();
    for (String table : List.of("team", "cycle", "theme")) {
      h.createQuery("select id, name from " + table)
          .map((row, ctx) -> Map.entry(table + " " + row.getString(1), row.getString(2)))
          .forEach(e -> names.put(e.getKey(), e.getValue()));
    }
    Map<String, List<Answer>> answers = new HashMap<>();
    query(
            h,
            "select a.reflection, a.prompt, a.words from reflection_answer a where a.reflection in"
                + " (select r.id"
                + THEIRS
                + ") order by a.reflection, a.position",
            me,
            asked)
        .map((r, ctx) -> Map.entry(r.getString(1), new Answer(r.getString(2), r.getString(3))))
        .forEach(
            e -> answers.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    Map<String, List<Tap>> taps = new HashMap<>();
    query(
            h,
            "select t.reflection, t.tap, t.value from reflection_tap t where t.reflection in"
                + " (select r.id"
                + THEIRS
                + ") order by t.reflection, t.tap, t.value",
            me,
            asked)
        .map((r, ctx) -> Map.entry(r.getString(1), new Tap(r.getString(2), r.getString(3))))
        .forEach(e -> taps.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    Map<String, List<Reply>> replies = asked.replies() ? replies(h, me, asked) : Map.of();
    List<Entry> entries =
        query(h, "select r.*" + THEIRS + " order by r.happened, r.arrived, r.id", me, asked)
            .map(
                (row, ctx) -> {
                  String id = row.getString("id");
                  Reflection reflection =
                      new Reflection(
                          id,
                          row.getString("form"),
                          Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                          row.getString("happened"),
                          row.getLong("written"),
                          answers.get(id),
                          taps.get(id),
                          row.getString("feeling"),
                          Audience.of(row.getString("audience")),
                          row.getString("team"),
                          row.getString("cycle"),
                          row.getString("follows"),
                          row.getInt("quotable") == 1);
                  return entry(
                      reflection,
                      row.getLong("arrived"),
                      names,
                      replies.getOrDefault(id, List.of()));
                })
            .list();
    return new Portfolio(
        me.name(), me.position(), organisation, now, asked.from(), asked.to(), entries);
  }

  private static Map<String, List<Reply>> replies(Handle h, Person me, Asked asked) {
    Map<String, List<Reply>> replies = new HashMap<>();
    query(
            h,
            "select p.reflection, p.kind, p.words, p.at from reply p where p.reflection in"
                + " (select r.id"
                + THEIRS
                + ") order by p.at, p.id",
            me,
            asked)
        .map(
            (r, ctx) ->
                Map.entry(
                    r.getString(1),
                    new Reply(
                        r.getString(2).equals("tried"),
                        Letters.printable(r.getString(3)),
                        r.getLong(4))))
        .forEach(
            e -> replies.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return replies;
  }

  /** {@code sql} is this class's own words, never anything from outside. */
  private static Query query(Handle h, String sql, Person me, Asked asked) {
    return h.createQuery(sql)
        .bind("author", me.id())
        .bind("from", asked.from() == null ? "" : asked.from().toString())
        .bind("to", asked.to() == null ? "9999" : asked.to().toString())
        .bind("kind", asked.kind() == null ? "" : asked.kind().id());
  }

  private Entry entry(Reflection r, long arrived, Map<String, String> names, List<Reply> replies) {
    return new Entry(
        r,
        Receipt.of(r.id()),
        arrived,
        kind(r.kind()),
        r.answers().stream()
            .map(
                a ->
                    new Said(
                        words.getOrDefault("prompt " + a.prompt(), a.prompt().replace('-', ' ')),
                        Letters.printable(a.words())))
            .toList(),
        tapped(r, names),
        shared(r, names),
        r.follows() == null ? "" : Receipt.of(r.follows()),
        replies);
  }

  private List<Tapped> tapped(Reflection r, Map<String, String> names) {
    List<Tapped> tapped = new ArrayList<>();
    for (TapRow row : prompts.taps()) {
      List<String> values =
          row.one()
              ? r.feeling() == null ? List.of() : List.of(r.feeling())
              : r.taps().stream().filter(t -> t.tap().equals(row.id())).map(Tap::value).toList();
      if (!values.isEmpty()) {
        tapped.add(
            new Tapped(
                row.words(),
                values.stream()
                    .map(v -> words.getOrDefault(row.id() + " " + v, v.replace('-', ' ')))
                    .toList()));
      }
    }
    List<String> themes =
        r.taps().stream()
            .filter(t -> t.tap().equals("theme"))
            .map(t -> Letters.printable(names.getOrDefault("theme " + t.value(), t.value())))
            .toList();
    if (!themes.isEmpty()) {
      tapped.add(new Tapped("What is it about?", themes));
    }
    return tapped;
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case REFLECTION -> "Reflection";
      case EXPERIMENT -> "Something tried";
      case CHANGE -> "Something changed";
    };
  }

  private static String shared(Reflection r, Map<String, String> names) {
    return switch (r.audience()) {
      case ME -> "Only me";
      case TEAM -> Letters.printable("My team: " + names.getOrDefault("team " + r.team(), ""));
      case CYCLE ->
          Letters.printable(
              "A learning cycle, without my name: " + names.getOrDefault("cycle " + r.cycle(), ""));
      case COUNTS -> "Nobody reads it; what was tapped is counted";
    };
  }
}
