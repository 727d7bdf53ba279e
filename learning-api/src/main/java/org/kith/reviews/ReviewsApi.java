package org.kith.reviews;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.FigureId;
import org.kith.learning.View;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.ReviewAnswers.Prepared;
import org.kith.reviews.ReviewAnswers.ReviewAnswer;
import org.kith.reviews.ReviewAnswers.ReviewList;
import org.kith.reviews.ReviewAnswers.ReviewShort;
import org.kith.reviews.ReviewRequests.AbsentSent;
import org.kith.reviews.ReviewRequests.CameSent;
import org.kith.reviews.ReviewRequests.PackFrozen;
import org.kith.reviews.ReviewRequests.PlanSent;
import org.kith.reviews.ReviewRequests.QuestionSent;
import org.kith.reviews.ReviewRequests.ReviewSent;
import org.kith.reviews.ReviewRequests.SeatSent;
import org.kith.reviews.ReviewRequests.StageSent;
import org.kith.store.Store;

/** {@code /api/v1/reviews}: preparing a review and moving it on. This class only translates. */
public final class ReviewsApi {
  static final String ROOT = "/api/v1/reviews";
  private static final String ONE = ROOT + "/{id}";
  private static final Entry ENTRY = Entry.signedIn(REVIEWS);

  private final Store store;
  private final Clock clock;
  private final Packs packs;

  private ReviewsApi(Store store, Clock clock, Packs packs) {
    this.store = store;
    this.clock = clock;
    this.packs = packs;
  }

  private interface Change {
    void make(Handle h, Review review);
  }

  /** Adds the addresses, with those of predictions and packs. */
  public static void doors(Doors doors, Store store, Clock clock, Packs packs) {
    ReviewsApi api = new ReviewsApi(store, clock, packs);
    doors.get(
        ROOT,
        ENTRY,
        Operation.asks(
            "reviews", "The reviews one takes part in, the next first.", ReviewList.class),
        api::list);
    doors.post(
        ROOT,
        Entry.of(REVIEWS, Role.REVIEWER),
        Operation.takes(
            "startReview", "Starts preparing a review.", ReviewSent.class, ReviewAnswer.class),
        api::start);
    doors.get(
        ONE,
        ENTRY,
        Operation.asks("review", "Where a review is and what it is about.", ReviewAnswer.class),
        (ctx, visitor) -> answer(ctx, api.one(ctx, visitor)));
    doors.put(
        ONE,
        ENTRY,
        Operation.takes(
            "planReview",
            "Changes what a review is, if nobody did so meanwhile; for whoever prepares it.",
            PlanSent.class,
            ReviewAnswer.class),
        api::plan);
    api.preparing(doors);
    doors.put(
        ONE + "/pack",
        ENTRY,
        Operation.takes(
            "freezePack",
            "Freezes the pack to a snapshot; for whoever prepares it.",
            PackFrozen.class,
            ReviewAnswer.class),
        api::freeze);
    doors.put(
        ONE + "/stage",
        ENTRY,
        Operation.takes(
            "moveReviewOn",
            "Moves a review on by one stage; for whoever prepares it. It never goes back.",
            StageSent.class,
            ReviewAnswer.class),
        api::moveOn);
    doors.put(
        ONE + "/lead",
        Entry.of(REVIEWS, Role.REVIEWER),
        Operation.asks(
            "takeReviewOver", "Takes over a review whose leader has left.", ReviewAnswer.class),
        (ctx, visitor) -> {
          api.store.change(
              h ->
                  Reviews.takeOver(
                      h,
                      Review.mine(h, ctx.pathParam("id"), visitor.me()),
                      visitor.me(),
                      api.clock.millis()));
          answer(ctx, api.one(ctx, visitor));
        });
    SayingApi.doors(doors, store, clock, packs);
  }

  private void preparing(Doors doors) {
    doors.put(
        ONE + "/people/{person}",
        ENTRY,
        Operation.takes(
            "inviteToReview",
            "Invites somebody, or changes in which voice they take part.",
            SeatSent.class,
            ReviewAnswer.class),
        this::invite);
    doors.delete(
        ONE + "/people/{person}",
        ENTRY,
        Operation.asks("takeOffReview", "Takes somebody off who was invited.", ReviewAnswer.class),
        (ctx, visitor) ->
            change(
                ctx,
                visitor,
                (h, r) ->
                    Preparing.takeOff(
                        h, visitor.me(), r, ctx.pathParam("person"), clock.millis())));
    doors.put(
        ONE + "/people/{person}/came",
        ENTRY,
        Operation.takes(
            "noteWhoCame",
            "Notes that somebody came, or was invited and could not.",
            CameSent.class,
            ReviewAnswer.class),
        this::came);
    doors.post(
        ONE + "/absent",
        ENTRY,
        Operation.takes(
            "noteAbsentVoice",
            "Notes a voice that is not in the room.",
            AbsentSent.class,
            ReviewAnswer.class),
        this::absent);
    doors.delete(
        ONE + "/absent/{absent}",
        ENTRY,
        Operation.asks(
            "takeAbsentVoiceOff", "Takes off a voice that was noted.", ReviewAnswer.class),
        (ctx, visitor) ->
            change(ctx, visitor, (h, r) -> Preparing.notAbsent(h, r, ctx.pathParam("absent"))));
    doors.put(
        ONE + "/questions/{question}",
        ENTRY,
        Operation.takes(
            "askQuestion",
            "Adds a question for the room under a UUID that the sender makes, or changes it.",
            QuestionSent.class,
            ReviewAnswer.class),
        this::ask);
    doors.delete(
        ONE + "/questions/{question}",
        ENTRY,
        Operation.asks("doNotAskQuestion", "Takes a question off.", ReviewAnswer.class),
        (ctx, visitor) ->
            change(ctx, visitor, (h, r) -> Asking.doNotAsk(h, r, ctx.pathParam("question"))));
  }

