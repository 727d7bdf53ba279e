package org.kith.themes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.reflection.SharedTheme;

/** The themes people have named, as the learning store holds them. */
public final class Codebook {
  /**
   * A theme as people left it.
   *
   * @param id letters, digits and -; it never changes, whatever the theme is called later
   * @param name in a few words
   * @param about what belongs to it, in a sentence, or empty
   * @param state whether it is in use
   * @param into id of the theme it was merged into, or null
   * @param created milliseconds since 1970
   */
  public record Theme(
      String id, String name, String about, State state, String into, long created) {}

  /** Whether a theme is in use. */
  public enum State {
    /** In use: it can be tapped, and is counted. */
    NAMED("named"),
    /** Its taps count for another theme. */
    MERGED("merged"),
    /** No longer offered; its taps stay with their authors and are not counted. */
    SET_ASIDE("set aside");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /** The name in the store. */
    public String id() {
      return id;
    }

    static State of(String id) {
      for (State state : values()) {
        if (state.id.equals(id)) {
          return state;
        }
      }
      throw new IllegalStateException("The store holds a state that there is not: " + id);
    }
  }

  private Codebook() {}

  /**
   * For every theme whose taps are counted, the theme they count for: itself, or the one it was
   * merged into, however often that was merged since. Themes set aside are not in it.
   */
  public static Map<String, String> current(Handle h) {
    Map<String, Theme> all = new LinkedHashMap<>();
    all(h).forEach(t -> all.put(t.id(), t));
    Map<String, String> current = new HashMap<>();
    for (Theme theme : all.values()) {
      Theme end = theme;
      while (end.state() == State.MERGED) {
        end = all.get(end.into());
      }
      if (end.state() == State.NAMED) {
        current.put(theme.id(), end.id());
      }
    }
    return Map.copyOf(current);
  }

  /** The themes in use, by name: what a form offers and what the protected lake is told. */
  public static List<SharedTheme> shared(Handle h) {
    return named(h).stream().map(t -> new SharedTheme(t.id(), t.name(), t.about())).toList();
  }

  /** The themes in use, by name. */
  public static List<Theme> named(Handle h) {
    return all(h).stream().filter(t -> t.state() == State.NAMED).toList();
  }

  /** Every theme there ever was, by name. */
  public static List<Theme> all(Handle h) {
    return h.createQuery(
            "select id, name, about, state, into_id, created from theme order by lower(name), id")
        .map(
            (row, ctx) ->
                new Theme(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("about"),
                    State.of(row.getString("state")),
                    row.getString("into_id"),
                    row.getLong("created")))
        .list();
  }

  /** The theme with this id, in use or not. */
  public static Optional<Theme> find(Handle h, String id) {
    return all(h).stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
