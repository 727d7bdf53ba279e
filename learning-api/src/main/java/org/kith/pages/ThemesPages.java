package org.kith.pages;

import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.learning.View;
import org.kith.search.Search;
import org.kith.store.Store;
import org.kith.themes.Codebook;
import org.kith.themes.Decisions;
import org.kith.themes.Quotations;

/** {@code /themes}: what is being said, as a snapshot has it and as people have named it since. */
public final class ThemesPages {
  private final Pages pages;
  private final Store store;

  private ThemesPages(Pages pages, Store store) {
    this.pages = pages;
    this.store = store;
  }

  /** Adds the addresses, with those where people decide and where they offer sentences. */
  public static void doors(Doors doors, Pages pages, Store store, Clock clock, Search search) {
    CodebookPages.doors(doors, pages, store, clock, search);
    QuotationsPages.doors(doors, pages, store, clock, Flagged::in);
    ThemesPages here = new ThemesPages(pages, store);
    here.get(doors, "/themes", here::themes);
    here.get(doors, "/themes/{theme}", here::theme);
    here.get(doors, "/snapshots/{snapshot}/themes", here::frozenThemes);
    here.get(doors, "/snapshots/{snapshot}/themes/{theme}", here::frozenTheme);
    here.get(doors, "/snapshots/{snapshot}/theme-figures/{figure}.csv", here::csvOfAll);
    here.get(doors, "/snapshots/{snapshot}/themes/{theme}/{figure}.csv", here::csvOfOne);
  }

  private interface Answer {
    void to(Context ctx) throws Exception;
  }

  private void get(Doors doors, String path, Answer answer) {
    var guarded = pages.guarded(answer::to);
    doors.get(path, Entry.ANYONE, (ctx, visitor) -> guarded.handle(ctx));
  }

  private void themes(Context ctx) throws IOException {
    Optional<View> view = pages.view(ctx);
    ThemesPage page;
    if (view.isEmpty()) {
      page = ThemesPage.nothingYet(Frame.bare("Themes", "themes"), 0);
    } else {
      Map<String, String> decided = store.read(Decisions::decided);
      long open =
          view.get().heard().suggestions().stream()
              .filter(s -> !decided.containsKey(s.suggestion()))
              .count();
      page = ThemesPage.of(view.get(), names(), (int) open, "/themes/");
    }
    pages.writer().write(ctx, 200, "themes.jte", page);
  }

  /** What people call themes now, whatever the snapshot calls them. */
  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    store.read(Codebook::all).forEach(t -> names.put(t.id(), t.name()));
    return names;
  }

  private void frozenThemes(Context ctx) throws IOException {
    View view = pages.view(ctx, ctx.pathParam("snapshot"));
    String start = "/snapshots/" + view.snapshot() + "/themes/";
    pages.writer().write(ctx, 200, "themes.jte", ThemesPage.of(view, Map.of(), 0, start));
  }

  private void theme(Context ctx) throws IOException {
    String id = ctx.pathParam("theme");
    View view = pages.view(ctx).orElse(null);
    Optional<ThemePage> page =
        store.read(
            h -> {
              Optional<Codebook.Theme> named = Codebook.find(h, id);
              String into = named.map(t -> nameOf(h, t.into())).orElse("");
              List<String> quotations = Quotations.shown(h).getOrDefault(id, List.of());
              return ThemePage.of(
                  view, Frame.bare("Themes", "themes"), id, named, into, quotations);
            });
    write(ctx, page);
  }

  private static String nameOf(Handle h, String theme) {
    return theme == null ? "" : Codebook.find(h, theme).map(Codebook.Theme::name).orElse("");
  }

  /** As the snapshot has it: without names, decisions and quotations that came later. */
  private void frozenTheme(Context ctx) throws IOException {
    write(ctx, frozen(ctx));
  }

  private Optional<ThemePage> frozen(Context ctx) throws IOException {
    View view = pages.view(ctx, ctx.pathParam("snapshot"));
    return ThemePage.of(view, null, ctx.pathParam("theme"), Optional.empty(), "", List.of());
  }

  private void write(Context ctx, Optional<ThemePage> page) throws FileNotFoundException {
    pages.writer().write(ctx, 200, "theme.jte", page.orElseThrow(FileNotFoundException::new));
  }

  private void csvOfAll(Context ctx) throws IOException {
    View view = pages.view(ctx, ctx.pathParam("snapshot"));
    Figure figure =
        new HeardFigures(view)
            .all().stream()
                .filter(f -> f.id().equals(ctx.pathParam("figure")))
                .findFirst()
                .orElseThrow(FileNotFoundException::new);
    Pages.csv(ctx, "themes", figure);
  }

  private void csvOfOne(Context ctx) throws IOException {
    Figure figure =
        frozen(ctx)
            .flatMap(p -> p.figure(ctx.pathParam("figure")))
            .orElseThrow(FileNotFoundException::new);
    Pages.csv(ctx, ctx.pathParam("theme"), figure);
  }
}
