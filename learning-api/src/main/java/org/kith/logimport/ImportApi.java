package org.kith.logimport;

import static org.kith.access.Entry.Whose.AUTHORS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.prompts.Prompts;
import org.kith.store.Store;

/**
 * {@code POST /api/v1/reflections/import}: the body is the file, its name is in {@code file}, and
 * {@code columns} says what each column is, with commas between; left out, the headings decide.
 */
public final class ImportApi {
  private final LogImport imports;

  private ImportApi(LogImport imports) {
    this.imports = imports;
  }

  /** Adds the address. */
  public static void doors(Doors doors, Store store, Prompts prompts, Clock clock) {
    ImportApi api = new ImportApi(new LogImport(store, prompts, clock));
    doors.post("/api/v1/reflections/import", Entry.signedIn(AUTHORS), api::bring);
  }

  private void bring(Context ctx, Visitor visitor) throws IOException {
    byte[] bytes = ctx.req().getInputStream().readNBytes(SheetFile.MOST_BYTES + 1);
    Sheet sheet = SheetFile.read(ctx.queryParam("file"), bytes);
    Meaning meaning =
        Optional.ofNullable(ctx.queryParam("columns"))
            .map(c -> new Meaning(List.of(c.split(",", -1))))
            .orElseGet(() -> Meaning.proposed(sheet, imports.prompts()));
    ctx.json(imports.bring(sheet, meaning, visitor.me()));
  }
}
