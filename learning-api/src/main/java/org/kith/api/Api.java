package org.kith.api;

import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Json;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.Library;
import org.kith.learning.View;

/** Every address of the API. */
public final class Api {
  /** What every address starts with. */
  public static final String ROOT = "/api/v1";

  /** The table of contents. */
  static final List<Endpoint<?>> ENDPOINTS =
      List.of(
          SnapshotsEndpoint.ENDPOINT,
          WavesEndpoint.ENDPOINT,
          PlacesEndpoint.ENDPOINT,
          OrganisationsEndpoint.ENDPOINT,
          ConstructsEndpoint.ENDPOINT,
          ConstructEndpoint.ENDPOINT,
          InstrumentsEndpoint.ENDPOINT,
          InstrumentEndpoint.ENDPOINT,
          IndicatorsEndpoint.ENDPOINT,
          IndicatorEndpoint.ENDPOINT,
          ThemesEndpoint.ENDPOINT,
          ThemeEndpoint.ENDPOINT,
          WordsEndpoint.ENDPOINT,
          LevelsEndpoint.ENDPOINT,
          BarriersEndpoint.ENDPOINT,
          CarriedEndpoint.ENDPOINT,
          CadenceEndpoint.ENDPOINT,
          LoopsEndpoint.ENDPOINT,
          SuggestionsEndpoint.ENDPOINT);

  private final Library library;
  private final String version;

  private Api(Library library, String version) {
    this.library = library;
    this.version = version;
  }

  /**
   * Adds the API's addresses.
   *
   * @param version of Kith, for the document and for what browsers keep
   */
  public static void doors(Doors doors, Library library, String version) {
    Api api = new Api(library, version);
    // Made when it is first asked for: the doors of other features are added after these.
    AtomicReference<byte[]> document = new AtomicReference<>();
    ENDPOINTS.forEach(
        e -> doors.get(e.address(), Entry.ANYONE, (ctx, visitor) -> api.answer(ctx, visitor, e)));
    doors.get(
        ROOT + "/openapi.json",
        Entry.ANYONE,
        (ctx, visitor) ->
            ctx.contentType("application/vnd.oai.openapi+json;version=3.1")
                .result(
                    document.updateAndGet(
                        d ->
                            d == null
                                ? Json.of(OpenApi.document(ENDPOINTS, doors.all(), version))
                                : d)));
  }

  /** The API described for people, as the inside of a page; its text is Kith's own. */
  public static String guide(String version) {
    return Guide.of(ENDPOINTS, version);
  }

  private <T extends Record> void answer(Context ctx, Visitor visitor, Endpoint<T> endpoint)
      throws IOException {
    Asked asked = Asked.of(endpoint.parameters(), ctx.pathParamMap(), ctx.queryParamMap());
    View view = visitor.sees(view(asked));
    T answer = endpoint.decision().answer(library, view, asked);
    String tag = tag(view);
    ctx.header("ETag", tag);
    // Kept by the browser, but asked for again: the snapshot in use can change at any time.
    ctx.header("Cache-Control", "private, no-cache");
    if (matches(ctx.header("If-None-Match"), tag)) {
      ctx.status(304);
    } else if (asked.value("format").filter("csv"::equals).isPresent()
        && answer instanceof IndicatorAnswer indicator) {
      ctx.header(
          "Content-Disposition",
          "attachment; filename=\"kith-" + indicator.id() + "-" + view.snapshot() + ".csv\"");
      ctx.contentType("text/csv; charset=utf-8").result(Csv.of(indicator));
    } else {
      ctx.contentType("application/json").result(Json.of(answer));
    }
  }

  private View view(Asked asked) throws IOException {
    var id = asked.value("snapshot");
    try {
      return id.isPresent() ? library.snapshot(id.get()) : library.current();
    } catch (FileNotFoundException e) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND,
          "There is no such snapshot. " + ROOT + "/snapshots lists those there are.");
    }
  }

  /** Weak, because compression changes the bytes. Other viewers and versions get other answers. */
  private String tag(View view) {
    return "W/\""
        + view.snapshot()
        + "."
        + view.viewer().own().orElse("all")
        + "."
        + version
        + "\"";
  }

  private static boolean matches(String header, String tag) {
    return header != null
        && (header.strip().equals("*")
            || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals));
  }
}
