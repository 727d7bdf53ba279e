package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.kith.signin.SignedIn;

/**
 * A review as three people go through it, each signed in to a browser of their own: whoever leads
 * it at the room's screen, a practitioner with a tablet, a resident with a phone. Each step is what
 * they would do, in the words they see.
 */
final class ReviewScript implements AutoCloseable {
  private final String root;
  private final Page leader;
  private final Page practitioner;
  private final Page resident;

  ReviewScript(
      Browser browser,
      int port,
      String review,
      SignedIn leads,
      SignedIn withTablet,
      SignedIn withPhone) {
    root = "http://127.0.0.1:" + port + "/reviews/" + review;
    leader = page(browser, leads, port, 1280, 800);
    practitioner = page(browser, withTablet, port, 820, 1180);
    resident = page(browser, withPhone, port, 360, 740);
  }

  private static Page page(Browser browser, SignedIn who, int port, int width, int height) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.setDefaultTimeout(20_000);
    who.in(context, port);
    return context.newPage();
  }

  /** Whoever leads it, at 1280 by 800. */
  Page leader() {
    return leader;
  }

  /** The practitioner, at 820 by 1180. */
  Page practitioner() {
    return practitioner;
  }

  /** The resident, at 360 by 740. */
  Page resident() {
    return resident;
  }

  /** Everybody. */
  List<Page> all() {
    return List.of(leader, practitioner, resident);
  }

  /** Opens one of the review's pages. */
  void at(Page who, String page) {
    who.navigate(root + "/" + page);
    who.evaluate("() => document.fonts.ready");
  }

  /** A picture of what they see, and of all of the page. */
  void seen(Page who, String name) {
    Screenshots.save(who, "review-" + name);
  }

  /** What axe finds is nothing, and nothing runs out of the page at the side. */
  void accessible(Page who, String what) {
    assertThat(new AxeBuilder(who).withTags(Browsing.WCAG).analyze().getViolations())
        .as(what)
        .extracting(r -> r.getId() + ": " + r.getNodes().get(0).getHtml())
        .isEmpty();
    assertThat((int) who.evaluate("() => document.documentElement.scrollWidth"))
        .as(what)
        .isLessThanOrEqualTo(who.viewportSize().width);
  }

  private static void press(Page who, String button) {
    who.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
  }

  // ---- read alone

  /** Writes what they read in a question's figure. */
  void reads(Page who, int question, String words) {
    at(who, "read");
    who.locator("#w" + question).fill(words);
    press(who, "Keep my reading of question " + question);
    who.waitForCondition(() -> who.locator("text=Kept, for you alone.").count() > 0);
    assertThat(who.locator("#w" + question).inputValue()).isEqualTo(words);
  }

  /** Opens all readings, for good. */
  void opens() {
    at(leader, "read");
    press(leader, "Open all readings, for good");
    leader.waitForURL("**/together");
  }

  // ---- read together

  /** Shows another question to the room. */
  void shows(int question) {
    press(leader, "Question " + question);
    leader.waitForCondition(
        () -> leader.locator(".kicker").first().textContent().contains("question " + question));
  }

  /** Starts the time. */
  void startsTheTime(int minutes) {
    leader.locator("#minutes").fill("" + minutes);
    press(leader, "Start the time");
    leader.waitForCondition(() -> leader.locator("[role=timer]").count() > 0);
  }

  /** Writes something down for the room. */
  void notes(Page who, String kind, String words, String whom) {
    who.locator(".capture label:has-text(\"" + kind + "\")").first().click();
    if (!whom.isEmpty()) {
      who.locator("#whom").fill(whom);
    }
    who.locator("#words").fill(words);
    press(who, "Keep these words");
    sees(who, ".written", words);
  }

  /** Waits until somebody's screen shows words, without loading the page. */
  void sees(Page who, String where, String words) {
    who.waitForCondition(() -> who.locator(where).innerText().contains(words));
  }

  // ---- decide

  /** Writes down a decision, what it rests on, and why. */
  void decides(Page who, String words, String restsOn, String because) {
    at(who, "decide");
    who.locator("#decision-words").fill(words);
    who.locator(".deciding label:has-text(\"" + restsOn + "\")").first().click();
    who.locator("#because").fill(because);
    press(who, "Keep this decision");
    sees(who, "main", words);
  }

  /** Says that they do not agree with a decision. */
  void dissents(Page who, String decision, String words) {
    at(who, "decide");
    Locator article = who.locator("article.decision:has-text(\"" + decision + "\")");
    article.locator("summary:has-text(\"I do not agree\")").click();
    article.locator("form[data-keep=dissent] textarea").fill(words);
    article
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep my dissent"))
        .click();
    sees(who, "article.decision .kept", words);
  }

  /** Says what will be tried because of a decision. */
  void tries(Page who, String decision, String title, String holder, String looks) {
    at(who, "decide");
    Locator article = who.locator("article.decision:has-text(\"" + decision + "\")");
    article.locator("summary:has-text(\"What we try\")").click();
    Locator form = article.locator("form[data-keep=trial]");
    form.locator("[name=title]").fill(title);
    form.locator("[name=holder]").fill(holder);
    form.locator("[name=looks]").fill(looks);
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep what we try"))
        .click();
    sees(who, "main", holder + " holds it");
  }

  /** Promises something. */
  void promises(Page who, String by, String to, String words) {
    at(who, "decide");
    who.locator("#by").fill(by);
    who.locator("#to").fill(to);
    who.locator("#promise-words").fill(words);
    press(who, "Keep this promise");
    sees(who, "#promises", words);
  }

  /** Whoever leads it answers for their own level. */
  void answers(String question, String words) {
    at(leader, "decide");
    Locator asked = leader.locator(".own-level > div:has-text(\"" + question + "\")");
    asked.locator("summary").click();
    asked.locator("textarea").fill(words);
    asked
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep this answer"))
        .click();
    sees(leader, "#own-level", words);
  }

  // ---- tell

  /** Whoever leads it writes the account, and everybody who came is asked. */
  void tells(String summary, String learnings) {
    at(leader, "tell");
    leader.locator("#summary").fill(summary);
    leader.locator("#learnings").fill(learnings);
    press(leader, "Keep it, and ask everybody who came");
    sees(leader, "main", "do you approve version 1?");
  }

  /** Approves the account, or does not and says with what. */
  void approves(Page who, boolean yes, String words) {
    at(who, "tell");
    who.locator("input[name=approves][value=" + (yes ? "yes" : "no") + "]").check();
    who.locator("#answer-words").fill(words);
    press(who, "Keep my answer");
    sees(who, "main", "Your answer to version 1");
  }

  /** Publishes it, for good. */
  void publishes() {
    at(leader, "tell");
    press(leader, "Publish it for good");
    leader.waitForURL("**/accounts/*");
  }

  @Override
  public void close() {
    all().forEach(p -> p.context().close());
  }
}
