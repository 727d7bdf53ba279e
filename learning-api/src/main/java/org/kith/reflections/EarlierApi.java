package org.kith.reflections;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.store.Store;

/** {@code GET /api/v1/write/earlier}: what a new reflection of mine can carry on from. */
public final class EarlierApi {
  /** Its address. */
  public static final String PATH = "/api/v1/write/earlier";

  private static final int MOST = 30;
  private static final int CHARACTERS = 60;

  private EarlierApi() {}

  /**
   * An earlier reflection of one's own.
   *
   * @param begins how it begins, enough to know it by
   */
  public record Earlier(String id, String happened, String begins) {}

  /** Adds the address. */
  public static void doors(Doors doors, Store store) {
    doors.get(
        PATH,
        Entry.signedIn(Entry.Whose.AUTHORS),
        (ctx, visitor) ->
            ctx.json(Map.of("earlier", store.read(h -> latest(h, visitor.me().id())))));
  }

  /** An author's latest, the newest first. */
  public static List<Earlier> latest(Handle h, String author) {
    return h.createQuery(
            "select r.id, r.happened, a.words from reflection r"
                + " join reflection_answer a on a.reflection = r.id and a.position = 0"
                + " where r.author = :author order by r.happened desc, r.written desc limit :most")
        .bind("author", author)
        .bind("most", MOST)
        .map(
            (row, ctx) ->
                new Earlier(
                    row.getString("id"), row.getString("happened"), begins(row.getString("words"))))
        .list();
  }

  private static String begins(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.length() <= CHARACTERS) {
      return line;
    }
    int space = line.lastIndexOf(' ', CHARACTERS);
    return line.substring(0, space > 0 ? space : CHARACTERS) + " …";
  }
}
