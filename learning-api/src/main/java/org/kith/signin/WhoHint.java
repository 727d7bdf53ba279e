package org.kith.signin;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * Tells the page to write on who is signed in when there is no network to ask: a hash of their id
 * that its script may read. It opens nothing; it only keeps one person's drafts from another who
 * signs in on the same device.
 */
public final class WhoHint {
  static final String COOKIE = "kith-who";

  /** Half of a SHA-256, which the script works out too. */
  private static final int DIGITS = 32;

  private WhoHint() {}

  /** Says who is signed in. */
  public static void give(Context ctx, String person) {
    int seconds = (int) Sessions.LASTS.toSeconds();
    ctx.cookie(cookie(ctx, of(person), seconds));
  }

  /** The hash of somebody's id, by which scripts keep what one person typed from another. */
  public static String of(String person) {
    return Secret.hash(person).substring(0, DIGITS);
  }

  /** Says that nobody is. */
  public static void take(Context ctx) {
    ctx.cookie(cookie(ctx, "", 0));
  }

  private static Cookie cookie(Context ctx, String value, int seconds) {
    boolean secure = ctx.scheme().equals("https");
    return new Cookie(COOKIE, value, "/", seconds, secure, false, null, SameSite.LAX);
  }
}
