package org.kith.pages;

import org.kith.access.Doors;
import org.kith.access.Entry;

/** {@code /who-may-see-what}: the list that the server itself goes by, in words. */
public final class MatrixPages {
  private MatrixPages() {}

  /** Adds the address. */
  public static void doors(Doors doors, PageWriter writer) {
    doors.get(
        "/who-may-see-what",
        Entry.ANYONE,
        (ctx, visitor) ->
            writer.write(
                ctx,
                200,
                "who-may-see-what.jte",
                MatrixPage.of(writer.frame(ctx, "Who may see what", ""), doors.all())));
  }
}
