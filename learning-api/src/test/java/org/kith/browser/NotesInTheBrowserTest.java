package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.cycles.Cycles;
import org.kith.cycles.Entries;
import org.kith.cycles.Members;
import org.kith.signin.SignedIn;

/**
 * A tablet in a room with a poor connection: no typed note is lost, none arrives twice, nobody
 * writes over another, and nobody sees what another person typed on the same device.
 */
class NotesInTheBrowserTest {
  private static final String WORDS = "She said the stairs are the loneliest part of the house.";
  private static final double PATIENCE = 15_000;

  @TempDir static Path folder;
  @TempDir static Path profiles;
  private static WritingSite site;
  private static Playwright playwright;

  private BrowserContext tablet;
  private Path profile;
  private SignedIn ada;
  private SignedIn ben;
  private String cycle;

  @BeforeAll
  static void open() throws IOException {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    Chromium.check();
    site = WritingSite.open(folder);
    playwright = Chromium.playwright();
  }

  @AfterAll
  static void close() {
    if (site != null) {
      playwright.close();
      site.close();
    }
  }

  @BeforeEach
  void aCycleOfTwo() {
    String tag = UUID.randomUUID().toString().substring(0, 8);
    ada = site.someone("ada-" + tag, List.of(), List.of());
    ben = site.someone("ben-" + tag, List.of(), List.of());
    cycle =
        new Cycles(site.store(), Clock.systemUTC())
            .start(
                ada.person(),
                new Cycles.Start(null, "Stairs " + tag, "", "team", null, null, "practitioner"));
    new Members(site.store(), Clock.systemUTC())
        .invite(ada.person(), cycle, ben.person().id(), "resident");
    profile = profiles.resolve(tag);
    tablet = playwright.chromium().launchPersistentContext(profile, Chromium.persistent());
    tablet.setDefaultTimeout(PATIENCE);
    ada.in(tablet, site.port());
  }

  @AfterEach
  void shut() {
    tablet.close();
  }

  private Page open(String path) {
    Page page = tablet.newPage();
    page.navigate(site.address("/cycles/" + cycle + path));
    return page;
  }

  private List<String> notes() {
    return site.store()
        .read(
            h ->
                h.createQuery("select words from cycle_entry where cycle = :cycle order by created")
                    .bind("cycle", cycle)
                    .mapTo(String.class)
                    .list());
  }

  private static void keep(Page page, String words) {
    page.locator("#words").fill(words);
    page.locator("button:has-text('Keep it')").first().click();
  }

  @Test
  void a_note_with_a_signal_goes_on_to_the_page_it_stands_on() {
    Page page = open("/add/note");
    keep(page, WORDS);
    page.waitForURL("**/cycles/" + cycle + "#notes");
    assertThat(page.locator("#notes").innerText()).contains(WORDS, "A practitioner: you");
    assertThat(notes()).containsExactly(WORDS);
  }

