package org.kith.pages;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.prompts.Prompts;
import org.kith.prompts.TapRow;
import org.kith.reflections.Mine;
import org.kith.reflections.OwnReflections;
import org.kith.reflections.Reflection;

/**
 * What stands in the fields where a reflection is changed.
 *
 * @param answers by prompt, in the order they were written; skipped ones are empty
 * @param taps by row
 */
record EditForm(
    int version,
    String happened,
    Map<String, String> answers,
    Map<String, List<String>> taps,
    boolean quotable) {

  private static final String ANSWER = "answer.";
  private static final String FEELING = "feeling";
  private static final List<String> ROWS = List.of("level", "carried", "barrier", "theme", FEELING);

  /** What is kept now. */
  static EditForm of(Mine mine) {
    Reflection r = mine.reflection();
    Map<String, String> answers = new LinkedHashMap<>();
    r.answers().forEach(a -> answers.put(a.prompt(), a.words()));
    Map<String, List<String>> taps = new LinkedHashMap<>();
    r.taps().forEach(t -> taps.computeIfAbsent(t.tap(), k -> new ArrayList<>()).add(t.value()));
    if (r.feeling() != null) {
      taps.put(FEELING, List.of(r.feeling()));
    }
    return new EditForm(mine.kept().version(), r.happened(), answers, taps, r.quotable());
  }

  /** What was sent. */
  static EditForm of(Context ctx) {
    Map<String, String> answers = new LinkedHashMap<>();
    ctx.formParamMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), values.get(0).replace("\r\n", "\n"));
              }
            });
    Map<String, List<String>> taps = new LinkedHashMap<>();
    for (String row : ROWS) {
      List<String> tapped =
          ctx.formParams(row).stream().filter(v -> !v.isEmpty()).distinct().toList();
      if (!tapped.isEmpty()) {
        taps.put(row, tapped);
      }
    }
    String version = field(ctx, "version");
    return new EditForm(
        version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
        field(ctx, "happened"),
        answers,
        taps,
        !field(ctx, "quotable").isEmpty());
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  /** The same fields, to be sent over another version. */
  EditForm over(int now) {
    return new EditForm(now, happened, answers, taps, quotable);
  }

  /**
   * The change it makes to what is kept.
   *
   * @throws IllegalArgumentException if it makes none; the message is for its author
   */
  OwnReflections.Changed changed(Mine kept) {
    List<Reflection.Tap> tapped = new ArrayList<>();
    taps.forEach(
        (row, values) -> {
          if (!row.equals(FEELING)) {
            values.forEach(v -> tapped.add(new Reflection.Tap(row, v)));
          }
        });
    Reflection r = kept.reflection();
    return new OwnReflections.Changed(
        version,
        r.form(),
        r.kind(),
        happened,
        answers.entrySet().stream()
            .filter(e -> !e.getValue().isBlank())
            .map(e -> new Reflection.Answer(e.getKey(), e.getValue()))
            .toList(),
        tapped,
        taps.getOrDefault(FEELING, List.of()).stream().findFirst().orElse(null),
        r.follows(),
        quotable);
  }

  /** Every question of its form, and any other that was answered. */
  List<EditPage.Field> fields(Mine kept, Prompts prompts) {
    Set<String> asked = new LinkedHashSet<>();
    prompts
        .form(kept.reflection().form())
        .ifPresent(f -> f.prompts().forEach(p -> asked.add(p.id())));
    asked.addAll(answers.keySet());
    return asked.stream()
        .map(p -> new EditPage.Field(p, Told.question(prompts, p), answers.getOrDefault(p, "")))
        .toList();
  }

  /** Every tap there is, and any that was tapped before its place took it out. */
  List<EditPage.Row> rows(Prompts prompts, Map<String, String> themes) {
    List<EditPage.Row> rows = new ArrayList<>();
    for (TapRow row : prompts.taps()) {
      Map<String, String> all = new LinkedHashMap<>();
      row.taps().forEach(t -> all.put(t.id(), t.words()));
      rows.add(row(row.id(), row.words(), row.one(), all));
    }
    EditPage.Row about = row("theme", "What was it about?", false, themes);
    if (!about.taps().isEmpty()) {
      rows.add(about);
    }
    return rows;
  }

  private EditPage.Row row(String id, String question, boolean one, Map<String, String> offered) {
    List<String> tapped = taps.getOrDefault(id, List.of());
    Map<String, String> all = new LinkedHashMap<>(offered);
    tapped.forEach(t -> all.putIfAbsent(t, t.replace('-', ' ')));
    return new EditPage.Row(
        id,
        question,
        one,
        all.entrySet().stream()
            .map(e -> new Choice.Option(e.getKey(), e.getValue(), tapped.contains(e.getKey())))
            .toList());
  }
}
