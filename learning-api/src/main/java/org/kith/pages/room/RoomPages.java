package org.kith.pages.room;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.decisions.WhatHappened;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.learning.Viewer;
import org.kith.pages.ClashPage;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.pages.reviews.ReviewTop;
import org.kith.reviews.Review;
import org.kith.reviews.Reviews;
import org.kith.reviews.SaidFirst;
import org.kith.room.Edited;
import org.kith.room.Readings;
import org.kith.room.Rivals;
import org.kith.room.RoomNotes;
import org.kith.room.RoomState;
import org.kith.room.Screen;
import org.kith.room.Seat;
import org.kith.store.Store;
import org.kith.words.Numbers;

/** "Read alone" and "read together". */
public final class RoomPages {
  private static final String ONE = "/reviews/{id}";

  /** Hours are told in the time of the places that Kith is made for. */
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Library library;
  private final PackDoor packs;

  private RoomPages(PageWriter writer, Store store, Clock clock, Library library, PackDoor packs) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.library = library;
    this.packs = packs;
  }

  /** Adds the pages. */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, Library library, PackDoor packs) {
    RoomPages pages = new RoomPages(writer, store, clock, library, packs);
    Entry entry = Entry.signedIn(REVIEWS);
    doors.get(ONE + "/read", entry, pages::read);
    doors.post(ONE + "/read/{question}", entry, pages::write);
    doors.post(ONE + "/read/{question}/fits-none", entry, pages::fits);
    doors.post(ONE + "/readings/open", entry, pages::open);
    doors.get(ONE + "/together", entry, pages::together);
    doors.post(ONE + "/room", entry, pages::steer);
    doors.post(ONE + "/notes", entry, pages::add);
    doors.post(ONE + "/notes/{note}", entry, pages::change);
    doors.post(ONE + "/notes/{note}/take-off", entry, pages::takeOff);
  }

  private int people() {
    return library.current().manifest().disclosure().people();
  }

  private static Seat seat(Handle h, Context ctx, Visitor visitor) {
    return Seat.of(h, ctx.pathParam("id"), visitor.me());
  }

  private static String page(Context ctx, String page) {
    return "/reviews/" + ctx.pathParam("id") + "/" + page;
  }

  // ---- alone

  private void read(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Read alone", "reviews");
    ReadPage page =
        store.read(
            h -> {
              Seat seat = seat(h, ctx, visitor);
              Review review = seat.review();
              String stage =
                  review.aloneOpened() == null
                      ? "early"
                      : review.aloneClosed() == null ? "now" : "opened";
              return new ReadPage(
                  frame,
                  ReviewTop.of(review, ReviewTop.Page.READ),
                  review.id(),
                  stage,
                  Readings.standing(h, review, people()),
                  seat.leads(),
                  review.published() != null,
                  stage.equals("early") ? List.of() : asked(h, seat));
            });
    writer.writeWithScript(ctx, 200, "review-read.jte", page);
  }

  private List<ReadPage.Asked> asked(Handle h, Seat seat) {
    Map<String, Readings.Mine> mine = Readings.mine(h, seat);
    View pack = packs.pack(h, seat.review(), seat.person());
    return Reviews.questions(h, seat.review().id()).stream()
        .map(
            q -> {
              Readings.Mine m =
                  mine.getOrDefault(
                      q.id(),
                      new Readings.Mine(q.id(), UUID.randomUUID().toString(), "", 0, false));
              RoomFigure figure = figure(pack, seat.review(), q, null);
              return new ReadPage.Asked(
                  q.id(),
                  q.position(),
                  q.words(),
                  figure,
                  m.id(),
                  m.words(),
                  m.version(),
                  m.fitsNone());
            })
        .toList();
  }

  private static RoomFigure figure(View pack, Review review, Reviews.Question q, SaidFirst before) {
    return RoomFigure.of(
            pack,
            q.figure(),
            before,
            review.looked() == null ? "" : HOUR.format(Instant.ofEpochMilli(review.looked())),
            "/reviews/" + review.id() + "/look",
            "q" + q.position())
        .orElse(null);
  }

  private void write(Context ctx, Visitor visitor) throws IOException {
    Form form = Form.of(ctx);
    store.read(h -> seat(h, ctx, visitor));
    var sent =
        new Readings.Sent(
            form.id(), ctx.pathParam("question"), form.words("words"), form.version());
    Edited<Readings.Mine> kept =
        store.write(h -> Readings.write(h, seat(h, ctx, visitor), sent, clock.millis()));
    String back = page(ctx, "read");
    if (kept.kept()) {
      Sent.kept(ctx, back);
    } else {
      ClashPage.answer(
          ctx,
          writer,
          back,
          kept.now().version(),
          List.of(new Sent.Field("words", "What you read in it", kept.now().words())));
    }
  }

  private void fits(Context ctx, Visitor visitor) {
    boolean none = Form.of(ctx).choice("none", List.of("yes", "no")).equals("yes");
    store.write(h -> Readings.fitsNone(h, seat(h, ctx, visitor), ctx.pathParam("question"), none));
    Sent.kept(ctx, page(ctx, Form.of(ctx).words("back").equals("together") ? "together" : "read"));
  }

  private void open(Context ctx, Visitor visitor) {
    store.change(
        h -> Readings.open(h, Seat.led(h, ctx.pathParam("id"), visitor.me()), clock.millis()));
    Sent.kept(ctx, page(ctx, "together"));
  }

  // ---- together

  private void together(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Reading together", "reviews");
    TogetherPage page = store.read(h -> together(h, frame, seat(h, ctx, visitor)));
    writer.writeWithScript(ctx, 200, "review-together.jte", page);
  }

  private TogetherPage together(Handle h, Frame frame, Seat seat) {
    Review review = seat.review();
    boolean open = review.aloneClosed() != null;
    List<Reviews.Question> all = Reviews.questions(h, review.id());
    WhatHappened before = open ? WhatHappened.of(h, seat).orElse(null) : null;
    Reviews.Question shown =
        all.stream()
            .filter(q -> open && q.position() == review.showing())
            .findFirst()
            .orElse(open && before == null && !all.isEmpty() ? all.get(0) : null);
    View pack = shown == null ? null : packs.pack(h, review, seat.person()).as(Viewer.NOBODY);
    return new TogetherPage(
        frame,
        ReviewTop.of(review, ReviewTop.Page.TOGETHER),
        review.id(),
        open,
        Readings.standing(h, review, people()),
        seat.leads(),
        open && review.published() == null,
        kicker(h, review, shown, all.size()),
        shown == null
            ? null
            : new TogetherPage.Question(shown.id(), shown.position(), shown.words()),
        all.size(),
        before,
        shown == null
            ? null
            : figure(pack, review, shown, SaidFirst.of(h, review, shown.id(), people())),
        shown == null ? null : Rivals.of(h, review, shown.id(), seat.person(), people()),
        open ? notes(h, seat, all) : List.of(),
        Screen.Time.of(review, clock.millis()),
        RoomState.of(h, review, clock.millis()),
        pack == null
            ? ""
            : "Snapshot "
                + pack.snapshot()
                + ", "
                + Frame.DAY.format(Instant.parse(pack.manifest().made())),
        UUID.randomUUID().toString());
  }

  private static String kicker(Handle h, Review review, Reviews.Question shown, int questions) {
    long here = Reviews.participants(h, review.id()).stream().filter(p -> p.came()).count();
    List<String> parts = new ArrayList<>(List.of(review.name()));
    parts.add(Numbers.people((int) here) + " in the room");
    if (shown != null) {
      parts.add("question " + shown.position() + " of " + questions);
    }
    return String.join(" · ", parts);
  }

  private static List<TogetherPage.Heap> notes(
      Handle h, Seat seat, List<Reviews.Question> questions) {
    List<TogetherPage.Written> all =
        RoomNotes.of(h, seat, null).stream()
            .map(
                n ->
                    new TogetherPage.Written(
                        n,
                        questions.stream()
                            .filter(q -> q.id().equals(n.question()))
                            .findFirst()
                            .map(Reviews.Question::position)
                            .orElse(0)))
            .toList();
    return List.of(RoomNotes.Kind.values()).stream()
        .map(k -> new TogetherPage.Heap(k, all.stream().filter(w -> w.note().kind() == k).toList()))
        .toList();
  }

  private void steer(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    store.read(h -> Seat.led(h, id, visitor.me()));
    Form form = Form.of(ctx);
    String question = form.words("question");
    String time = form.words("time");
    String minutes = form.words("minutes");
    if (!question.matches("[0-9]{0,3}") || !minutes.matches("[0-9]{0,3}")) {
      throw ProblemException.of(
          Problem.Kind.NOT_ACCEPTED, "A question and a time are whole numbers.");
    }
    store.change(
        h -> {
          if (!question.isEmpty()) {
            Screen.show(h, Seat.led(h, id, visitor.me()), Integer.parseInt(question));
          }
          if (!time.isEmpty()) {
            Screen.time(
                h,
                Seat.led(h, id, visitor.me()),
                Screen.Step.of(time),
                minutes.isEmpty() ? Screen.USUAL_MINUTES : Integer.parseInt(minutes),
                clock.millis());
          }
        });
    Sent.kept(ctx, page(ctx, "together"));
  }

  // ---- what the room writes down

  private void add(Context ctx, Visitor visitor) {
    store.read(h -> seat(h, ctx, visitor));
    Form form = Form.of(ctx);
    String question = form.words("question");
    var sent =
        new RoomNotes.Sent(
            form.id(),
            question.isEmpty() ? null : question,
            RoomNotes.Kind.of(form.words("kind")),
            form.words("words"),
            form.words("whom"));
    store.write(h -> RoomNotes.add(h, seat(h, ctx, visitor), sent, clock.millis()));
    Sent.kept(ctx, page(ctx, "together"));
  }

  private void change(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("note");
    store.read(h -> RoomNotes.one(h, seat(h, ctx, visitor).together(), id));
    Form form = Form.of(ctx);
    Edited<RoomNotes.Note> kept =
        store.write(
            h ->
                RoomNotes.edit(
                    h,
                    seat(h, ctx, visitor),
                    id,
                    form.words("words"),
                    form.words("whom"),
                    form.version(),
                    clock.millis()));
    if (kept.kept()) {
      Sent.kept(ctx, page(ctx, "together"));
      return;
    }
    RoomNotes.Note now = kept.now();
    List<Sent.Field> theirs = new ArrayList<>();
    theirs.add(new Sent.Field("words", now.kind().words(), now.words()));
    if (now.kind() == RoomNotes.Kind.TELL) {
      theirs.add(new Sent.Field("whom", "Whom we will tell", now.whom()));
    }
    ClashPage.answer(ctx, writer, page(ctx, "together"), now.version(), theirs);
  }

  private void takeOff(Context ctx, Visitor visitor) {
    store.change(
        h -> RoomNotes.takeOff(h, seat(h, ctx, visitor), ctx.pathParam("note"), clock.millis()));
    Sent.kept(ctx, page(ctx, "together"));
  }
}
