package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SampleReview;
import org.kith.room.FullRoom;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/** Three people, three browsers, one review: alone, together, decided. */
class RoomInTheBrowserTest {
  @TempDir static Path folder;
  private static RunningServer server;
  private static String snapshot;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      System.err.println("NOT CHECKED: a review in three browsers (-Dbrowser=skip).");
      return;
    }
    Chromium.check();
    snapshot = PublishedFixture.write(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  @AfterAll
  static void close() {
    if (server != null) {
      browser.close();
      playwright.close();
      server.close();
    }
  }

  private static SampleReview review(Stage stage) {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    SampleReview review = SampleReview.at(server.store(), stage, snapshot);
    SignedIn.cycle(server.store(), "evenings", "Evenings in Larkmoor");
    server
        .store()
        .change(h -> h.execute("insert into review_cycle values (?, 'evenings')", review.id()));
    return review;
  }

  private static ReviewScript script(SampleReview review) {
    return new ReviewScript(
        browser,
        server.port(),
        review.id(),
        review.commissioner(),
        review.practitioner(),
        review.resident());
  }

  @Test
  void three_people_read_alone_then_together_and_decide() {
    SampleReview review = review(Stage.READ_ALONE);
    FullRoom.fill(server.store(), review);
    try (ReviewScript script = script(review)) {
      Page leader = script.leader();
      Page practitioner = script.practitioner();
      Page resident = script.resident();

      script.at(practitioner, "together");
      script.reads(leader, 1, "We asked for papers at the door, in our own letter.");
      script.reads(resident, 1, "You ask if we trust each other. You never ask if we trust you.");
      script.at(practitioner, "read");
      script.seen(practitioner, "alone");
      script.accessible(practitioner, "alone on a tablet");
      script.reads(practitioner, 1, "New doors, people who know nobody yet.");
      assertThat(leader.content()).doesNotContain("You never ask if we trust you");
      script.at(leader, "read");
      script.seen(leader, "alone");
      script.at(practitioner, "together");
      script.seen(practitioner, "still-alone");

      script.opens();
      script.sees(practitioner, "main", "Do people here feel they can rely on others?");
      script.at(resident, "read");
      resident
          .getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("It fits none of the others"))
          .first()
          .click();
      script.sees(resident, "main", "fitting none of them");
      script.sees(leader, ".rivals .kept", "You never ask if we trust you");

      script.startsTheTime(9);
      script.sees(practitioner, ".timer", "9 minutes left");
      script.notes(
          leader,
          "What would tell these readings apart",
          "Whether streets with a bus moved too.",
          "");
      script.sees(practitioner, ".written", "Whether streets with a bus moved too.");
      practitioner.locator("#words").fill("Half a thought about doors");
      practitioner.locator("#words").focus();
      leader.reload();
      leader.evaluate("() => document.fonts.ready");
      leader.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", "review-together-screen.png")));
      script.seen(leader, "together");
      script.accessible(leader, "the room's screen");
      assertThat(
              (int)
                  leader.evaluate(
                      "() => Math.round(document.querySelector('.pagefoot')"
                          + ".getBoundingClientRect().bottom)"))
          .as("one screen")
          .isLessThanOrEqualTo(800);
      script.seen(practitioner, "together");
      script.accessible(practitioner, "the room on a tablet");
      script.at(resident, "together");
      script.seen(resident, "together");
      script.accessible(resident, "the room on a phone");

      script.shows(2);
      script.sees(practitioner, "main", "What would make an evening easier?");
      assertThat(practitioner.locator("#words").inputValue())
          .isEqualTo("Half a thought about doors");
      assertThat(practitioner.evaluate("() => document.activeElement.id")).isEqualTo("words");
      script.sees(practitioner, "[data-signal]", "stays with the one before");
      script.seen(leader, "together-second");
      script.notes(resident, "What we will tell whom", "That the lights will be on.", "the stairs");
      script.notes(resident, "Dissent", "Nobody asked us about the letter.", "");
      script.sees(leader, ".written", "Nobody asked us about the letter.");

      practitioner.context().setOffline(true);
      practitioner.locator(".capture label:has-text(\"What we noticed\")").first().click();
      practitioner.locator("#words").fill("Written while the signal was gone.");
      practitioner
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep these words"))
          .click();
      script.sees(practitioner, "body", "Kept on this device");
      practitioner.context().setOffline(false);
      script.sees(leader, ".written", "Written while the signal was gone.");

      script.decides(leader, "We stop the letter from January.", "Question 1 and its figure", "");
      script.decides(
          practitioner,
          "We keep a warm room open on Thursdays.",
          "It is a judgement",
          "Nobody can tell before winter, and winter is when it is needed.");
      script.dissents(resident, "We stop the letter", "Stopping it is not enough: say sorry.");
      script.tries(
          practitioner, "We stop the letter", "A note through the door", "the desk", "2027-01-20");
      script.promises(leader, "the council", "people here", "An answer about the bus by spring.");
      script.answers("Which form or letter", "The proof-of-address letter, which is ours.");
      script.at(leader, "decide");
      script.seen(leader, "decide");
      script.accessible(leader, "deciding");
      script.at(practitioner, "decide");
      script.seen(practitioner, "decide");
      script.at(resident, "decide");
      assertThat(resident.content())
          .contains("Stopping it is not enough: say sorry.", "Which rule got in the way?");
      script.seen(resident, "decide");
      script.accessible(resident, "deciding on a phone");
    }
  }
}
