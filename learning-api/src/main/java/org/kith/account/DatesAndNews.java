package org.kith.account;

import static org.kith.access.Entry.Whose.EVERYONES;
import static org.kith.access.Entry.Whose.REVIEWS;
import static org.kith.access.Entry.Whose.THEMSELVES;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Site;
import org.kith.access.Visitor;
import org.kith.store.Store;

/**
 * Days for a calendar, {@code /calendar.ics} and {@code /reviews/{id}.ics}, and news of what was
 * learned, {@code /learning.atom}. Calendars are downloaded, not subscribed to: a calendar that
 * asks by itself would need an address that is a secret, and those get passed on.
 */
public final class DatesAndNews {
  private static final int TAG_LETTERS = 32;

  private final Store store;
  private final Accounts accounts;
  private final Site site;

  private DatesAndNews(Store store, Accounts accounts, Site site) {
    this.store = store;
    this.accounts = accounts;
    this.site = site;
  }

  /** Adds the addresses; before those of reviews, whose id would take in a name with an ending. */
  public static void doors(Doors doors, Store store, Accounts accounts, Site site) {
    DatesAndNews news = new DatesAndNews(store, accounts, site);
    doors.get("/calendar.ics", Entry.signedIn(THEMSELVES), news::mine);
    doors.get("/reviews/{id}.ics", Entry.signedIn(REVIEWS), news::review);
    doors.get("/learning.atom", Entry.anyone(EVERYONES), (ctx, visitor) -> news.feed(ctx));
  }

  private void mine(Context ctx, Visitor visitor) throws IOException {
    send(ctx, "my-days", store.read(h -> Dates.of(h, visitor.me())));
  }

  private void review(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("id");
    Dates.Date day = store.read(h -> Dates.of(h, visitor.me(), id));
    send(ctx, "review", List.of(day));
  }

  private void send(Context ctx, String name, List<Dates.Date> dates) throws IOException {
    ctx.header("Content-Disposition", "attachment; filename=\"%s.ics\"".formatted(name));
    ctx.contentType("text/calendar; charset=utf-8");
    ctx.result(CalendarFile.of(dates, site.origin(ctx)));
  }

  private void feed(Context ctx) {
    String host = site.host().isEmpty() ? "localhost" : site.host();
    String place = accounts.library().current().manifest().workspace();
    byte[] feed =
        Feed.of(accounts.reading().published(), host, site.origin(ctx), place)
            .getBytes(StandardCharsets.UTF_8);
    String tag = "W/\"" + hash(feed) + "\"";
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "private, no-cache");
    if (Arrays.asList(String.valueOf(ctx.header("If-None-Match")).split(", *", -1)).contains(tag)) {
      ctx.status(304);
      return;
    }
    ctx.contentType("application/atom+xml; charset=utf-8");
    ctx.result(feed);
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, TAG_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
