package org.kith.reflections;

import static org.kith.access.Entry.Whose.AUTHORS;
import static org.kith.access.Entry.Whose.READERS;
import static org.kith.access.Entry.Whose.TEAMS;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.JsonBody;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.store.Store;

/**
 * What becomes of a reflection once it is kept: {@code /api/v1/reflections}, and what is shared
 * with a team or a learning cycle. This class only translates; {@link OwnReflections} and {@link
 * Reading} decide.
 */
public final class LogApi {
  private static final String ROOT = ReflectionsApi.ROOT;
  private static final String ONE = ROOT + "/{id}";

  private final OwnReflections own;
  private final Reading reading;

  private LogApi(OwnReflections own, Reading reading) {
    this.own = own;
    this.reading = reading;
  }

  /** Adds the addresses. Those with a word where these have an id have to be added before. */
  public static void doors(Doors doors, Store store, Clock clock) {
    LogApi api = new LogApi(new OwnReflections(store, clock), new Reading(store, clock));
    doors.get(ROOT, Entry.signedIn(AUTHORS), api::list);
    doors.get(ONE, Entry.signedIn(READERS), api::open);
    doors.put(ONE, Entry.signedIn(AUTHORS), api::edit);
    doors.delete(ONE, Entry.signedIn(AUTHORS), api::withdraw);
    doors.put(ONE + "/audience", Entry.signedIn(AUTHORS), api::share);
    doors.get(ONE + "/seen", Entry.signedIn(AUTHORS), api::seen);
    doors.post(ONE + "/replies", Entry.signedIn(READERS), api::reply);
    doors.delete(ONE + "/replies/{reply}", Entry.signedIn(AUTHORS), api::takeBack);
    doors.get("/api/v1/teams/{id}/reflections", Entry.signedIn(TEAMS), api::team);
    doors.get("/api/v1/cycles/{id}/reflections", Entry.signedIn(READERS), api::cycle);
  }

  /**
   * One of the author's own.
   *
   * @param readers who can read it now, or null while nobody else can
   */
  record Own(
      String id,
      String receipt,
      String form,
      String kind,
      String happened,
      long written,
      long arrived,
      long changed,
      int version,
      List<Reflection.Answer> answers,
      List<Reflection.Tap> taps,
      String feeling,
      String audience,
      String team,
      String cycle,
      long shared,
      OwnReflections.Circle readers,
      String follows,
      boolean quotable,
      List<String> carriedOn,
      List<Reply> replies) {

    static Own of(Mine mine, Optional<OwnReflections.Circle> readers) {
      Reflection r = mine.reflection();
      return new Own(
          r.id(),
          mine.kept().receipt(),
          r.form(),
          r.kind().id(),
          r.happened(),
          r.written(),
          mine.kept().arrived(),
          mine.kept().changed(),
          mine.kept().version(),
          r.answers(),
          r.taps(),
          r.feeling(),
          r.audience().id(),
          r.team(),
          r.cycle(),
          mine.kept().shared(),
          readers.orElse(null),
          r.follows(),
          r.quotable(),
          mine.carriedOn(),
          mine.replies());
    }
  }

  /** A part of a list, and the address of what comes after it, or null. */
  record Listed(List<?> reflections, int offset, String next) {}

  /** What an author sends to change what is written; see {@link OwnReflections.Changed}. */
  record Edit(
      Integer version,
      String form,
      String kind,
      String happened,
      List<Reflection.Answer> answers,
      List<Reflection.Tap> taps,
      String feeling,
      String follows,
      boolean quotable) {

    OwnReflections.Changed changed() {
      if (version == null) {
        throw new IllegalArgumentException("Send the version you looked at.");
      }
      return new OwnReflections.Changed(
          version, form, kindOf(kind), happened, answers, taps, feeling, follows, quotable);
    }
  }

  private static Kind kindOf(String id) {
    return id == null
        ? Kind.REFLECTION
        : Stream.of(Kind.values())
            .filter(k -> k.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("The kind is reflection, experiment or change."));
  }

  /** What an author sends to change who may read it; see {@link OwnReflections.Readers}. */
  record Share(String audience, String team, String cycle, boolean everyoneNow) {
    OwnReflections.Readers readers() {
      if (audience == null) {
        throw new IllegalArgumentException("An audience is me, team, cycle or counts.");
      }
      return new OwnReflections.Readers(Audience.of(audience), team, cycle, everyoneNow);
    }
  }

  /** What somebody sends to answer; an id is made when there is none. */
  record Answered(String id, String kind, String words) {
    Reply.Sent sent() {
      return new Reply.Sent(id == null ? UUID.randomUUID().toString() : id, kind, words);
    }
  }

  private void list(Context ctx, Visitor visitor) {
    int limit = limit(ctx);
    OwnReflections.Asked asked = accepted(() -> asked(ctx), Problem.Kind.BAD_PARAMETER);
    Part<Mine> part = own.list(visitor.me(), asked, offset(ctx), limit);
    ctx.json(
        new Listed(
            part.items().stream().map(m -> Own.of(m, own.circle(m))).toList(),
            part.offset(),
            next(ctx, part, limit)));
  }

  private static OwnReflections.Asked asked(Context ctx) {
    String audience = ctx.queryParam("audience");
    return new OwnReflections.Asked(
        ctx.queryParam("year"),
        ctx.queryParam("theme"),
        audience == null ? null : Audience.of(audience));
  }

