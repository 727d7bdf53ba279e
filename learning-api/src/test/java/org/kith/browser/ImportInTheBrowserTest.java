package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Doors;
import org.kith.signin.SignedIn;

/** Bringing in a log as a person does it, in the real browser and without script. */
class ImportInTheBrowserTest {
  private static final String LOG =
      """
      Date,What happened?,So what?,Client name
      25/11/2025,Sat with Mrs Tamberlake <b>an hour</b>.,Nothing to fix.,Ann
      someday,Bus again.,,Ann
      """;

  @TempDir Path folder;

  @Test
  void a_log_comes_in_after_its_author_has_looked_at_it() throws Exception {
    assumeFalse(Browsing.skipped());
    try (WritingSite site = WritingSite.open(folder);
        Playwright playwright = Chromium.playwright();
        Browser browser = playwright.chromium().launch(Chromium.options());
        BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
      SignedIn ada = site.ada().in(context, site.port());
      Path file = Files.writeString(folder.resolve("my log.csv"), LOG);
      Page page = context.newPage();
      page.navigate(site.address("/reflections/import"));
      fine(page);
      page.setInputFiles("#file", file);
      page.click("text=Look at it first");
      assertThat(page.textContent("h1")).isEqualTo("What is in each column?");
      assertThat(page.textContent("#found"))
          .contains("One row can come in, one row cannot")
          .contains("one thing may tell who");
      assertThat(page.textContent(".refused")).contains("Row 3, Date:", "25/11/2026");
      assertThat(page.textContent("tbody")).contains("<b>an hour</b>");
      fine(page);
      assertThat(mine(site, ada)).doesNotContain("Tamberlake");
      page.click("text=Bring in one row");
      assertThat(page.textContent("h1")).isEqualTo("One row of your log is in");
      assertThat(page.textContent("#account")).contains("Kept now", "Not taken");
      fine(page);
      assertThat(mine(site, ada)).contains("Tamberlake");
    }
  }

  @Test
  void a_program_sends_a_file_and_is_told_where_every_row_went() throws Exception {
    try (WritingSite site = WritingSite.open(folder)) {
      SignedIn ada = site.ada();
      HttpResponse<String> first = send(site, ada, LOG, ada.csrf());
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.body())
          .contains("\"rows\":2", "\"kept\":1", "\"before\":0", "\"row\":3", "\"column\":\"Date\"")
          .doesNotContain("Tamberlake");
      assertThat(send(site, ada, LOG, ada.csrf()).body()).contains("\"kept\":0", "\"before\":1");
      assertThat(send(site, ada, LOG, "wrong").statusCode()).isEqualTo(403);
      assertThat(send(site, ada, "x".repeat(4 * 1024 * 1024 + 1), ada.csrf()).statusCode())
          .isEqualTo(413);
      assertThat(send(site, ada, "nothing", ada.csrf()).statusCode()).isEqualTo(422);
    }
  }

  private static HttpResponse<String> send(WritingSite site, SignedIn who, String body, String csrf)
      throws IOException, InterruptedException {
    return who.send(
        who.request(site.port(), "/api/v1/reflections/import?file=log.csv")
            .header("Content-Type", "text/csv")
            .header(Doors.CSRF_HEADER, csrf)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String mine(WritingSite site, SignedIn who)
      throws IOException, InterruptedException {
    return who.get(site.port(), "/reflections").body();
  }

  /** Axe has nothing to say and nothing is wider than the page; pictures with -Dpictures=folder. */
  private static void fine(Page page) {
    String pictures = System.getProperty("pictures");
    for (int width : new int[] {1280, 360}) {
      page.setViewportSize(width, 800);
      if (pictures != null) {
        String name = page.textContent("h1").replaceAll("[^A-Za-z]+", "-");
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(pictures, name + width + ".png")));
      }
    }
    assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no sideways scroll")
        .isEqualTo(true);
  }
}