  static void answer(Context ctx, Object what) {
    ctx.contentType("application/json").result(Json.of(what));
  }

  private void list(Context ctx, Visitor visitor) {
    answer(
        ctx,
        new ReviewList(
            store.read(
                h ->
                    Reviews.of(h, visitor.me()).stream()
                        .map(
                            r ->
                                new ReviewShort(
                                    r.id(),
                                    r.name(),
                                    r.stage().id(),
                                    r.meetsOn(),
                                    Now.of(h, r, visitor.me()).words()))
                        .toList())));
  }

  private ReviewAnswer one(Context ctx, Visitor visitor) {
    View readable = packs.current(visitor.me());
    return store.read(
        h ->
            Prepared.answer(
                h, Review.mine(h, ctx.pathParam("id"), visitor.me()), visitor.me(), readable));
  }

  private void start(Context ctx, Visitor visitor) {
    ReviewSent sent = JsonBody.read(ctx, ReviewSent.class, "a review");
    Review started =
        store.write(
            h ->
                Reviews.create(
                    h,
                    visitor.me(),
                    Form.uuid(sent.id()),
                    Form.needed(sent.name(), "what the review is called", "name"),
                    clock.millis()));
    View readable = packs.current(visitor.me());
    ctx.status(201);
    answer(
        ctx,
        store.<ReviewAnswer, RuntimeException>read(
            h -> Prepared.answer(h, started, visitor.me(), readable)));
  }

  private void change(Context ctx, Visitor visitor, Change change) {
    store.change(h -> change.make(h, Review.led(h, ctx.pathParam("id"), visitor.me())));
    answer(ctx, one(ctx, visitor));
  }

  /** Whether they lead it is asked before what they sent is read. */
  private <T> T sent(Context ctx, Visitor visitor, Class<T> type, String what) {
    store.<Review, RuntimeException>read(h -> Review.led(h, ctx.pathParam("id"), visitor.me()));
    return JsonBody.read(ctx, type, what);
  }

  private void plan(Context ctx, Visitor visitor) {
    PlanSent sent = sent(ctx, visitor, PlanSent.class, "what a review is");
    change(
        ctx,
        visitor,
        (h, r) ->
            Preparing.change(h, visitor.me(), r, sent.version(), sent.plan(), clock.millis()));
  }

  private void invite(Context ctx, Visitor visitor) {
    SeatSent sent = sent(ctx, visitor, SeatSent.class, "an invitation");
    List<String> voices = Arrays.stream(Voice.values()).map(Voice::id).toList();
    Voice voice = Voice.of(Form.choice(sent.voice(), "voice", voices));
    change(
        ctx,
        visitor,
        (h, r) ->
            Preparing.invite(
                h,
                visitor.me(),
                r,
                ctx.pathParam("person"),
                voice,
                sent.provider(),
                clock.millis()));
  }

  private void came(Context ctx, Visitor visitor) {
    CameSent sent = sent(ctx, visitor, CameSent.class, "whether somebody came");
    change(ctx, visitor, (h, r) -> Preparing.came(h, r, ctx.pathParam("person"), sent.came()));
  }

  private void absent(Context ctx, Visitor visitor) {
    AbsentSent sent = sent(ctx, visitor, AbsentSent.class, "a voice that is missing");
    change(
        ctx,
        visitor,
        (h, r) ->
            Preparing.absent(
                h,
                r,
                Form.uuid(sent.id()),
                Form.needed(sent.words(), "whose voice is missing", "words"),
                clock.millis()));
  }

  private void ask(Context ctx, Visitor visitor) {
    QuestionSent sent = sent(ctx, visitor, QuestionSent.class, "a question");
    String id = Form.uuid(ctx.pathParam("question"));
    String words = Form.needed(sent.words(), "the question", "words");
    if (sent.figure() != null && FigureId.parse(sent.figure()).isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED,
          "“figure” is the address of an indicator; its wave can be " + Packs.LATEST + ".");
    }
    change(
        ctx,
        visitor,
        (h, r) -> {
          boolean there = Reviews.questions(h, r.id()).stream().anyMatch(q -> q.id().equals(id));
          if (!there) {
            Asking.ask(h, r, id, words, sent.figure());
          }
          if (there || sent.position() != null) {
            int last = Reviews.questions(h, r.id()).size();
            int position = sent.position() == null ? last : sent.position();
            Asking.askOtherwise(h, r, id, words, sent.figure(), position);
          }
        });
  }

  private void freeze(Context ctx, Visitor visitor) {
    PackFrozen sent = sent(ctx, visitor, PackFrozen.class, "which snapshot the pack is");
    packs.freeze(
        visitor.me(), ctx.pathParam("id"), sent.version(), sent.snapshot(), clock.millis());
    answer(ctx, one(ctx, visitor));
  }

  private void moveOn(Context ctx, Visitor visitor) {
    StageSent sent = sent(ctx, visitor, StageSent.class, "a stage");
    Stage to =
        Stage.of(
            Form.choice(
                sent.stage(),
                "stage",
                List.of(
                    Stage.SAY_FIRST.id(),
                    Stage.PROVIDERS_LOOK.id(),
                    Stage.LOOK.id(),
                    Stage.READ_ALONE.id())));
    packs.advance(visitor.me(), ctx.pathParam("id"), to, clock.millis());
    answer(ctx, one(ctx, visitor));
  }
}
