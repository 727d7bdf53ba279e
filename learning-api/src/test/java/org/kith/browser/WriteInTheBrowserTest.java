package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.signin.SignedIn;

/** The page to write on: how it looks, reads and answers. */
class WriteInTheBrowserTest {
  @TempDir static Path folder;
  private static Playwright playwright;
  private static Browser browser;
  private static WritingSite site;
  private static SignedIn ada;

  @BeforeAll
  static void open() throws IOException {
    if (!Browsing.skipped()) {
      Chromium.check();
      playwright = Chromium.playwright();
      browser = playwright.chromium().launch(Chromium.options());
      site = WritingSite.open(folder);
      ada = site.ada();
    }
  }

  @AfterAll
  static void close() {
    if (site != null) {
      browser.close();
      playwright.close();
      site.close();
    }
  }

  @BeforeEach
  void needs_the_browser() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
  }

  private static BrowserContext phone(SignedIn who, int width) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 740));
    who.in(context, site.port());
    return context;
  }

  private static SignedIn newcomer(String id) {
    return site.someone(id, ada.person().teams(), ada.person().cycles());
  }

  @Test
  void has_no_accessibility_violation_and_never_scrolls_sideways() {
    try (BrowserContext context = phone(ada, 360)) {
      Page page = site.write(context);
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(m -> complaints.add(m.text()));
      page.locator("#answer-what").fill("Went to see Mrs Tamberlake about the damp.");
      page.locator("#answer-so-what").fill("The damp was not the matter; the letter was.");
      for (int width : new int[] {360, 1280}) {
        page.setViewportSize(width, 740);
        page.evaluate("() => document.fonts.ready");
        page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        Screenshots.save(page, "write");
        assertThat(
                new AxeBuilder(page)
                    .withTags(Browsing.WCAG).analyze().getViolations().stream()
                        .map(v -> v.getId() + ": " + v.getNodes().get(0).getHtml()))
            .as("at " + width)
            .isEmpty();
      }
      for (int width : new int[] {320, 360, 768, 1280}) {
        page.setViewportSize(width, 740);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
            .as("at " + width)
            .isLessThanOrEqualTo(width);
      }
      page.setViewportSize(360, 740);
      assertThat(
              page.evaluate(
                  "() => [...document.querySelectorAll('button, select, summary, .chips label,"
                      + " .audience label, .tick, .mark, .phonebar a, input[type=date]')].filter(e"
                      + " => e.getBoundingClientRect().height > 0 &&"
                      + " e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"))
          .as("smaller than a thumb")
          .isEqualTo(List.of());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".button").isVisible()).isFalse();
      Screenshots.save(page, "write-print");
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void is_kept_with_two_taps_and_arrives_once_and_whole() {
    try (BrowserContext context = phone(newcomer("bea"), 360)) {
      Page page = site.write(context);
      page.locator("#answer-what").fill("We never got to the damp.");
      page.locator("button:has-text('Keep it')").click();
      Locator receipt = page.locator("#receipts li[data-state=arrived]");
      receipt.waitFor();
      Screenshots.save(page, "write-kept");
      assertThat(receipt.textContent()).contains("once and whole").contains("Only me");
      assertThat(receipt.locator(".code").textContent())
          .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
      assertThat(site.kept("bea")).containsExactly("We never got to the damp.");
      assertThat(page.locator("#answer-what").inputValue()).isEmpty();
    }
  }

  @Test
  void the_receipt_worked_out_on_the_device_is_the_servers() throws Exception {
    SignedIn cy = newcomer("cy");
    try (BrowserContext context = phone(cy, 360)) {
      Page page = site.write(context);
      for (int i = 0; i < 10; i++) {
        String id = UUID.randomUUID().toString();
        String answer =
            cy.send(
                    site.port(),
                    "POST",
                    "/api/v1/reflections",
                    """
                    {"id": "%s", "form": "short", "happened": "2026-11-25", "written": 1,
                     "answers": [{"prompt": "what", "words": "One more."}]}
                    """
                        .formatted(id))
                .body();
        assertThat(answer)
            .contains(
                "\"receipt\":\""
                    + page.evaluate(
                        "async id => (await import('/static/receipt.js')).receipt(id)", id)
                    + "\"");
      }
    }
  }

  @Test
  void the_script_says_of_each_audience_what_the_server_says() {
    SignedIn di = newcomer("di");
    String byScript;
    try (BrowserContext context = phone(di, 360)) {
      byScript = site.write(context).locator("#audiences").innerText();
    }
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      di.in(context, site.port());
      Page page = context.newPage();
      page.navigate(site.address("/write"));
      assertThat(page.locator("#audiences").innerText()).isEqualTo(byScript);
    }
  }

  @Test
  void can_be_written_and_kept_with_the_keyboard_alone() {
    try (BrowserContext context = phone(newcomer("ed"), 1280)) {
      Page page = site.write(context);
      List<String> reached = new ArrayList<>();
      for (int i = 0; i < 40 && !reached.contains("Keep it"); i++) {
        page.keyboard().press("Tab");
        String at =
            (String)
                page.evaluate(
                    "() => { const e = document.activeElement; return e.name || e.textContent; }");
        reached.add(at);
        if (at.equals("answer.what")) {
          page.keyboard().type("We read the letter on the stair.");
        }
      }
      assertThat(reached).contains("answer.so-what", "answer.now-what", "audience", "Keep it");
      page.keyboard().press("Enter");
      page.locator("#receipts li[data-state=arrived]").waitFor();
      assertThat(site.kept("ed")).containsExactly("We read the letter on the stair.");
    }
  }

  @Test
  void what_looks_like_a_name_is_replaced_or_left_as_the_author_decides() {
    try (BrowserContext context = phone(newcomer("flo"), 360)) {
      Page page = site.write(context);
      Locator what = page.locator("#answer-what");
      what.fill("Rang the line with Mrs Tamberlake. She waited.");
      assertThat(page.locator(".flag:visible").innerText()).contains("Tamberlake");
      page.locator(".flag:visible button").first().click();
      assertThat(what.inputValue()).isEqualTo("Rang the line with someone. She waited.");
      what.fill("Rang the line with Mrs Tamberlake. She waited.");
      page.locator(".flag:visible button").last().click();
      assertThat(page.locator(".flag:visible").count()).isZero();
      assertThat(what.inputValue()).contains("Mrs Tamberlake");
    }
  }

  @Test
  void changing_the_form_keeps_every_word_in_sight() {
    try (BrowserContext context = phone(newcomer("gil"), 360)) {
      Page page = site.write(context);
      page.locator("#answer-what").fill("Begun in three questions.");
      page.locator(".more-about summary").click();
      page.locator("input[name=form][value=gibbs]").check();
      assertThat(page.locator("#answer-what").isVisible()).isTrue();
      assertThat(page.locator("#answer-so-what").isVisible()).isFalse();
      page.locator("#answer-feelings").fill("And gone on in six.");
      page.locator("button:has-text('Keep it')").click();
      page.locator("#receipts li[data-state=arrived]").waitFor();
      assertThat(site.kept("gil"))
          .containsExactlyInAnyOrder("Begun in three questions.", "And gone on in six.");
    }
  }
}
