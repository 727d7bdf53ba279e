package org.kith.pages;

import io.javalin.http.Context;
import java.io.IOException;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.exports.Shelf;
import org.kith.learning.Library;

/** {@code /downloads}: the tables of the snapshot in use, to take away. */
public final class DownloadsPages {
  private DownloadsPages() {}

  /** Adds the address. */
  public static void doors(Doors doors, PageWriter writer, Library library, Shelf shelf) {
    doors.get(
        "/downloads", Entry.ANYONE, (ctx, visitor) -> show(ctx, visitor, writer, library, shelf));
  }

  private static void show(
      Context ctx, Visitor visitor, PageWriter writer, Library library, Shelf shelf)
      throws IOException {
    writer.write(
        ctx, 200, "downloads.jte", DownloadsPage.of(visitor.sees(library.current()), shelf));
  }
}
