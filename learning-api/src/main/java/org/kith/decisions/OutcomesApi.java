package org.kith.decisions;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Says;
import org.kith.reviews.Review;
import org.kith.room.Seat;
import org.kith.store.Store;

/**
 * What stands beside the decisions of a review, for programs: promises both ways, what the
 * commissioner answers for, and what happened to what was said. This class only translates.
 */
public final class OutcomesApi {
  private static final String REVIEW = "/api/v1/reviews/{id}";

  private final Store store;
  private final Clock clock;

  private OutcomesApi(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static At review(Handle h, Context ctx, Visitor visitor) {
    return At.review(h, ctx.pathParam("id"), visitor.me());
  }

  private static At looking(Handle h, Context ctx, Visitor visitor) {
    return At.lookingAt(h, ctx.pathParam("id"), visitor.me());
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock) {
    OutcomesApi api = new OutcomesApi(store, clock);
    Entry reviews = Entry.signedIn(REVIEWS);
    doors.get(
        REVIEW + "/promises",
        reviews,
        Operation.asks("promises", "Promises both ways, the first first.", PromisesMade.class),
        api::promises);
    doors.post(
        REVIEW + "/promises",
        reviews,
        Operation.takes("promise", "Keeps a promise.", PromiseSent.class, PromiseMade.class),
        api::promise);
    doors.get(
        REVIEW + "/own-level",
        reviews,
        Operation.asks(
            "ownLevel",
            "What the commissioner answers for at their own level.",
            OwnLevelAsked.class),
        api::ownLevel);
    doors.put(
        REVIEW + "/own-level/{kind}",
        reviews,
        Operation.takes(
            "answerOwnLevel",
            "Answers a question to the commissioner's own level; for whoever leads the review.",
            OwnLevelSent.class,
            OwnLevelAnswer.class),
        api::answerOwn);
    doors.get(
        REVIEW + "/before",
        reviews,
        Operation.asks(
            "whatHappened",
            "What the review before said, and what happened to it, each by itself.",
            SaidBefore.class),
        api::before);
    doors.put(
        REVIEW + "/before/{subject}",
        reviews,
        Operation.takes(
            "tellWhatHappened",
            "Tells what happened to something the review before said.",
            HappenedSent.class,
            HappenedThing.class),
        api::tell);
  }

  /** Promises of a review. */
  record PromisesMade(@Says("The first first.") List<PromiseMade> promises) {}

  /** One promise. */
  record PromiseMade(
      @Says("Its id.") String id,
      @Says("Who promises, in words.") String by,
      @Says("To whom, in words.") String to,
      @Says("What is promised.") String words,
      @Says(value = "The day it is due, or null.", nullable = true) String due,
      @Says("Whether you hold it.") boolean yours) {
    static PromiseMade of(Promises.Promise p) {
      return new PromiseMade(p.id(), p.by(), p.to(), p.words(), p.due(), p.yours());
    }
  }

  /** A promise that is sent. */
  record PromiseSent(
      @Says("A UUID that the sender makes.") String id,
      @Says("Who promises, in words.") String by,
      @Says("To whom, in words.") String to,
      @Says("What is promised.") String words,
      @Says(value = "The day it is due, or null.", nullable = true) String due,
      @Says("Whether whoever sends it holds it.") boolean mine) {
    Promises.Sent sent() {
      return new Promises.Sent(id, by, to, words, Form.day(due, "due"), mine);
    }
  }

  /** What is asked of the commissioner's own level. */
  record OwnLevelAsked(@Says("Every question, answered or not.") List<OwnLevelAnswer> answers) {}

  /** One of the questions. */
  record OwnLevelAnswer(
      @Says("rule, form, funding or changed.") String kind,
      @Says("The question.") String asks,
      @Says("The answer; empty while there is none.") String words,
      @Says("Goes up with every change; 0 while there is none.") int version) {
    static OwnLevelAnswer of(OwnLevel.Answer a) {
      return new OwnLevelAnswer(a.kind().id(), a.kind().asks(), a.words(), a.version());
    }
  }

  /** An answer that is sent. */
  record OwnLevelSent(
      @Says("The answer.") String words,
      @Says("The version looked at; 0 for the first words.") int version) {}

  /** What the review before said. */
  record SaidBefore(
      @Says(
              value = "Id of the review before; null where there is none to look at.",
              nullable = true)
          String review,
      @Says(value = "Its name.", nullable = true) String name,
      @Says("Everything it said, in the order it was said.") List<HappenedThing> said) {}

  /** Something it said. */
  record HappenedThing(
      @Says("Its id.") String subject,
      @Says("decision, experiment or promise.") String kind,
      @Says("Its words.") String words,
      @Says("Who holds it, in words, or empty.") String who,
      @Says(value = "The day it was due or to be looked at, or null.", nullable = true) String due,
      @Says(
              value = "done, partly, not yet or dropped; null while nobody has said.",
              nullable = true)
          String happened,
      @Says("What happened, in words, or empty.") String told,
      @Says("Goes up with every change; 0 while nobody has said.") int version) {
    static HappenedThing of(WhatHappened.Said s) {
      return new HappenedThing(
          s.subject(), s.kind(), s.words(), s.who(), s.due(), s.happened(), s.told(), s.version());
    }
  }

  /** What happened, sent. */
  record HappenedSent(
      @Says("done, partly, not yet or dropped.") String happened,
      @Says("What happened, in words.") String words,
      @Says("The version looked at; 0 while nobody has said.") int version) {}

  private static void answer(Context ctx, int status, Object what) {
    ctx.status(status).contentType("application/json").result(Json.of(what));
  }

  private void promises(Context ctx, Visitor visitor) {
    answer(
        ctx,
        200,
        new PromisesMade(
            store
                .read(h -> Promises.of(h, looking(h, ctx, visitor).review(), visitor.me().id()))
                .stream()
                .map(PromiseMade::of)
                .toList()));
  }

  private void promise(Context ctx, Visitor visitor) {
    store.read(h -> review(h, ctx, visitor));
    PromiseSent sent = JsonBody.read(ctx, PromiseSent.class, "a promise");
    answer(
        ctx,
        201,
        PromiseMade.of(
            store.write(
                h -> Promises.add(h, review(h, ctx, visitor), sent.sent(), clock.millis()))));
  }

  private void ownLevel(Context ctx, Visitor visitor) {
    answer(
        ctx,
        200,
        new OwnLevelAsked(
            store
                .read(h -> OwnLevel.of(h, Review.mine(h, ctx.pathParam("id"), visitor.me()).id()))
                .stream()
                .map(OwnLevelAnswer::of)
                .toList()));
  }

  private void answerOwn(Context ctx, Visitor visitor) {
    store.read(h -> Review.led(h, ctx.pathParam("id"), visitor.me()));
    OwnLevelSent sent = JsonBody.read(ctx, OwnLevelSent.class, "an answer");
    OwnLevel.Kind kind = OwnLevel.Kind.of(ctx.pathParam("kind"));
    answer(
        ctx,
        200,
        OwnLevelAnswer.of(
            store
                .write(
                    h ->
                        OwnLevel.say(
                            h,
                            Review.led(h, ctx.pathParam("id"), visitor.me()),
                            kind,
                            sent.words(),
                            sent.version(),
                            clock.millis()))
                .orConflict()));
  }

  private void before(Context ctx, Visitor visitor) {
    answer(
        ctx,
        200,
        store
            .read(h -> WhatHappened.of(h, Seat.of(h, ctx.pathParam("id"), visitor.me())))
            .map(
                w ->
                    new SaidBefore(
                        w.before(), w.name(), w.said().stream().map(HappenedThing::of).toList()))
            .orElse(new SaidBefore(null, null, List.of())));
  }

  private void tell(Context ctx, Visitor visitor) {
    store.read(h -> Seat.of(h, ctx.pathParam("id"), visitor.me()));
    HappenedSent sent = JsonBody.read(ctx, HappenedSent.class, "what happened");
    answer(
        ctx,
        200,
        HappenedThing.of(
            store
                .write(
                    h ->
                        WhatHappened.tell(
                            h,
                            Seat.of(h, ctx.pathParam("id"), visitor.me()),
                            ctx.pathParam("subject"),
                            sent.happened(),
                            sent.words(),
                            sent.version(),
                            clock.millis()))
                .orConflict()));
  }
}
