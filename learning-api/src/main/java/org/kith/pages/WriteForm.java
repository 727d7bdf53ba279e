package org.kith.pages;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.prompts.Form;
import org.kith.prompts.Prompts;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.reflections.Reflection;

/**
 * What stands in the fields of the page to write on.
 *
 * @param form id of the form shown
 * @param answers by prompt; those of another form too, so that changing the form loses nothing
 * @param taps what is tapped
 * @param audience me, counts, team:ID or cycle:ID
 * @param linked id of a cycle, or empty
 * @param follows id of an earlier reflection, or empty
 */
record WriteForm(
    String form,
    Map<String, String> answers,
    List<Reflection.Tap> taps,
    String feeling,
    String audience,
    String linked,
    String follows,
    String happened,
    String kind,
    boolean quotable) {

  private static final String TEAM = "team:";
  private static final String CYCLE = "cycle:";
  private static final List<String> TAPS = List.of("level", "carried", "barrier", "theme");

  /** Nothing written yet. */
  static WriteForm blank(String form, String follows, String happened) {
    return new WriteForm(
        form, Map.of(), List.of(), "", "me", "", follows, happened, "reflection", false);
  }

  /** What was sent. */
  static WriteForm of(Context ctx, Prompts prompts) {
    List<Reflection.Tap> taps = new ArrayList<>();
    for (String row : TAPS) {
      ctx.formParams(row).stream()
          .distinct()
          .forEach(value -> taps.add(new Reflection.Tap(row, value)));
    }
    return new WriteForm(
        field(ctx, "form"),
        answers(ctx, prompts),
        taps,
        field(ctx, "feeling"),
        field(ctx, "audience"),
        field(ctx, "linked"),
        field(ctx, "follows"),
        field(ctx, "happened"),
        field(ctx, "kind"),
        !field(ctx, "quotable").isEmpty());
  }

  /** What was written, by prompt; prompts that were skipped are not in it. */
  static Map<String, String> answers(Context ctx, Prompts prompts) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Form form : prompts.forms()) {
      form.prompts().forEach(p -> answers.put(p.id(), field(ctx, "answer." + p.id())));
    }
    answers.values().removeIf(String::isBlank);
    return answers;
  }

  /** What was written, when the rest of what was sent cannot be read. */
  static WriteForm withoutTaps(Map<String, String> answers, Prompts prompts, String happened) {
    WriteForm blank = blank(prompts.forms().get(0).id(), "", happened);
    return new WriteForm(
        blank.form, answers, List.of(), "", "me", "", "", happened, blank.kind, false);
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("").replace("\r\n", "\n");
  }

  /**
   * The reflection it makes.
   *
   * @throws IllegalArgumentException if it makes none; the message is for its author
   */
  Reflection reflection(String id, long now) {
    String cycle = audience.startsWith(CYCLE) ? audience.substring(CYCLE.length()) : linked;
    return new Reflection(
        id,
        form,
        Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        happened,
        now,
        answers.entrySet().stream()
            .map(e -> new Reflection.Answer(e.getKey(), e.getValue()))
            .toList(),
        taps,
        orNull(feeling),
        Audience.of(audience.replaceFirst(":.*$", "")),
        audience.startsWith(TEAM) ? audience.substring(TEAM.length()) : null,
        orNull(cycle),
        orNull(follows),
        quotable);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** What is written to a prompt, or empty. */
  String answer(String prompt) {
    return answers.getOrDefault(prompt, "");
  }

  /** Whether a prompt is shown: it belongs to the form, or something was written to it before. */
  boolean shows(Form of, String prompt) {
    return of.id().equals(form) || answers.containsKey(prompt);
  }

  /** Whether this is tapped. */
  boolean tapped(String row, String value) {
    return row.equals("feeling")
        ? feeling.equals(value)
        : taps.contains(new Reflection.Tap(row, value));
  }
}
