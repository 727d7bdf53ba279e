package org.kith.pages;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.reflections.Part;

/**
 * The addresses of what comes before and after a part of a list.
 *
 * @param newer or empty
 * @param older or empty
 */
record PageLinks(String newer, String older) {
  private static final String FROM = "from";

  static int offset(Context ctx) {
    String from = ctx.queryParam(FROM);
    return from != null && from.matches("\\d{1,8}") ? Integer.parseInt(from) : 0;
  }

  /**
   * The links of a page.
   *
   * @param filters parameters that stay as they are
   */
  static PageLinks of(Context ctx, Part<?> part, List<String> filters) {
    int step = Math.max(1, part.items().size());
    String newer =
        part.offset() > 0 ? address(ctx, filters, Math.max(0, part.offset() - step)) : "";
    return new PageLinks(newer, part.more() ? address(ctx, filters, part.after()) : "");
  }

  private static String address(Context ctx, List<String> filters, int from) {
    String query =
        Stream.concat(
                filters.stream()
                    .filter(f -> ctx.queryParam(f) != null)
                    .map(
                        f ->
                            f + "=" + URLEncoder.encode(ctx.queryParam(f), StandardCharsets.UTF_8)),
                from == 0 ? Stream.of() : Stream.of(FROM + "=" + from))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? ctx.path() : ctx.path() + "?" + query;
  }
}
