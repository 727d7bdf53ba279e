package org.kith.search;

import static org.kith.access.Entry.Whose.READERS;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Problem;
import org.kith.http.ProblemException;

/** {@code GET /api/v1/search}: full-text search over what the reader may see. */
public final class SearchApi {
  /** How many are on a page. */
  public static final int PAGE = 20;

  private static final int MOST_PAGES = 500;

  private SearchApi() {}

  /**
   * What comes back.
   *
   * @param all how many there are that the reader may see
   * @param page from 1 on
   * @param pages how many pages there are
   */
  record Page(String order, int all, int page, int pages, List<Search.Found> found) {}

  /** Adds the address. */
  public static void doors(Doors doors, Search search) {
    doors.get(
        "/api/v1/search",
        Entry.signedIn(READERS),
        (ctx, visitor) -> ctx.json(page(ctx, visitor, search)));
  }

  private static Page page(Context ctx, Visitor visitor, Search search) throws IOException {
    String typed = ctx.queryParam("q");
    if (typed == null || typed.isBlank()) {
      throw ProblemException.of(Problem.Kind.BAD_PARAMETER, "Say in 'q' what to look for.");
    }
    int page = number(ctx.queryParam("page"));
    boolean relevance = "relevance".equals(ctx.queryParam("order"));
    Search.Answer answer = search.find(visitor.me(), typed, relevance, (page - 1) * PAGE, PAGE);
    return new Page(
        relevance ? "relevance" : "newest",
        answer.all(),
        page,
        (answer.all() + PAGE - 1) / PAGE,
        answer.found());
  }

  /** A page's number as it stands in an address; anything else is the first page. */
  public static int number(String page) {
    return page != null && page.matches("[1-9][0-9]{0,3}")
        ? Math.min(MOST_PAGES, Integer.parseInt(page))
        : 1;
  }
}
