package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.behaviours.Behaviour;
import org.kith.behaviours.Placement;
import org.kith.behaviours.Rounds;
import org.kith.cycles.Scale;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.ties.Linked;
import org.kith.ties.Raised;
import org.kith.ties.Replied;
import org.kith.ties.Ties;

/** The inbox, a tie, the steward's view and the nine behaviours, as people meet them. */
class TiesInTheBrowserTest {
  private static final String WENT = UUID.randomUUID().toString();
  private static final String CAME = UUID.randomUUID().toString();
  private static final String CLOSED = UUID.randomUUID().toString();
  private static final long THEN = System.currentTimeMillis() - 70 * Linked.DAY;

  @TempDir static Path folder;
  private static RunningServer server;
  private static SignedIn me;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      System.err.println("NOT CHECKED: ties and behaviours in a browser (-Dbrowser=skip).");
      return;
    }
    PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    server.store().change(TiesInTheBrowserTest::story);
    me = SignedIn.as(server.store(), Linked.find(server.store(), "of-stair"));
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  private static void story(Handle h) {
    Person stair = Linked.cycle(h, "stair", Scale.TEAM, Voice.PRACTITIONER);
    Person towers = Linked.cycle(h, "towers", Scale.TEAM, Voice.RESIDENT);
    Person larkmoor = Linked.cycle(h, "larkmoor", Scale.PLACE, Voice.COMMISSIONER);
    Linked.cycle(h, "letters", Scale.NATIONAL, Voice.POLICY);
    h.execute("update cycle set steward = 'of-stair' where id = 'stair'");
    raise(
        h, stair, "stair", "up", "barrier", "letters", "A letter must be answered on paper.", WENT);
    String id = UUID.randomUUID().toString();
    raise(h, stair, "stair", "up", "barrier", "larkmoor", "The room shuts at six.", id);
    Ties.reply(
        h,
        larkmoor,
        "larkmoor",
        id,
        Replied.of(UUID.randomUUID().toString(), "changed", "Two volunteers hold the keys."),
        THEN + 20 * Linked.DAY);
    raise(h, towers, "towers", "across", "question", "stair", "Who has the lift key?", CAME);
    Rounds.open(h, stair, "stair", CLOSED, THEN);
    for (int i = 0; i < 24; i++) {
      Voice voice = i < 10 ? Voice.RESIDENT : i < 21 ? Voice.MANAGER : Voice.LEADER;
      int place = Math.min(10, 2 + i % 4 + (voice == Voice.RESIDENT ? 0 : 4));
      Person one = Linked.person(h, "p" + i, "stair", voice);
      List<Placement> all =
          List.of(Behaviour.values()).stream().map(b -> new Placement(b, place, "")).toList();
      Rounds.answer(h, one, "stair", CLOSED, all, THEN);
    }
    Rounds.close(h, stair, "stair", CLOSED, THEN + Linked.DAY);
    Rounds.open(h, stair, "stair", UUID.randomUUID().toString(), THEN + 40 * Linked.DAY);
  }

  private static void raise(
      Handle h,
      Person who,
      String from,
      String way,
      String matter,
      String to,
      String words,
      String id) {
    Ties.raise(h, who, from, Raised.of(id, way, matter, to, "", words), THEN);
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
    return List.of(
        Map.entry("inbox", "/inbox"),
        Map.entry("tie-waiting", "/cycles/stair/ties/" + WENT),
        Map.entry("tie-came", "/cycles/stair/ties/" + CAME),
        Map.entry("raise", "/cycles/stair/ties/new?way=up"),
        Map.entry("stewardship", "/stewardship"),
        Map.entry("behaviours-open", "/cycles/stair/behaviours"),
        Map.entry("behaviours-seen", "/cycles/stair/behaviours/" + CLOSED));
  }

  private static Page at(String path, int width) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    me.in(context, server.port());
    Page page = context.newPage();
    page.navigate("http://127.0.0.1:" + server.port() + path);
    return page;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void is_read_by_everybody_at_every_width(Map.Entry<String, String> entry) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at(entry.getValue(), 360);
    for (int width : new int[] {320, 820, 360, 1280}) {
      page.setViewportSize(width, 900);
      page.evaluate("() => document.fonts.ready");
      if (width > 320) {
        Screenshots.save(page, "ties-" + entry.getKey());
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

  /** What came in is answered, and a behaviour placed, with the keyboard alone. */
  @Test
  void answering_and_placing_work_with_the_keyboard_alone() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at("/inbox", 820);
    page.focus("input[name=answer][value=changed]");
    page.keyboard().press("Space");
    page.keyboard().press("ArrowRight");
    assertThat(page.isChecked("input[name=answer][value=trying]")).isTrue();
    page.keyboard().press("Tab");
    page.keyboard().type("The caretaker has one. We ask for a second.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForSelector("text=Nothing waits for an answer from you");
    assertThat(page.textContent("main")).contains("We ask for a second.");

    page.navigate("http://127.0.0.1:" + server.port() + "/cycles/stair/behaviours");
    page.focus("input[name=seen-whole]:checked");
    // From "leave it out" the arrow goes round to 1, and on.
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.focus(".placing button[type=submit]");
    page.keyboard().press("Enter");
    page.waitForSelector("text=Your answers are kept");
    assertThat(page.isChecked("input[name=seen-whole][value='3']")).isTrue();
    page.context().close();
  }
}
