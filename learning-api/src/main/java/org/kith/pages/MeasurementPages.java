package org.kith.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.learning.View;

/** {@code /instruments/{instrument}/measurement}: can this scale bear the weight. */
final class MeasurementPages {
  private static final String INSTRUMENT = "instrument";

  private final Pages pages;

  private MeasurementPages(Pages pages) {
    this.pages = pages;
  }

  /** Adds the addresses. */
  static void doors(Doors doors, Pages pages) {
    MeasurementPages here = new MeasurementPages(pages);
    doors.get(
        "/instruments/{instrument}/measurement",
        Entry.ANYONE,
        (ctx, visitor) -> pages.guarded(here::now).handle(ctx));
    doors.get(
        "/snapshots/{snapshot}/instruments/{instrument}/measurement",
        Entry.ANYONE,
        (ctx, visitor) -> pages.guarded(here::frozen).handle(ctx));
    doors.get(
        "/snapshots/{snapshot}/instruments/{instrument}/{figure}.csv",
        Entry.ANYONE,
        (ctx, visitor) -> pages.guarded(here::csv).handle(ctx));
  }

  private void now(Context ctx) throws IOException {
    write(ctx, pages.view(ctx));
  }

  private void frozen(Context ctx) throws IOException {
    write(ctx, Optional.of(pages.view(ctx, ctx.pathParam("snapshot"))));
  }

  private void write(Context ctx, Optional<View> view) {
    Optional<MeasurementPage> page = view.flatMap(v -> page(ctx, v));
    if (page.isPresent()) {
      pages.writer().write(ctx, 200, "measurement.jte", page.get());
    } else {
      pages.notFound(ctx);
    }
  }

  private static Optional<MeasurementPage> page(Context ctx, View view) {
    return MeasurementPage.of(view, ctx.pathParam(INSTRUMENT), ctx.queryParam("wave"));
  }

  private void csv(Context ctx) throws IOException {
    Optional<Figure> figure =
        page(ctx, pages.view(ctx, ctx.pathParam("snapshot")))
            .flatMap(p -> p.figure(ctx.pathParam("figure")));
    if (figure.isPresent()) {
      Pages.csv(ctx, ctx.pathParam(INSTRUMENT), figure.get());
    } else {
      pages.notFound(ctx);
    }
  }
}
