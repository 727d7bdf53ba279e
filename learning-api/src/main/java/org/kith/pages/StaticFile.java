package org.kith.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.kith.spotter.Spotter;

/** A file that pages need: the style sheet, the mark, the fonts. Served from memory. */
public final class StaticFile {

  /** Every file there is. */
  static final List<StaticFile> ALL =
      List.of(
          of("kith.css", "text/css; charset=utf-8"),
          of("cycles.css", "text/css; charset=utf-8"),
          of("reviews.css", "text/css; charset=utf-8"),
          of("learned.css", "text/css; charset=utf-8"),
          of("from-you.css", "text/css; charset=utf-8"),
          of("notes.js", "text/javascript; charset=utf-8"),
          of("knot.svg", "image/svg+xml"),
          spotter(),
          of("write.js", "text/javascript; charset=utf-8"),
          of("write-page.js", "text/javascript; charset=utf-8"),
          of("device.js", "text/javascript; charset=utf-8"),
          of("sending.js", "text/javascript; charset=utf-8"),
          of("receipt.js", "text/javascript; charset=utf-8"),
          of("flags.js", "text/javascript; charset=utf-8"),
          of("kept.js", "text/javascript; charset=utf-8"),
          of("fonts/literata.woff2", "font/woff2"),
          of("fonts/literata-italic.woff2", "font/woff2"),
          of("fonts/source-sans-3.woff2", "font/woff2"));

  private final String path;
  private final String type;
  private final byte[] bytes;
  private final String tag;

  private StaticFile(String path, String type, byte[] bytes, String tag) {
    this.path = path;
    this.type = type;
    this.bytes = bytes;
    this.tag = tag;
  }

  /** The script that looks for names, with the rules that the server goes by. */
  private static StaticFile spotter() {
    StaticFile script = of("spotter.js", "text/javascript; charset=utf-8");
    String whole =
        new String(script.bytes, StandardCharsets.UTF_8)
            .replace("\"@RULES@\"", Spotter.rules().strip());
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return new StaticFile(script.path, script.type, bytes, hash(bytes));
  }

  private static StaticFile of(String name, String type) {
    try (InputStream in = StaticFile.class.getResourceAsStream("static/" + name)) {
      byte[] bytes = in.readAllBytes();
      return new StaticFile("/static/" + name, type, bytes, hash(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("The page file " + name + " cannot be read.", e);
    }
  }

  /** What bytes can be told from others by: the first 16 digits of their SHA-256. */
  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Its address. */
  String path() {
    return path;
  }

  /** The address of a file, with its content's hash, so that a changed file is fetched anew. */
  public static String href(String name) {
    return ALL.stream()
        .filter(f -> f.path.equals("/static/" + name))
        .map(f -> f.path + "?" + f.tag)
        .findFirst()
        .orElseThrow();
  }

  /** Sends the file. */
  void answer(Context ctx) {
    ctx.header("ETag", "\"" + tag + "\"");
    ctx.header("X-Content-Type-Options", "nosniff");
    boolean exact = tag.equals(ctx.queryString());
    ctx.header("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache");
    ctx.contentType(type);
    ctx.result(bytes);
  }
}
