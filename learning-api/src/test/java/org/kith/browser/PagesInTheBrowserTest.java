package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;

class PagesInTheBrowserTest {

  /** Every page, by the name its pictures get. */
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("home", "/");
    PAGES.put("constructs", "/constructs");
    PAGES.put("trust", "/constructs/trust");
    PAGES.put("trust-place", "/constructs/trust?place=larkmoor");
    PAGES.put("trust-score", "/constructs/trust?item=ipip_spi_trust4.scale");
    PAGES.put("pride", "/constructs/pride?place=all&wave=2024q2");
    PAGES.put("six-answers", "/constructs/trust?item=ipip_spi_trust4.q_1855");
    PAGES.put("instrument", "/instruments/cls_trust_neighbourhood");
    PAGES.put("instrument-scale", "/instruments/ipip_spi_trust4");
    PAGES.put("trust-withheld", "/constructs/trust?item=ipip_spi_trust4.scale&wave=2024q1");
    PAGES.put("measurement", "/instruments/ipip_spi_trust4/measurement");
    PAGES.put("measurement-loose", "/instruments/ipip_spi_trust4/measurement?wave=2023q3");
    PAGES.put("measurement-hidden", "/instruments/ipip_spi_trust4/measurement?wave=2022q4");
    PAGES.put("measurement-one", "/instruments/cls_trust_neighbourhood/measurement");
    PAGES.put("about", "/about-this-data");
    PAGES.put("accessibility", "/accessibility");
    PAGES.put("api", "/api");
    PAGES.put("missing", "/constructs/nothing");
    PAGES.put("failed", "/broken");
  }

  @TempDir static Path folder;
  private static Browsing site;

  @BeforeAll
  static void open() throws IOException {
    if (!Browsing.skipped()) {
      site = Browsing.of(folder, Viewer.of(PublishedFixture.MILLBROOK));
    }
  }

  @AfterAll
  static void close() {
    if (site == null) {
      System.err.println("NOT CHECKED: the pages in a browser (-Dbrowser=skip).");
    } else {
      site.close();
    }
  }

  static List<Map.Entry<String, String>> pages() {
    return List.copyOf(PAGES.entrySet());
  }

  private static Page at(String path, int width) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    BrowserContext context =
        site.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    Page page = context.newPage();
    page.navigate(site.address() + path);
    return page;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_no_accessibility_violation_on_a_phone_and_on_a_desk(Map.Entry<String, String> page) {
    Page at = at(page.getValue(), 360);
    for (int width : new int[] {360, 1280}) {
      at.setViewportSize(width, 900);
      at.evaluate("() => document.fonts.ready");
      at.evaluate("() => document.querySelectorAll('.further').forEach(d => d.open = true)");
      Screenshots.save(at, page.getKey());
      at.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
      var found = new AxeBuilder(at).withTags(Browsing.WCAG).analyze().getViolations();
      assertThat(found)
          .as(page.getValue() + " at " + width)
          .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
          .isEmpty();
      at.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = false)");
    }
    at.context().close();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void never_scrolls_sideways(Map.Entry<String, String> page) {
    Page at = at(page.getValue(), 1280);
    at.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
    for (int width : new int[] {320, 360, 768, 1280}) {
      at.setViewportSize(width, 900);
      assertThat((int) at.evaluate("() => document.documentElement.scrollWidth"))
          .as(page.getValue() + " at " + width)
          .isLessThanOrEqualTo(width);
    }
    at.context().close();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shows_one_drawing_of_each_chart_with_labels_of_14_or_more(Map.Entry<String, String> page) {
    Page at = at(page.getValue(), 1280);
    for (int width : new int[] {320, 360, 600, 768, 1280}) {
      at.setViewportSize(width, 900);
      assertThat(
              at.evaluate(
                  "() => [...document.querySelectorAll('.chart')].map(c =>"
                      + " [...c.querySelectorAll('svg')].filter(s => s.clientWidth > 0).length)"
                      + ".filter(n => n !== 1).length"))
          .as("charts that do not show exactly one drawing, at " + width)
          .isEqualTo(0);
      assertThat(
              at.evaluate(
                  "() => [...document.querySelectorAll('.chart svg')].filter(s => s.clientWidth > 0)"
                      + ".flatMap(s => [...s.querySelectorAll('text')].filter(t => parseFloat("
                      + "getComputedStyle(t).fontSize) * s.clientWidth / s.viewBox.baseVal.width"
                      + " < 13.99).map(t => t.textContent))"))
          .as("labels smaller than 14 on " + page.getValue() + " at " + width)
          .isEqualTo(List.of());
      assertThat(
              at.evaluate(
                  "() => [...document.querySelectorAll('.chart svg')].filter(s => s.clientWidth > 0)"
                      + ".flatMap(s => [...s.querySelectorAll('text')].filter(t => { const b ="
                      + " t.getBBox(); return b.x < -6 || b.x + b.width >"
                      + " s.viewBox.baseVal.width + 6; }).map(t => t.textContent))"))
          .as("labels that leave their picture on " + page.getValue() + " at " + width)
          .isEqualTo(List.of());
    }
    at.context().close();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void asks_nothing_of_another_host_and_runs_no_script(Map.Entry<String, String> page) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Set<String> hosts = new LinkedHashSet<>();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        site.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page at = context.newPage();
      at.onRequest(r -> hosts.add(r.url().replaceAll("^(\\w+://[^/]+).*", "$1")));
      at.onConsoleMessage(m -> complaints.add(m.text()));
      at.navigate(site.address() + page.getValue());
      assertThat(hosts).containsExactly(site.address());
      assertThat(complaints.stream().filter(c -> c.contains("Content Security"))).isEmpty();
      assertThat(at.content()).doesNotContain("<script").doesNotContain(" style=");
      assertThat(at.locator("h1").count()).isEqualTo(1);
    }
  }

  @Test
  void works_with_scripts_off() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    try (BrowserContext context =
        site.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setViewportSize(360, 800))) {
      Page page = context.newPage();
      page.navigate(site.address() + "/constructs/trust");
      page.locator("summary", new Page.LocatorOptions().setHasText("Menu")).click();
      assertThat(page.locator(".menu a").first().isVisible()).isTrue();
      page.locator(".fig summary").first().click();
      assertThat(page.locator("table").first().isVisible()).isTrue();
      page.locator("#place").selectOption("all");
      page.locator("#wave").selectOption("2024q4");
      page.locator("button[type=submit]").click();
      assertThat(page.url()).contains("place=all").contains("wave=2024q4");
      assertThat(page.locator(".lead").first().textContent()).contains("autumn 2024");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void everything_can_be_reached_with_the_keyboard_and_is_seen_to_be(int width) {
    Page page = at("/constructs/trust", width);
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      page.keyboard().press("Tab");
      String name =
          (String)
              page.evaluate(
                  "() => { const e = document.activeElement; const s = getComputedStyle(e);"
                      + " return e === document.body ? '' : (e.textContent || e.id).trim() +"
                      + " '|' + s.outlineStyle + '|' + parseFloat(s.outlineWidth); }");
      if (name.isEmpty()) {
        break;
      }
      assertThat(name).as("focus is seen").endsWith("|solid|3");
      reached.add(name.substring(0, name.indexOf('|')));
    }
    assertThat(reached.get(0)).isEqualTo("Skip to what people said");
    assertThat(reached).anyMatch(r -> r.startsWith("The numbers as a table"));
    assertThat(reached).anyMatch(r -> r.startsWith("Download (CSV)"));
    assertThat(reached).anyMatch(r -> r.startsWith("Permanent link"));
    assertThat(reached).contains("Show what people said", "Accessibility");
    assertThat(reached).contains(width < 600 ? "Menu" : "About this data");
  }

  @Test
  void a_disclosure_opens_with_the_keyboard() {
    Page page = at("/constructs/trust", 1280);
    page.locator(".fig summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".fig table").first().isVisible()).isTrue();
  }

  @Test
  void taps_are_large_enough_for_a_thumb() {
    Page page = at("/constructs/trust", 360);
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('button, select, .menu > summary, .mark')]"
                    + ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"))
        .isEqualTo(List.of());
  }

  @Test
  void prints_on_paper() {
    Page page = at("/constructs/trust", 1280);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".nav").isVisible()).isFalse();
    assertThat(page.locator(".chart svg:visible").count())
        .isEqualTo(page.locator(".chart").count());
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setFormat("A4")
                .setPrintBackground(true)
                .setPath(Path.of("target", "screenshots", "trust.pdf")));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  @Test
  void somebody_of_no_organisation_sees_nobody_named() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    try (Browsing open = Browsing.of(folder.resolve("nobody"), Viewer.NOBODY);
        BrowserContext context =
            open.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
      Page page = context.newPage();
      page.navigate(open.address() + "/constructs/trust");
      Screenshots.save(page, "trust-nobody");
      assertThat(page.content()).doesNotContain("You are here").doesNotContain("Millbrook");
      page.navigate(open.address() + "/constructs/trust?place=millbrook");
      assertThat(page.locator("h1").textContent()).isEqualTo("There is nothing at this address");
    }
  }

  @Test
  void an_empty_place_says_what_to_run() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    try (Browsing empty = Browsing.ofNothing();
        BrowserContext context =
            empty.browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 900))) {
      Page page = context.newPage();
      page.navigate(empty.address() + "/");
      Screenshots.save(page, "empty");
      assertThat(page.locator("main").textContent())
          .contains("./kith run --workspace DIR")
          .contains("Run: kith run --workspace my-place");
      assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations()).isEmpty();
    }
  }
}
