package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.reflection.Audience;
import org.kith.reflections.Household;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.themes.Decisions;
import org.kith.themes.Quotations;

class ThemesInTheBrowserTest {
  private static final String SAID = "Everyone agreed and Margaret waited for the panel.";
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static RunningServer server;
  private static Household people;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      System.err.println("NOT CHECKED: themes and search in a browser (-Dbrowser=skip).");
      return;
    }
    PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    people = Household.in(server.store());
    String id =
        people.keeps(
            Audience.TEAM, "2025-11-04", SAID + " Nobody rang. The boiler and the landlord again.");
    people.keeps(Audience.CYCLE, "2025-11-05", "The panel was cancelled for half term.");
    server
        .store()
        .change(
            h -> {
              String theme =
                  Decisions.name(h, "author", "Waiting for a panel", "Until it met.", null, 1);
              Decisions.name(h, "author", "Doorstep talk", "", null, 1);
              Decisions.setAside(
                  h, "steward", Decisions.name(h, "author", "Old words", "", null, 1), 2);
              Quotations.pass(h, "steward", Quotations.offer(h, "author", id, theme, SAID, 3), 4);
              Quotations.offer(h, "author", id, theme, "Nobody rang.", 5);
            });
    PAGES.put("themes", "author /themes");
    PAGES.put("theme", "author /themes/waiting-for-a-panel");
    PAGES.put("theme-hidden", "author /themes/small-money-quickly");
    PAGES.put("codebook", "steward /codebook");
    PAGES.put("codebook-named", "mate /codebook");
    PAGES.put("quote", "author /reflections/" + id + "/quote");
    PAGES.put("quotations", "steward /quotations");
    PAGES.put("search", "author /search?q=panel");
    PAGES.put("search-empty", "author /search");
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  @AfterAll
  static void close() {
    if (server != null) {
      browser.close();
      playwright.close();
      server.close();
    }
  }

  static List<Map.Entry<String, String>> pages() {
    return Browsing.skipped() ? List.of(Map.entry("skipped", "")) : List.copyOf(PAGES.entrySet());
  }

  private static Page at(String who, String path, int width) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    SignedIn reader =
        switch (who) {
          case "author" -> people.author();
          case "mate" -> people.mate();
          default -> people.steward();
        };
    reader.in(context, server.port());
    Page page = context.newPage();
    page.navigate("http://127.0.0.1:" + server.port() + path);
    return page;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void is_read_by_everybody_at_every_width(Map.Entry<String, String> entry) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    String[] parts = entry.getValue().split(" ", -1);
    Page page = at(parts[0], parts[1], 360);
    for (int width : new int[] {320, 360, 1280}) {
      page.setViewportSize(width, 900);
      page.evaluate("() => document.fonts.ready");
      if (width > 320) {
        Screenshots.save(page, "heard-" + entry.getKey());
      }
      page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
          .as(entry.getKey() + " at " + width)
          .isLessThanOrEqualTo(width);
      assertThat(
              page.evaluate(
                  "() => [...document.querySelectorAll('.chart svg')].filter(s => s.clientWidth >"
                      + " 0).flatMap(s => [...s.querySelectorAll('text')].filter(t => { const b ="
                      + " t.getBoundingClientRect(), o = s.getBoundingClientRect(); return b.left <"
                      + " o.left - 1 || b.right > o.right + 1; }).map(t => t.textContent))"))
          .as("labels that leave their chart on " + entry.getKey() + " at " + width)
          .isEqualTo(List.of());
      if (width > 320) {
        assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations())
            .as(entry.getKey() + " at " + width)
            .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
            .isEmpty();
      }
      page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = false)");
    }
    page.context().close();
  }

  @Test
  void a_theme_is_named_with_the_keyboard_alone() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at("mate", "/codebook", 360);
    page.focus("#name-new");
    page.keyboard().type("Keys on a nail");
    // It comes back to the address it is at, so the address does not say when.
    page.keyboard().press("Enter");
    page.waitForSelector("#theme-names:has-text('Keys on a nail')");
    assertThat(page.textContent("#theme-names")).contains("Keys on a nail");
    page.context().close();
  }
}
