package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.RealSample;
import org.kith.learning.Viewer;

/** The main pages on what was really ingested and published, through three pairs of eyes. */
class SamplePagesInTheBrowserTest {
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("home", "/");
    PAGES.put("constructs", "/constructs");
    PAGES.put("trust", "/constructs/trust");
    PAGES.put("belonging", "/constructs/belonging");
    PAGES.put("pride", "/constructs/pride");
    PAGES.put("mutual-aid", "/constructs/mutual-aid");
    PAGES.put("instrument", "/instruments/cls_trust_neighbourhood");
    PAGES.put("about", "/about-this-data");
    PAGES.put("api", "/api");
  }

  /** What is worth looking at through more than one pair of eyes. */
  private static final List<String> DIFFERENT_FOR_EACH = List.of("home", "constructs", "trust");

  @ParameterizedTest
  @ValueSource(strings = {"millbrook", "nobody", "hollow-wheels"})
  void pages_of_the_sample_are_whole_on_a_phone_and_on_a_desk(String who) throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Path workspace = RealSample.workspace();
    Viewer viewer = who.equals("nobody") ? Viewer.NOBODY : Viewer.of(who);
    try (Browsing site = Browsing.ofPublished(workspace, viewer);
        BrowserContext context = site.browser().newContext(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      for (var one : PAGES.entrySet()) {
        if (!who.equals("millbrook") && !DIFFERENT_FOR_EACH.contains(one.getKey())) {
          continue;
        }
        for (int width : new int[] {360, 1280}) {
          page.setViewportSize(width, 900);
          String as = one.getKey() + " as " + who + " at " + width;
          assertThat(page.navigate(site.address() + one.getValue()).status()).as(as).isEqualTo(200);
          page.evaluate("() => document.fonts.ready");
          Screenshots.save(page, "real-" + one.getKey() + "-" + who);
          page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
          assertThat(page.locator("main").innerText().replace('\u00a0', ' '))
              .as(as)
              .doesNotContain(" 0 to 0 ")
              .doesNotContainPattern("\\b0 people")
              .doesNotContain("null");
          assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
              .as(as)
              .isLessThanOrEqualTo(width);
          assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations())
              .as(as)
              .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
              .isEmpty();
        }
      }
    }
  }
}
