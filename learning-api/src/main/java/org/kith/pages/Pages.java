package org.kith.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.cycles.Mark;
import org.kith.http.ClashException;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.people.Person;
import org.kith.published.Manifest;
import org.kith.residents.Contests;
import org.kith.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of contents of the pages, and how each is answered. */
public final class Pages {

  /** Opens the library; {@link FileNotFoundException} while nothing is published. */
  public interface Shelf {
    /** The library, opened now or before. */
    Library open() throws IOException;
  }

  private interface Page {
    Optional<Rendered> of(Context ctx, Library library, View view) throws IOException;
  }

  private record Rendered(String template, Object model) {}

  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

  private final Shelf shelf;
  private final Supplier<String> incidents;
  private final PageWriter writer;
  private Function<Person, String> news = person -> "";
  private Function<Person, List<Mark>> marks = person -> List.of();
  private Function<Visitor, HomeNow> goesOn = visitor -> HomeNow.nothing();
  private Function<String, List<Contests.Shown>> contested = about -> List.of();

  private Pages(Shelf shelf, Supplier<String> incidents) {
    this.shelf = shelf;
    this.incidents = incidents;
    this.writer = new PageWriter(shelf);
  }

  /**
   * The pages of a library.
   *
   * @param shelf where the snapshots are
   * @param incidents numbers for what goes wrong, each used once
   */
  public static Pages of(Shelf shelf, Supplier<String> incidents) {
    return new Pages(shelf, incidents);
  }

  /**
   * Every page and file, in one list.
   *
   * @param guide the API described for people: HTML of Kith's own, without anybody's data
   */
  public void doors(Doors doors, String guide) {
    get(doors, "/", page(this::home));
    get(doors, "/constructs", page((ctx, l, v) -> page("constructs.jte", ConstructsPage.of(v))));
    get(doors, "/constructs/{construct}", page((ctx, l, v) -> marked(ctx, v)));
    get(doors, "/instruments/{instrument}", page((ctx, l, v) -> instrument(ctx, v)));
    MeasurementPages.doors(doors, this);
    get(doors, "/about-this-data", page(this::about));
    get(doors, "/snapshots/{snapshot}/constructs/{construct}", page(this::frozen));
    get(doors, "/snapshots/{snapshot}/constructs/{construct}/{figure}.csv", guarded(this::csv));
    get(doors, "/accessibility", guarded(ctx -> words(ctx, "Accessibility", "")));
    get(doors, "/api", guarded(ctx -> words(ctx, "The same for programs", guide)));
    for (StaticFile file : StaticFile.ALL) {
      get(doors, file.path(), file::answer);
    }
  }

  /**
   * Tells people on the home page what came to their own reflections.
   *
   * @param sentence in one sentence, or empty
   */
  public void telling(Function<Person, String> sentence) {
    news = sentence;
  }

  /** Tells people on the home page what goes on in the learning cycles and reviews of a store. */
  public void telling(Store store, Clock clock) {
    goesOn = visitor -> HomeNow.of(store, clock, visitor);
  }

  /**
   * Shows people the experiments of their own cycles on the charts that these hope to move.
   *
   * @param seen those a person may see
   */
  public void marking(Function<Person, List<Mark>> seen) {
    marks = seen;
  }

  /**
   * Shows what people who answered say was not so.
   *
   * @param of an address, such as {@code /constructs/belonging}
   */
  public void contested(Function<String, List<Contests.Shown>> of) {
    contested = of;
  }

  /** What page families of their own send their pages with. */
  public PageWriter writer() {
    return writer;
  }

  private static void get(Doors doors, String path, Handler handler) {
    doors.get(path, Entry.ANYONE, (ctx, visitor) -> handler.handle(ctx));
  }

  /** Answers that there is no such page, in the style of the house. */
  public void notFound(Context ctx) {
    writer.write(ctx, 404, "missing.jte", new ErrorPage(Frame.bare("Not found", ""), ""));
  }

  /** Answers that something went wrong here, with a number that is also in the log. */
  public void failed(Context ctx, Exception e) {
    String incident = incidents.get();
    LOG.error("Incident {} at {}", incident, ctx.path(), e);
    writer.write(
        ctx, 500, "failed.jte", new ErrorPage(Frame.bare("Something went wrong", ""), incident));
  }

  /**
   * Answers that something cannot be done, and what to do instead.
   *
   * @param incident the number that is also in the log
   */
  public void refused(Context ctx, Problem.Kind kind, String detail, String incident) {
    writer.write(
        ctx,
        kind.status(),
        "notice.jte",
        new Notice(
            Frame.bare(kind.title(), ""),
            "Not done",
            kind.title(),
            detail,
            "If you need help, quote this number: " + incident + "."));
  }

  /** Answers that somebody changed it meanwhile, with both wordings. */
  public void clashed(Context ctx, ClashException clash) {
    // A change is sent to an address under the page it belongs to: /cycles/winter/…
    String[] parts = ctx.path().split("/", 4);
    String back = parts.length > 2 ? "/" + parts[1] + "/" + parts[2] : "/";
    ClashPage.answer(ctx, writer, back, clash.version(), clash.theirs());
  }

