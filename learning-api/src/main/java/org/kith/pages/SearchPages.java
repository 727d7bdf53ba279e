package org.kith.pages;

import static org.kith.access.Entry.Whose.READERS;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.search.Search;
import org.kith.search.SearchApi;
import org.kith.store.Store;

/** {@code /search}: looking for words in what the reader may see. */
public final class SearchPages {
  private final Pages pages;
  private final Search search;

  private SearchPages(Pages pages, Search search) {
    this.pages = pages;
    this.search = search;
  }

  /**
   * Adds the addresses, for people and for programs.
   *
   * @return the search behind them
   */
  public static Search doors(Doors doors, Pages pages, Store store, Clock clock) {
    Search search = new Search(store, clock, pages::seenBy);
    doors.get("/search", Entry.signedIn(READERS), new SearchPages(pages, search)::answer);
    SearchApi.doors(doors, search);
    return search;
  }

  private void answer(Context ctx, Visitor visitor) throws IOException {
    String asked = ctx.queryParam("q") == null ? "" : ctx.queryParam("q").strip();
    boolean relevance = "relevance".equals(ctx.queryParam("order"));
    int page = SearchApi.number(ctx.queryParam("page"));
    Search.Answer answer =
        asked.isEmpty()
            ? new Search.Answer(0, List.of())
            : search.find(
                visitor.me(), asked, relevance, (page - 1) * SearchApi.PAGE, SearchApi.PAGE);
    pages
        .writer()
        .write(
            ctx,
            200,
            "search.jte",
            new SearchPage(
                pages.writer().frame(ctx, "Search", "search"),
                asked,
                relevance,
                answer.all(),
                page,
                answer.found(),
                page > 1 ? address(asked, relevance, page - 1) : "",
                page * SearchApi.PAGE < answer.all() ? address(asked, relevance, page + 1) : ""));
  }

  private static String address(String asked, boolean relevance, int page) {
    return "/search?q="
        + URLEncoder.encode(asked, StandardCharsets.UTF_8)
        + (relevance ? "&order=relevance" : "")
        + "&page="
        + page;
  }
}
