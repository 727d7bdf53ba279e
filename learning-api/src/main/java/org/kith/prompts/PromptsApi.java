package org.kith.prompts;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.store.Store;

/** {@code GET /api/v1/prompts}: what the page "Write" asks and offers, themes included. */
public final class PromptsApi {
  /** Its address. */
  public static final String PATH = "/api/v1/prompts";

  private PromptsApi() {}

  /** A theme that can be tapped. */
  public record Theme(String id, String name, String about) {}

  private record Answer(List<Form> forms, List<TapRow> taps, List<Theme> themes) {}

  /** Adds the address. */
  public static void doors(Doors doors, Prompts prompts, Store store) {
    doors.get(
        PATH,
        Entry.signedIn(Entry.Whose.EVERYONES),
        (ctx, visitor) ->
            ctx.json(new Answer(prompts.forms(), prompts.taps(), store.read(PromptsApi::themes))));
  }

  /** The codebook's themes that are in use, by name. */
  public static List<Theme> themes(Handle h) {
    return h.createQuery("select id, name, about from theme where state = 'named' order by name")
        .map(
            (row, ctx) ->
                new Theme(row.getString("id"), row.getString("name"), row.getString("about")))
        .list();
  }
}
