package org.kith.pages.room;

import static org.kith.access.Entry.Whose.CYCLES;
import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.decisions.At;
import org.kith.decisions.Decisions;
import org.kith.decisions.DecisionsApi;
import org.kith.decisions.Looked;
import org.kith.decisions.OwnLevel;
import org.kith.decisions.Pinning;
import org.kith.decisions.Promises;
import org.kith.decisions.Trials;
import org.kith.decisions.WhatHappened;
import org.kith.http.Form;
import org.kith.http.Sent;
import org.kith.pages.ClashPage;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.pages.reviews.ReviewTop;
import org.kith.reviews.Review;
import org.kith.room.Edited;
import org.kith.room.Seat;
import org.kith.store.Store;

/** "Decide", in a review and in a cycle, and what happened to what was said before. */
public final class DecidePages {
  private static final String REVIEW = "/reviews/{id}";
  private static final String CYCLE = "/cycles/{id}";

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Pinning pinning;

  private DecidePages(PageWriter writer, Store store, Clock clock, Pinning pinning) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.pinning = pinning;
  }

  /** Where a request says that something is decided. */
  @FunctionalInterface
  private interface Place {
    At of(Handle h, Context ctx, Visitor visitor);
  }

  private static At review(Handle h, Context ctx, Visitor visitor) {
    return At.review(h, ctx.pathParam("id"), visitor.me());
  }

  private static At cycle(Handle h, Context ctx, Visitor visitor) {
    return At.cycle(h, ctx.pathParam("id"), visitor.me());
  }

  /** Adds the pages. */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, Pinning pinning) {
    DecidePages pages = new DecidePages(writer, store, clock, pinning);
    Entry reviews = Entry.signedIn(REVIEWS);
    doors.get(REVIEW + "/decide", reviews, pages::show);
    pages.decisions(doors, reviews, REVIEW, "reviews", DecidePages::review);
    doors.post(REVIEW + "/promises", reviews, pages::promise);
    doors.post(REVIEW + "/own-level/{kind}", reviews, pages::answerOwn);
    doors.get(REVIEW + "/before", reviews, pages::before);
    doors.post(REVIEW + "/before/{subject}", reviews, pages::tell);
    Entry cycles = Entry.signedIn(CYCLES);
    doors.get(CYCLE + "/decide", cycles, pages::showOfCycle);
    pages.decisions(doors, cycles, CYCLE, "cycles", DecidePages::cycle);
  }

  private void decisions(Doors doors, Entry entry, String root, String in, Place place) {
    doors.post(
        root + "/decisions",
        entry,
        (ctx, visitor) -> {
          store.read(h -> place.of(h, ctx, visitor));
          Form form = Form.of(ctx);
          var sent =
              new Decisions.Sent(
                  form.id(),
                  form.words("words"),
                  form.ticked("judgement"),
                  form.words("because"),
                  form.day("decided"),
                  form.all("evidence"));
          store.write(
              h ->
                  Decisions.decide(
                      h,
                      place.of(h, ctx, visitor),
                      sent,
                      DecisionsApi.today(clock),
                      pinning,
                      clock.millis()));
          Sent.kept(ctx, decide(ctx, in) + "#decision-" + sent.id());
        });
    doors.post(
        root + "/decisions/{decision}/dissents",
        entry,
        (ctx, visitor) -> {
          String decision = ctx.pathParam("decision");
          store.read(h -> Decisions.one(h, place.of(h, ctx, visitor), decision));
          Form form = Form.of(ctx);
          String id = form.id();
          store.write(
              h ->
                  Decisions.dissent(
                      h,
                      place.of(h, ctx, visitor),
                      decision,
                      id,
                      form.words("words"),
                      clock.millis()));
          Sent.kept(ctx, decide(ctx, in) + "#decision-" + decision);
        });
    doors.post(
        root + "/decisions/{decision}/experiments",
        entry,
        (ctx, visitor) -> {
          String decision = ctx.pathParam("decision");
          store.read(h -> Decisions.one(h, place.of(h, ctx, visitor), decision));
          Trials.Sent sent = trial(Form.of(ctx));
          store.write(
              h ->
                  Trials.add(
                      h,
                      place.of(h, ctx, visitor),
                      decision,
                      sent,
                      DecisionsApi.today(clock),
                      clock.millis()));
          Sent.kept(ctx, decide(ctx, in) + "#decision-" + decision);
        });
  }

  private static Trials.Sent trial(Form form) {
    return new Trials.Sent(
        form.id(),
        form.words("cycle"),
        form.words("title"),
        form.words("type"),
        form.words("expect"),
        form.words("surprise"),
        form.words("harms"),
        form.words("holder"),
        form.day("starts"),
        form.day("looks"));
  }

  private static String decide(Context ctx, String in) {
    return "/" + in + "/" + ctx.pathParam("id") + "/decide";
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Decide", "reviews");
    DecidePage page =
        store.read(
            h -> {
              Seat seat = Seat.of(h, ctx.pathParam("id"), visitor.me());
              Review review = seat.review();
              boolean open = review.aloneClosed() != null;
              At at = new At(review.id(), null, seat.person(), seat.voice());
              return new DecidePage(
                  frame,
                  ReviewTop.of(review, ReviewTop.Page.DECIDE),
                  "/reviews/" + review.id(),
                  review.name(),
                  open,
                  open && review.published() == null,
                  seat.leads(),
                  WhatHappened.of(h, seat).orElse(null),
                  open ? Decisions.of(h, at) : List.of(),
                  open ? Looked.offered(h, at) : List.of(),
                  Trials.where(h, at),
                  open ? Promises.of(h, review.id(), seat.person().id()) : List.of(),
                  OwnLevel.of(h, review.id()),
                  DecisionsApi.today(clock));
            });
    writer.writeWithScript(ctx, 200, "decide.jte", page);
  }

  private void showOfCycle(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Decide", "cycles");
    DecidePage page =
        store.read(
            h -> {
              At at = cycle(h, ctx, visitor);
              List<Trials.Where> where = Trials.where(h, at);
              return new DecidePage(
                  frame,
                  null,
                  "/cycles/" + at.cycle(),
                  where.get(0).name(),
                  true,
                  true,
                  false,
                  null,
                  Decisions.of(h, at),
                  Looked.offered(h, at),
                  where,
                  List.of(),
                  List.of(),
                  DecisionsApi.today(clock));
            });
    writer.writeWithScript(ctx, 200, "decide.jte", page);
  }

  private void promise(Context ctx, Visitor visitor) {
    store.read(h -> review(h, ctx, visitor));
    Form form = Form.of(ctx);
    var sent =
        new Promises.Sent(
            form.id(),
            form.words("by"),
            form.words("to"),
            form.words("words"),
            form.day("due"),
            form.ticked("mine"));
    store.write(h -> Promises.add(h, review(h, ctx, visitor), sent, clock.millis()));
    Sent.kept(ctx, decide(ctx, "reviews") + "#promises");
  }

  private void answerOwn(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("id");
    store.read(h -> Review.led(h, id, visitor.me()));
    OwnLevel.Kind kind = OwnLevel.Kind.of(ctx.pathParam("kind"));
    Form form = Form.of(ctx);
    Edited<OwnLevel.Answer> kept =
        store.write(
            h ->
                OwnLevel.say(
                    h,
                    Review.led(h, id, visitor.me()),
                    kind,
                    form.words("words"),
                    form.version(),
                    clock.millis()));
    String back = decide(ctx, "reviews") + "#own-level";
    if (kept.kept()) {
      Sent.kept(ctx, back);
    } else {
      ClashPage.answer(
          ctx,
          writer,
          back,
          kept.now().version(),
          List.of(new Sent.Field("words", kind.asks(), kept.now().words())));
    }
  }

  private void before(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "What happened to what we said", "reviews");
    HappenedPage page =
        store.read(
            h -> {
              Seat seat = Seat.of(h, ctx.pathParam("id"), visitor.me());
              return new HappenedPage(
                  frame,
                  ReviewTop.of(seat.review(), null),
                  seat.review().id(),
                  WhatHappened.of(h, seat).orElse(null),
                  seat.review().published() == null);
            });
    writer.writeWithScript(ctx, 200, "review-before.jte", page);
  }

  private void tell(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("id");
    store.read(h -> Seat.of(h, id, visitor.me()));
    Form form = Form.of(ctx);
    Edited<WhatHappened.Said> kept =
        store.write(
            h ->
                WhatHappened.tell(
                    h,
                    Seat.of(h, id, visitor.me()),
                    ctx.pathParam("subject"),
                    form.words("happened"),
                    form.words("words"),
                    form.version(),
                    clock.millis()));
    String back = "/reviews/" + id + "/before";
    if (kept.kept()) {
      Sent.kept(ctx, back);
      return;
    }
    ClashPage.answer(
        ctx,
        writer,
        back,
        kept.now().version(),
        List.of(
            new Sent.Field("happened", "What became of it", kept.now().happened()),
            new Sent.Field("words", "What happened", kept.now().told())));
  }
}
