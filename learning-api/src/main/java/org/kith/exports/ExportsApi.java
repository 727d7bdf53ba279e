package org.kith.exports;

import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.exports.Export.Format;
import org.kith.http.Json;
import org.kith.http.Operation;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.lake.Snapshot;
import org.kith.learning.Library;
import org.kith.learning.View;

/** {@code /api/v1/exports}: whole snapshots to take away, as whoever asks may see them. */
public final class ExportsApi {
  private static final String ROOT = "/api/v1/exports";

  private final Library library;
  private final Shelf shelf;

  private ExportsApi(Library library, Shelf shelf) {
    this.library = library;
    this.shelf = shelf;
  }

  /** What there is to take. */
  @Says("What there is to take away of one snapshot.")
  record Exports(
      @Says("Id of the snapshot.") String snapshot,
      @Says("What the tables may not be used for, or empty.") String notUsedFor,
      @Says("Under which terms the tables go.") String terms,
      @Says("One for each format.") List<Offer> exports) {}

  /** One format. */
  @Says("One format.")
  record Offer(
      @Says("csv, parquet, json, xlsx or package.") String format,
      @Says("What comes of it.") String about,
      @Says("Its address.") String href,
      @Says("Its media type.") String type,
      @Says("Its size in bytes.") int bytes,
      @Says("SHA-256 of its bytes.") String sha256) {}

  /** Adds the addresses. */
  public static void doors(Doors doors, Library library, Shelf shelf) {
    ExportsApi here = new ExportsApi(library, shelf);
    doors.get(
        ROOT,
        Entry.ANYONE,
        Operation.asks(
            "exports",
            "What there is to take away; snapshot=ID for an earlier one.",
            Exports.class),
        here::list);
    doors.get(ROOT + "/{name}", Entry.ANYONE, here::take);
  }

  private void list(Context ctx, Visitor visitor) throws IOException {
    View view = view(ctx, visitor);
    List<Offer> offers = new ArrayList<>();
    for (Format format : Format.values()) {
      byte[] bytes = shelf.file(view, format, false);
      offers.add(
          new Offer(
              format.id(),
              format.about(),
              ROOT + "/" + format.id() + "?snapshot=" + view.snapshot(),
              format.type(),
              bytes.length,
              Snapshot.sha256(bytes)));
    }
    Exports exports =
        new Exports(
            view.snapshot(), view.manifest().about().notUsedFor(), Terms.TABLES_TITLE, offers);
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType("application/json").result(Json.of(exports));
  }

  private void take(Context ctx, Visitor visitor) throws IOException {
    View view = view(ctx, visitor);
    Format format =
        Format.of(ctx.pathParam("name"))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.NOT_FOUND,
                        "There is no such export. " + ROOT + " lists them."));
    byte[] bytes = shelf.file(view, format, "yes".equals(ctx.queryParam("bom")));
    String tag = '"' + Snapshot.sha256(bytes) + '"';
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "private, no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.header("Content-Disposition", "attachment; filename=\"" + Shelf.name(view, format) + "\"");
    ctx.contentType(format.type()).result(bytes);
  }

  private View view(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.queryParam("snapshot");
    try {
      return visitor.sees(id == null ? library.current() : library.snapshot(id));
    } catch (FileNotFoundException e) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND,
          "There is no such snapshot. /api/v1/snapshots lists those there are.");
    }
  }
}
