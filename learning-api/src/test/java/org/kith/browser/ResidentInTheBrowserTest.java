package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.protect.Pseudonyms;
import org.kith.signin.SignedIn;
import org.kith.workspace.Workspace;

/** Somebody with a slip and a phone: what was learned, that it was not so, and out again. */
class ResidentInTheBrowserTest {
  private static final String CODE = "QH2S-2JRJ-7VNB-S208";

  @TempDir static Path folder;
  static WritingSite site;
  static Playwright playwright;
  static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Chromium.check();
    site = WritingSite.open(folder);
    Pseudonyms.open(new Workspace(folder).key(), false, new Random(1));
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
    SignedIn.as(
        site.store(),
        new Person("rev", "Rev Ash", null, "", Set.of(Role.REVIEWER), List.of(), List.of()));
    site.store()
        .change(
            h -> {
              h.execute(
                  "insert into review (id, name, commissioner, created, published) values"
                      + " ('11111111-1111-4111-8111-111111111111', 'Evenings in the valley',"
                      + " 'rev', 1, 1778000000000)");
              h.execute(
                  "insert into account (review, version, summary, data_notes, author, at) values ('11111111-1111-4111-8111-111111111111', 1,"
                      + " 'We will try a later bus.', '', 'rev', 1)");
              h.execute(
                  "insert into learning values ('l1', '11111111-1111-4111-8111-111111111111', null,"
                      + " 'When the last bus goes at six, evenings belong to those with a car.', 1,"
                      + " 1, 1)");
            });
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      playwright.close();
      site.close();
    }
  }

  /** Without a script, as everything here works, and without one thing left on the phone. */
  @Test
  void from_what_was_learned_to_taking_answers_out_on_a_phone() {
    List<String> addresses = new ArrayList<>();
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
      Page page = context.newPage();
      page.onRequest(r -> addresses.add(r.url() + " " + r.headers().get("referer")));
      page.navigate(site.address("/from-you"));
      looksRight(page, "from-you");
      assertThat(page.locator(".lines li").textContent()).contains("evenings belong to those");

      page.fill("#typed", "qh2s 2jrj 7vnb s2o9");
      page.click("button:text-is('Open')");
      looksRight(page, "from-you-wrong-code");
      assertThat(page.locator("[role=alert]").textContent()).contains("is not right");
      page.fill("#typed", "qh2s 2jrj 7vnb s2o8");
      page.click("button:text-is('Open')");
      looksRight(page, "from-you-code");

      page.selectOption("#about", "/accounts/11111111-1111-4111-8111-111111111111");
      page.fill("#words", "It was never the bus.");
      page.click("text=Send");
      assertThat(page.locator("[role=status]").textContent()).contains("Somebody reads it first");

      page.check("input[name=tables][value=until]");
      page.fill("#tables_until", "2101-03-01");
      page.click("text=Keep what I chose");
      looksRight(page, "from-you-kept");
      assertThat(page.inputValue("#tables_until")).isEqualTo("2101-03-01");

      page.click("button:text-is('Take my answers out')");
      looksRight(page, "from-you-sure");
      page.click("text=No, leave them in");
      assertThat(page.locator("h1").textContent()).isEqualTo("Your answers");
      page.click("button:text-is('Take my answers out')");
      page.click("text=Yes, take my answers out");
      looksRight(page, "from-you-out");
      assertThat(page.locator("h1").textContent()).isEqualTo("Your answers are taken out");

      assertThat(context.cookies()).isEmpty();
      assertThat(
              page.evaluate(
                  "async () => localStorage.length + sessionStorage.length"
                      + " + (await indexedDB.databases()).length + (await caches.keys()).length"))
          .isEqualTo(0);
    }
    assertThat(addresses)
        .hasSizeGreaterThan(8)
        .noneMatch(a -> a.toUpperCase(Locale.ROOT).contains(CODE.substring(0, 4)));
    assertThat(addresses).allMatch(a -> a.matches("\\S+ (null)?"), "no address names another");
  }

  @Test
  void whoever_reads_what_was_not_so_and_one_who_shares_find_their_way() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800))) {
      SignedIn.as(
              site.store(),
              new Person("sam", "Sam", null, "", Set.of(Role.RESEARCHER), List.of(), List.of()))
          .in(context, site.port());
      site.store()
          .change(
              h ->
                  h.execute(
                      "insert into contest values ('22222222-2222-4222-8222-222222222222', null,"
                          + " '/constructs/trust', 'Ask Tom Hardcastle, it was never the bus.',"
                          + " '2026-05-03', 'waiting', null, '')"));
      Page page = context.newPage();
      page.navigate(site.address("/contests"));
      looksRight(page, "contests");
      page.navigate(site.address("/me/sharing"));
      looksRight(page, "me-sharing");
      page.check("input[name=words_tables][value=no]");
      page.click("text=Keep what I chose");
      assertThat(page.locator("[role=status]").textContent()).contains("holds");
    }
  }

  /** At every width it neither scrolls sideways nor breaks a rule of accessibility. */
  private static void looksRight(Page page, String name) {
    int before = page.viewportSize().width;
    for (int width : new int[] {360, 820, 1280}) {
      page.setViewportSize(width, 800);
      page.evaluate("() => document.fonts.ready");
      Screenshots.save(page, name);
      assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
          .as(name + " at " + width)
          .isLessThanOrEqualTo(width);
    }
    page.setViewportSize(before, 800);
    var found = new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations();
    assertThat(found)
        .as(name)
        .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
        .isEmpty();
  }
}
