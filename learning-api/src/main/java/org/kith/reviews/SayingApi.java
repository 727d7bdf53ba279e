package org.kith.reviews;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.reviews.Predictions.Expected;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.ReviewAnswers.OwnPrediction;
import org.kith.reviews.ReviewAnswers.PackAnswer;
import org.kith.reviews.ReviewAnswers.PackNote;
import org.kith.reviews.ReviewAnswers.PackQuestion;
import org.kith.reviews.ReviewAnswers.QuestionSaid;
import org.kith.reviews.ReviewAnswers.Said;
import org.kith.reviews.ReviewRequests.ContextSent;
import org.kith.reviews.ReviewRequests.ExpectedSent;
import org.kith.store.Store;

/**
 * Saying first and looking, for programs: {@code /api/v1/reviews/{id}/predictions} and {@code
 * /pack}. This class only translates.
 */
final class SayingApi {
  private static final String ONE = ReviewsApi.ROOT + "/{id}";
  private static final Entry ENTRY = Entry.signedIn(REVIEWS);

  private final Store store;
  private final Clock clock;
  private final Packs packs;

  private SayingApi(Store store, Clock clock, Packs packs) {
    this.store = store;
    this.clock = clock;
    this.packs = packs;
  }

  static void doors(Doors doors, Store store, Clock clock, Packs packs) {
    SayingApi api = new SayingApi(store, clock, packs);
    doors.get(
        ONE + "/predictions",
        ENTRY,
        Operation.asks(
            "predictions",
            "What you expect; once predictions are closed, what everybody did, without names.",
            Said.class),
        api::said);
    doors.post(
        ONE + "/predictions",
        ENTRY,
        Operation.takes(
            "predict",
            "Says what you expect of a question, once; it never changes.",
            ExpectedSent.class,
            OwnPrediction.class),
        api::say);
    doors.get(
        ONE + "/pack",
        ENTRY,
        Operation.asks(
            "pack",
            "The evidence pack: those who provide first, then everybody.",
            PackAnswer.class),
        api::pack);
    doors.post(
        ONE + "/context",
        ENTRY,
        Operation.takes(
            "addContext",
            "Adds what a number leaves out; for those who provide, who look first.",
            ContextSent.class,
            PackNote.class),
        api::context);
  }

  private static Review mine(Handle h, Context ctx, Visitor visitor) {
    return Review.mine(h, ctx.pathParam("id"), visitor.me());
  }

  private <T> T sent(Context ctx, Visitor visitor, Class<T> type, String what) {
    store.<Review, RuntimeException>read(h -> mine(h, ctx, visitor));
    return JsonBody.read(ctx, type, what);
  }

  private void said(Context ctx, Visitor visitor) {
    int k = packs.current(visitor.me()).manifest().disclosure().people();
    ReviewsApi.answer(
        ctx,
        store.<Said, RuntimeException>read(
            h -> {
              Review review = mine(h, ctx, visitor);
              return new Said(
                  review.stage() == Stage.SAY_FIRST,
                  Predictions.mine(h, review, visitor.me()).stream()
                      .map(OwnPrediction::of)
                      .toList(),
                  review.saidClosed() == null
                      ? List.of()
                      : Reviews.questions(h, review.id()).stream()
                          .map(q -> QuestionSaid.of(q.id(), SaidFirst.of(h, review, q.id(), k)))
                          .toList());
            }));
  }

  private void say(Context ctx, Visitor visitor) {
    ExpectedSent sent = sent(ctx, visitor, ExpectedSent.class, "what you expect");
    Expected expected =
        new Expected(
            Form.uuid(sent.id()),
            sent.question(),
            sent.low(),
            sent.high(),
            Form.within(sent.words(), "words"),
            Form.within(sent.surprise(), "surprise"));
    Expected kept =
        store.write(
            h -> Predictions.say(h, mine(h, ctx, visitor), visitor.me(), expected, clock.millis()));
    ReviewsApi.answer(ctx, OwnPrediction.of(kept));
  }

  private void pack(Context ctx, Visitor visitor) {
    Person me = visitor.me();
    ReviewsApi.answer(
        ctx,
        store.<PackAnswer, RuntimeException>read(
            h -> {
              Review review = mine(h, ctx, visitor);
              View pack = packs.pack(h, review, me);
              return new PackAnswer(
                  pack.snapshot(),
                  review.stage() == Stage.PROVIDERS_LOOK,
                  Reviews.questions(h, review.id()).stream()
                      .map(
                          q ->
                              new PackQuestion(q.id(), q.words(), ReviewAnswers.indicator(pack, q)))
                      .toList(),
                  PackContext.of(h, review, me).stream().map(PackNote::of).toList());
            }));
  }

  private void context(Context ctx, Visitor visitor) {
    ContextSent sent = sent(ctx, visitor, ContextSent.class, "what a number leaves out");
    String id = Form.uuid(sent.id());
    String words = Form.needed(sent.words(), "what the number leaves out", "words");
    PackNote kept =
        store.write(
            h -> {
              Review review = mine(h, ctx, visitor);
              PackContext.add(h, review, visitor.me(), id, sent.question(), words, clock.millis());
              return PackContext.of(h, review, visitor.me()).stream()
                  .filter(n -> n.id().equals(id))
                  .map(PackNote::of)
                  .findFirst()
                  .orElseThrow();
            });
    ReviewsApi.answer(ctx, kept);
  }
}
