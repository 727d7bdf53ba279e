package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.account.Accounts;
import org.kith.account.AccountsToLookAt;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;
import org.kith.workspace.Workspace;

class AccountsInTheBrowserTest {
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static RunningServer server;
  private static AccountsToLookAt.Four accounts;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      System.err.println("NOT CHECKED: accounts in a browser (-Dbrowser=skip).");
      return;
    }
    String snapshot = PublishedFixture.write(folder);
    Library library = Library.open(new Workspace(folder), Viewer.NOBODY);
    server = RunningServer.of(library);
    accounts =
        AccountsToLookAt.in(
            server.store(), snapshot, new Accounts(server.store(), Clock.systemUTC(), library));
    PAGES.put("account", "/accounts/" + accounts.published());
    PAGES.put("account-draft", "/accounts/" + accounts.draft());
    PAGES.put("accounts", "/accounts");
    PAGES.put("tell-first", "/reviews/" + accounts.unwritten() + "/tell");
    PAGES.put("tell-asked", "/reviews/" + accounts.draft() + "/tell");
    PAGES.put("tell-published", "/reviews/" + accounts.published() + "/tell");
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

  private static Page at(int who, String path, int width) {
    return at(who, path, new Browser.NewContextOptions().setViewportSize(width, 900));
  }

  private static Page at(int who, String path, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    if (who >= 0) {
      accounts.people().get(who).in(context, server.port());
    }
    Page page = context.newPage();
    page.navigate("http://127.0.0.1:" + server.port() + path);
    return page;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void is_read_by_everybody_at_every_width(Map.Entry<String, String> entry) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at(0, entry.getValue(), 360);
    for (int width : new int[] {320, 360, 820, 1280}) {
      page.setViewportSize(width, 900);
      page.evaluate("() => document.fonts.ready");
      if (width > 320) {
        Screenshots.save(page, entry.getKey());
      }
      page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
          .as(entry.getKey() + " at " + width)
          .isLessThanOrEqualTo(width);
      if (width == 360 || width == 1280) {
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
  void an_account_is_read_on_paper() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at(-1, "/accounts/" + accounts.published(), 720);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Screenshots.save(page, "account-print");
    assertThat(page.locator(".take").isVisible()).isFalse();
    assertThat(page.locator(".rival.kept").isVisible()).isTrue();
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target/account-printed.pdf")));
    page.context().close();
  }

  @Test
  void three_people_take_a_draft_to_a_published_account_without_a_script() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    var plain =
        new Browser.NewContextOptions().setViewportSize(820, 1180).setJavaScriptEnabled(false);
    for (int who : new int[] {0, 2}) {
      Page page = at(who, "/reviews/" + accounts.walked() + "/tell", plain);
      assertThat(page.locator("h2").first().textContent()).contains("You are asked");
      page.locator("input[name=approves][value=" + (who == 0 ? "yes" : "no") + "]").check();
      page.locator("#answer-words").fill(who == 0 ? "" : "I saw it otherwise.");
      page.locator("text=Keep my answer").click();
      page.waitForURL("**/tell");
      assertThat(page.locator("h2").first().textContent()).contains("Your answer to version 1");
      page.context().close();
    }
    Page page = at(0, "/reviews/" + accounts.walked() + "/tell", plain);
    page.locator("text=Publish it for good").click();
    page.waitForURL("**/accounts/*");
    assertThat(page.locator("main").textContent())
        .contains("I saw it otherwise.")
        .doesNotContain("Draft, version");
    page.context().close();
  }
}
