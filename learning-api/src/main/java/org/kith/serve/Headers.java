package org.kith.serve;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer says to browsers: trust nothing but this server, show it nowhere else. */
final class Headers {
  static final Map<String, String> ALL =
      Map.of(
          "Vary",
          "Accept-Encoding",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src"
              + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
              + " 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  private Headers() {}

  /**
   * Adds them.
   *
   * @param secure whether browsers come by TLS; they then never come without it again
   */
  static void add(Context ctx, boolean secure) {
    ALL.forEach(ctx::header);
    if (secure) {
      ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
