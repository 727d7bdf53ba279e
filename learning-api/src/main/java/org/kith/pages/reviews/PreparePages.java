package org.kith.pages.reviews;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reviews.Asking;
import org.kith.reviews.Packs;
import org.kith.reviews.Preparing;
import org.kith.reviews.Preparing.Plan;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;
import org.kith.store.Store;

/** Preparing a review: each step is a form of its own, and all are open at once. */
final class PreparePages {
  private static final String ONE = "/reviews/{id}/prepare";

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Packs packs;

  PreparePages(PageWriter writer, Store store, Clock clock, Packs packs) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.packs = packs;
  }

  private interface Step {
    void take(Handle h, Review review, Form form);
  }

  void add(Doors doors) {
    doors.get(ONE, Entry.signedIn(REVIEWS), this::show);
    post(doors, "/purpose", "purpose", this::purpose);
    post(doors, "/scope", "scope", this::scope);
    post(doors, "/absent", "people", this::absent);
    post(doors, "/questions", "questions", this::ask);
    doors.post(ONE + "/pack", Entry.signedIn(REVIEWS), this::freeze);
    doors.post(ONE + "/people", Entry.signedIn(REVIEWS), this::invite);
    doors.post(ONE + "/people/{person}/take-off", Entry.signedIn(REVIEWS), this::takeOff);
    doors.post(ONE + "/people/{person}/came", Entry.signedIn(REVIEWS), this::came);
    doors.post(ONE + "/absent/{absent}/take-off", Entry.signedIn(REVIEWS), this::notAbsent);
    doors.post(ONE + "/questions/{question}", Entry.signedIn(REVIEWS), this::askOtherwise);
    doors.post(ONE + "/questions/{question}/take-off", Entry.signedIn(REVIEWS), this::doNotAsk);
  }

  private void post(Doors doors, String path, String part, Step step) {
    doors.post(
        ONE + path,
        Entry.signedIn(REVIEWS),
        (ctx, visitor) ->
            take(ctx, visitor, part, (h, review, form) -> step.take(h, review, form)));
  }

  private void take(Context ctx, Visitor visitor, String part, Step step) {
    String id = ctx.pathParam("id");
    store.change(h -> step.take(h, Review.led(h, id, visitor.me()), Form.of(ctx)));
    Sent.kept(ctx, "/reviews/" + id + "/prepare#" + part);
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Prepare", "reviews");
    Preparation of = new Preparation(packs, visitor.me(), frame);
    PreparePage page =
        store.read(h -> of.page(h, Review.mine(h, ctx.pathParam("id"), visitor.me())));
    writer.writeWithScript(ctx, 200, "review-prepare.jte", page);
  }

  private void purpose(Handle h, Review review, Form form) {
    Plan plan =
        Plan.of(h, review)
            .saying(
                form.needed("name", "what the review is called"),
                form.words("purpose"),
                form.words("notfor"));
    Preparing.change(h, by(h, review), review, form.version(), plan, clock.millis());
  }

  private void scope(Handle h, Review review, Form form) {
    Plan plan =
        new Plan(
            review.name(),
            review.purpose(),
            review.notFor(),
            given(form, "place"),
            given(form, "from"),
            given(form, "to"),
            given(form, "follows"),
            form.day("meets"),
            review.stage() == Stage.PREPARE ? form.all("cycle") : Plan.of(h, review).cycles());
    if (review.stage() != Stage.PREPARE) {
      plan =
          new Plan(
              review.name(),
              review.purpose(),
              review.notFor(),
              review.place(),
              review.fromWave(),
              review.toWave(),
              review.follows(),
              form.day("meets"),
              plan.cycles());
    }
    Preparing.change(h, by(h, review), review, form.version(), plan, clock.millis());
  }

  /** Whoever leads a review is whoever sent this: {@link Review#led} was asked before. */
  private static Person by(Handle h, Review review) {
    return People.find(h, review.commissioner()).orElseThrow();
  }

  private static String given(Form form, String field) {
    String words = form.words(field);
    return words.isEmpty() ? null : words;
  }

  private void absent(Handle h, Review review, Form form) {
    Preparing.absent(
        h, review, form.id(), form.needed("words", "whose voice is missing"), clock.millis());
  }

  private void ask(Handle h, Review review, Form form) {
    Asking.ask(
        h, review, form.id(), form.needed("words", "the question"), Preparation.figure(form));
  }

  private void freeze(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String id = ctx.pathParam("id");
    String pack = form.needed("pack", "which snapshot the pack is frozen to");
    packs.freeze(
        visitor.me(),
        id,
        form.version(),
        pack.equals(Preparation.NEXT) ? null : pack,
        clock.millis());
    Sent.kept(ctx, "/reviews/" + id + "/prepare#pack");
  }

  private void invite(Context ctx, Visitor visitor) {
    take(
        ctx,
        visitor,
        "people",
        (h, review, form) ->
            Preparing.invite(
                h,
                visitor.me(),
                review,
                form.needed("person", "who is invited"),
                Voice.of(
                    form.choice("voice", Arrays.stream(Voice.values()).map(Voice::id).toList())),
                form.ticked("provider"),
                clock.millis()));
  }

  private void takeOff(Context ctx, Visitor visitor) {
    take(
        ctx,
        visitor,
        "people",
        (h, review, form) ->
            Preparing.takeOff(h, visitor.me(), review, ctx.pathParam("person"), clock.millis()));
  }

  private void came(Context ctx, Visitor visitor) {
    take(
        ctx,
        visitor,
        "people",
        (h, review, form) ->
            Preparing.came(
                h,
                review,
                ctx.pathParam("person"),
                form.choice("came", List.of("yes", "no")).equals("yes")));
  }

  private void notAbsent(Context ctx, Visitor visitor) {
    take(
        ctx,
        visitor,
        "people",
        (h, review, form) -> Preparing.notAbsent(h, review, ctx.pathParam("absent")));
  }

  private void askOtherwise(Context ctx, Visitor visitor) {
    take(
        ctx,
        visitor,
        "questions",
        (h, review, form) ->
            Asking.askOtherwise(
                h,
                review,
                ctx.pathParam("question"),
                form.needed("words", "the question"),
                Preparation.figure(form),
                position(form)));
  }

  private static int position(Form form) {
    String given = form.words("position");
    if (!given.matches("[0-9]{1,3}")) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "Where a question stands is a number: 1 for the first.");
    }
    return Integer.parseInt(given);
  }

  private void doNotAsk(Context ctx, Visitor visitor) {
    take(
        ctx,
        visitor,
        "questions",
        (h, review, form) -> Asking.doNotAsk(h, review, ctx.pathParam("question")));
  }
}
