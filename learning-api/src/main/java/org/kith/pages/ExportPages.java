package org.kith.pages;

import static org.kith.access.Entry.Whose.AUTHORS;

import org.kith.access.Doors;
import org.kith.access.Entry;

/** The page an author asks for their own reflections on. */
public final class ExportPages {
  /** The page's model. */
  record ExportPage(Frame frame) {}

  private ExportPages() {}

  /** Adds the page; before those that have an id where this has a word. */
  public static void doors(Doors doors, PageWriter writer) {
    doors.get(
        "/reflections/export",
        Entry.signedIn(AUTHORS),
        (ctx, visitor) ->
            writer.write(
                ctx,
                200,
                "export.jte",
                new ExportPage(writer.frame(ctx, "Export my reflections", "reflections"))));
  }
}
