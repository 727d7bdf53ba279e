package org.kith.share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.reflection.SharedTheme;

/**
 * The themes that people named, and which of them took in which others.
 *
 * @param themes those that are named, by id
 * @param into where a theme went that was merged, by its id
 */
record Codebook(List<SharedTheme> themes, Map<String, String> into) {

  static Codebook read(Handle h) {
    Map<String, String> into = new HashMap<>();
    h.createQuery("select id, into_id from theme where state = 'merged'")
        .map((row, ctx) -> List.of(row.getString("id"), row.getString("into_id")))
        .forEach(t -> into.put(t.get(0), t.get(1)));
    List<SharedTheme> themes =
        h.createQuery("select id, name, about from theme where state = 'named' order by id")
            .map(
                (row, ctx) ->
                    new SharedTheme(
                        row.getString("id"), row.getString("name"), row.getString("about")))
            .list();
    return new Codebook(themes, into);
  }

  /** The named themes that tapped ones are now, each once; those set aside are left out. */
  List<String> named(List<String> tapped) {
    return tapped.stream()
        .map(this::now)
        .filter(id -> themes.stream().anyMatch(t -> t.theme().equals(id)))
        .distinct()
        .sorted()
        .toList();
  }

  private String now(String theme) {
    String now = theme;
    for (int i = 0; i < into.size() && into.containsKey(now); i++) {
      now = into.get(now);
    }
    return now;
  }
}
