package org.kith.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  @TempDir static Path workspace;
  static Door door;

  @BeforeAll
  static void open() throws Exception {
    door = Door.of(workspace);
    door.taking("asha", "Asha Rahman");
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void the_right_passphrase_starts_a_session_however_the_name_is_typed() throws Exception {
    HttpResponse<String> answer = door.signIn(" Asha.Rahman ", Door.GOOD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(door.isIn(Door.session(answer))).isTrue();
    assertThat(Door.setCookies(answer))
        .filteredOn(c -> c.startsWith(Sessions.COOKIE))
        .last()
        .asString()
        .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=2592000")
        .doesNotContain("Domain", "Secure");
  }

  @Test
  void an_unknown_name_and_a_wrong_passphrase_are_told_in_the_same_words() throws Exception {
    HttpResponse<String> wrong = door.signIn("asha.rahman", "not what she chose");
    HttpResponse<String> nobody = door.signIn("nobody.here", "not what she chose");
    assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(nobody.statusCode());
    assertThat(wrong.body().replace("asha.rahman\" auto", "\" auto"))
        .isEqualTo(nobody.body().replace("nobody.here\" auto", "\" auto"));
    assertThat(wrong.body()).contains("do not belong together").doesNotContain("not what she");
    assertThat(Door.session(wrong)).isEmpty();
  }

  @Test
  void too_many_tries_are_answered_the_same_whether_the_name_is_there_or_not() throws Exception {
    door.taking("bea", "Bea Okafor");
    for (String name : List.of("bea.okafor", "nobody.at.all")) {
      for (int i = 0; i < Pauses.FREE_PER_NAME + 1; i++) {
        assertThat(door.signIn(name, "guess number " + i).statusCode()).isEqualTo(422);
      }
      HttpResponse<String> paused = door.signIn(name, Door.GOOD);
      assertThat(paused.statusCode()).isEqualTo(429);
      assertThat(paused.headers().firstValue("Retry-After")).isPresent();
      assertThat(paused.body()).contains("too many tries");
    }
    door.clock.by(Duration.ofMinutes(16));
    assertThat(door.signIn("bea.okafor", Door.GOOD).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "javascript:alert(1)",
        "/themes\r\nSet-Cookie: kith-session=theirs",
        "/\t/elsewhere.example",
        ""
      })
  void nobody_is_sent_elsewhere_after_signing_in(String next) throws Exception {
    HttpResponse<String> answer =
        door.post("/sign-in", "", "name", "asha.rahman", "passphrase", Door.GOOD, "next", next);
    assertThat(Door.location(answer)).isEqualTo("/");
    assertThat(Door.setCookies(answer)).noneMatch(c -> c.contains("theirs"));
  }

  @ParameterizedTest
  @CsvSource({"/write, /write", "/constructs/trust?wave=2025q4, /constructs/trust?wave=2025q4"})
  void people_come_back_to_where_they_wanted_to_go(String next, String to) throws Exception {
    assertThat(
            Door.location(
                door.post(
                    "/sign-in", "", "name", "asha.rahman", "passphrase", Door.GOOD, "next", next)))
        .isEqualTo(to);
  }

  @Test
  void the_audit_has_who_came_in_who_was_refused_and_no_passphrase() {
    List<String> rows =
        door.store.read(
            h ->
                h.createQuery("select person || ' ' || action || ' ' || subject as line from audit")
                    .mapTo(String.class)
                    .list());
    assertThat(rows).contains("command-line person.invited asha", "asha passphrase-set asha");
    assertThat(String.join("\n", rows)).doesNotContain("otter", "guess");
  }

  @Test
  void the_store_holds_no_token_and_no_passphrase() throws Exception {
    String token = door.invited("cal", "Cal Dunne");
    String cookie = Door.session(door.signIn("asha.rahman", Door.GOOD));
    String all =
        door.store.read(
            h ->
                String.join(
                    "\n",
                    h.createQuery(
                            "select token_hash || csrf from session union all select token_hash"
                                + " from invitation union all select hash from credential")
                        .mapTo(String.class)
                        .list()));
    assertThat(all).doesNotContain(token, cookie.substring(cookie.indexOf('=') + 1), "otter");
  }
}
