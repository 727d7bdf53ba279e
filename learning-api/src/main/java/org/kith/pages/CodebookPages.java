package org.kith.pages;

import static org.kith.access.Entry.Whose.EVERYONES;
import static org.kith.access.Entry.Whose.READERS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Role;
import org.kith.published.SuggestionRow;
import org.kith.search.Search;
import org.kith.store.Store;
import org.kith.themes.Codebook;
import org.kith.themes.Decisions;
import org.kith.words.Numbers;

/**
 * {@code /codebook}: what people decide about themes. Everybody who has signed in may give a theme
 * its name, because those who say a thing know what it is called; researchers and stewards look
 * after what is named.
 */
final class CodebookPages {
  private static final Entry DECIDE = Entry.of(EVERYONES, Role.RESEARCHER, Role.STEWARD);
  private static final int EXAMPLES = 3;

  private final Pages pages;
  private final Store store;
  private final Clock clock;
  private final Search search;

  private CodebookPages(Pages pages, Store store, Clock clock, Search search) {
    this.pages = pages;
    this.store = store;
    this.clock = clock;
    this.search = search;
  }

  private interface Decision {
    void take(Handle h, String me, long now);
  }

  /** Adds the addresses. */
  static void doors(Doors doors, Pages pages, Store store, Clock clock, Search search) {
    CodebookPages here = new CodebookPages(pages, store, clock, search);
    doors.get(
        "/codebook", Entry.signedIn(READERS), (ctx, visitor) -> here.write(ctx, visitor, 200, ""));
    doors.post("/codebook/themes", Entry.signedIn(EVERYONES), here::name);
    doors.post(
        "/codebook/themes/{id}/rename",
        DECIDE,
        (ctx, visitor) ->
            here.decide(
                ctx,
                visitor,
                (h, me, now) ->
                    Decisions.rename(
                        h, me, id(ctx), ctx.formParam("name"), ctx.formParam("about"), now)));
    doors.post(
        "/codebook/themes/{id}/merge",
        DECIDE,
        (ctx, visitor) ->
            here.decide(
                ctx,
                visitor,
                (h, me, now) -> Decisions.merge(h, me, id(ctx), ctx.formParam("into"), now)));
    doors.post(
        "/codebook/themes/{id}/set-aside",
        DECIDE,
        (ctx, visitor) ->
            here.decide(ctx, visitor, (h, me, now) -> Decisions.setAside(h, me, id(ctx), now)));
    doors.post(
        "/codebook/themes/{id}/use-again",
        DECIDE,
        (ctx, visitor) ->
            here.decide(ctx, visitor, (h, me, now) -> Decisions.useAgain(h, me, id(ctx), now)));
    doors.post(
        "/codebook/suggestions/{id}/set-aside",
        DECIDE,
        (ctx, visitor) -> {
          here.suggestion(ctx, id(ctx));
          here.decide(
              ctx, visitor, (h, me, now) -> Decisions.setAsideSuggestion(h, me, id(ctx), now));
        });
    doors.post(
        "/codebook/suggestions/{id}/offer-again",
        DECIDE,
        (ctx, visitor) ->
            here.decide(ctx, visitor, (h, me, now) -> Decisions.offerAgain(h, me, id(ctx), now)));
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private void name(Context ctx, Visitor visitor) throws IOException {
    String suggestion = ctx.formParam("suggestion");
    boolean from = suggestion != null && !suggestion.isEmpty();
    if (from) {
      suggestion(ctx, suggestion);
    }
    decide(
        ctx,
        visitor,
        (h, me, now) ->
            Decisions.name(
                h,
                me,
                ctx.formParam("name"),
                ctx.formParam("about"),
                from ? suggestion : null,
                now));
  }

  /** Only what the snapshot in use offers can be decided about. */
  private void suggestion(Context ctx, String id) throws IOException {
    List<SuggestionRow> offered =
        pages.view(ctx).map(v -> v.heard().suggestions()).orElse(List.of());
    if (offered.stream().noneMatch(s -> s.suggestion().equals(id))) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND, "That group of words is not offered. Look at /codebook again.");
    }
  }

  private void decide(Context ctx, Visitor visitor, Decision decision) throws IOException {
    try {
      store.change(h -> decision.take(h, visitor.me().id(), clock.millis()));
    } catch (IllegalArgumentException e) {
      write(ctx, visitor, 422, e.getMessage());
      return;
    }
    ctx.redirect("/codebook", HttpStatus.SEE_OTHER);
  }

  private void write(Context ctx, Visitor visitor, int status, String problem) throws IOException {
    List<SuggestionRow> offered =
        pages.view(ctx).map(v -> v.heard().suggestions()).orElse(List.of());
    Map<String, String> decided = store.read(Decisions::decided);
    List<CodebookPage.Suggested> suggestions = new ArrayList<>();
    List<CodebookPage.Suggested> aside = new ArrayList<>();
    for (SuggestionRow row : offered) {
      String theme = decided.get(row.suggestion());
      if (theme == null) {
        suggestions.add(suggested(row, search.examples(visitor.me(), row.words(), EXAMPLES)));
      } else if (theme.isEmpty()) {
        aside.add(suggested(row, List.of()));
      }
    }
    List<Codebook.Theme> all = store.read(Codebook::all);
    boolean decides =
        visitor.me().roles().contains(Role.RESEARCHER)
            || visitor.me().roles().contains(Role.STEWARD);
    pages
        .writer()
        .write(
            ctx,
            status,
            "codebook.jte",
            new CodebookPage(
                pages.writer().frame(ctx, "Naming themes", "themes"),
                problem,
                decides,
                suggestions,
                aside,
                all.stream()
                    .filter(t -> t.state() == Codebook.State.NAMED)
                    .map(t -> new CodebookPage.Named(t.id(), t.name(), t.about()))
                    .toList(),
                all.stream()
                    .filter(t -> t.state() != Codebook.State.NAMED)
                    .map(t -> former(t, all))
                    .toList()));
  }

  private static CodebookPage.Suggested suggested(SuggestionRow row, List<Search.Found> examples) {
    return new CodebookPage.Suggested(
        row.suggestion(),
        row.words(),
        Numbers.people(row.authors())
            + " in "
            + Numbers.counted(row.organisations(), "organisation")
            + " used them together.",
        examples);
  }

  private static CodebookPage.Former former(Codebook.Theme theme, List<Codebook.Theme> all) {
    String into =
        all.stream()
            .filter(t -> t.id().equals(theme.into()))
            .map(Codebook.Theme::name)
            .findFirst()
            .orElse("");
    return new CodebookPage.Former(
        theme.id(),
        theme.name(),
        into.isEmpty() ? "set aside" : "part of ‘" + into + "’, which its taps count for");
  }
}
