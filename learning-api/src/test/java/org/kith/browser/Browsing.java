package org.kith.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.javalin.Javalin;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kith.access.Doors;
import org.kith.api.Api;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.pages.Pages;
import org.kith.workspace.Workspace;

/** The pages on a real server, and Debian's Chromium to look at them. */
final class Browsing implements AutoCloseable {

  /** The rules of axe that a page must keep: WCAG 2.2 AA and what is good besides. */
  static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String SKIP = "skip";

  private final Playwright playwright;
  private final Browser browser;
  private final Javalin server;

  private Browsing(Playwright playwright, Browser browser, Javalin server) {
    this.playwright = playwright;
    this.browser = browser;
    this.server = server;
  }

  /** Whether somebody asked to go without a browser. */
  static boolean skipped() {
    return SKIP.equals(System.getProperty("browser"));
  }

  /** A workspace with two snapshots, seen by an organisation. */
  static Browsing of(Path workspace, Viewer viewer) throws IOException {
    PublishedFixture.write(workspace, 7);
    PublishedFixture.write(workspace);
    Library library = Library.open(new Workspace(workspace), viewer);
    return of(() -> library);
  }

  /** A published workspace as it is, seen by an organisation. */
  static Browsing ofPublished(Path workspace, Viewer viewer) throws IOException {
    Library library = Library.open(new Workspace(workspace), viewer);
    return of(() -> library);
  }

  /** A workspace where nothing is published. */
  static Browsing ofNothing() {
    return of(
        () -> {
          throw new FileNotFoundException(
              "Nothing is published yet. Run: kith run --workspace my-place");
        });
  }

  private static Browsing of(Pages.Shelf shelf) {
    Chromium.check();
    Pages pages = Pages.of(shelf, () -> "0badcafe");
    Javalin server =
        Javalin.create(
                config -> {
                  pages.doors(Doors.withoutSignIn(config.routes), Api.guide("0.1.0"));
                  config.routes.get(
                      "/broken", ctx -> pages.failed(ctx, new IllegalStateException("On purpose")));
                  config.routes.error(404, pages::notFound);
                })
            .start("127.0.0.1", 0);
    Playwright playwright = Chromium.playwright();
    Browser browser = playwright.chromium().launch(Chromium.options());
    return new Browsing(playwright, browser, server);
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.stop();
  }
}
