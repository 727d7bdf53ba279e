package org.kith.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.access.Site;
import org.kith.people.Role;

class SessionsTest {
  @TempDir Path workspace;
  Door door;

  @BeforeEach
  void open() throws Exception {
    door = Door.of(workspace);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String in() {
    return door.session("asha");
  }

  private void asha() throws Exception {
    door.taking("asha", "Asha Rahman");
  }

  @Test
  void a_session_that_is_used_ends_after_thirty_days() throws Exception {
    asha();
    String cookie = in();
    for (int day = 10; day <= 30; day += 10) {
      assertThat(door.isIn(cookie)).isTrue();
      door.clock.by(Duration.ofDays(10).plusSeconds(1));
    }
    assertThat(door.isIn(cookie)).isFalse();
  }

  @Test
  void a_session_that_is_not_used_ends_after_fourteen_days() throws Exception {
    asha();
    String cookie = in();
    door.clock.by(Duration.ofDays(14).plusSeconds(1));
    assertThat(door.isIn(cookie)).isFalse();
  }

  @Test
  void that_somebody_was_here_is_written_every_few_minutes_only() throws Exception {
    asha();
    String cookie = in();
    long first = seen();
    door.clock.by(Duration.ofMinutes(4));
    assertThat(door.isIn(cookie)).isTrue();
    assertThat(seen()).isEqualTo(first);
    door.clock.by(Duration.ofMinutes(2));
    assertThat(door.isIn(cookie)).isTrue();
    assertThat(seen()).isGreaterThan(first);
  }

  private long seen() {
    return door.store.read(
        h -> h.createQuery("select max(seen) from session").mapTo(Long.class).one());
  }

  @Test
  void a_cookie_stolen_before_signing_out_is_worth_nothing_after() throws Exception {
    asha();
    String cookie = Door.session(door.signIn("asha.rahman", Door.GOOD));
    HttpResponse<String> out = door.post("/sign-out", cookie, "csrf", door.csrf(cookie));
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(Door.setCookies(out)).anyMatch(c -> c.startsWith(Sessions.COOKIE + "=;"));
    assertThat(door.isIn(cookie)).isFalse();
  }

  @Test
  void signing_out_everywhere_ends_every_session_of_that_person_and_nobody_elses()
      throws Exception {
    asha();
    door.taking("bea", "Bea Okafor");
    String phone = in();
    String desk = in();
    String bea = door.session("bea");
    door.post("/me/sign-out-everywhere", phone, "csrf", door.csrf(phone));
    assertThat(door.isIn(phone)).isFalse();
    assertThat(door.isIn(desk)).isFalse();
    assertThat(door.isIn(bea)).isTrue();
  }

  @Test
  void a_session_planted_before_signing_in_does_not_become_theirs() throws Exception {
    asha();
    door.taking("mallory", "Mallory Finch");
    String planted = door.session("mallory");
    HttpResponse<String> answer =
        door.post(
            "/sign-in",
            planted,
            "name",
            "asha.rahman",
            "passphrase",
            Door.GOOD,
            "csrf",
            door.csrf(planted));
    String fresh = Door.session(answer);
    assertThat(fresh).isNotEmpty().isNotEqualTo(planted);
    assertThat(door.isIn(planted)).as("the planted one has ended").isFalse();
    assertThat(door.get("/api/v1/me", fresh).body()).contains("\"person\":\"asha\"");
  }

  @Test
  void a_made_up_cookie_is_nobody() throws Exception {
    for (String value : new String[] {"", "x", "a".repeat(5000), "' or '1'='1"}) {
      assertThat(door.isIn(Sessions.COOKIE + "=\"" + value + "\"")).isFalse();
    }
  }

  @Test
  void changing_the_passphrase_ends_the_other_sessions() throws Exception {
    asha();
    String here = in();
    String elsewhere = in();
    HttpResponse<String> wrong =
        door.post(
            "/me/passphrase",
            here,
            "csrf",
            door.csrf(here),
            "before",
            "not the one",
            "passphrase",
            "lantern pigeon orchard tin");
    assertThat(wrong.statusCode()).isEqualTo(422);
    HttpResponse<String> changed =
        door.post(
            "/me/passphrase",
            here,
            "csrf",
            door.csrf(here),
            "before",
            Door.GOOD,
            "passphrase",
            "lantern pigeon orchard tin");
    assertThat(Door.location(changed)).isEqualTo("/me?changed");
    assertThat(door.isIn(Door.session(changed))).isTrue();
    assertThat(door.isIn(here)).isFalse();
    assertThat(door.isIn(elsewhere)).isFalse();
    assertThat(door.signIn("asha.rahman", Door.GOOD).statusCode()).isEqualTo(422);
    assertThat(door.signIn("asha.rahman", "lantern pigeon orchard tin").statusCode())
        .isEqualTo(303);
  }

  @Test
  void somebody_who_leaves_is_out_at_once_and_cannot_come_back_in() throws Exception {
    asha();
    String cookie = in();
    String link = door.invited("asha", "Asha Rahman");
    door.invited("steward", "Sol Steward", Role.STEWARD);
    String steward = door.session("steward");
    HttpResponse<String> leaves =
        door.post("/people/asha/leaving", steward, "csrf", door.csrf(steward));
    assertThat(Door.location(leaves)).isEqualTo("/people");
    assertThat(door.isIn(cookie)).isFalse();
    assertThat(door.signIn("asha.rahman", Door.GOOD).statusCode()).isEqualTo(422);
    assertThat(door.get("/invitation/" + link, "").statusCode()).isEqualTo(410);
  }

  @Test
  void behind_tls_the_cookie_is_held_to_the_host_and_browsers_to_tls(@TempDir Path another)
      throws Exception {
    try (Door secure = Door.of(another, Site.of("https://kith.example.org/"))) {
      HttpResponse<String> answer =
          secure.post(
              "/invitation/" + secure.invited("asha", "Asha Rahman"), "", "passphrase", Door.GOOD);
      assertThat(Door.setCookies(answer))
          .filteredOn(c -> c.startsWith(Sessions.SECURE_COOKIE))
          .last()
          .asString()
          .startsWith("__Host-kith-session=")
          .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
          .doesNotContain("Domain");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      String plain = Door.session(answer).replace("__Host-", "");
      assertThat(secure.isIn(plain)).as("the name without its promise").isFalse();
      assertThat(secure.isIn(Door.session(answer))).isTrue();
    }
    assertThat(door.get("/", "").headers().firstValue("Strict-Transport-Security")).isEmpty();
  }
}
