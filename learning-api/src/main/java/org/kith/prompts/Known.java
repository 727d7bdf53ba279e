package org.kith.prompts;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.store.Store;

/**
 * Every id that was ever asked or offered here. A reflection can wait on a device for weeks; when
 * its place has taken a tap out by then, what was written must still come in. So an id is refused
 * only if this place never knew it, which a page of this place cannot have sent.
 */
public final class Known {
  private static final String FORM = "form";
  private static final String PROMPT = "prompt";

  private Known() {}

  /** Remembers what is asked and offered now. */
  public static void remember(Store store, Prompts prompts, long now) {
    store.change(
        h -> {
          for (Form form : prompts.forms()) {
            add(h, FORM, form.id(), now);
            form.prompts().forEach(p -> add(h, PROMPT, p.id(), now));
          }
          for (TapRow row : prompts.taps()) {
            row.taps().forEach(t -> add(h, row.id(), t.id(), now));
          }
        });
  }

  private static void add(Handle h, String kind, String value, long now) {
    h.createUpdate(
            "insert into known_word (kind, value, since) values (:kind, :value, :since)"
                + " on conflict (kind, value) do nothing")
        .bind("kind", kind)
        .bind("value", value)
        .bind("since", now)
        .execute();
  }

  /** Whether a form with this id was ever shown here. */
  public static boolean form(Handle h, String id) {
    return known(h, FORM, id);
  }

  /** Whether a prompt with this id was ever asked here. */
  public static boolean prompt(Handle h, String id) {
    return known(h, PROMPT, id);
  }

  /**
   * Whether this could ever be tapped here.
   *
   * @param row level, carried, barrier, feeling or theme
   */
  public static boolean tap(Handle h, String row, String id) {
    return row.equals("theme") ? !themes(h, id).isEmpty() : known(h, row, id);
  }

  private static boolean known(Handle h, String kind, String value) {
    return h.createQuery("select count(*) from known_word where kind = :kind and value = :value")
            .bind("kind", kind)
            .bind("value", value)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Themes are never deleted, only merged or set aside. */
  private static List<String> themes(Handle h, String id) {
    return h.createQuery("select id from theme where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }
}
