package org.kith.signin;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.kith.access.Visitor;
import org.kith.people.People;
import org.kith.store.Store;

/** Who is signed in. The store holds only the hash of a session's secret. */
public final class Sessions {
  /** The cookie's name. */
  public static final String COOKIE = "kith-session";

  static final Duration LASTS = Duration.ofDays(30);

  private static final int SECRET_BYTES = 32;

  private final Store store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** The sessions of a store. */
  public Sessions(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Starts a session.
   *
   * @return the cookie's value
   */
  public String start(String person) {
    String token = secret();
    long now = clock.millis();
    store.change(
        h ->
            h.createUpdate(
                    "insert into session (token_hash, person, csrf, created, seen, expires)"
                        + " values (:hash, :person, :csrf, :now, :now, :expires)")
                .bind("hash", hash(token))
                .bind("person", person)
                .bind("csrf", secret())
                .bind("now", now)
                .bind("expires", now + LASTS.toMillis())
                .execute());
    return token;
  }

  /** Who sent a request. */
  public Visitor visitor(Context ctx) {
    String token = ctx.cookie(COOKIE);
    if (token == null || token.length() > 200) {
      return Visitor.UNKNOWN;
    }
    return store.read(
        h ->
            h.createQuery(
                    "select person, csrf from session where token_hash = :hash and expires > :now")
                .bind("hash", hash(token))
                .bind("now", clock.millis())
                .map((row, c) -> new String[] {row.getString("person"), row.getString("csrf")})
                .findOne()
                .flatMap(s -> People.find(h, s[0]).map(p -> new Visitor(p, s[1])))
                .orElse(Visitor.UNKNOWN));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
