package org.kith.pages;

import static org.kith.access.Entry.Whose.READERS;
import static org.kith.access.Entry.Whose.TEAMS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.reflections.OfCycle;
import org.kith.reflections.OfTeam;
import org.kith.reflections.Part;
import org.kith.reflections.Reading;

/**
 * "Team", a thread for supervision, and what is shared in a learning cycle. Neither counts what
 * anybody wrote, and neither says who did not.
 */
final class TeamPages {
  private static final int ON_A_PAGE = 10;

  private final PageWriter writer;
  private final Reading reading;
  private final Shelves shelves;

  TeamPages(PageWriter writer, Reading reading, Shelves shelves) {
    this.writer = writer;
    this.reading = reading;
    this.shelves = shelves;
  }

  void add(Doors doors) {
    doors.get("/team", Entry.signedIn(TEAMS), this::teams);
    doors.get("/team/{id}", Entry.signedIn(TEAMS), this::team);
    doors.get("/cycles/{id}/reflections", Entry.signedIn(READERS), this::cycle);
  }

  private void teams(Context ctx, Visitor visitor) throws IOException {
    var teams = visitor.me().teams();
    if (teams.size() == 1) {
      ctx.redirect("/team/" + teams.get(0).id(), HttpStatus.SEE_OTHER);
    } else {
      writer.write(ctx, 200, "teams.jte", new TeamsPage(writer.frame(ctx, "Team", "team"), teams));
    }
  }

  private void team(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("id");
    Optional<Part<OfTeam>> part = reading.team(visitor.me(), id, PageLinks.offset(ctx), ON_A_PAGE);
    if (part.isEmpty()) {
      notThere(ctx);
      return;
    }
    PageLinks links = PageLinks.of(ctx, part.get(), List.of());
    writer.write(
        ctx,
        200,
        "thread.jte",
        new ThreadPage(
            writer.frame(ctx, "Team", "team"),
            Shelves.name(visitor.me().teams(), id),
            true,
            "",
            part.get().items().stream().map(this::entry).toList(),
            links.newer(),
            links.older()));
  }

  private ThreadPage.Entry entry(OfTeam r) {
    return new ThreadPage.Entry(
        r.id(), r.author(), Told.day(r.happened()), r.yours(), shelves.told(r), r.replies());
  }

  private void cycle(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("id");
    Optional<Part<OfCycle>> part =
        reading.cycle(visitor.me(), id, PageLinks.offset(ctx), ON_A_PAGE);
    if (part.isEmpty()) {
      notThere(ctx);
      return;
    }
    PageLinks links = PageLinks.of(ctx, part.get(), List.of());
    writer.write(
        ctx,
        200,
        "thread.jte",
        new ThreadPage(
            writer.frame(ctx, "Shared in a learning cycle", ""),
            Shelves.name(visitor.me().cycles(), id),
            false,
            id,
            part.get().items().stream().map(this::entry).toList(),
            links.newer(),
            links.older()));
  }

  private ThreadPage.Entry entry(OfCycle r) {
    return new ThreadPage.Entry(
        r.id(), "", "Week of " + Told.day(r.week()), r.yours(), shelves.told(r), r.replies());
  }

  private void notThere(Context ctx) {
    writer.write(ctx, 404, "missing.jte", new ErrorPage(Frame.bare("Not found", ""), ""));
  }
}
