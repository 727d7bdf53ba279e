package org.kith.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

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

  /**
   * A part of what several people can change, as it stands now.
   *
   * @param field name of the form's field
   * @param label of it, for people
   * @param words that stand there now
   */
  public record Field(String field, String label, String words) {}

  /**
   * Somebody changed it since the sender looked; nothing was written over.
   *
   * @param version that stands there now
   * @param theirs what stands there now, field by field
   */
  public record Clash(boolean kept, String detail, int version, List<Field> theirs) {}

  /** Tells the script that somebody changed it meanwhile, with the words that stand there now. */
  public static void clash(Context ctx, int version, List<Field> theirs) {
    ctx.status(HttpStatus.CONFLICT)
        .contentType("application/json")
        .result(Json.of(new Clash(false, CLASH, version, List.copyOf(theirs))));
  }

  /** What is told where somebody changed it meanwhile. */
  public static final String CLASH =
      "Somebody changed this since you looked. Nothing was written over: read both, then choose.";

  /** Whether a script of ours sent the form, and not a browser that waits for a page. */
  public static boolean byScript(Context ctx) {
    return String.valueOf(ctx.header("Accept")).startsWith("application/json");
  }
}
