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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.signin.SignedIn;

/** A steward invites somebody, who comes in, looks who they are here, and leaves again. */
class SignInInTheBrowserTest {
  private static final String PASSPHRASE = "kettle stair lantern ferry";

  @TempDir static Path folder;
  static WritingSite site;
  static Playwright playwright;
  static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Chromium.check();
    site = WritingSite.open(folder);
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      playwright.close();
      site.close();
    }
  }

  private static BrowserContext of(int width, boolean script) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 740).setJavaScriptEnabled(script));
  }

  private static void steward(BrowserContext context) {
    Person.Group team = SignedIn.team(site.store(), "outreach", "Outreach", "millbrook");
    Person.Group cycle = SignedIn.cycle(site.store(), "belonging", "Belonging on the stairs");
    SignedIn.as(
            site.store(),
            new Person(
                "sol",
                "Sol Öberg",
                "millbrook",
                "",
                Set.of(Role.STEWARD, Role.PRACTITIONER),
                List.of(team),
                List.of(cycle)))
        .in(context, site.port());
  }

  @Test
  void somebody_new_comes_in_by_the_link_a_steward_made_without_any_script() {
    String link;
    try (BrowserContext desk = of(1280, false)) {
      steward(desk);
      Page page = desk.newPage();
      page.navigate(site.address("/people"));
      page.fill("#new-name", "Nia O’Larch");
      page.check("#new-team-outreach");
      page.click("button:has-text('Invite')");
      link = page.inputValue("#the-link");
      assertThat(page.textContent("main")).contains("Signs in as nia.o.larch.");
    }
    try (BrowserContext phone = of(360, false)) {
      Page page = phone.newPage();
      page.navigate(link);
      page.fill("#passphrase", "nia");
      page.click("form.enter button");
      assertThat(page.textContent("[role=alert]")).contains("too short");
      page.click("text=Show what I type");
      page.fill("#passphrase", PASSPHRASE);
      assertThat(page.getAttribute("#passphrase", "type")).isEqualTo("text");
      page.click("form.enter button");
      assertThat(page.url()).isEqualTo(site.address("/write"));
      page.navigate(site.address("/me"));
      assertThat(page.textContent("main")).contains("Nia O’Larch", "nia.o.larch", "Outreach");
      page.click("footer button:has-text('Sign out')");
      assertThat(page.url()).isEqualTo(site.address("/sign-in"));

      page.navigate(site.address("/me"));
      assertThat(page.url()).isEqualTo(site.address("/sign-in?next=%2Fme"));
      page.fill("#name", "Nia.O.Larch");
      page.fill("#passphrase", PASSPHRASE);
      page.click("form.enter button");
      assertThat(page.url()).isEqualTo(site.address("/me"));
      page.click("text=Sign out everywhere");
      assertThat(page.url()).isEqualTo(site.address("/sign-in"));
      page.navigate(link);
      assertThat(page.textContent("h1")).isEqualTo("This link no longer works");
    }
  }

  @Test
  void the_pages_keep_the_rules_of_accessibility_and_never_scroll_sideways() {
    for (int width : new int[] {320, 1280}) {
      try (BrowserContext out = of(width, true);
          BrowserContext in = of(width, true)) {
        steward(in);
        look(out.newPage(), "/sign-in", width);
        look(out.newPage(), "/invitation/none", width);
        look(out.newPage(), "/who-may-see-what", width);
        look(in.newPage(), "/me", width);
        look(in.newPage(), "/people", width);
        look(in.newPage(), "/people/sol", width);
        Page link = in.newPage();
        link.navigate(site.address("/people/sol"));
        link.click("button:has-text('Make a link')");
        String address = link.inputValue("#the-link");
        seen(link, "person-with-link", width);
        look(out.newPage(), address.substring(address.indexOf("/invitation")), width);
      }
    }
  }

  private static void look(Page page, String path, int width) {
    page.navigate(site.address(path));
    seen(page, path.startsWith("/invitation/") && path.length() > 30 ? "invitation" : path, width);
    page.close();
  }

  private static void seen(Page page, String name, int width) {
    page.evaluate("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
    assertThat(
            (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
        .as("%s at %d scrolls sideways", name, width)
        .isLessThanOrEqualTo(0);
    assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations())
        .as("%s at %d", name, width)
        .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
        .isEmpty();
    Screenshots.save(page, "sign-in" + name.replaceAll("[^a-z]+", "-") + "-" + width);
  }
}
