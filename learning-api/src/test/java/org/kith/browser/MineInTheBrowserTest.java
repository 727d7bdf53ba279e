package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.reflection.Audience;
import org.kith.reflections.Household;
import org.kith.reflections.Mischief;
import org.kith.reflections.Reading;
import org.kith.reflections.Reply;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/**
 * My reflections, a team's thread and a cycle's, as somebody with a phone or a keyboard has them.
 */
class MineInTheBrowserTest {
  private static final String STORY =
      "Went to see a woman about the damp. We never got to the damp: she had been asked, again, to"
          + " prove she lives there. I rang the housing line with her, forty minutes.\n\nHer"
          + " neighbour came in with soup.";

  @TempDir static Path folder;
  private static RunningServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      return;
    }
    Chromium.check();
    PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  @AfterAll
  static void close() {
    if (server == null) {
      System.err.println("NOT CHECKED: my reflections in a browser (-Dbrowser=skip).");
      return;
    }
    browser.close();
    playwright.close();
    server.close();
  }

  private static BrowserContext as(SignedIn who, int width) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    who.in(context, server.port());
    return context;
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  @Test
  void every_page_is_accessible_and_fits_a_phone() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Household house = Household.in(server.store());
    String team = house.keeps(Audience.TEAM, "2026-11-02", STORY);
    String alone = house.keeps(Audience.ME, "2026-11-05", "A short one, for me.");
    String cycle = house.keeps(Audience.CYCLE, "2026-10-20", "The same letter, on another stair.");
    Reading reading = new Reading(server.store(), Clock.systemUTC());
    reading.open(house.mate().person(), team);
    reading.reply(
        house.mate().person(),
        team,
        sent("tried", "We rang the line before the visit. It helped."));
    reading.reply(house.mate().person(), team, sent("reply", "Which letter was it?"));
    reading.open(house.cycleMate().person(), cycle);
    house.joins("team", Household.TEAM, "late", System.currentTimeMillis() + 1_000);

    Map<String, Map<String, String>> pages = new LinkedHashMap<>();
    pages.put(
        "author",
        new LinkedHashMap<>(
            Map.of(
                "mine", "/reflections",
                "mine-none-like-that", "/reflections?year=1999",
                "own", "/reflections/" + team,
                "own-alone", "/reflections/" + alone,
                "own-in-cycle", "/reflections/" + cycle,
                "edit", "/reflections/" + team + "/edit",
                "withdraw", "/reflections/" + team + "/withdraw")));
    pages.put("mate", Map.of("team", "/team/harbour", "shared", "/reflections/" + team));
    pages.put("cyclemate", Map.of("cycle", "/cycles/letters/reflections"));
    pages.put("stranger", Map.of("mine-empty", "/reflections", "team-none", "/team"));
    for (SignedIn who :
        List.of(house.author(), house.mate(), house.cycleMate(), house.stranger())) {
      try (BrowserContext context = as(who, 360)) {
        Page at = context.newPage();
        pages
            .get(who.person().id())
            .forEach(
                (name, path) -> {
                  at.navigate(address(path));
                  check(at, name);
                });
      }
    }
  }

  private static void check(Page at, String name) {
    at.setViewportSize(1280, 900);
    at.evaluate("() => document.fonts.ready");
    Screenshots.save(at, name);
    at.evaluate("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
    var found = new AxeBuilder(at).withTags(Browsing.WCAG).analyze().getViolations();
    assertThat(found)
        .as(name)
        .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
        .isEmpty();
    for (int width : new int[] {320, 360}) {
      at.setViewportSize(width, 900);
      assertThat((int) at.evaluate("() => document.documentElement.scrollWidth"))
          .as(name + " at " + width)
          .isLessThanOrEqualTo(width);
    }
    Screenshots.save(at, name);
    assertThat((int) at.evaluate("() => document.querySelectorAll('h1').length")).isEqualTo(1);
  }

  @Test
  void by_keyboard_an_author_takes_a_reflection_back_from_the_team_and_then_altogether() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Household house = Household.in(server.store());
    String id = house.keeps(Audience.TEAM, "2026-11-09", "To be taken back.");
    try (BrowserContext context = as(house.author(), 360)) {
      Page at = context.newPage();
      at.navigate(address("/reflections/" + id));
      at.locator("input[name=audience][value='team:harbour']").focus();
      at.keyboard().press("ArrowUp");
      at.keyboard().press("Enter");
      at.waitForURL(address("/reflections/" + id + "#readers"));
      assertThat(at.locator("input[name=audience]:checked").getAttribute("value")).isEqualTo("me");
      tabTo(at, "Withdraw it");
      at.keyboard().press("Enter");
      at.waitForURL(address("/reflections/" + id + "/withdraw"));
      tabTo(at, "Withdraw it for good");
      at.keyboard().press("Enter");
      at.waitForURL(address("/reflections"));
      assertThat(at.navigate(address("/reflections/" + id)).status()).isEqualTo(404);
    }
  }

  /** Presses Tab until the focus is on something with these words. */
  private static void tabTo(Page at, String words) {
    for (int i = 0; i < 60; i++) {
      at.keyboard().press("Tab");
      if (words.equals(at.evaluate("() => document.activeElement.textContent.trim()"))) {
        return;
      }
    }
    throw new AssertionError("No way by keyboard to: " + words);
  }

  @Test
  void a_team_mate_answers_and_the_author_reads_it_without_any_script() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Household house = Household.in(server.store());
    String id = house.keeps(Audience.TEAM, "2026-11-10", "Who knows this form?");
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      house.mate().in(context, server.port());
      Page at = context.newPage();
      at.navigate(address("/team/harbour"));
      at.locator("#r-" + id + " a").click();
      at.locator("input[name=kind][value=tried]").check();
      at.getByLabel("Your words").fill("We do. Ring first.");
      at.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it")).click();
      assertThat(at.locator(".replies").textContent()).contains("We do. Ring first.", "from you");
    }
    try (BrowserContext context = as(house.author(), 360)) {
      Page at = context.newPage();
      at.navigate(address("/"));
      assertThat(at.locator(".news").textContent()).contains("someone tried what you suggested");
      at.navigate(address("/reflections"));
      assertThat(at.locator("h1").textContent()).contains("someone tried what you suggested");
      at.navigate(address("/reflections/" + id));
      assertThat(at.locator(".margin").textContent()).contains("Mo Mate");
      assertThat(at.locator(".replies").textContent()).contains("We do. Ring first.", "Mo Mate");
    }
  }

  @Test
  void a_thread_prints_without_what_is_only_for_a_screen() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Household house = Household.in(server.store());
    house.keeps(Audience.TEAM, "2026-11-10", "To be talked about.");
    try (BrowserContext context = as(house.mate(), 800)) {
      Page at = context.newPage();
      at.navigate(address("/team/harbour"));
      at.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(at.locator(".talk").isVisible()).isTrue();
      assertThat(at.locator(".thread").first().isVisible()).isTrue();
      assertThat(at.locator(".screen").first().isVisible()).isFalse();
      assertThat(at.locator("main form:visible").count()).isZero();
    }
  }

  @Test
  void nothing_that_somebody_wrote_runs_or_turns_the_page_round() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    RunningServer theirs;
    try {
      theirs = RunningServer.of(folder, Viewer.NOBODY);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    try (theirs) {
      Mischief mischief = Mischief.in(theirs.store());
      for (SignedIn who : List.of(mischief.author(), mischief.mate())) {
        // With the page's own policy, and with none: escaping has to hold by itself.
        for (boolean policy : new boolean[] {true, false}) {
          try (BrowserContext context =
              browser.newContext(
                  new Browser.NewContextOptions()
                      .setViewportSize(360, 900)
                      .setBypassCSP(!policy))) {
            who.in(context, theirs.port());
            List<String> complaints = new ArrayList<>();
            Page at = context.newPage();
            at.onConsoleMessage(m -> complaints.add(m.text()));
            at.onPageError(complaints::add);
            at.onDialog(d -> complaints.add("a dialogue"));
            for (String path : mischief.pages(who)) {
              at.navigate("http://127.0.0.1:" + theirs.port() + path);
              at.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
              assertThat(at.evaluate("() => window.hit")).as(path).isNull();
              assertThat(
                      at.evaluate(
                          "() => document.querySelectorAll('script, main img, iframe,"
                              + " [onerror], [onload], a[href^=\"javascript:\"]').length"))
                  .as(path)
                  .isEqualTo(0);
              assertThat((int) at.evaluate("() => document.documentElement.scrollWidth"))
                  .as(path)
                  .isLessThanOrEqualTo(360);
            }
            assertThat(complaints).isEmpty();
          }
        }
      }
    }
  }

  private static Reply.Sent sent(String kind, String words) {
    return new Reply.Sent(UUID.randomUUID().toString(), kind, words);
  }
}
