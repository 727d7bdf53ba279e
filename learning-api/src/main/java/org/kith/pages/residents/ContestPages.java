package org.kith.pages.residents;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.access.Doors;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.pages.PageWriter;
import org.kith.residents.Contests;
import org.kith.residents.FromYou;
import org.kith.residents.ResidentsApi;
import org.kith.spotter.Spotter;
import org.kith.store.Store;

/** {@code /contests}: reading what people say was not so, before it is shown. */
public final class ContestPages {
  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final FromYou fromYou;

  private ContestPages(PageWriter writer, Store store, Clock clock, FromYou fromYou) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.fromYou = fromYou;
  }

  /** Adds the addresses. */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, FromYou fromYou) {
    ContestPages pages = new ContestPages(writer, store, clock, fromYou);
    doors.get("/contests", ResidentsApi.READERS, (ctx, visitor) -> pages.show(ctx, 200, ""));
    doors.post("/contests/{id}", ResidentsApi.READERS, pages::decide);
  }

  private void decide(Context ctx, Visitor visitor) throws IOException {
    Form form = Form.of(ctx);
    try {
      Contests.State state = ResidentsApi.state(form.words("state"));
      String because = form.words("because");
      store.change(
          h ->
              Contests.decide(
                  h, visitor.me().id(), ctx.pathParam("id"), state, because, clock.millis()));
    } catch (ProblemException e) {
      if (e.kind() == Problem.Kind.NOT_FOUND) {
        throw e;
      }
      show(ctx, e.kind().status(), e.getMessage());
      return;
    }
    ctx.redirect("/contests", HttpStatus.SEE_OTHER);
  }

  private void show(Context ctx, int status, String problem) throws IOException {
    Map<String, String> names =
        fromYou.subjects().stream()
            .collect(Collectors.toMap(FromYou.Subject::about, FromYou.Subject::name));
    List<ContestsPage.Waiting> waiting =
        store.read(Contests::waiting).stream()
            .map(
                c ->
                    new ContestsPage.Waiting(
                        c.id(),
                        c.about(),
                        name(names, c),
                        UseWords.day(c.day()),
                        c.words(),
                        Spotter.spot(c.words()).stream()
                            .map(f -> c.words().substring(f.start(), f.end()))
                            .distinct()
                            .toList()))
            .toList();
    List<ContestsPage.Read> read =
        store.read(Contests::read).stream()
            .map(
                c ->
                    new ContestsPage.Read(
                        name(names, c),
                        UseWords.day(c.day()),
                        c.words(),
                        c.state() == Contests.State.SHOWN,
                        c.because()))
            .toList();
    writer.writeWithScript(
        ctx,
        status,
        "contests.jte",
        new ContestsPage(writer.frame(ctx, "Not how it was", "reviews"), problem, waiting, read));
  }

  private static String name(Map<String, String> names, Contests.Contest contest) {
    return contest.about().isEmpty()
        ? "all that was learned"
        : names.getOrDefault(contest.about(), contest.about());
  }
}
