package org.kith.logimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kith.prompts.Form;
import org.kith.prompts.Prompt;
import org.kith.prompts.Prompts;
import org.kith.prompts.TapRow;
import org.kith.protect.Identifying;

/**
 * What the columns of a log mean: for each heading {@value #LEAVE}, {@value #DAY}, {@code
 * prompt:what} or the id of a row of taps.
 */
public record Meaning(List<String> columns) {
  /** A column that is left out. */
  public static final String LEAVE = "leave";

  /** The column with the day it happened. */
  public static final String DAY = "day";

  static final String PROMPT = "prompt:";

  private static final Set<String> DAYS =
      Set.of(
          "date",
          "day",
          "when",
          "happened on",
          "date of visit",
          "visit date",
          "entry date",
          "date of entry",
          "date of reflection",
          "reflection date",
          "timestamp",
          "dyddiad");
  private static final Set<String> WHAT =
      Set.of(
          "what",
          "notes",
          "note",
          "reflection",
          "log",
          "entry",
          "text",
          "description",
          "event",
          "what happened",
          "incident",
          "comments",
          "comment");
  private static final Set<String> SO_WHAT =
      Set.of("so what", "learning", "what i learned", "what did i learn", "why it matters");
  private static final Set<String> NOW_WHAT =
      Set.of("now what", "next", "next steps", "next step", "action", "actions", "what next");

  public Meaning {
    columns = List.copyOf(columns);
  }

  /** What the headings seem to mean; what is not known, or looks like names, is left out. */
  public static Meaning proposed(Sheet sheet, Prompts prompts) {
    List<String> columns = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (String heading : sheet.headings()) {
      String meaning = one(plain(heading), heading, prompts);
      columns.add(meaning.equals(LEAVE) || given.add(meaning) ? meaning : LEAVE);
    }
    return oneForm(columns, prompts);
  }

  /** The prompts of one form only: of the form that most of the columns belong to. */
  private static Meaning oneForm(List<String> columns, Prompts prompts) {
    Form best = prompts.forms().get(0);
    for (Form form : prompts.forms()) {
      if (in(form, columns) > in(best, columns)) {
        best = form;
      }
    }
    Form chosen = best;
    return new Meaning(
        columns.stream().map(c -> c.startsWith(PROMPT) && !has(chosen, c) ? LEAVE : c).toList());
  }

  private static long in(Form form, List<String> columns) {
    return columns.stream().filter(c -> has(form, c)).count();
  }

  private static boolean has(Form form, String column) {
    return form.prompts().stream().anyMatch(p -> column.equals(PROMPT + p.id()));
  }

  private static String one(String plain, String heading, Prompts prompts) {
    if (DAYS.contains(plain)) {
      return DAY;
    }
    for (Form form : prompts.forms()) {
      for (Prompt prompt : form.prompts()) {
        if (plain.equals(plain(prompt.words())) || plain.equals(plain(prompt.id()))) {
          return PROMPT + prompt.id();
        }
      }
    }
    for (TapRow row : prompts.taps()) {
      if (plain.equals(plain(row.words()))
          || plain.equals(row.id())
          || plain.equals(row.id() + "s")) {
        return row.id();
      }
    }
    if (Identifying.heading(heading)) {
      return LEAVE;
    }
    String id =
        WHAT.contains(plain)
            ? "what"
            : SO_WHAT.contains(plain) ? "so-what" : NOW_WHAT.contains(plain) ? "now-what" : "";
    return id.isEmpty() ? LEAVE : PROMPT + id;
  }

  static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** The form whose prompts are answered. */
  Optional<Form> form(Prompts prompts) {
    return prompts.forms().stream()
        .filter(f -> columns.stream().anyMatch(c -> has(f, c)))
        .findFirst();
  }

  /** What has to be changed before a log can come in so, or nothing. */
  public Optional<String> problem(Sheet sheet, Prompts prompts) {
    Set<String> given = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (!column.equals(LEAVE) && !given.add(column)) {
        return Optional.of(
            "Column “%s” means the same as one before it. Choose one of them."
                .formatted(sheet.headings().get(i)));
      }
    }
    if (columns.size() != sheet.headings().size()) {
      return Optional.of("Say what each of the %d columns is.".formatted(sheet.headings().size()));
    }
    if (!given.contains(DAY)) {
      return Optional.of("Say which column has the day it happened.");
    }
    Optional<Form> form = form(prompts);
    if (form.isEmpty()) {
      return Optional.of("Say which column has what you wrote.");
    }
    for (String column : columns) {
      boolean known =
          column.equals(LEAVE)
              || column.equals(DAY)
              || has(form.get(), column)
              || prompts.row(column).isPresent();
      if (!known) {
        return Optional.of(
            "The questions have to be of one form, such as “%s”.".formatted(form.get().name()));
      }
    }
    return Optional.empty();
  }
}
