package org.kith.pages;

import static org.kith.access.Entry.Whose.AUTHORS;
import static org.kith.access.Entry.Whose.OFFERED;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.people.Role;
import org.kith.store.Store;
import org.kith.themes.Codebook;
import org.kith.themes.Quotations;

/** Offering a sentence of one's own, and reading what others offer before it is shown. */
final class QuotationsPages {
  private static final Entry OWN = Entry.signedIn(AUTHORS);
  private static final Entry SECOND_READER = Entry.of(OFFERED, Role.RESEARCHER, Role.STEWARD);

  private final Pages pages;
  private final Store store;
  private final Clock clock;
  private final Function<String, List<String>> flags;

  private QuotationsPages(
      Pages pages, Store store, Clock clock, Function<String, List<String>> flags) {
    this.pages = pages;
    this.store = store;
    this.clock = clock;
    this.flags = flags;
  }

  private interface Change {
    void make(Handle h, String me, long now);
  }

  /**
   * Adds the addresses.
   *
   * @param flags what in a sentence may tell who somebody is, each in words
   */
  static void doors(
      Doors doors, Pages pages, Store store, Clock clock, Function<String, List<String>> flags) {
    QuotationsPages here = new QuotationsPages(pages, store, clock, flags);
    doors.get(
        "/reflections/{id}/quote",
        OWN,
        (ctx, visitor) -> here.quote(ctx, visitor, ctx.pathParam("id"), 200, "", ""));
    doors.post("/reflections/{id}/quotations", OWN, here::offer);
    doors.post("/quotations/{id}/take-back", OWN, here::takeBack);
    doors.get("/quotations", SECOND_READER, (ctx, visitor) -> here.waiting(ctx, visitor, 200, ""));
    doors.post(
        "/quotations/{id}/pass",
        SECOND_READER,
        (ctx, visitor) ->
            here.read(
                ctx, visitor, (h, me, now) -> Quotations.pass(h, me, ctx.pathParam("id"), now)));
    doors.post(
        "/quotations/{id}/decline",
        SECOND_READER,
        (ctx, visitor) ->
            here.read(
                ctx, visitor, (h, me, now) -> Quotations.decline(h, me, ctx.pathParam("id"), now)));
  }

  private void offer(Context ctx, Visitor visitor) throws IOException {
    String reflection = ctx.pathParam("id");
    String words = ctx.formParam("words");
    if (!"yes".equals(ctx.formParam("yes"))) {
      quote(
          ctx,
          visitor,
          reflection,
          422,
          "Say yes to its being shown; without that nothing is offered.",
          words);
      return;
    }
    try {
      store.change(
          h ->
              Quotations.offer(
                  h, visitor.me().id(), reflection, ctx.formParam("theme"), words, clock.millis()));
    } catch (IllegalArgumentException e) {
      quote(ctx, visitor, reflection, 422, e.getMessage(), words);
      return;
    }
    ctx.redirect("/reflections/" + reflection + "/quote", HttpStatus.SEE_OTHER);
  }

  private void takeBack(Context ctx, Visitor visitor) {
    String back = ctx.formParam("reflection");
    try {
      store.change(
          h -> Quotations.takeBack(h, visitor.me().id(), ctx.pathParam("id"), clock.millis()));
    } catch (IllegalArgumentException e) {
      pages.notFound(ctx);
      return;
    }
    boolean known = back != null && back.matches("[0-9a-f-]{36}");
    ctx.redirect(known ? "/reflections/" + back + "/quote" : "/reflections", HttpStatus.SEE_OTHER);
  }

  private void quote(
      Context ctx, Visitor visitor, String reflection, int status, String problem, String words)
      throws IOException {
    List<String> answers = store.read(h -> Quotations.answers(h, visitor.me().id(), reflection));
    if (answers.isEmpty()) {
      // The same answer whether it is somebody else's or not there.
      pages.notFound(ctx);
      return;
    }
    String typed = words == null ? "" : words;
    List<QuotePage.Offered> offered =
        store.read(h -> Quotations.of(h, reflection)).stream()
            .map(q -> new QuotePage.Offered(q.id(), q.words(), state(q), flags.apply(q.words())))
            .toList();
    pages
        .writer()
        .write(
            ctx,
            status,
            "quote.jte",
            new QuotePage(
                pages.writer().frame(ctx, "Offer a sentence", "reflections"),
                reflection,
                problem,
                typed,
                flags.apply(typed),
                answers,
                store.read(Codebook::named),
                offered));
  }

  private static String state(Quotations.Offered q) {
    if (!q.stands()) {
      return "Not shown: your yes or the sentence itself is no longer in your reflection.";
    }
    return q.passed()
        ? "Shown with its theme, without your name or organisation."
        : "Waits for a second reader, who does not learn whose it is.";
  }

  private void read(Context ctx, Visitor visitor, Change change) throws IOException {
    try {
      store.change(h -> change.make(h, visitor.me().id(), clock.millis()));
    } catch (IllegalArgumentException e) {
      waiting(ctx, visitor, 422, e.getMessage());
      return;
    }
    ctx.redirect("/quotations", HttpStatus.SEE_OTHER);
  }

  private void waiting(Context ctx, Visitor visitor, int status, String problem)
      throws IOException {
    Map<String, String> names =
        store.read(Codebook::all).stream()
            .collect(Collectors.toMap(Codebook.Theme::id, Codebook.Theme::name));
    List<QuotationsPage.Waiting> waiting =
        store.read(h -> Quotations.waiting(h, visitor.me().id())).stream()
            .map(
                q ->
                    new QuotationsPage.Waiting(
                        q.id(),
                        names.getOrDefault(q.theme(), ""),
                        q.words(),
                        flags.apply(q.words())))
            .toList();
    pages
        .writer()
        .write(
            ctx,
            status,
            "quotations.jte",
            new QuotationsPage(
                pages.writer().frame(ctx, "Second reading", "themes"), problem, waiting));
  }
}
