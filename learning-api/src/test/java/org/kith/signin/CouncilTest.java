package org.kith.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.workspace.Settings;

/** Through a certified provider's own pages and back. */
class CouncilTest {
  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  @TempDir static Path workspace;
  static Door door;
  static RealProvider provider;
  static String issuer;

  @BeforeAll
  static void open() throws Exception {
    int port = RealProvider.freePort();
    issuer = RealProvider.issuer(port);
    door =
        Door.of(
            workspace,
            Council.of(
                new Settings.SignIn(issuer, "kith"), RealProvider.SECRET, Clock.systemUTC()));
    provider = RealProvider.start(port, here() + Council.BACK);
  }

  @AfterAll
  static void close() {
    provider.close();
    door.close();
  }

  private static String here() {
    return "http://127.0.0.1:" + door.port();
  }

  /** A browser: it keeps cookies, and stops before each redirect. */
  private static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form)
        throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(address))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
    }

    /** Leaves for the council, logs in there and consents; the address it is sent back to. */
    String throughCouncil(String start, String login) throws IOException, InterruptedException {
      HttpResponse<String> answer = get(here() + start);
      assertThat(Door.location(answer)).startsWith(issuer + "/auth?");
      for (int step = 0; step < 12; step++) {
        String to = Door.location(answer);
        if (to.startsWith(here())) {
          return to;
        }
        if (!to.isEmpty()) {
          answer = get(answer.uri().resolve(to).toString());
          continue;
        }
        Matcher action = ACTION.matcher(answer.body());
        assertThat(action.find()).as(answer.body()).isTrue();
        String form =
            answer.body().contains("name=\"login\"")
                ? "prompt=login&login=" + login + "&password=anything"
                : "prompt=consent";
        answer = post(answer.uri().resolve(action.group(1)).toString(), form);
      }
      throw new AssertionError("The council does not send back: " + answer.body());
    }
  }

  private static String who(Browser browser) throws IOException, InterruptedException {
    return browser.get(here() + "/api/v1/me").body();
  }

  @Test
  void an_invitation_ties_the_councils_word_to_a_person_and_later_it_is_enough() throws Exception {
    Browser phone = new Browser();
    String link = "/invitation/" + door.invited("asha", "Asha Rahman");
    HttpResponse<String> back = phone.get(phone.throughCouncil(link + "/council", "sub-asha"));
    assertThat(Door.location(back)).as(back.body()).isEqualTo("/write");
    assertThat(who(phone)).contains("\"person\":\"asha\"");
    assertThat(door.get(link, "").statusCode()).as("the link is used up").isEqualTo(410);

    Browser desk = new Browser();
    HttpResponse<String> again =
        desk.get(desk.throughCouncil("/sign-in/council?next=/themes", "sub-asha"));
    assertThat(Door.location(again)).isEqualTo("/themes");
    assertThat(who(desk)).contains("\"person\":\"asha\"");
  }

  @Test
  void somebody_the_council_knows_and_nobody_invited_is_told_to_ask() throws Exception {
    Browser browser = new Browser();
    HttpResponse<String> back =
        browser.get(browser.throughCouncil("/sign-in/council", "sub-unknown"));
    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("You have not been invited yet", "Ask your steward");
    assertThat(who(browser)).contains("not-signed-in");
  }

  @Test
  void what_brought_somebody_in_cannot_be_used_again() throws Exception {
    door.invited("bea", "Bea Okafor");
    Browser browser = new Browser();
    String link = "/invitation/" + door.invited("bea", "Bea Okafor") + "/council";
    String back = browser.throughCouncil(link, "sub-bea");
    assertThat(browser.get(back).statusCode()).isEqualTo(303);
    assertThat(browser.get(back).statusCode()).as("the same address again").isEqualTo(400);

    String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    Browser thief = new Browser();
    String own = thief.throughCouncil("/sign-in/council", "sub-thief");
    HttpResponse<String> stolen =
        thief.get(own.replaceAll("([?&]code=)[^&]+", "$1" + Matcher.quoteReplacement(code)));
    assertThat(stolen.statusCode()).as("her code in another's sign-in").isEqualTo(400);
    assertThat(who(thief)).contains("not-signed-in");
  }

  @Test
  void an_answer_is_taken_from_the_browser_that_began_only() throws Exception {
    door.invited("cal", "Cal Dunne");
    Browser victim = new Browser();
    Browser attacker = new Browser();
    String back = attacker.throughCouncil("/sign-in/council", "sub-attacker");
    assertThat(victim.get(back).statusCode()).isEqualTo(400);
    assertThat(who(victim)).contains("not-signed-in");
  }
}
