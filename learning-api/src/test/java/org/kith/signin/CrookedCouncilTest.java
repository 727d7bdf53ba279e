package org.kith.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.Javalin;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.workspace.Settings;

/**
 * A council's sign-in that somebody has got hold of: what it says is believed only if all is right.
 */
class CrookedCouncilTest {
  private static final String SECRET = "a-secret-of-the-tests-that-is-long-enough";

  /** What is wrong with an ID token. */
  enum Wrong {
    NONCE,
    NO_NONCE,
    AUDIENCE,
    ISSUER,
    EXPIRED,
    NOT_YET,
    OTHER_KEY,
    TAMPERED,
    NOT_SIGNED,
    SIGNED_WITH_THE_CLIENTS_SECRET
  }

  @TempDir static Path workspace;
  static Door door;
  static Javalin provider;
  static RSAKey key;
  static RSAKey other;
  static volatile String token = "";

  @BeforeAll
  static void open() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    other = new RSAKeyGenerator(2048).keyID("one").generate();
    provider =
        Javalin.create(
                config -> {
                  config.routes.get(
                      "/.well-known/openid-configuration",
                      ctx ->
                          ctx.json(
                              Map.of(
                                  "issuer",
                                  issuer(ctx.port()),
                                  "authorization_endpoint",
                                  issuer(ctx.port()) + "/auth",
                                  "token_endpoint",
                                  issuer(ctx.port()) + "/token",
                                  "jwks_uri",
                                  issuer(ctx.port()) + "/jwks",
                                  "response_types_supported",
                                  new String[] {"code"},
                                  "subject_types_supported",
                                  new String[] {"public"},
                                  "id_token_signing_alg_values_supported",
                                  new String[] {"RS256"})));
                  config.routes.get(
                      "/jwks", ctx -> ctx.json(new JWKSet(key.toPublicJWK()).toJSONObject()));
                  config.routes.post(
                      "/token",
                      ctx ->
                          ctx.json(
                              Map.of(
                                  "access_token",
                                  "none",
                                  "token_type",
                                  "Bearer",
                                  "id_token",
                                  token)));
                })
            .start("127.0.0.1", 0);
    door =
        Door.of(
            workspace,
            Council.of(
                new Settings.SignIn(issuer(provider.port()), "kith"), SECRET, Clock.systemUTC()));
    door.invited("asha", "Asha Rahman");
    door.store.change(
        h ->
            h.execute(
                "insert into outside_identity (issuer, subject, person) values (?, ?, ?)",
                issuer(provider.port()),
                "sub-asha",
                "asha"));
  }

  @AfterAll
  static void close() {
    door.close();
    provider.stop();
  }

  private static String issuer(int port) {
    return "http://127.0.0.1:" + port;
  }

  private static String token(String nonce, Wrong wrong) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(wrong == Wrong.ISSUER ? "https://elsewhere.example" : issuer(provider.port()))
            .audience(wrong == Wrong.AUDIENCE ? "another-client" : "kith")
            .subject("sub-asha")
            .issueTime(Date.from(now.plus(Duration.ofHours(wrong == Wrong.NOT_YET ? 2 : 0))))
            .expirationTime(Date.from(now.plus(Duration.ofHours(wrong == Wrong.EXPIRED ? -1 : 3))));
    if (wrong != Wrong.NO_NONCE) {
      claims.claim("nonce", wrong == Wrong.NONCE ? "of-another-sign-in" : nonce);
    }
    if (wrong == Wrong.NOT_SIGNED) {
      return new PlainJWT(claims.build()).serialize();
    }
    boolean shared = wrong == Wrong.SIGNED_WITH_THE_CLIENTS_SECRET;
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(shared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
                .keyID("one")
                .build(),
            claims.build());
    if (shared) {
      signed.sign(new MACSigner(SECRET));
    } else {
      signed.sign(new RSASSASigner(wrong == Wrong.OTHER_KEY ? other : key));
    }
    String text = signed.serialize();
    return wrong == Wrong.TAMPERED ? tampered(text, claims) : text;
  }

  /** Somebody else's name under the signature that was given for hers. */
  private static String tampered(String signed, JWTClaimsSet.Builder claims) {
    String[] parts = signed.split("\\.", 3);
    String payload = new PlainJWT(claims.subject("sub-steward").build()).serialize();
    return parts[0] + "." + payload.split("\\.", 3)[1] + "." + parts[2];
  }

  private record Begun(String state, String nonce, String cookie) {}

  private static Begun begin() throws Exception {
    HttpResponse<String> leaving = door.get("/sign-in/council", "");
    String to = Door.location(leaving);
    assertThat(to).contains("code_challenge_method=S256", "response_type=code", "scope=openid");
    String cookie = Door.setCookies(leaving).get(0);
    return new Begun(
        to.replaceAll(".*[?&]state=([^&]+).*", "$1"),
        to.replaceAll(".*[?&]nonce=([^&]+).*", "$1"),
        cookie.substring(0, cookie.indexOf(';')));
  }

  private static HttpResponse<String> back(String state, String cookie) throws Exception {
    return door.get(Council.BACK + "?code=any&state=" + state, cookie);
  }

  @Test
  void a_token_that_is_right_in_everything_is_believed() throws Exception {
    Begun begun = begin();
    token = token(begun.nonce(), null);
    HttpResponse<String> answer = back(begun.state(), begun.cookie());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(door.isIn(Door.session(answer))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Wrong.class)
  void a_token_that_is_wrong_in_anything_is_not(Wrong wrong) throws Exception {
    Begun begun = begin();
    token = token(begun.nonce(), wrong);
    HttpResponse<String> answer = back(begun.state(), begun.cookie());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("did not work this time").doesNotContain("sub-asha");
    assertThat(Door.session(answer)).isEmpty();
  }

  @Test
  void another_state_none_or_another_browsers_is_refused() throws Exception {
    Begun begun = begin();
    token = token(begun.nonce(), null);
    assertThat(back("made-up", begun.cookie()).statusCode()).isEqualTo(400);
    assertThat(door.get(Council.BACK + "?code=any", begun.cookie()).statusCode()).isEqualTo(400);
    assertThat(door.get(Council.BACK, begun.cookie()).statusCode()).isEqualTo(400);
    assertThat(back(begun.state(), begin().cookie()).statusCode()).isEqualTo(400);
    assertThat(back(begun.state(), begun.cookie()).statusCode())
        .as("a state that was tried from elsewhere is used up")
        .isEqualTo(400);
  }

  @Test
  void an_answer_that_names_another_issuer_is_refused() throws Exception {
    Begun begun = begin();
    token = token(begun.nonce(), null);
    HttpResponse<String> mixed =
        door.get(
            Council.BACK
                + "?code=any&state="
                + begun.state()
                + "&iss=https%3A%2F%2Felsewhere.example",
            begun.cookie());
    assertThat(mixed.statusCode()).isEqualTo(400);
  }
}
