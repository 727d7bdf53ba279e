package org.kith.pages.reviews;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.published.ItemRow;
import org.kith.published.WaveRow;
import org.kith.reviews.Now;
import org.kith.reviews.Packs;
import org.kith.reviews.Predictions;
import org.kith.reviews.Predictions.Expected;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.Reviews;
import org.kith.store.Store;
import org.kith.words.Level;
import org.kith.words.Numbers;

/** Saying what one expects, before anybody sees. */
final class SayPages {
  private static final String ONE = "/reviews/{id}/say";

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Packs packs;

  SayPages(PageWriter writer, Store store, Clock clock, Packs packs) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.packs = packs;
  }

  void add(Doors doors) {
    doors.get(ONE, Entry.signedIn(REVIEWS), this::show);
    doors.post(ONE, Entry.signedIn(REVIEWS), this::say);
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Say it first", "reviews");
    View view = packs.current(visitor.me());
    SayPage page =
        store.read(
            h ->
                page(
                    h,
                    Review.mine(h, ctx.pathParam("id"), visitor.me()),
                    visitor.me(),
                    frame,
                    view));
    writer.writeWithScript(ctx, 200, "review-say.jte", page);
  }

  private static SayPage page(Handle h, Review review, Person me, Frame frame, View view) {
    Map<String, Expected> mine =
        Predictions.mine(h, review, me).stream()
            .collect(Collectors.toMap(Expected::question, Function.identity()));
    boolean open = review.stage() == Stage.SAY_FIRST;
    return new SayPage(
        frame.titled("Say it first: " + review.name()),
        ReviewTop.of(review, ReviewTop.Page.SAY),
        open,
        review.saidClosed() != null,
        review.ledBy(me),
        Review.voice(h, review.id(), me).isPresent(),
        Now.everybodySaid(h, review),
        open && review.snapshot() == null,
        sealed(review, view),
        Reviews.questions(h, review.id()).stream()
            .map(q -> Packs.shown(review, q, view))
            .map(q -> one(q, Optional.ofNullable(mine.get(q.id())), view))
            .toList());
  }

  private static String sealed(Review review, View view) {
    return review.beforeSnapshot() != null && review.beforeSnapshot().equals(review.snapshot())
        ? "There is no snapshot before this review’s pack, so these numbers can be read already. Say"
            + " what you remember expecting."
        : "Nobody here can read anything newer than snapshot "
            + view.snapshot()
            + " until everybody looks: not on a page, not in an export, not through the API.";
  }

  private static SayPage.One one(Reviews.Question question, Optional<Expected> said, View view) {
    Optional<FigureId> figure = Optional.ofNullable(question.figure()).flatMap(FigureId::parse);
    boolean share = Predictions.asksShare(question);
    return new SayPage.One(
        question.id(),
        question.position(),
        question.words(),
        share,
        figure.flatMap(f -> item(view, f)).map(i -> i.countedAs()).orElse(""),
        share ? figure.map(f -> before(view, f)).orElse("") : "",
        said.map(Expected::id).orElse(UUID.randomUUID().toString()),
        said.isPresent(),
        said.filter(s -> s.low() != null)
            .map(s -> Numbers.range(s.low(), s.high()) + " of 100")
            .orElse(""),
        said.map(Expected::words).orElse(""),
        said.map(Expected::surprise).orElse(""));
  }

  private static Optional<ItemRow> item(View view, FigureId figure) {
    return view.items(figure.instrument()).stream()
        .filter(i -> i.item().equals(figure.measure()))
        .findFirst();
  }

  /** What everybody can read of it now: the latest wave in which it was asked. */
  private static String before(View view, FigureId figure) {
    Unit unit = new Unit(figure.scope(), figure.unit(), "");
    var rules = view.manifest().disclosure();
    String before = "";
    for (WaveRow wave : view.waves()) {
      var level = view.level(figure.instrument(), figure.measure(), wave.wave(), unit);
      var item = item(view, figure);
      if (level.isPresent() && item.isPresent()) {
        before =
            wave.label()
                + ": "
                + Level.of(level.get(), item.get(), rules.people(), rules.organisations());
      }
    }
    return before;
  }

  private void say(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    Form form = Form.of(ctx);
    store.change(
        h -> {
          Review review = Review.mine(h, id, visitor.me());
          Predictions.say(
              h,
              review,
              visitor.me(),
              new Expected(
                  form.id(),
                  form.words("question"),
                  number(form.words("low")),
                  number(form.words("high")),
                  form.words("words"),
                  form.words("surprise")),
              clock.millis());
        });
    Sent.kept(ctx, "/reviews/" + id + "/say");
  }

  private static Double number(String given) {
    if (given.isEmpty()) {
      return null;
    }
    if (!given.matches("[0-9]{1,3}([.][0-9]{1,3})?")) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "A share is a number from 0 to 100, such as 45.");
    }
    return Double.valueOf(given);
  }
}
