package org.kith.pages.ties;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.charts.CycleMap;
import org.kith.cycles.Membership;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.store.Store;
import org.kith.ties.Inbox;
import org.kith.ties.Raised;
import org.kith.ties.Replied;
import org.kith.ties.Stewardship;
import org.kith.ties.Tie;
import org.kith.ties.Ties;
import org.kith.ties.Way;
import org.kith.words.Numbers;

/** The inbox, ties of a cycle, and the steward's view. */
public final class TiesPages {
  private static final Entry OPEN = Entry.signedIn(CYCLES);
  private static final String ONE = "/cycles/{id}/ties/{tie}";
  private static final int UNPROCESSABLE = 422;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;

  private TiesPages(PageWriter writer, Store store, Clock clock) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, PageWriter writer, Store store, Clock clock) {
    TiesPages pages = new TiesPages(writer, store, clock);
    doors.get("/inbox", OPEN, pages::inbox);
    doors.get("/stewardship", OPEN, pages::stewardship);
    doors.get("/cycles/{id}/ties/new", OPEN, pages::raising);
    doors.post("/cycles/{id}/ties", OPEN, pages::raise);
    doors.get(ONE, OPEN, pages::tie);
    doors.post(ONE + "/replies", OPEN, pages::reply);
    doors.post(ONE + "/again", OPEN, pages::again);
    doors.post(ONE + "/meanwhile", OPEN, pages::meanwhile);
  }

  private void inbox(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    long now = clock.millis();
    var frame = writer.frame(ctx, "Inbox", "inbox");
    InboxPage page =
        store.read(
            h -> {
              Inbox inbox = Inbox.of(h, me);
              return new InboxPage(
                  frame,
                  inbox.waiting().stream().map(t -> waiting(t, now)).toList(),
                  inbox.trying().stream().map(t -> TieLine.of(t, t.to().cycle(), now)).toList(),
                  inbox.raised().stream().map(t -> TieLine.of(t, t.from().cycle(), now)).toList(),
                  inbox.reviews(),
                  !me.cycles().isEmpty(),
                  Stewardship.isFor(h, me));
            });
    writer.writeWithScript(ctx, 200, "inbox.jte", page);
  }

  private static InboxPage.Waiting waiting(Tie tie, long now) {
    TieLine line = TieLine.of(tie, tie.to().cycle(), now);
    return new InboxPage.Waiting(line, tie.to().name(), ReplyForm.empty(line, false, "inbox"));
  }

  private void raising(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    Way way = way(ctx.queryParam("way"));
    RaisePage.Given given = given(ctx, visitor.me(), cycle);
    raising(ctx, visitor, 200, way, given, "");
  }

  /** What is asked of somebody else starts with the words that were not answered. */
  private RaisePage.Given given(Context ctx, Person me, String cycle) {
    String about = ctx.queryParam("about");
    Optional<Tie> asked =
        about == null ? Optional.empty() : store.read(h -> Ties.find(h, me, cycle, about));
    return new RaisePage.Given(
        UUID.randomUUID().toString(),
        asked.map(t -> t.matter().id()).orElse(""),
        "",
        "",
        asked.map(Tie::words).orElse(""));
  }

  private void raising(
      Context ctx, Visitor visitor, int status, Way way, RaisePage.Given given, String problem)
      throws IOException {
    String cycle = ctx.pathParam("id");
    var frame = writer.frame(ctx, "Pass something on", "cycles");
    RaisePage page =
        store.read(
            h ->
                new RaisePage(
                    frame,
                    cycle,
                    name(h, visitor.me(), cycle),
                    way,
                    Ties.destinations(h, visitor.me(), cycle, way),
                    given,
                    problem));
    writer.writeWithScript(ctx, status, "raise.jte", page);
  }

  private static Way way(String given) {
    return given == null || !given.matches("up|down|across") ? Way.UP : Way.of(given);
  }

  private static String name(Handle h, Person me, String cycle) {
    Membership.needed(h, cycle, me);
    return h.createQuery("select name from cycle where id = :id")
        .bind("id", cycle)
        .mapTo(String.class)
        .one();
  }

  private void raise(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    store.read(h -> Membership.needed(h, cycle, visitor.me()));
    Form form = Form.of(ctx);
    try {
      Raised raised =
          Raised.of(
              form.words("id"),
              form.words("way"),
              form.words("kind"),
              form.words("to"),
              form.words("outside"),
              form.words("words"));
      store.change(h -> Ties.raise(h, visitor.me(), cycle, raised, clock.millis()));
      Sent.kept(ctx, "/cycles/" + cycle + "#ties");
    } catch (ProblemException e) {
      shownAgain(ctx, e);
      RaisePage.Given given =
          new RaisePage.Given(
              UUID.randomUUID().toString(),
              typed(ctx, "kind"),
              typed(ctx, "to"),
              typed(ctx, "outside"),
              typed(ctx, "words"));
      raising(ctx, visitor, UNPROCESSABLE, way(typed(ctx, "way")), given, e.getMessage());
    }
  }

  /** What was typed is shown again with what is wrong; a script keeps it itself and is told. */
  private static void shownAgain(Context ctx, ProblemException e) {
    if (e.kind() != Problem.Kind.NOT_ACCEPTED || Sent.byScript(ctx)) {
      throw e;
    }
  }

  private static String typed(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field)).orElse("");
  }

  private void tie(Context ctx, Visitor visitor) throws IOException {
    tie(ctx, visitor, 200, null, "", "");
  }

  private void tie(
      Context ctx,
      Visitor visitor,
      int status,
      ReplyForm form,
      String noteWords,
      String noteProblem)
      throws IOException {
    String cycle = ctx.pathParam("id");
    var frame = writer.frame(ctx, "What was passed on", "cycles");
    TiePage page =
        store.read(
            h -> {
              Tie tie = Ties.needed(h, visitor.me(), cycle, ctx.pathParam("tie"));
              TieLine line = TieLine.of(tie, cycle, clock.millis());
              ReplyForm empty = line.replies() ? ReplyForm.empty(line, tie.to() == null, "") : null;
              return new TiePage(
                  frame,
                  line,
                  name(h, visitor.me(), cycle),
                  form == null ? empty : form,
                  UUID.randomUUID().toString(),
                  noteWords,
                  noteProblem);
            });
    writer.writeWithScript(ctx, status, "tie.jte", page);
  }

  private void reply(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    Tie asked = store.read(h -> Ties.needed(h, visitor.me(), cycle, ctx.pathParam("tie")));
    Form form = Form.of(ctx);
    String back = typed(ctx, "back").equals("inbox") ? "inbox" : "";
    try {
      Replied replied = Replied.of(form.words("id"), form.words("answer"), form.words("words"));
      store.change(h -> Ties.reply(h, visitor.me(), cycle, asked.id(), replied, clock.millis()));
      Sent.kept(ctx, back.isEmpty() ? "/cycles/" + cycle + "#ties" : "/inbox");
    } catch (ProblemException e) {
      shownAgain(ctx, e);
      ReplyForm again =
          new ReplyForm(
              "/cycles/" + cycle + "/ties/" + asked.id() + "/replies",
              UUID.randomUUID().toString(),
              back,
              asked.to() == null,
              typed(ctx, "answer"),
              typed(ctx, "words"),
              e.getMessage());
      tie(ctx, visitor, UNPROCESSABLE, again, "", "");
    }
  }

  private void again(Context ctx, Visitor visitor) {
    String cycle = ctx.pathParam("id");
    store.change(h -> Ties.askAgain(h, visitor.me(), cycle, ctx.pathParam("tie"), clock.millis()));
    Sent.kept(ctx, "/cycles/" + cycle + "#ties");
  }

  private void meanwhile(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    Tie asked = store.read(h -> Ties.needed(h, visitor.me(), cycle, ctx.pathParam("tie")));
    Form form = Form.of(ctx);
    try {
      String id = form.id();
      String words = form.needed("words", "what you do meanwhile");
      store.change(
          h -> Ties.meanwhile(h, visitor.me(), cycle, asked.id(), id, words, clock.millis()));
      Sent.kept(ctx, "/cycles/" + cycle + "/ties/" + asked.id());
    } catch (ProblemException e) {
      shownAgain(ctx, e);
      tie(ctx, visitor, UNPROCESSABLE, null, typed(ctx, "words"), e.getMessage());
    }
  }

  private void stewardship(Context ctx, Visitor visitor) throws IOException {
    long now = clock.millis();
    Stewardship view = store.read(h -> Stewardship.of(h, visitor.me(), now));
    StewardshipPage page =
        new StewardshipPage(
            writer.frame(ctx, "How the cycles are tied", "cycles"),
            !view.cycles().isEmpty(),
            CycleMaps.of(view).map(m -> m.html("tied", "tied-h", "tied-d", true)).orElse(""),
            view.links().stream().map(l -> line(l, now)).toList(),
            view.quiet().stream()
                .map(
                    q ->
                        new StewardshipPage.Quiet(
                            q.cycle().name(),
                            q.cycle().scale().words(),
                            MONTH.format(Instant.ofEpochMilli(q.since()))))
                .toList(),
            view.waiting().stream().map(l -> line(l, now)).toList());
    writer.write(ctx, 200, "stewardship.jte", page);
  }

  private static StewardshipPage.Line line(Stewardship.Link l, long now) {
    boolean read = !l.words().isEmpty();
    String to = l.to() != null ? l.to().name() : read ? l.outside() : "somebody outside";
    long days = Math.max(0, (now - l.raised()) / 86_400_000L);
    return new StewardshipPage.Line(
        l.from().name(),
        to,
        l.way().words(),
        read ? l.words() : Numbers.capital(l.matter().words()),
        read,
        TieLine.day(l.raised()),
        TieLine.days(days),
        l.waits() && l.answer() == null
            ? "Nothing yet"
            : l.answer() == null ? "" : l.answer().words().replace(", because", ""));
  }

  /** The picture of a view. */
  private static final class CycleMaps {
    static Optional<CycleMap> of(Stewardship view) {
      List<Stewardship.Link> between = view.links().stream().filter(l -> l.to() != null).toList();
      if (between.isEmpty()) {
        return Optional.empty();
      }
      List<CycleMap.Node> nodes =
          view.cycles().stream()
              .map(c -> new CycleMap.Node(c.cycle(), c.name(), Numbers.capital(c.scale().words())))
              .toList();
      return Optional.of(
          new CycleMap(
              nodes,
              between.stream()
                  .map(l -> new CycleMap.Strand(l.from().cycle(), l.to().cycle(), !l.waits()))
                  .toList()));
    }
  }
}