  private void open(Context ctx, Visitor visitor) {
    Opened opened = reading.open(visitor.me(), ctx.pathParam("id")).orElseThrow(LogApi::notThere);
    if (opened instanceof Mine mine) {
      ctx.json(Own.of(mine, own.circle(mine)));
      own.looked(visitor.me(), mine);
    } else {
      ctx.json(opened);
    }
  }

  private void edit(Context ctx, Visitor visitor) {
    Edit edit = JsonBody.read(ctx, Edit.class, "a changed reflection");
    done(
        accepted(
            () -> own.edit(visitor.me(), ctx.pathParam("id"), edit.changed()),
            Problem.Kind.NOT_ACCEPTED));
    answerOwn(ctx, visitor);
  }

  private void share(Context ctx, Visitor visitor) {
    Share share = JsonBody.read(ctx, Share.class, "an audience");
    done(
        accepted(
            () -> own.share(visitor.me(), ctx.pathParam("id"), share.readers()),
            Problem.Kind.NOT_ACCEPTED));
    answerOwn(ctx, visitor);
  }

  private void answerOwn(Context ctx, Visitor visitor) {
    Mine mine = own.find(visitor.me(), ctx.pathParam("id")).orElseThrow(LogApi::notThere);
    ctx.json(Own.of(mine, own.circle(mine)));
  }

  private void withdraw(Context ctx, Visitor visitor) {
    done(own.withdraw(visitor.me(), ctx.pathParam("id")));
    ctx.status(204);
  }

  private void seen(Context ctx, Visitor visitor) {
    List<Opening> seen = own.seen(visitor.me(), ctx.pathParam("id")).orElseThrow(LogApi::notThere);
    ctx.json(Map.of("seen", seen));
  }

  private void reply(Context ctx, Visitor visitor) {
    Answered answered = JsonBody.read(ctx, Answered.class, "a reply");
    Reply.Sent sent = accepted(answered::sent, Problem.Kind.NOT_ACCEPTED);
    done(reading.reply(visitor.me(), ctx.pathParam("id"), sent));
    ctx.status(201).json(Map.of("id", sent.id()));
  }

  private void takeBack(Context ctx, Visitor visitor) {
    done(reading.takeBack(visitor.me(), ctx.pathParam("id"), ctx.pathParam("reply")));
    ctx.status(204);
  }

  private void team(Context ctx, Visitor visitor) {
    int limit = limit(ctx);
    Part<OfTeam> part =
        reading
            .team(visitor.me(), ctx.pathParam("id"), offset(ctx), limit)
            .orElseThrow(LogApi::notThere);
    ctx.json(new Listed(part.items(), part.offset(), next(ctx, part, limit)));
  }

  private void cycle(Context ctx, Visitor visitor) {
    int limit = limit(ctx);
    Part<OfCycle> part =
        reading
            .cycle(visitor.me(), ctx.pathParam("id"), offset(ctx), limit)
            .orElseThrow(LogApi::notThere);
    ctx.json(new Listed(part.items(), part.offset(), next(ctx, part, limit)));
  }

  private static int offset(Context ctx) {
    return number(ctx, "offset", 0, Integer.MAX_VALUE / 2, 0);
  }

  private static int limit(Context ctx) {
    return number(ctx, "limit", 1, Part.MOST, Part.USUAL);
  }

  private static int number(Context ctx, String name, int least, int most, int usual) {
    String given = ctx.queryParam(name);
    if (given == null) {
      return usual;
    }
    if (!given.matches("\\d{1,9}")) {
      throw ProblemException.of(Problem.Kind.BAD_PARAMETER, name + " is a whole number.");
    }
    return Math.min(most, Math.max(least, Integer.parseInt(given)));
  }

  private static String next(Context ctx, Part<?> part, int limit) {
    if (!part.more()) {
      return null;
    }
    Stream<String> filters =
        Stream.of("year", "theme", "audience")
            .filter(name -> ctx.queryParam(name) != null)
            .map(n -> n + "=" + URLEncoder.encode(ctx.queryParam(n), StandardCharsets.UTF_8));
    return ctx.path()
        + "?"
        + Stream.concat(filters, Stream.of("offset=" + part.after(), "limit=" + limit))
            .collect(Collectors.joining("&"));
  }

  /** What the domain refuses with words for people is a problem, not a fault. */
  private static <T> T accepted(Supplier<T> asked, Problem.Kind otherwise) {
    try {
      return asked.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(otherwise, e.getMessage());
    }
  }

  private static void done(Change change) {
    switch (change) {
      case DONE -> {}
      case NOT_THERE -> throw notThere();
      case CHANGED_MEANWHILE ->
          throw ProblemException.of(
              Problem.Kind.CONFLICT, "Nothing was overwritten. Look at it again, then change it.");
      case NOT_A_MEMBER ->
          throw ProblemException.of(
              Problem.Kind.NOT_ACCEPTED, "Share with a team or learning cycle that you are in.");
    }
  }

  /** The same for one that is not there and one that is not theirs to see. */
  private static ProblemException notThere() {
    return ProblemException.of(
        Problem.Kind.NOT_FOUND, "There is no such reflection, team or cycle, or it is not yours.");
  }
}
