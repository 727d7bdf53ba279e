package org.kith.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.published.Movement;
import org.kith.published.WordRow;
import org.kith.reflections.MayRead;
import org.kith.themes.Codebook;
import org.kith.words.Numbers;

/** What one reader may see, read from the store in one transaction. */
final class ReaderTexts {
  private ReaderTexts() {}

  /**
   * What all of it can be told from another state by: every readable id with its version, every
   * reply, every theme, and the snapshot. A reflection withdrawn, changed, or shared otherwise
   * changes it, whatever its own times say.
   */
  static String mark(Handle h, Person me, View view) {
    MessageDigest digest = sha256();
    h.createQuery(
            "select r.id, r.version, r.changed, r.audience from reflection r where "
                + MayRead.BY_ME
                + " order by r.id")
        .bind("me", me.id())
        .map(
            (row, ctx) ->
                row.getString(1) + row.getInt(2) + "." + row.getLong(3) + row.getString(4) + ";")
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    h.createQuery(
            "select y.id, y.at from reply y join reflection r on r.id = y.reflection where "
                + MayRead.BY_ME
                + " and "
                + MayRead.REPLY
                + " order by y.id")
        .bind("me", me.id())
        .map((row, ctx) -> row.getString(1) + row.getLong(2) + ";")
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    for (Codebook.Theme theme : Codebook.named(h)) {
      digest.update((theme.toString() + ";").getBytes(StandardCharsets.UTF_8));
    }
    String seen = view == null ? "" : view.snapshot() + view.viewer().own().orElse("");
    return HexFormat.of().formatHex(digest.digest(seen.getBytes(StandardCharsets.UTF_8)));
  }

  /** All of it. */
  static List<Text> of(Handle h, Person me, View view) {
    List<Text> texts = new ArrayList<>();
    reflections(h, me, texts);
    replies(h, me, texts);
    for (Codebook.Theme theme : Codebook.named(h)) {
      texts.add(theme(theme.id(), theme.name(), theme.about()));
    }
    if (view != null) {
      published(view, texts);
    }
    return texts;
  }

  private static void reflections(Handle h, Person me, List<Text> texts) {
    Map<String, StringBuilder> words = new LinkedHashMap<>();
    h.createQuery(
            "select a.reflection, a.words from reflection_answer a"
                + " join reflection r on r.id = a.reflection where "
                + MayRead.BY_ME
                + " order by a.reflection, a.position")
        .bind("me", me.id())
        .map((row, ctx) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(
            a -> {
              StringBuilder all = words.computeIfAbsent(a[0], id -> new StringBuilder());
              all.append(all.isEmpty() ? "" : "\n").append(a[1]);
            });
    h.createQuery(
            "select r.id, r.author, r.audience, r.happened, p.name, t.name as team, c.name as cycle"
                + " from reflection r join person p on p.id = r.author"
                + " left join team t on t.id = r.team left join cycle c on c.id = r.cycle where "
                + MayRead.BY_ME)
        .bind("me", me.id())
        .map(
            (row, ctx) -> {
              boolean own = row.getString("author").equals(me.id());
              boolean team = !own && row.getString("audience").equals("team");
              Text.Kind kind = own ? Text.Kind.MINE : team ? Text.Kind.TEAM : Text.Kind.CYCLE;
              String id = row.getString("id");
              String day = row.getString("happened");
              return new Text(
                  "r-" + id,
                  kind,
                  own ? "" : team ? row.getString("team") : row.getString("cycle"),
                  words.getOrDefault(id, new StringBuilder()).toString(),
                  // In a cycle neither who wrote it is known nor on which day.
                  kind == Text.Kind.CYCLE ? week(day) : day,
                  team ? row.getString("name") : "",
                  "/reflections/" + id);
            })
        .forEach(texts::add);
  }

  private static void replies(Handle h, Person me, List<Text> texts) {
    h.createQuery(
            "select y.id, y.words, y.author, r.id as reflection, r.audience, r.happened, p.name"
                + " from reply y join reflection r on r.id = y.reflection"
                + " join person p on p.id = y.author where "
                + MayRead.BY_ME
                + " and "
                + MayRead.REPLY)
        .bind("me", me.id())
        .map(
            (row, ctx) -> {
              boolean own = row.getString("author").equals(me.id());
              boolean team = row.getString("audience").equals("team");
              String day = row.getString("happened");
              return new Text(
                  "a-" + row.getString("id"),
                  Text.Kind.REPLY,
                  "",
                  row.getString("words"),
                  team ? day : week(day),
                  own ? "you" : team ? row.getString("name") : "",
                  "/reflections/" + row.getString("reflection"));
            })
        .forEach(texts::add);
  }

  /** The Monday of a day's week. */
  private static String week(String day) {
    return LocalDate.parse(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
  }

  private static Text theme(String id, String name, String about) {
    return new Text("t-" + id, Text.Kind.THEME, name, name + ". " + about, "", "", "/themes/" + id);
  }

  private static void published(View view, List<Text> texts) {
    view.heard().themes().stream()
        .filter(t -> texts.stream().noneMatch(x -> x.id().equals("t-" + t.theme())))
        .map(t -> theme(t.theme(), t.name(), t.about()))
        .forEach(texts::add);
    for (WordRow word : view.heard().words()) {
      boolean more = word.movement() == Movement.EMERGING;
      texts.add(
          new Text(
              "w-" + word.period() + "-" + word.phrase(),
              Text.Kind.PHRASE,
              Numbers.capital(word.period()) + (more ? ": newly said" : ": said less"),
              word.phrase(),
              "",
              "",
              "/themes#words"));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
