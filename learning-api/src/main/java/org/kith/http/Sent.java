package org.kith.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * How a form of a page is answered: to a browser that left the page for it, with the next page; to
 * the script that keeps typed words on the device until they have arrived, with a line of JSON.
 */
public final class Sent {
  private Sent() {}

  /**
   * What the script is told.
   *
   * @param kept that the words are in the store
   * @param next the page to go on to
   */
  public record Kept(boolean kept, String next) {}

  /** The words are kept; on to {@code next}. */
  public static void kept(Context ctx, String next) {
    if (byScript(ctx)) {
      ctx.contentType("application/json").result(Json.of(new Kept(true, next)));
    } else {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  /** Whether a script of ours sent the form, and not a browser that waits for a page. */
  public static boolean byScript(Context ctx) {
    return String.valueOf(ctx.header("Accept")).startsWith("application/json");
  }
}
