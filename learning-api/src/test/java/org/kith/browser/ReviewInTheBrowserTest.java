package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;

/**
 * A review from its first word to its published account: prepared, said first, looked at, read
 * alone and together, decided and told, by a commissioner, a practitioner and a resident in a
 * browser each; the pages up to the numbers at the widths of a phone, a tablet and a projector, the
 * later ones in tests of their own.
 */
class ReviewInTheBrowserTest {
  private static final List<Integer> WIDTHS = List.of(360, 820, 1280);

  @TempDir static Path folder;
  private static RunningServer server;
  private static Playwright playwright;
  private static Browser browser;
  private static String first;
  private static String second;

  @BeforeAll
  static void open() throws Exception {
    if (Browsing.skipped()) {
      return;
    }
    Chromium.check();
    first = PublishedFixture.write(folder);
    second = PublishedFixture.later(folder);
    server = RunningServer.of(folder, Viewer.NOBODY);
    playwright = Chromium.playwright();
    browser = playwright.chromium().launch(Chromium.options());
  }

  @AfterAll
  static void close() {
    if (server == null) {
      System.err.println("NOT CHECKED: a review in a browser (-Dbrowser=skip).");
      return;
    }
    browser.close();
    playwright.close();
    server.close();
  }

  private static Page as(SignedIn who) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    who.in(context, server.port());
    return context.newPage();
  }

  private static SignedIn person(String id, String name, String organisation, Role role) {
    return SignedIn.as(
        server.store(), new Person(id, name, organisation, "", Set.of(role), List.of(), List.of()));
  }

  private static void go(Page page, String path) {
    page.navigate("http://127.0.0.1:" + server.port() + path);
  }

  private static void press(Page page, String button) {
    press(
        page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first());
  }

  /** Presses, and waits until the next page is there, which a script may ask for first. */
  private static void press(Page page, Locator button) {
    page.evaluate("() => { window.before = true; }");
    button.click();
    page.waitForFunction("() => !window.before && document.readyState === 'complete'");
  }

  /** At every width: no fault that the rules know, nothing wider than the screen, a picture. */
  private static void look(Page page, String name) {
    String here = page.url();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      // What the rules look at is the same at every width but for the menu.
      if (width == 1280 || (width == 820 && name.startsWith("look"))) {
        assertThat(new AxeBuilder(page).withTags(Browsing.WCAG).analyze().getViolations())
            .as(name + " at " + width)
            .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
            .isEmpty();
      }
      Object wide =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(((Number) wide).intValue()).as(name + " at " + width).isZero();
      page.evaluate("() => window.scrollTo(0, 0)");
      Screenshots.save(page, "review-" + name);
    }
    page.setViewportSize(1280, 800);
    assertThat(page.url()).isEqualTo(here);
  }

  @Test
  void three_people_go_from_the_first_word_to_the_published_account() {
    assumeFalse(Browsing.skipped(), "The browser was skipped with -Dbrowser=skip");
    SignedIn idris = person("idris", "Idris Fernlight", null, Role.REVIEWER);
    SignedIn wren = person("wren", "Wren Oatcastle", "millbrook", Role.PRACTITIONER);
    SignedIn ada = person("ada", "Ada Quist", null, Role.PRACTITIONER);
    SignedIn.cycle(server.store(), "evenings", "Evenings in Larkmoor");
    Page leads = as(idris);
    Page works = as(wren);
    Page lives = as(ada);

    go(leads, "/reviews");
    look(leads, "none-yet");
    leads.getByText("Prepare a review").click();
    look(leads, "new");
    leads.getByLabel("What it is called").fill("Spring learning review, Larkmoor");
    press(leads, "Start preparing");
    String review = leads.url().replaceAll(".*/reviews/([^/]+)/prepare.*", "$1");
    look(leads, "prepare-empty");
    assertThat(leads.content()).contains("You can invite people once you have");

    leads.locator("#p-purpose").fill("To learn what makes evenings easier in Larkmoor.");
    leads.locator("#p-notfor").fill("Contracts, payment, or comparing organisations.");
    press(leads, "Keep this");
    leads.getByLabel("Evenings in Larkmoor").check();
    leads.locator("#s-place").selectOption("larkmoor");
    leads.getByLabel("The day you meet").fill("2026-12-10");
    press(leads, leads.locator("#scope button"));
    invite(leads, "wren", "practitioner", true);
    invite(leads, "ada", "resident", false);
    leads.getByLabel("A voice that is missing").fill("People under 25");
    press(leads, "Note it");
    ask(leads, "Do people here feel they can rely on others?", "cls_trust_neighbourhood.STrust");
    ask(leads, "What would make an evening easier?", "");
    leads.locator("input[name=pack][value='" + second + "']").check();
    press(leads, "Freeze it");
    assertThat(leads.content()).contains("people read snapshot " + first + " in its place");
    look(leads, "prepare");
    go(lives, "/reviews/" + review + "/prepare");
    look(lives, "prepare-read");
    many(review);
    press(leads, "Open “say first”");

    go(lives, "/reviews");
    look(lives, "mine");
    go(lives, "/reviews/" + review);
    look(lives, "one");
    lives
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Say what you expect"))
        .click();
    lives.waitForURL("**/say");
    look(lives, "say");
    assertThat(lives.content()).contains("newer than snapshot " + first).doesNotContain(second);
    say(lives, "50", "60", "I think as many as in autumn. We still talk on the stairs.");
    look(lives, "said");
    go(works, "/reviews/" + review + "/say");
    say(works, "45", "50", "A little fewer; the bus is gone.");
    go(works, "/reviews/" + review + "/look");
    look(works, "look-waits");
    go(leads, "/reviews/" + review + "/say");
    say(leads, "45", "55", "About the same.");
    press(leads, "Close it, and let those who provide look");

    go(works, "/reviews/" + review + "/look");
    assertThat(works.locator("h1").innerText()).isEqualTo("You look first");
    works
        .locator("#q1 .add-note textarea")
        .fill("In January we asked on paper, on the stairs, and reached people who are new.");
    press(works, works.locator("#q1 .add-note button"));
    look(works, "look-first");
    go(lives, "/reviews/" + review + "/look");
    assertThat(lives.locator("main").innerText()).contains("Those who provide are looking first");
    assertThat(lives.content().contains(second)).isFalse();
    go(leads, "/reviews/" + review + "/look");
    press(leads, "Open the numbers to everybody");
    go(lives, "/reviews/" + review + "/look");
    lives.getByText("What we said, in words").first().click();
    look(lives, "look");
    assertThat(lives.locator("main").innerText())
        .contains(
            "What came was 41", "reached people who are new", "a practitioner who looked first");
    go(leads, "/reviews/" + review + "/look");
    press(leads, "Ask everybody to read alone");
    guestsLeave(review);
    toTheAccount(review, idris, wren, ada);
  }

  private void toTheAccount(String review, SignedIn idris, SignedIn wren, SignedIn ada) {
    try (ReviewScript script = new ReviewScript(browser, server.port(), review, idris, wren, ada)) {
      Page leader = script.leader();
      Page practitioner = script.practitioner();
      Page resident = script.resident();
      script.reads(leader, 1, "Our letters went out in November.");
      script.reads(practitioner, 1, "We knocked on new doors.");
      script.reads(resident, 1, "You never ask if we trust you.");
      script.at(practitioner, "together");
      script.opens();
      script.notes(leader, "What would tell these readings apart", "Streets with a bus.", "");
      script.sees(practitioner, ".written", "Streets with a bus.");
      script.decides(leader, "We stop the letter from January.", "Question 1 and its figure", "");
      script.decides(
          practitioner, "We keep a room open on Thursdays.", "It is a judgement", "It is cold.");
      script.dissents(resident, "We stop the letter", "Say sorry as well.");
      script.tries(practitioner, "We stop the letter", "A note", "the desk", "2027-01-20");
      script.promises(leader, "the council", "people here", "An answer about the bus by spring.");
      script.answers("Which form or letter", "The proof-of-address letter, which is ours.");

      script.tells("Three of us met, and did not agree.", "A letter can shut a stair.");
      String account = leader.url().replaceAll("/reviews/([^/]+)/tell.*", "/accounts/$1");
      Page anyone = browser.newPage();
      assertThat(anyone.navigate(account).status()).as("before it is published").isEqualTo(404);
      script.approves(leader, true, "");
      script.approves(practitioner, true, "");
      script.approves(resident, false, "It sounds kinder than it was.");
      script.publishes();
      assertThat(anyone.navigate(account).status()).isEqualTo(200);
      assertThat(anyone.locator("main").innerText())
          .contains(
              "Three of us met, and did not agree.",
              "A letter can shut a stair.",
              "You never ask if we trust you.",
              "Streets with a bus.",
              "We stop the letter from January.",
              "Say sorry as well.",
              "It is cold.",
              "An answer about the bus by spring.",
              "The proof-of-address letter, which is ours.",
              "It sounds kinder than it was.",
              "Contracts, payment, or comparing organisations.",
              second)
          .doesNotContain("Wren Oatcastle", "Ada Quist");
      script.seen(leader, "published");
      anyone.context().close();
    }
  }

  /** They said what they expect and went home, so they are not asked to approve anything. */
  private static void guestsLeave(String review) {
    server
        .store()
        .change(
            h ->
                h.execute(
                    "update review_person set came = 0 where review = ? and person like 'guest-%'",
                    review));
  }

  private static void invite(Page leads, String person, String voice, boolean provider) {
    leads.locator("#i-person").selectOption(person);
    leads.locator("#i-voice").selectOption(voice);
    if (provider) {
      leads.locator("input[name=provider]").check();
    }
    press(leads, leads.locator(".invite button"));
  }

  private static void ask(Page leads, String words, String figure) {
    leads.locator("#n-words").fill(words);
    leads.locator("#n-figure").selectOption(figure);
    press(leads, "Ask this");
  }

  /** Says what somebody expects of both questions. */
  private static void say(Page page, String low, String high, String words) {
    page.locator("#low1").fill(low);
    page.locator("#high1").fill(high);
    page.locator("#words1").fill(words);
    page.locator("#surprise1").fill("Fewer than one in three.");
    press(page, page.locator("#q1 button"));
    page.locator("#words2").fill("A light on the stairs, and a bus.");
    press(page, page.locator("#q2 button"));
    assertThat(page.getByText("You said it.").count()).isEqualTo(2);
  }

  /** Forty-five others who say what they expect, so that heaps are large enough to show. */
  private static void many(String review) {
    server
        .store()
        .change(
            h -> {
              List<String> questions =
                  h.createQuery(
                          "select id from review_question where review = :review order by position")
                      .bind("review", review)
                      .mapTo(String.class)
                      .list();
              for (int i = 0; i < 45; i++) {
                String id = "guest-" + i;
                Voice voice =
                    i % 3 == 0 ? Voice.RESIDENT : i % 3 == 1 ? Voice.PRACTITIONER : Voice.MANAGER;
                People.add(
                    h,
                    new Person(
                        id,
                        "Guest " + i,
                        null,
                        "",
                        Set.of(Role.PRACTITIONER),
                        List.of(),
                        List.of()),
                    1);
                h.execute(
                    "insert into review_person (review, person, voice, provider, invited) values"
                        + " (?, ?, ?, 0, 1)",
                    review,
                    id,
                    voice.id());
                double low = 38 + (i * 7 % 20);
                for (String question : questions) {
                  boolean share = question.equals(questions.get(0));
                  h.execute(
                      "insert into prediction values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      UUID.randomUUID().toString(),
                      question,
                      id,
                      voice.id(),
                      share ? low : null,
                      share ? low + 6 : null,
                      "About as in autumn, for one like me.",
                      "",
                      2);
                }
              }
            });
  }
}