  /** The snapshot in use as whoever asks may see it; empty while nothing is published. */
  Optional<View> view(Context ctx) throws IOException {
    try {
      return Optional.of(Visitor.of(ctx).sees(shelf.open().current()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The snapshot in use as somebody may see it. */
  View seenBy(Person person) throws IOException {
    return new Visitor(person, "").sees(shelf.open().current());
  }

  /** An earlier snapshot as whoever asks may see it. */
  View view(Context ctx, String snapshot) throws IOException {
    return Visitor.of(ctx).sees(shelf.open().snapshot(snapshot));
  }

  /** Sends a figure's numbers as a file. */
  static void csv(Context ctx, String name, Figure figure) {
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"kith-%s-%s-%s.csv\""
            .formatted(figure.snapshot(), name.replaceAll("[^a-z0-9-]", ""), figure.id()));
    ctx.result(figure.table().csv());
  }

  /** Answers with pages when something is not there or goes wrong. */
  Handler guarded(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (FileNotFoundException e) {
        notFound(ctx);
      } catch (ProblemException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        failed(ctx, e);
      }
    };
  }

  private Handler page(Page page) {
    return guarded(
        ctx -> {
          Library library;
          try {
            library = shelf.open();
          } catch (FileNotFoundException e) {
            writer.write(
                ctx,
                200,
                "empty.jte",
                new ErrorPage(Frame.bare("Nothing is published yet", "home"), e.getMessage()));
            return;
          }
          Optional<Rendered> rendered =
              page.of(ctx, library, Visitor.of(ctx).sees(library.current()));
          if (rendered.isPresent()) {
            writer.write(ctx, 200, rendered.get().template(), rendered.get().model());
          } else {
            notFound(ctx);
          }
        });
  }

  private static Optional<Rendered> page(String template, Object model) {
    return Optional.of(new Rendered(template, model));
  }

  private Optional<Rendered> home(Context ctx, Library library, View view) throws IOException {
    List<String> ids = library.snapshots();
    int now = ids.indexOf(view.snapshot());
    Optional<View> before =
        now > 0
            ? Optional.of(Visitor.of(ctx).sees(library.snapshot(ids.get(now - 1))))
            : Optional.empty();
    Visitor visitor = Visitor.of(ctx);
    return page(
        "home.jte",
        HomePage.of(
            view,
            before,
            visitor.signedIn() ? news.apply(visitor.me()) : "",
            goesOn.apply(visitor)));
  }

  /** The page now, with the marks that whoever asks may see; a permanent link has none. */
  private Optional<Rendered> marked(Context ctx, View view) {
    Visitor visitor = Visitor.of(ctx);
    return ConstructPage.of(
            view,
            ctx.pathParam("construct"),
            ctx.queryParam("wave"),
            ctx.queryParam("place"),
            ctx.queryParam("item"),
            visitor.signedIn() ? marks.apply(visitor.me()) : List.of())
        .map(p -> new Rendered("construct.jte", p.contested(said(ctx))));
  }

  private List<Contests.Shown> said(Context ctx) {
    return contested.apply("/constructs/" + ctx.pathParam("construct"));
  }

  private Optional<Rendered> frozen(Context ctx, Library library, View view) throws IOException {
    // A permanent link always shows the same.
    View frozen = Visitor.of(ctx).sees(library.snapshot(ctx.pathParam("snapshot")));
    return constructPage(ctx, frozen).map(p -> new Rendered("construct.jte", p));
  }

  private static Optional<ConstructPage> constructPage(Context ctx, View view) {
    return ConstructPage.of(
        view,
        ctx.pathParam("construct"),
        ctx.queryParam("wave"),
        ctx.queryParam("place"),
        ctx.queryParam("item"));
  }

  private void csv(Context ctx) throws IOException {
    View view = Visitor.of(ctx).sees(shelf.open().snapshot(ctx.pathParam("snapshot")));
    Optional<Figure> figure =
        constructPage(ctx, view).flatMap(p -> p.figure(ctx.pathParam("figure")));
    if (figure.isEmpty()) {
      notFound(ctx);
      return;
    }
    csv(ctx, ctx.pathParam("construct"), figure.get());
  }

  private static Optional<Rendered> instrument(Context ctx, View view) {
    return InstrumentPage.of(view, ctx.pathParam("instrument"))
        .map(p -> new Rendered("instrument.jte", p));
  }

  private Optional<Rendered> about(Context ctx, Library library, View view) throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (String id : library.snapshots()) {
      all.add(library.snapshot(id).manifest());
    }
    return page("about.jte", AboutPage.of(view, all));
  }

  /** A page that needs no snapshot, though it says which one is shown when there is one. */
  private void words(Context ctx, String title, String guide) throws IOException {
    Frame frame = writer.frame(ctx, title, "");
    String template = guide.isEmpty() ? "accessibility.jte" : "programs.jte";
    writer.write(ctx, 200, template, new ErrorPage(frame, guide));
  }
}
