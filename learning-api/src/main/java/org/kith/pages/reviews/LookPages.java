package org.kith.pages.reviews;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.charts.Chart;
import org.kith.charts.SaidAndCame;
import org.kith.http.Form;
import org.kith.http.Sent;
import org.kith.learning.FigureId;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.Figure;
import org.kith.pages.FigureFor;
import org.kith.pages.FigureTable;
import org.kith.pages.FigureTable.Cell;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.published.Indicator;
import org.kith.published.LevelRow;
import org.kith.published.Visibility;
import org.kith.reviews.PackContext;
import org.kith.reviews.Packs;
import org.kith.reviews.Review;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.Reviews;
import org.kith.reviews.SaidFirst;
import org.kith.reviews.SaidFirst.Heap;
import org.kith.store.Store;
import org.kith.words.Hidden;
import org.kith.words.Numbers;

/** The evidence pack: those who provide look first and add what a number leaves out. */
final class LookPages {
  private static final String ONE = "/reviews/{id}/look";

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Packs packs;

  LookPages(PageWriter writer, Store store, Clock clock, Packs packs) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.packs = packs;
  }

  void add(Doors doors) {
    doors.get(ONE, Entry.signedIn(REVIEWS), this::show);
    doors.post(ONE + "/context", Entry.signedIn(REVIEWS), this::context);
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    Frame frame = writer.frame(ctx, "Look", "reviews");
    List<String> linked = packs.readable();
    LookPage page =
        store.read(
            h -> {
              Review review = Review.mine(h, ctx.pathParam("id"), me);
              return Packs.open(h, review, me)
                  ? open(h, review, me, packs.pack(h, review, me), linked)
                  : waiting(review, me, frame);
            });
    writer.writeWithScript(ctx, 200, "review-look.jte", page);
  }

  private static LookPage waiting(Review review, Person me, Frame frame) {
    String why =
        switch (review.stage()) {
          case PREPARE -> "There is nothing to look at yet. First everybody says what they expect.";
          case SAY_FIRST -> "It opens once everybody has had the time to say what they expect.";
          default ->
              "Those who provide are looking first, to say what a number leaves out. It opens to"
                  + " everybody after them.";
        };
    return new LookPage(
        frame.titled("Look: " + review.name()),
        ReviewTop.of(review, ReviewTop.Page.LOOK),
        why,
        review.stage() == Stage.PROVIDERS_LOOK,
        false,
        review.ledBy(me),
        false,
        "",
        List.of(),
        List.of());
  }

  private static LookPage open(Handle h, Review review, Person me, View pack, List<String> linked) {
    List<PackContext.Note> notes = PackContext.of(h, review, me);
    List<LookPage.One> questions = new ArrayList<>();
    for (Reviews.Question question : Reviews.questions(h, review.id())) {
      questions.add(one(h, review, question, pack, notes));
    }
    return new LookPage(
        Frame.of(pack, "Look: " + review.name(), "reviews"),
        ReviewTop.of(review, ReviewTop.Page.LOOK),
        "",
        review.stage() == Stage.PROVIDERS_LOOK,
        Reviews.provider(h, review.id(), me) && review.stage() != Stage.PUBLISHED,
        review.ledBy(me),
        linked.contains(pack.snapshot()),
        pack.snapshot(),
        questions,
        told(notes, null));
  }

  private static List<LookPage.Note> told(List<PackContext.Note> notes, String question) {
    return notes.stream()
        .filter(n -> question == null ? n.question() == null : question.equals(n.question()))
        .map(
            n ->
                new LookPage.Note(
                    n.words(),
                    n.voice().one() + " who looked first" + (n.yours() ? ", yours" : "")))
        .toList();
  }

  private static LookPage.One one(
      Handle h, Review review, Reviews.Question question, View pack, List<PackContext.Note> notes) {
    SaidFirst first = SaidFirst.of(h, review, question.id(), pack.manifest().disclosure().people());
    Optional<FigureId> id = Packs.figure(pack, question);
    Optional<LevelRow> came = id.flatMap(f -> level(pack, f));
    Optional<Figure> figure = id.flatMap(f -> FigureFor.of(pack, f));
    String name = "q" + question.position();
    boolean drawn = came.filter(l -> l.visibility() == Visibility.SHOWN).isPresent();
    return new LookPage.One(
        question.id(),
        question.position(),
        question.words(),
        lead(id, came, first, pack),
        drawn ? drawn(chart(came.get(), first), name) : "",
        first.heaps().isEmpty() ? null : table(first),
        figure.map(f -> named(f, name)).orElse(null),
        id.isPresent() && figure.isEmpty() ? "The pack has no figure of this." : "",
        UUID.randomUUID().toString(),
        told(notes, question.id()),
        first.sayings());
  }

  private static Optional<LevelRow> level(View pack, FigureId f) {
    return f.indicator() == Indicator.LEVEL
        ? pack.level(f.instrument(), f.measure(), f.wave(), new Unit(f.scope(), f.unit(), ""))
        : Optional.empty();
  }

  /** At the widths of every figure, because it stands among figures here. */
  private static String drawn(Chart chart, String name) {
    Chart asFigure = (width, id) -> chart.svg(width, id);
    return asFigure.html(name + "-c", name + "-h", name + "-l", false);
  }

  private static SaidAndCame chart(LevelRow came, SaidFirst first) {
    return new SaidAndCame(
        came.percent(),
        came.low(),
        came.high(),
        first.heaps().stream()
            .map(
                heap ->
                    new SaidAndCame.Heap(
                        heap.at() - 2.5, heap.at() + 2.5, heap.words(), heap.people()))
            .toList());
  }

  private static List<String> lead(
      Optional<FigureId> id, Optional<LevelRow> came, SaidFirst first, View pack) {
    List<String> lead = new ArrayList<>();
    if (id.filter(f -> f.indicator() == Indicator.LEVEL).isPresent()) {
      lead.add(
          first.ranges() == null
              ? "What we expected is not drawn: fewer than "
                  + first.fewest()
                  + " of us said a share."
              : first.heaps().isEmpty()
                  ? Numbers.capital(Numbers.people(first.ranges()))
                      + " said a share; they cannot be shown in two heaps that are large enough to"
                      + " hide in."
                  : most(first));
    }
    came.ifPresent(
        l ->
            lead.add(
                l.visibility() == Visibility.SHOWN
                    ? "What came was "
                        + Numbers.percent(l.percent())
                        + ", plausibly "
                        + Numbers.range(l.low(), l.high())
                        + "."
                    : Hidden.of(
                        l.visibility(),
                        pack.manifest().disclosure().people(),
                        pack.manifest().disclosure().organisations())));
    return lead;
  }

  /** The heap that holds the most of us, when it holds more than the others. */
  private static String most(SaidFirst first) {
    Heap largest = first.heaps().stream().max(Comparator.comparing(Heap::people)).orElseThrow();
    boolean half = 2 * largest.people() > first.ranges();
    return "Before it opened, "
        + (half ? "most of us" : Numbers.people(largest.people()) + " of " + first.ranges())
        + " expected "
        + largest.words()
        + " of 100.";
  }

  private static FigureTable table(SaidFirst first) {
    return new FigureTable(
        "What we said before it opened. At least " + first.fewest() + " in each heap.",
        List.of("We expected, of 100", "How many of us"),
        first.heaps().stream()
            .map(heap -> List.of(Cell.words(heap.words()), Cell.number(heap.people())))
            .toList());
  }

  /** The same figure with ids of its own, because a page has several. */
  private static Figure named(Figure f, String name) {
    return new Figure(
        name + f.id(),
        f.title(),
        f.reads(),
        f.chart().replace(f.id() + "-", name + f.id() + "-"),
        f.question(),
        f.table(),
        f.csv(),
        f.permanent(),
        f.snapshot(),
        f.notes());
  }

  private void context(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    Form form = Form.of(ctx);
    String question = form.words("question");
    store.change(
        h ->
            PackContext.add(
                h,
                Review.mine(h, id, visitor.me()),
                visitor.me(),
                form.id(),
                question.isEmpty() ? null : question,
                form.needed("words", "what the number leaves out"),
                clock.millis()));
    Sent.kept(ctx, "/reviews/" + id + "/look");
  }
}
