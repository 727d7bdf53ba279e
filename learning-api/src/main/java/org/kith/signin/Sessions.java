package org.kith.signin;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.access.Site;
import org.kith.access.Visitor;
import org.kith.people.People;
import org.kith.store.Store;

/**
 * Who is signed in. The store holds only the hash of a session's secret. A session lasts 30 days,
 * or until it was not used for 14.
 */
public final class Sessions {
  /** The cookie's name on this machine. */
  public static final String COOKIE = "kith-session";

  /** Its name over TLS: browsers then hold it to this host, the whole of it, and TLS. */
  public static final String SECURE_COOKIE = "__Host-" + COOKIE;

  private static final String LEAVING = "kith-leaving";

  static final Duration LASTS = Duration.ofDays(30);
  static final Duration IDLE = Duration.ofDays(14);

  /** That somebody was here is written at most this often; it is a write for every read else. */
  static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  private record Session(String hash, String person, String csrf, long seen) {}

  private final Store store;
  private final Clock clock;
  private final Site site;

  /** The sessions of a store, for people on this machine. */
  public Sessions(Store store, Clock clock) {
    this(store, clock, Site.THIS_MACHINE);
  }

  /** The sessions of a store, for people who come to a site. */
  public Sessions(Store store, Clock clock, Site site) {
    this.store = store;
    this.clock = clock;
    this.site = site;
  }

  /**
   * Starts a session.
   *
   * @return the cookie's value
   */
  public String start(String person) {
    return store.write(h -> start(h, person));
  }

  /** Like {@link #start(String)}, in a transaction under way. */
  String start(Handle h, String person) {
    String token = Secret.fresh();
    long now = clock.millis();
    h.createUpdate("delete from session where expires <= :now or seen <= :idle")
        .bind("now", now)
        .bind("idle", now - IDLE.toMillis())
        .execute();
    h.createUpdate(
            "insert into session (token_hash, person, csrf, created, seen, expires)"
                + " values (:hash, :person, :csrf, :now, :now, :expires)")
        .bind("hash", Secret.hash(token))
        .bind("person", person)
        .bind("csrf", Secret.fresh())
        .bind("now", now)
        .bind("expires", now + LASTS.toMillis())
        .execute();
    return token;
  }

  /** Who sent a request. */
  public Visitor visitor(Context ctx) {
    String token = ctx.cookie(cookieName());
    if (!Secret.plausible(token)) {
      return Visitor.UNKNOWN;
    }
    long now = clock.millis();
    String hash = Secret.hash(token);
    return store
        .read(
            h ->
                find(h, hash, now)
                    .flatMap(
                        s ->
                            People.find(h, s.person())
                                .map(
                                    p -> {
                                      seen(s, now);
                                      return new Visitor(p, s.csrf());
                                    })))
        .orElse(Visitor.UNKNOWN);
  }

  private static Optional<Session> find(Handle h, String hash, long now) {
    return h.createQuery(
            "select person, csrf, seen from session"
                + " where token_hash = :hash and expires > :now and seen > :idle")
        .bind("hash", hash)
        .bind("now", now)
        .bind("idle", now - IDLE.toMillis())
        .map(
            (row, c) ->
                new Session(
                    hash, row.getString("person"), row.getString("csrf"), row.getLong("seen")))
        .findOne();
  }

  private void seen(Session session, long now) {
    if (now - session.seen() < SEEN_EVERY.toMillis()) {
      return;
    }
    store.change(
        h ->
            h.createUpdate("update session set seen = :now where token_hash = :hash")
                .bind("now", now)
                .bind("hash", session.hash())
                .execute());
  }

  /** Gives a session to the browser. It replaces whatever cookie came with the request. */
  public void give(Context ctx, String token) {
    ctx.cookie(cookie(token, (int) LASTS.toSeconds()));
    store
        .read(h -> find(h, Secret.hash(token), clock.millis()))
        .ifPresent(session -> WhoHint.give(ctx, session.person()));
  }

  /** Ends the session that a request came with, in the store and in the browser. */
  public void end(Context ctx) {
    String token = ctx.cookie(cookieName());
    if (Secret.plausible(token)) {
      store.change(
          h ->
              h.createUpdate("delete from session where token_hash = :hash")
                  .bind("hash", Secret.hash(token))
                  .execute());
    }
    ctx.cookie(cookie("", 0));
    WhoHint.take(ctx);
  }

  /** Ends every session of somebody's. */
  public static void endAll(Handle h, String person) {
    h.createUpdate("delete from session where person = :person").bind("person", person).execute();
  }

  /** Makes a browser known again when it comes back from the council's own sign-in. */
  public void remember(Context ctx, String secret) {
    ctx.cookie(cookie(leavingName(), secret, (int) Council.LASTS.toSeconds()));
  }

  /** What a browser was made known by, or empty; it is taken from it. */
  public String recall(Context ctx) {
    String secret = ctx.cookie(leavingName());
    ctx.cookie(cookie(leavingName(), "", 0));
    return Secret.plausible(secret) ? secret : "";
  }

  private Cookie cookie(String value, int seconds) {
    return cookie(cookieName(), value, seconds);
  }

  private Cookie cookie(String name, String value, int seconds) {
    return new Cookie(name, value, "/", seconds, site.secure(), true, null, SameSite.LAX);
  }

  private String leavingName() {
    return site.secure() ? "__Host-" + LEAVING : LEAVING;
  }

  private String cookieName() {
    return site.secure() ? SECURE_COOKIE : COOKIE;
  }

  static String hash(String secret) {
    return Secret.hash(secret);
  }
}
