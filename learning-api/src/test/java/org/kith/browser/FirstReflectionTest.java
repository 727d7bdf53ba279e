package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.signin.Invitations;
import org.kith.signin.SignedIn;

/** Somebody new, from the link they were sent to their first reflection kept, on a phone. */
class FirstReflectionTest {
  private static final String PASSPHRASE = "kettle stair lantern ferry";
  private static final String WHAT = "We never got to the damp. The letter had come again.";

  @TempDir Path folder;
  private int taps;
  private int letters;

  @Test
  void from_the_invitation_to_a_receipt_on_a_small_phone() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Chromium.check();
    try (WritingSite site = WritingSite.open(folder);
        Playwright playwright = Chromium.playwright();
        Browser browser = playwright.chromium().launch(Chromium.options());
        BrowserContext phone =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
      Page page = phone.newPage();
      long began = System.nanoTime();
      page.navigate(site.address("/invitation/" + invited(site)));
      Screenshots.save(page, "journey-1-invitation");
      type(page.locator("#passphrase"), PASSPHRASE);
      Screenshots.save(page, "journey-2-passphrase");
      tap(page.locator("form.enter button.button"));
      page.waitForLoadState();
      Screenshots.save(page, "journey-3-in");
      if (!page.url().endsWith("/write")) {
        tap(page.locator("a[href='/write']:visible").first());
      }
      WritingSite.ready(page);
      Screenshots.save(page, "journey-4-write");
      type(page.locator("#answer-what"), WHAT);
      Screenshots.save(page, "journey-5-written");
      tap(page.locator("button:has-text('Keep it')"));
      page.locator("#receipts li[data-state=arrived]").waitFor();
      Screenshots.save(page, "journey-6-kept");
      System.out.printf(
          "From the invitation to a kept reflection: %d taps, %d letters typed, %.1f s of the pages'"
              + " time.%n",
          taps, letters, (System.nanoTime() - began) / 1e9);
      assertThat(site.kept("nia")).containsExactly(WHAT);
    }
  }

  private static String invited(WritingSite site) {
    SignedIn steward =
        SignedIn.as(
            site.store(),
            new Person("stew", "stew", null, "", Set.of(Role.STEWARD), List.of(), List.of()));
    Person.Group team = SignedIn.team(site.store(), "porch", "Porch", "millbrook");
    return site.store()
        .write(
            h -> {
              People.add(
                  h,
                  new Person(
                      "nia",
                      "Nia Larch",
                      "millbrook",
                      "",
                      Set.of(Role.PRACTITIONER),
                      List.of(team),
                      List.of()),
                  1);
              return Invitations.invite(
                  h, steward.person().id(), "nia", "nia.larch", System.currentTimeMillis());
            });
  }

  private void tap(Locator what) {
    taps++;
    what.click();
  }

  private void type(Locator where, String words) {
    taps++;
    letters += words.length();
    where.fill(words);
  }
}
