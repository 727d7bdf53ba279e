package org.kith.pages.reviews;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Sent;
import org.kith.learning.View;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.published.PlaceRow;
import org.kith.published.WaveRow;
import org.kith.reviews.Now;
import org.kith.reviews.Packs;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.Reviews;
import org.kith.store.Store;
import org.kith.words.Numbers;

/** The reviews somebody takes part in, and one of them: where it is and what it asks of them. */
public final class ReviewPages {
  static final String SHEET = "reviews.css";

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Packs packs;

  private ReviewPages(PageWriter writer, Store store, Clock clock, Packs packs) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.packs = packs;
  }

  /** Adds the addresses of the list, of one review, and of preparing, saying first and looking. */
  public static void doors(Doors doors, PageWriter writer, Store store, Clock clock, Packs packs) {
    ReviewPages pages = new ReviewPages(writer, store, clock, packs);
    doors.get("/reviews", Entry.signedIn(REVIEWS), pages::list);
    doors.get("/reviews/new", Entry.of(REVIEWS, Role.REVIEWER), pages::start);
    doors.post("/reviews", Entry.of(REVIEWS, Role.REVIEWER), pages::create);
    doors.get("/reviews/{id}", Entry.signedIn(REVIEWS), pages::one);
    doors.post("/reviews/{id}/stage", Entry.signedIn(REVIEWS), pages::moveOn);
    doors.post("/reviews/{id}/take-over", Entry.of(REVIEWS, Role.REVIEWER), pages::takeOver);
    new PreparePages(writer, store, clock, packs).add(doors);
    new SayPages(writer, store, clock, packs).add(doors);
    new LookPages(writer, store, clock, packs).add(doors);
  }

  private void list(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    List<ReviewsPage.Entry> next = new ArrayList<>();
    List<ReviewsPage.Entry> past = new ArrayList<>();
    store.<Void, RuntimeException>read(
        h -> {
          for (Review review : Reviews.of(h, me)) {
            ReviewsPage.Entry entry =
                new ReviewsPage.Entry(
                    ReviewTop.of(review, null),
                    where(review),
                    role(h, review, me),
                    Now.of(h, review, me));
            (review.stage() == Stage.PUBLISHED ? past : next).add(entry);
          }
          return null;
        });
    writer.write(
        ctx,
        200,
        "reviews.jte",
        new ReviewsPage(
            writer.frame(ctx, "Reviews", "reviews"),
            next,
            past,
            me.roles().contains(Role.REVIEWER)));
  }

  private void start(Context ctx, Visitor visitor) throws IOException {
    writer.writeWithScript(
        ctx,
        200,
        "review-new.jte",
        new NewReviewPage(
            writer.frame(ctx, "Prepare a review", "reviews"), UUID.randomUUID().toString()));
  }

  private void create(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String id = form.id();
    String name = form.needed("name", "what the review is called");
    store.change(h -> Reviews.create(h, visitor.me(), id, name, clock.millis()));
    Sent.kept(ctx, "/reviews/" + id + "/prepare");
  }

  private void moveOn(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String to =
        form.choice(
            "to",
            List.of(
                Stage.SAY_FIRST.id(),
                Stage.PROVIDERS_LOOK.id(),
                Stage.LOOK.id(),
                Stage.READ_ALONE.id()));
    Review moved = packs.advance(visitor.me(), ctx.pathParam("id"), Stage.of(to), clock.millis());
    Sent.kept(ctx, ReviewTop.of(moved, null).now());
  }

  private void takeOver(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    store.change(
        h -> Reviews.takeOver(h, Review.mine(h, id, visitor.me()), visitor.me(), clock.millis()));
    Sent.kept(ctx, "/reviews/" + id);
  }

  private void one(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    View view = packs.current(me);
    Frame frame = writer.frame(ctx, "", "reviews");
    ReviewPage page =
        store.read(h -> of(h, Review.mine(h, ctx.pathParam("id"), me), me, view, frame));
    writer.write(ctx, 200, "review.jte", page);
  }

  private static ReviewPage of(Handle h, Review review, Person me, View view, Frame frame) {
    List<Reviews.Participant> people = Reviews.participants(h, review.id());
    return new ReviewPage(
        frame.titled(review.name()),
        ReviewTop.of(review, null),
        Now.of(h, review, me),
        role(h, review, me),
        steps(review),
        name(h, review.commissioner()),
        Numbers.list(
            people.stream().map(p -> p.voice().many().toLowerCase(Locale.UK)).distinct().toList()),
        people.stream()
            .map(Reviews.Participant::name)
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .toList(),
        Reviews.absent(h, review.id()).stream().map(Reviews.Absent::words).toList(),
        Reviews.cycles(h, review.id()).stream()
            .map(c -> new ReviewPage.Cycle(c.id(), c.name(), c.scale().words(), me.inCycle(c.id())))
            .toList(),
        about(review, view),
        Reviews.questions(h, review.id()).stream().map(Reviews.Question::words).toList(),
        before(h, review, me),
        me.roles().contains(Role.REVIEWER) && !review.ledBy(me) && Reviews.leaderless(h, review));
  }

  private static ReviewPage.Before before(Handle h, Review review, Person me) {
    return review.follows() == null
        ? null
        : Review.find(h, review.follows())
            .map(
                b ->
                    new ReviewPage.Before(
                        b.id(),
                        b.name(),
                        b.ledBy(me) || Review.voice(h, b.id(), me).isPresent(),
                        b.published() != null))
            .orElse(null);
  }

  static String name(Handle h, String person) {
    return h.createQuery("select name from person where id = :id")
        .bind("id", person)
        .mapTo(String.class)
        .one();
  }

  private static List<String> about(Review review, View view) {
    List<String> about = new ArrayList<>();
    about.add(
        review.place() == null
            ? "Every place"
            : view.places().stream()
                .filter(p -> p.place().equals(review.place()))
                .map(PlaceRow::name)
                .findFirst()
                .orElse(review.place()));
    if (review.fromWave() != null || review.toWave() != null) {
      about.add(
          (review.fromWave() == null ? "Until " : label(view, review.fromWave()) + " to ")
              + (review.toWave() == null ? "now" : label(view, review.toWave())));
    }
    return about;
  }

  /** A wave that is sealed has no name yet; its id says as much as whoever chose it did. */
  private static String label(View view, String wave) {
    return view.waves().stream()
        .filter(w -> w.wave().equals(wave))
        .map(WaveRow::label)
        .findFirst()
        .orElse("the round after those published");
  }

  private static String role(Handle h, Review review, Person me) {
    String voice = Review.voice(h, review.id(), me).map(Voice::one).orElse("");
    String part = voice.isEmpty() ? "" : "take part as " + voice;
    return review.ledBy(me)
        ? "You prepare it" + (part.isEmpty() ? "." : " and " + part + ".")
        : "You " + part + ".";
  }

  /** Where it is, in words. */
  static String where(Review review) {
    return switch (review.stage()) {
      case PREPARE -> "being prepared";
      case SAY_FIRST -> "saying it first";
      case PROVIDERS_LOOK -> "those who provide look first";
      case LOOK -> "everybody looks";
      case READ_ALONE -> "each reads alone";
      case TOGETHER -> "reading together, deciding, telling";
      case PUBLISHED -> "its account is published";
    };
  }

  private static List<ReviewPage.Step> steps(Review review) {
    Stage now = review.stage();
    return List.of(
        step(
            "Prepare",
            "Purpose, people, questions, and the pack.",
            review.created(),
            now == Stage.PREPARE),
        step(
            "Say first",
            "Each says what they expect. New numbers are sealed.",
            review.saidOpened(),
            now == Stage.SAY_FIRST),
        step(
            "Look",
            "Those who provide first, who add what a number leaves out; then everybody.",
            review.saidClosed(),
            now == Stage.PROVIDERS_LOOK || now == Stage.LOOK),
        step(
            "Read alone",
            "Each writes what they read in it. Nobody sees another’s.",
            review.aloneOpened(),
            now == Stage.READ_ALONE),
        step(
            "Read together",
            "All readings are opened at once, and stay beside each other.",
            review.aloneClosed(),
            now == Stage.TOGETHER),
        step(
            "Decide",
            "On evidence, or on a judgement that says so. Promises both ways.",
            null,
            false),
        step(
            "Tell",
            "One account that everybody who came has answered.",
            review.published(),
            now == Stage.PUBLISHED));
  }

  private static ReviewPage.Step step(String name, String words, Long at, boolean here) {
    return new ReviewPage.Step(
        name, words, at == null ? "" : Frame.DAY.format(Instant.ofEpochMilli(at)), here);
  }
}
