package org.kith.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.kith.access.Visitor;

/** Turns a page's model into what is sent, with the headers that every page has. */
public final class PageWriter {
  /** Nothing from elsewhere, nothing inline. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** For pages that need a script of Kith's own. */
  private static final String POLICY_WITH_SCRIPT =
      POLICY + "; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'";

  private final Pages.Shelf shelf;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.kith.pages");

  PageWriter(Pages.Shelf shelf) {
    this.shelf = shelf;
  }

  /** The frame of a page that needs no snapshot, though it says which one is shown. */
  public Frame frame(Context ctx, String title, String current) throws IOException {
    try {
      return Frame.of(Visitor.of(ctx).sees(shelf.open().current()), title, current);
    } catch (FileNotFoundException e) {
      return Frame.bare(title, current);
    }
  }

  /**
   * Sends a page.
   *
   * @param template with parameters {@code page} and {@code visitor}
   */
  public void write(Context ctx, int status, String template, Object model) {
    send(ctx, status, template, model, POLICY);
  }

  /** Sends a page that has a script of Kith's own. */
  public void writeWithScript(Context ctx, int status, String template, Object model) {
    send(ctx, status, template, model, POLICY_WITH_SCRIPT);
  }

  /** A page as it is sent. */
  String html(String template, Object model, Visitor visitor) {
    StringOutput out = new StringOutput();
    templates.render(template, Map.of("page", model, "visitor", visitor), out);
    return out.toString();
  }

  private void send(Context ctx, int status, String template, Object model, String policy) {
    Visitor visitor = Visitor.of(ctx);
    String html = html(template, model, visitor);
    ctx.status(status);
    ctx.header("Content-Security-Policy", policy);
    if (status != 200 || visitor.signedIn() || "no-store".equals(secrecy(ctx))) {
      ctx.header("Cache-Control", "no-store");
      ctx.html(html);
      return;
    }
    // Kept by the browser, but asked for again: the snapshot in use can change at any time.
    ctx.header("Cache-Control", "private, no-cache");
    String tag = tag(html);
    ctx.header("ETag", tag);
    if (Arrays.asList(String.valueOf(ctx.header("If-None-Match")).split(", *")).contains(tag)) {
      ctx.status(304);
      return;
    }
    ctx.html(html);
  }

  /** What was already said of keeping this answer. */
  private static String secrecy(Context ctx) {
    return ctx.res().getHeader("Cache-Control");
  }

  /**
   * Changes with the snapshot and the viewer, both of which every page names, and with anything
   * else it says. Weak, because compression changes the bytes.
   */
  private static String tag(String html) {
    return "W/\"" + StaticFile.hash(html.getBytes(StandardCharsets.UTF_8)) + "\"";
  }
}
