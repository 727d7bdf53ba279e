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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.signin.SignedIn;

/** What a device keeps, for whom, and what it shows to whom. */
class DeviceInTheBrowserTest {
  private static final String WORDS = "Two people on one stair had the same letter.";

  @TempDir static Path folder;
  private static Playwright playwright;
  private static Browser browser;
  private static WritingSite site;
  private static SignedIn ada;
  private BrowserContext phone;

  @BeforeAll
  static void open() throws IOException {
    if (!Browsing.skipped()) {
      Chromium.check();
      playwright = Chromium.playwright();
      browser = playwright.chromium().launch(Chromium.options());
      site = WritingSite.open(folder);
      ada = site.ada();
    }
  }

  @AfterAll
  static void close() {
    if (site != null) {
      browser.close();
      playwright.close();
      site.close();
    }
  }

  @BeforeEach
  void a_phone() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    phone = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740));
    phone.setDefaultTimeout(20_000);
  }

  private static SignedIn newcomer(String id) {
    return site.someone(id, ada.person().teams(), ada.person().cycles());
  }

  private static void keep(Page page, String words) {
    page.locator("#answer-what").fill(words);
    page.locator("button[type=submit]").click();
    page.locator("#receipts li").first().waitFor();
  }

  private static Locator receipt(Page page, String state) {
    return page.locator("#receipts li[data-state=" + state + "]").first();
  }

  @Test
  void opens_keeps_and_shows_its_receipt_without_a_network_and_sends_later() {
    newcomer("bea").in(phone, site.port());
    Page first = site.write(phone);
    WritingSite.worker(first);
    first.close();
    phone.setOffline(true);
    Page page = site.write(phone);
    assertThat(page.locator("#audiences").innerText()).contains("My team: Porch", "14 people");
    page.locator("text=My team: Porch").click();
    keep(page, WORDS);
    assertThat(receipt(page, "waiting").innerText()).contains("Waiting for signal", "My team");
    assertThat(page.locator("#signal").innerText()).contains("No signal here", "1 waiting");
    Screenshots.save(page, "write-offline");
    String code = page.locator("#receipts .code").first().textContent();
    phone.setOffline(false);
    receipt(page, "arrived").waitFor();
    assertThat(receipt(page, "arrived").innerText()).contains(code, "once and whole");
    assertThat(page.locator("#signal").isVisible()).isFalse();
    assertThat(site.kept("bea")).containsExactly(WORDS);
    phone.close();
  }

  @Test
  void another_person_on_the_same_device_neither_sees_nor_sends_what_waits() {
    SignedIn cleo = newcomer("cleo");
    cleo.in(phone, site.port());
    Page page = site.write(phone);
    WritingSite.worker(page);
    phone.setOffline(true);
    keep(page, WORDS);
    page.locator("#answer-what").fill("A draft that is nobody else's business.");
    page.locator("#answer-what").blur();
    page.close();

    phone.clearCookies();
    newcomer("dora").in(phone, site.port());
    phone.setOffline(false);
    Page theirs = site.write(phone);
    assertThat(theirs.locator("#answer-what").inputValue()).isEmpty();
    assertThat(theirs.locator("#receipts li").count()).isZero();
    keep(theirs, "Mine, from the same phone.");
    receipt(theirs, "arrived").waitFor();
    theirs.close();
    assertThat(site.kept("cleo")).isEmpty();
    assertThat(site.kept("dora")).containsExactly("Mine, from the same phone.");

    phone.clearCookies();
    cleo.in(phone, site.port());
    Page again = site.write(phone);
    receipt(again, "arrived").waitFor();
    assertThat(again.locator("#answer-what").inputValue()).startsWith("A draft that is nobody");
    assertThat(site.kept("cleo")).containsExactly(WORDS);
    assertThat(site.kept("dora")).hasSize(1);
    phone.close();
  }

  @Test
  void somebody_who_is_not_signed_in_sees_nothing_of_what_is_kept() {
    SignedIn emma = newcomer("emma");
    emma.in(phone, site.port());
    Page page = site.write(phone);
    WritingSite.worker(page);
    phone.setOffline(true);
    keep(page, WORDS);
    page.locator("#answer-what").fill("Half a thought.");
    page.locator("#answer-what").blur();
    page.close();
    phone.clearCookies();
    Page outside = site.write(phone);
    assertThat(outside.locator("#signal").innerText()).contains("Sign in to send");
    assertThat(outside.locator("#receipts li").count()).isZero();
    assertThat(outside.locator("#answer-what").inputValue()).isEmpty();
    assertThat(outside.locator("body").innerText()).doesNotContain("Porch").doesNotContain(WORDS);
    phone.close();
  }

  @Test
  void when_the_session_has_ended_it_waits_until_its_author_signs_in() {
    SignedIn fay = newcomer("fay");
    fay.in(phone, site.port());
    Page page = site.write(phone);
    site.store().change(h -> h.execute("delete from session where person = 'fay'"));
    keep(page, WORDS);
    page.locator("#signal:has-text('Sign in to send; what you wrote stays here')").waitFor();
    assertThat(receipt(page, "waiting").innerText()).contains("Waiting for you to sign in");
    assertThat(site.kept("fay")).isEmpty();
    SignedIn.as(site.store(), fay.person()).in(phone, site.port());
    page.evaluate("() => window.dispatchEvent(new Event('online'))");
    receipt(page, "arrived").waitFor();
    assertThat(site.kept("fay")).containsExactly(WORDS);
    phone.close();
  }

  @Test
  void what_is_refused_stays_with_the_reason_and_can_be_mended() {
    newcomer("gwen").in(phone, site.port());
    Page page = site.write(phone);
    phone.setOffline(true);
    page.locator("text=My team: Porch").click();
    keep(page, WORDS);
    String code = page.locator("#receipts .code").first().textContent();
    site.store().change(h -> h.execute("delete from team_member where person = 'gwen'"));
    phone.setOffline(false);
    receipt(page, "refused").waitFor();
    assertThat(receipt(page, "refused").innerText()).contains("You are not in that team");
    Screenshots.save(page, "write-refused");
    page.locator("text=Mend it").click();
    page.waitForFunction("() => document.getElementById('answer-what').value !== ''");
    assertThat(page.locator("#answer-what").inputValue()).isEqualTo(WORDS);
    page.locator("text=Only me").first().click();
    page.locator("button[type=submit]").click();
    receipt(page, "arrived").waitFor();
    assertThat(receipt(page, "arrived").innerText()).contains(code);
    assertThat(site.kept("gwen")).containsExactly(WORDS);
    phone.close();
  }

  @Test
  void two_tabs_do_not_write_over_each_others_drafts() {
    newcomer("hana").in(phone, site.port());
    Page one = site.write(phone);
    Page two = site.write(phone);
    one.locator("#answer-what").fill("In the first tab.");
    two.locator("#answer-what").fill("In the second tab.");
    one.locator("#answer-so-what").fill("So the first.");
    two.locator("#answer-so-what").fill("So the second.");
    one.close();
    two.close();
    Page later = site.write(phone);
    String first = later.locator("#answer-what").inputValue();
    assertThat(later.locator("#unfinished").innerText()).contains("One more is begun here");
    later.locator("text=Go on with it").click();
    later.waitForFunction("first => document.getElementById('answer-what').value !== first", first);
    assertThat(List.of(first, later.locator("#answer-what").inputValue()))
        .containsExactlyInAnyOrder("In the first tab.", "In the second tab.");
    phone.close();
  }

  @Test
  void what_lies_on_the_device_is_locked() {
    newcomer("ines").in(phone, site.port());
    Page page = site.write(phone);
    phone.setOffline(true);
    keep(page, WORDS);
    page.locator("#answer-what").fill("A draft about the panel.");
    page.locator("#answer-so-what").fill("So what.");
    String all =
        (String)
            page.evaluate(
                "async () => { const db = await new Promise(done => { const r ="
                    + " indexedDB.open('kith-write'); r.onsuccess = () => done(r.result); });"
                    + " const all = name => new Promise(done => { const r ="
                    + " db.transaction(name).objectStore(name).getAll(); r.onsuccess = () =>"
                    + " done(r.result); }); const keys = await all('keys'); const things = await"
                    + " all('things'); return keys.map(k => k.key.extractable + ' ' +"
                    + " k.key.algorithm.name).join() + '|' + things.map(t =>"
                    + " [t.person, t.kind, t.id, new TextDecoder('latin1').decode(t.sealed)].join()"
                    + ").join('|') + JSON.stringify(localStorage); }");
    assertThat(all).startsWith("false AES-GCM|").contains("item", "draft", "note");
    assertThat(all).doesNotContain("stair").doesNotContain("panel").doesNotContain("Porch");
    assertThat(all).doesNotContain("ines");
    phone.close();
  }

  @Test
  void the_page_kept_on_the_device_holds_nothing_of_anybody() throws Exception {
    String asAda = ada.get(site.port(), "/write/shell").body();
    assertThat(asAda).doesNotContain("Porch", "Stairs", "ada", ada.csrf());
    newcomer("jo").in(phone, site.port());
    Page page = site.write(phone);
    WritingSite.worker(page);
    String kept =
        (String)
            page.evaluate(
                "async () => { const name = (await caches.keys())[0]; const c = await"
                    + " caches.open(name); return (await Promise.all((await c.keys()).map(async r"
                    + " => r.url + ' ' + await (await c.match(r)).text()))).join(); }");
    assertThat(kept).contains("/write/shell", "/static/device.js").doesNotContain("Porch");
    phone.close();
  }
}