  @Test
  void a_note_written_without_a_signal_arrives_once_after_the_page_is_gone() {
    Page page = open("/add/note");
    tablet.setOffline(true);
    keep(page, WORDS);
    page.locator(".kept-here").waitFor();
    assertThat(page.locator(".kept-here").innerText())
        .contains("Kept on this device.", "It is sent when there is a signal.", WORDS);
    assertThat(page.locator("#words").inputValue()).isEmpty();
    Screenshots.save(page, "note-offline");
    keep(page, "And a second one.");
    page.locator("text=And a second one.").waitFor();
    page.close();
    assertThat(notes()).isEmpty();

    tablet.setOffline(false);
    Page next = open("");
    next.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('kith-waits'))");
    assertThat(notes()).containsExactly(WORDS, "And a second one.");
    next.reload();
    assertThat(next.locator("#notes").innerText()).contains(WORDS, "And a second one.");
  }

  @Test
  void a_half_written_note_is_there_after_the_browser_was_killed() {
    Page page = open("/add/note");
    page.locator("#words").fill("Half a thou");
    tablet.close();
    tablet = playwright.chromium().launchPersistentContext(profile, Chromium.persistent());
    tablet.setDefaultTimeout(PATIENCE);
    ada.in(tablet, site.port());
    Page again = open("/add/note");
    again.locator("text=What you were writing is still here").waitFor();
    assertThat(again.locator("#words").inputValue()).isEqualTo("Half a thou");
    keep(again, "Half a thought, and the other half.");
    again.waitForURL("**/cycles/" + cycle + "#notes");
    assertThat(notes()).containsExactly("Half a thought, and the other half.");
    Page fresh = open("/add/note");
    assertThat(fresh.locator("#words").inputValue()).isEmpty();
  }

  @Test
  void a_note_whose_answer_was_lost_is_not_kept_twice() {
    Page page = open("/add/note");
    page.route(
        "**/entries",
        route -> {
          route.fetch(); // It arrives, and the answer never comes back.
          route.abort();
        });
    keep(page, WORDS);
    page.locator(".kept-here:has-text('Kept on this device')").waitFor();
    assertThat(notes()).containsExactly(WORDS);
    page.unroute("**/entries");
    page.locator("button:has-text('Try now')").click();
    page.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('kith-waits'))");
    assertThat(notes()).containsExactly(WORDS);
  }

  @Test
  void a_server_that_went_down_and_came_back_gets_it_by_itself() {
    Page page = open("/add/note");
    site.down();
    keep(page, WORDS);
    page.locator(".kept-here:has-text('Kept on this device')").waitFor();
    site.up();
    page.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('kith-waits'))");
    assertThat(notes()).containsExactly(WORDS);
  }

  @Test
  void whoever_changes_the_same_note_second_is_shown_both_and_overwrites_nothing() {
    String entry = UUID.randomUUID().toString();
    Entries entries = new Entries(site.store(), Clock.systemUTC());
    entries.add(ada.person(), cycle, sending(entry, "As it was."));
    Page page = open("/entries/" + entry);
    page.locator("#words").fill("As Ada has it.");
    entries.change(ben.person(), cycle, entry, 1, sending(entry, "As Ben has it."));
    page.locator("button:has-text('Keep it')").first().click();
    page.locator(".changed-meanwhile").waitFor();
    assertThat(page.locator(".wordings .theirs").innerText()).contains("As Ben has it.");
    assertThat(page.locator(".wordings .mine").innerText()).contains("As Ada has it.");
    assertThat(notes()).containsExactly("As Ben has it.");
    Screenshots.save(page, "note-changed-meanwhile");

    page.reload(); // She closes the lid to think about it.
    page.locator("button:has-text('Put mine in its place')").click();
    page.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('kith-waits'))");
    assertThat(notes()).containsExactly("As Ada has it.");
  }

  @Test
  void another_person_on_the_same_device_neither_sees_nor_sends_what_was_typed() {
    Page page = open("/add/note");
    tablet.setOffline(true);
    keep(page, WORDS);
    page.locator(".kept-here").waitFor();
    page.locator("#words").fill("A draft that is nobody else's business.");
    page.close();

    tablet.clearCookies();
    ben.in(tablet, site.port());
    tablet.setOffline(false);
    Page his = open("/add/note");
    his.locator("#words").fill("Mine, from the same tablet.");
    assertThat(his.locator("main").innerText()).doesNotContain(WORDS).doesNotContain("waiting");
    his.locator("button:has-text('Keep it')").first().click();
    his.waitForURL("**/cycles/" + cycle + "#notes");
    assertThat(notes()).containsExactly("Mine, from the same tablet.");

    tablet.clearCookies();
    ada.in(tablet, site.port());
    Page hers = open("/add/note");
    hers.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('kith-waits'))");
    assertThat(hers.locator("#words").inputValue()).startsWith("A draft that is nobody");
    assertThat(notes()).containsExactly("Mine, from the same tablet.", WORDS);
  }

  @Test
  void words_stay_when_the_session_is_over_and_are_sent_after_signing_in_again() {
    Page page = open("/add/note");
    tablet.clearCookies();
    keep(page, WORDS);
    page.locator(".kept-here:has-text('Sign in again')").waitFor();
    assertThat(notes()).isEmpty();
    SignedIn.as(site.store(), ada.person()).in(tablet, site.port());
    // The page still has the secret of the session that is over; a fresh one is asked for.
    page.evaluate("() => dispatchEvent(new Event('online'))");
    page.waitForURL("**/cycles/" + cycle + "#notes");
    assertThat(notes()).containsExactly(WORDS);
  }

  @Test
  void what_cannot_be_accepted_stays_in_the_form_with_what_to_do() {
    Page page = open("/experiments/new");
    page.locator("#title").fill("Soup on Thursdays");
    page.evaluate("() => { document.querySelector('#starts').type = 'text'; }");
    page.locator("#starts").fill("soon");
    page.locator("button:has-text('Keep it')").click();
    page.locator(".kept-line.wrong").waitFor();
    assertThat(page.locator(".kept-line.wrong").innerText()).contains("is a day like 2026-04-30");
    assertThat(page.locator("#title").inputValue()).isEqualTo("Soup on Thursdays");
  }

  @Test
  void neither_the_secret_of_the_session_nor_an_open_id_lies_on_the_device() {
    Page page = open("/add/note");
    tablet.setOffline(true);
    keep(page, WORDS);
    page.locator(".kept-here").waitFor();
    String all = (String) page.evaluate("() => JSON.stringify(localStorage)");
    assertThat(all).contains(WORDS).doesNotContain(ada.csrf()).doesNotContain(ada.person().id());
  }

  private static Entries.Sending sending(String id, String words) {
    return new Entries.Sending(id, "note", null, words, null, null, null, null);
  }
}
