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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.cycles.Cycles;
import org.kith.cycles.Entries;
import org.kith.cycles.Experiments;
import org.kith.cycles.Purposes;
import org.kith.signin.SignedIn;

/** The pages of a learning cycle on a phone, a tablet and a projector. */
class CyclesInTheBrowserTest {
  @TempDir Path folder;

  private static Clock at(String day) {
    return Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
  }

  @Test
  void pages_of_a_cycle_are_whole_at_every_width() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Chromium.check();
    try (WritingSite site = WritingSite.open(folder);
        Playwright playwright = Chromium.playwright();
        Browser browser = playwright.chromium().launch(Chromium.options());
        BrowserContext context = browser.newContext()) {
      SignedIn ada = site.someone("ada", List.of(), List.of());
      ada.in(context, site.port());
      Map<String, String> pages = written(site, ada);
      Page page = context.newPage();
      for (int width : new int[] {360, 820, 1280}) {
        page.setViewportSize(width, 900);
        for (Map.Entry<String, String> one : pages.entrySet()) {
          String as = one.getKey() + " at " + width;
          assertThat(page.navigate(site.address(one.getValue())).status()).as(as).isEqualTo(200);
          page.evaluate("() => document.fonts.ready");
          Screenshots.save(page, "cycle-" + one.getKey());
          assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
              .as(as)
              .isLessThanOrEqualTo(width);
          assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations())
              .as(as)
              .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
              .isEmpty();
        }
      }
      landscape(site, page, pages.get("whole"));
    }
  }

  /** The words on the land are those of the record, and a place is one tap away. */
  private static void landscape(WritingSite site, Page page, String cycle) {
    page.navigate(site.address(cycle));
    assertThat(page.locator(".at-understand").innerText())
        .contains("Two questions open. Gone back to on 19 November.");
    assertThat(page.locator(".at-try").innerText()).contains("One experiment running");
    assertThat(page.locator(".walked").textContent()).isEqualTo("walked back on 19 November");
    page.locator(".at-try a").click();
    assertThat(page.url()).endsWith("#try");
  }

  private static Map<String, String> written(WritingSite site, SignedIn ada) {
    String fresh =
        new Cycles(site.store(), at("2025-05-12"))
            .start(ada.person(), start("A brand new one", ""));
    String id =
        new Cycles(site.store(), at("2025-05-12"))
            .start(ada.person(), start("Someone to call", "Nobody is lonely in the evening."));
    new Purposes(site.store(), at("2025-05-13"))
        .word(ada.person(), id, 1, "Anyone who lives alone has someone to call at ten at night.");
    String factor = add(site, ada, id, "2025-05-14", "factor", "The last bus goes at ten.");
    add(site, ada, id, "2025-05-14", "question", "What stops people knocking on a door?");
    String tried = UUID.randomUUID().toString();
    new Experiments(site.store(), at("2025-08-18"))
        .add(
            ada.person(),
            id,
            new Experiments.Sending(
                tried,
                null,
                "Soup at the foot of the stairs",
                "probe",
                null,
                "Who stays.",
                "if nobody came.",
                null,
                "Quillside Kitchen",
                "2025-08-18",
                "2026-12-04",
                null));
    add(site, ada, id, "2025-11-19", "question", "What does the letter do to a stair?");
    Map<String, String> pages = new LinkedHashMap<>();
    String root = "/cycles/" + id;
    pages.put("list", "/cycles");
    pages.put("start", "/cycles/new");
    pages.put("fresh", "/cycles/" + fresh);
    pages.put("whole", root);
    pages.put("purpose", root + "/purpose");
    pages.put("people", root + "/people");
    pages.put("add", root + "/add/factor");
    pages.put("entry", root + "/entries/" + factor);
    pages.put("try", root + "/experiments/new");
    pages.put("experiment", root + "/experiments/" + tried);
    pages.put("charts", root + "/experiments/" + tried + "/charts");
    return pages;
  }

  private static Cycles.Start start(String name, String purpose) {
    return new Cycles.Start(null, name, purpose, "team", null, null, "practitioner");
  }

  private static String add(
      WritingSite site, SignedIn who, String cycle, String day, String kind, String words) {
    return new Entries(site.store(), at(day))
        .add(
            who.person(),
            cycle,
            new Entries.Sending(
                UUID.randomUUID().toString(), kind, null, words, "", "", null, null));
  }
}
