package org.kith.themes;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.audit.Audit;

/**
 * What people decide about themes. Each decision and its line in the audit are kept together; one
 * that cannot be taken ends in an {@link IllegalArgumentException} that says why, fit to be shown.
 */
public final class Decisions {
  /** Most characters of a name. */
  public static final int LONGEST_NAME = 60;

  /** Most characters of what belongs to a theme. */
  public static final int LONGEST_ABOUT = 300;

  private Decisions() {}

  /**
   * Gives a new theme its name.
   *
   * @param suggestion the suggested group it was named from, or null
   * @return its id, which follows from its first name and stays
   */
  public static String name(
      Handle h, String person, String name, String about, String suggestion, long now) {
    String plain = name(h, name, null);
    String id = freeId(h, plain);
    h.createUpdate(
            "insert into theme (id, name, about, state, into_id, created)"
                + " values (:id, :name, :about, 'named', null, :now)")
        .bind("id", id)
        .bind("name", plain)
        .bind("about", about(about))
        .bind("now", now)
        .execute();
    Audit.add(h, person, Audit.Action.THEME_NAMED, id, now);
    if (suggestion != null) {
      decide(h, person, suggestion, "named", id, now);
    }
    return id;
  }

  /** Changes a theme's name and what belongs to it; its id, and so its taps, stay. */
  public static void rename(
      Handle h, String person, String theme, String name, String about, long now) {
    inUse(h, theme);
    h.createUpdate("update theme set name = :name, about = :about where id = :id")
        .bind("id", theme)
        .bind("name", name(h, name, theme))
        .bind("about", about(about))
        .execute();
    Audit.add(h, person, Audit.Action.THEME_RENAMED, theme, now);
  }

  /** From now on the taps of one theme count for another. */
  public static void merge(Handle h, String person, String theme, String into, long now) {
    inUse(h, theme);
    inUse(h, into);
    check(!theme.equals(into), "A theme cannot be merged into itself. Choose another.");
    state(h, theme, Codebook.State.MERGED, into);
    Audit.add(h, person, Audit.Action.THEME_MERGED, theme, now);
  }

  /** Stops offering and counting a theme. */
  public static void setAside(Handle h, String person, String theme, long now) {
    inUse(h, theme);
    state(h, theme, Codebook.State.SET_ASIDE, null);
    Audit.add(h, person, Audit.Action.THEME_SET_ASIDE, theme, now);
  }

  /** Takes a theme that was merged or set aside back into use, with the taps it had. */
  public static void useAgain(Handle h, String person, String theme, long now) {
    Codebook.Theme found =
        Codebook.find(h, theme)
            .orElseThrow(() -> new IllegalArgumentException("There is no such theme."));
    name(h, found.name(), theme);
    state(h, theme, Codebook.State.NAMED, null);
    Audit.add(h, person, Audit.Action.THEME_USED_AGAIN, theme, now);
  }

  /** Decides that a suggested group of words is no theme. */
  public static void setAsideSuggestion(Handle h, String person, String suggestion, long now) {
    decide(h, person, suggestion, "set aside", null, now);
    Audit.add(h, person, Audit.Action.SUGGESTION_SET_ASIDE, suggestion, now);
  }

  /** Takes back that a suggested group of words is no theme. */
  public static void offerAgain(Handle h, String person, String suggestion, long now) {
    int gone =
        h.createUpdate(
                "delete from suggestion_decision where suggestion = :id and decision = 'set aside'")
            .bind("id", suggestion)
            .execute();
    check(gone == 1, "That group of words was not set aside.");
    Audit.add(h, person, Audit.Action.SUGGESTION_OFFERED_AGAIN, suggestion, now);
  }

  /** The suggestions people have decided about: id, and the theme named from it or empty. */
  public static Map<String, String> decided(Handle h) {
    Map<String, String> decided = new HashMap<>();
    h.createQuery("select suggestion, theme from suggestion_decision")
        .map((row, ctx) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(d -> decided.put(d[0], d[1] == null ? "" : d[1]));
    return decided;
  }

  private static void decide(
      Handle h, String person, String suggestion, String decision, String theme, long now) {
    int added =
        h.createUpdate(
                "insert into suggestion_decision (suggestion, decision, theme, person, at)"
                    + " values (:id, :decision, :theme, :person, :now)"
                    + " on conflict (suggestion) do nothing")
            .bind("id", suggestion)
            .bind("decision", decision)
            .bind("theme", theme)
            .bind("person", person)
            .bind("now", now)
            .execute();
    check(added == 1, "Somebody has decided about that group of words already.");
  }

  private static void state(Handle h, String theme, Codebook.State state, String into) {
    h.createUpdate("update theme set state = :state, into_id = :into where id = :id")
        .bind("id", theme)
        .bind("state", state.id())
        .bind("into", into)
        .execute();
  }

  private static void inUse(Handle h, String theme) {
    check(
        Codebook.find(h, theme).filter(t -> t.state() == Codebook.State.NAMED).isPresent(),
        "That theme is not in use. Look at the list again.");
  }

  private static String name(Handle h, String name, String but) {
    String plain = name == null ? "" : name.strip().replaceAll("\\s+", " ");
    check(plain.length() >= 2, "Give it a name of a few words.");
    check(plain.length() <= LONGEST_NAME, "A name has at most 60 characters.");
    List<Codebook.Theme> named = Codebook.named(h);
    check(
        named.stream().noneMatch(t -> !t.id().equals(but) && t.name().equalsIgnoreCase(plain)),
        "There is a theme of that name. Choose another, or merge the two.");
    return plain;
  }

  private static String about(String about) {
    String plain = about == null ? "" : about.strip().replaceAll("\\s+", " ");
    check(plain.length() <= LONGEST_ABOUT, "What belongs to it has at most 300 characters.");
    return plain;
  }

  /** Letters, digits and - of the name; a number behind it where it is taken. */
  private static String freeId(Handle h, String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String start = slug.isEmpty() ? "theme" : slug;
    var taken = Codebook.all(h).stream().map(Codebook.Theme::id).collect(Collectors.toSet());
    String id = start;
    for (int i = 2; taken.contains(id); i++) {
      id = start + "-" + i;
    }
    return id;
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
