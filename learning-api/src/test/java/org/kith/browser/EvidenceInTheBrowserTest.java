package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.evidence.ChainStory;
import org.kith.evidence.CycleHouse;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.serve.RunningServer;

/** What a cycle looks at, what led to what, and what was learned before, as people meet them. */
class EvidenceInTheBrowserTest {
  private static final String ROOT = "/cycles/" + CycleHouse.CYCLE;

  @TempDir static Path folder;
  private static final Map<String, String> PAGES = new TreeMap<>();
  private static RunningServer server;
  private static CycleHouse house;
  private static String snapshot;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      System.err.println("NOT CHECKED: what cycles look at in a browser (-Dbrowser=skip).");
      return;
    }
    snapshot = PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    ChainStory story = new ChainStory();
    server.store().change(story::begin);
    house = new CycleHouse(server);
    String figure =
        house.figure(house.ada, snapshot, "over-time.cls_trust_neighbourhood.STrust.-.all.all");
    house.figure(house.ada, snapshot, "respondents.cls_trust_neighbourhood.-.2025q4.all.all");
    house.figure(house.ada, snapshot, "between.cls_trust_neighbourhood.STrust.2025q4.all.all");
    house.figure(house.ada, snapshot, "distribution.cls_trust_neighbourhood.STrust.2025q4.all.all");
    house.pin(
        house.ada,
        "\"kind\": \"theme\", \"snapshot\": \"%s\", \"figure\": \"waiting-for-a-panel\","
                .formatted(snapshot)
            + " \"words\": \"It was nobody's question.\"");
    house.pin(
        house.ada,
        "\"kind\": \"link\", \"address\": \"https://example.org/%s\", \"words\": \"Keys.\""
            .formatted("a-very-long-address-without-a-place-to-break-it".repeat(3)));
    house.file(
        house.ada,
        ROOT + "/evidence",
        CycleHouse.id(),
        "what-the-counter-wrote-down-on-every-single-evening-of-the-winter.csv",
        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    server.store().change(h -> told(h, story));
    PAGES.put("looked-at", ROOT + "/evidence");
    PAGES.put("figure", ROOT + "/evidence/" + figure);
    PAGES.put("judgement", ROOT + "/evidence/" + story.judged);
    PAGES.put("chain", ROOT + "/chain");
    PAGES.put("learning", "/learning");
    PAGES.put("nothing-learned", "/learning?about=zebra");
    PAGES.put(
        "new",
        "/evidence/new?figure=over-time.cls_trust_neighbourhood.STrust.-.all.all&snapshot="
            + snapshot);
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  private static void told(org.jdbi.v3.core.Handle h, ChainStory story) {
    h.execute("insert into decision_evidence values (?, ?)", story.decision, story.before);
    h.execute(
        "insert into change_made values (?, ?, ?, 'Open until ten.', '2026-06-01', ?, 'ada', ?)",
        story.change,
        story.decision,
        story.experiment,
        story.seen,
        System.currentTimeMillis());
    for (int i = 0; i < 6; i++) {
      h.execute(
          "insert into tie (id, from_cycle, outside, way, kind, words, author, voice, raised)"
              + " values (?, 'evenings', 'The council', 'up', 'barrier', 'w', 'ada',"
              + " 'practitioner', ?)",
          "t" + i,
          System.currentTimeMillis() - 86_400_000L * (40 + 30 * i));
      if (i % 2 == 0) {
        h.execute(
            "insert into tie_reply values (?, ?, 'changed', 'w', 'ada', 'leader', ?)",
            "y" + i,
            "t" + i,
            System.currentTimeMillis() - 86_400_000L * 20);
      }
    }
    h.execute(
        "insert into review (id, name, commissioner, created, published)"
            + " values ('told', 'Evenings, spring', 'ada', 1, 2)");
    for (int i = 0; i < 3; i++) {
      h.execute(
          "insert into learning (id, review, words, position, at, approved)"
              + " values (?, 'told', 'Start with the stair, not with the street.', ?, 1, 2)",
          "l" + i,
          i);
    }
    h.execute(
        "insert into decision (id, review, words, basis, decided, author, at)"
            + " values ('d1', 'told', 'We ring first.', 'evidence', '2026-04-02', 'ada', 1)");
    h.execute(
        "insert into decision_evidence select 'd1', id from evidence where kind in"
            + " ('indicator', 'theme')");
  }

  @AfterAll
  static void close() {
    if (server != null) {
      browser.close();
      playwright.close();
      server.close();
    }
  }

  private static Page at(String path, int width, boolean script) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script));
    house.ada.in(context, server.port());
    Page page = context.newPage();
    page.navigate("http://127.0.0.1:" + server.port() + path);
    return page;
  }

  @Test
  void everybody_can_read_it_at_every_width() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at("/learning", 360, true);
    PAGES.forEach(
        (name, path) -> {
          page.navigate("http://127.0.0.1:" + server.port() + path);
          page.evaluate("() => document.fonts.ready");
          for (int width : new int[] {320, 360, 820, 1280}) {
            page.setViewportSize(width, 900);
            if (width > 320) {
              Screenshots.save(page, "evidence-" + name);
            }
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as(name + " at " + width)
                .isLessThanOrEqualTo(width);
            assertThat(labelsOutside(page))
                .as("labels that leave their chart on " + name + " at " + width)
                .isEqualTo(List.of());
            if (width == 360) {
              assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations())
                  .as(name + " at " + width)
                  .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
                  .isEmpty();
            }
            page.evaluate(
                "() => document.querySelectorAll('details').forEach(d => d.open = false)");
          }
        });
    page.context().close();
  }

  private static Object labelsOutside(Page page) {
    return page.evaluate(
        "() => [...document.querySelectorAll('.chart svg, .stamp svg')].filter(s => s.clientWidth"
            + " > 0).flatMap(s => [...s.querySelectorAll('text')].filter(t => { const b ="
            + " t.getBoundingClientRect(), o = s.getBoundingClientRect(); return b.left <"
            + " o.left - 1 || b.right > o.right + 1; }).map(t => t.textContent))");
  }

  /** From the figure to the cycle and back to the figure as it was, without a script. */
  @Test
  void a_figure_is_pinned_with_the_keyboard_alone_and_without_a_script() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Page page = at("/constructs/trust?place=all", 820, false);
    page.locator("#fig-line a:has-text('Look at this in a cycle')").focus();
    page.keyboard().press("Enter");
    page.waitForSelector("text=In which cycle?");
    page.focus("textarea");
    page.keyboard().type("None of us said it would be like this.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForSelector("text=the same to the byte");
    assertThat(page.textContent("main"))
        .contains("None of us said it would be like this.", "Snapshot " + snapshot);
    page.context().close();
  }
}
