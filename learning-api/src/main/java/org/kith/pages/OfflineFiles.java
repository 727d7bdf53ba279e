package org.kith.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a device keeps of the page to write on, so that it opens without a network. */
final class OfflineFiles {
  /** The files the page needs, by name. */
  private static final List<String> FILES =
      List.of(
          "kith.css",
          "knot.svg",
          "write.js",
          "write-page.js",
          "device.js",
          "sending.js",
          "receipt.js",
          "flags.js",
          "kept.js",
          "spotter.js",
          "fonts/literata.woff2",
          "fonts/literata-italic.woff2",
          "fonts/source-sans-3.woff2");

  private OfflineFiles() {}

  /**
   * The service worker. Its text changes with anything it keeps, which is how a browser learns that
   * there is something new; all of it is then fetched before any of it is used.
   *
   * @param shell address of the page that it shows
   * @param html that page
   */
  static String worker(String shell, String html) {
    List<String> files = new ArrayList<>();
    files.add(shell + "?" + StaticFile.hash(html.getBytes(StandardCharsets.UTF_8)));
    FILES.forEach(f -> files.add(StaticFile.href(f)));
    String list = files.stream().map(f -> "  '" + f + "',\n").collect(Collectors.joining());
    String version = StaticFile.hash(list.getBytes(StandardCharsets.UTF_8));
    return "const VERSION = '%s';\nconst FILES = [\n%s];\n\n".formatted(version, list) + body();
  }

  private static String body() {
    try (InputStream in = OfflineFiles.class.getResourceAsStream("sw.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The service worker cannot be read.", e);
    }
  }

  /** What makes the page something to put on a phone's first screen. */
  static String manifest() {
    return """
        {
          "name": "Kith: write a reflection",
          "short_name": "Kith",
          "lang": "en-GB",
          "start_url": "/write",
          "scope": "/",
          "display": "standalone",
          "background_color": "#ffffff",
          "theme_color": "#ffffff",
          "icons": [{"src": "%s", "type": "image/svg+xml", "sizes": "any"}]
        }
        """
        .formatted(StaticFile.href("knot.svg"));
  }
}
