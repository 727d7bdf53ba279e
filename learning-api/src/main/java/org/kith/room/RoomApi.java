package org.kith.room;

import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.learning.Library;
import org.kith.reviews.Reviews;
import org.kith.room.RoomAnswers.MyReading;
import org.kith.room.RoomAnswers.MyReadings;
import org.kith.room.RoomAnswers.NoteChanged;
import org.kith.room.RoomAnswers.NoteSent;
import org.kith.room.RoomAnswers.OpenedReading;
import org.kith.room.RoomAnswers.OpenedReadings;
import org.kith.room.RoomAnswers.QuestionReadings;
import org.kith.room.RoomAnswers.ReadingColumn;
import org.kith.room.RoomAnswers.ReadingFits;
import org.kith.room.RoomAnswers.ReadingSent;
import org.kith.room.RoomAnswers.RoomNote;
import org.kith.room.RoomAnswers.RoomNotesWritten;
import org.kith.room.RoomAnswers.RoomSteered;
import org.kith.store.Store;

/**
 * Readings, the room's notes and its screen for programs: {@code /api/v1/reviews/{id}/…}. This
 * class only translates.
 */
public final class RoomApi {
  private static final String ONE = "/api/v1/reviews/{id}";

  private final Store store;
  private final Clock clock;
  private final Library library;

  private RoomApi(Store store, Clock clock, Library library) {
    this.store = store;
    this.clock = clock;
    this.library = library;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock, Library library) {
    RoomApi api = new RoomApi(store, clock, library);
    Entry entry = Entry.signedIn(REVIEWS);
    doors.get(
        ONE + "/my-readings",
        entry,
        Operation.asks(
            "myReadings",
            "What one reads in each question's figure alone; never anybody else's.",
            MyReadings.class),
        api::mine);
    doors.put(
        ONE + "/my-readings/{question}",
        entry,
        Operation.takes(
            "writeReading",
            "Keeps what one reads alone, until readings are opened.",
            ReadingSent.class,
            MyReading.class),
        api::write);
    doors.put(
        ONE + "/my-readings/{question}/fits-none",
        entry,
        Operation.takes(
            "setReadingBeside",
            "Sets one's own opened reading beside the others as fitting none of them.",
            ReadingFits.class,
            MyReading.class),
        api::fits);
    doors.post(
        ONE + "/readings/open",
        entry,
        Operation.asks(
            "openReadings",
            "Opens all readings to everybody in the review at once, for good; for whoever leads it.",
            RoomState.class),
        api::open);
    doors.get(
        ONE + "/readings",
        entry,
        Operation.asks(
            "openedReadings",
            "Readings side by side, by voice where enough people of it wrote; once they are opened.",
            OpenedReadings.class),
        api::readings);
    doors.get(
        ONE + "/room",
        entry,
        Operation.asks("roomState", "What the room's screens agree on.", RoomState.class),
        api::state);
    doors.put(
        ONE + "/room",
        entry,
        Operation.takes(
            "steerRoom",
            "Shows another question or changes the time; for whoever leads the review.",
            RoomSteered.class,
            RoomState.class),
        api::steer);
    doors.get(
        ONE + "/notes",
        entry,
        Operation.asks(
            "roomNotes", "What the room wrote down, the first first.", RoomNotesWritten.class),
        api::notes);
    doors.post(
        ONE + "/notes",
        entry,
        Operation.takes(
            "addRoomNote", "Writes something down for the room.", NoteSent.class, RoomNote.class),
        api::add);
    doors.put(
        ONE + "/notes/{note}",
        entry,
        Operation.takes(
            "changeRoomNote",
            "Puts other words in the place of a note's, if nobody did so meanwhile.",
            NoteChanged.class,
            RoomNote.class),
        api::change);
    doors.delete(
        ONE + "/notes/{note}",
        entry,
        Operation.asks("takeNoteOff", "Takes a note off the screen; the record keeps it.", null),
        api::takeOff);
  }

  private int people() {
    return library.current().manifest().disclosure().people();
  }

  private static void answer(Context ctx, int status, Object what) {
    ctx.status(status).contentType("application/json").result(Json.of(what));
  }

  private static Seat seat(Handle h, Context ctx, Visitor visitor) {
    return Seat.of(h, ctx.pathParam("id"), visitor.me());
  }

  private void mine(Context ctx, Visitor visitor) {
    answer(
        ctx,
        200,
        store.read(
            h -> {
              Seat seat = seat(h, ctx, visitor);
              Map<String, Readings.Mine> mine = Readings.mine(h, seat);
              return new MyReadings(
                  Reviews.questions(h, seat.review().id()).stream()
                      .filter(q -> mine.containsKey(q.id()))
                      .map(q -> MyReading.of(mine.get(q.id())))
                      .toList(),
                  Readings.standing(h, seat.review(), people()));
            }));
  }

  private void write(Context ctx, Visitor visitor) {
    store.read(h -> seat(h, ctx, visitor));
    ReadingSent sent = JsonBody.read(ctx, ReadingSent.class, "a reading");
    var reading =
        new Readings.Sent(sent.id(), ctx.pathParam("question"), sent.words(), sent.version());
    Readings.Mine kept =
        store
            .write(h -> Readings.write(h, seat(h, ctx, visitor), reading, clock.millis()))
            .orConflict();
    answer(ctx, 200, MyReading.of(kept));
  }

  private void fits(Context ctx, Visitor visitor) {
    store.read(h -> seat(h, ctx, visitor));
    ReadingFits fits = JsonBody.read(ctx, ReadingFits.class, "how a reading fits");
    answer(
        ctx,
        200,
        MyReading.of(
            store.write(
                h ->
                    Readings.fitsNone(
                        h, seat(h, ctx, visitor), ctx.pathParam("question"), fits.none()))));
  }

  private void open(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    store.change(h -> Readings.open(h, Seat.led(h, id, visitor.me()), clock.millis()));
    state(ctx, visitor);
  }

  private void readings(Context ctx, Visitor visitor) {
    answer(
        ctx,
        200,
        store.read(
            h -> {
              Seat seat = seat(h, ctx, visitor).together();
              return new OpenedReadings(
                  Reviews.questions(h, seat.review().id()).stream()
                      .map(q -> rivals(h, seat, q))
                      .toList());
            }));
  }

  private QuestionReadings rivals(Handle h, Seat seat, Reviews.Question q) {
    Rivals rivals = Rivals.of(h, seat.review(), q.id(), seat.person(), people());
    return new QuestionReadings(
        q.id(),
        q.words(),
        rivals.columns().stream()
            .map(c -> new ReadingColumn(c.label(), c.wrote(), OpenedReading.all(c.said())))
            .toList(),
        OpenedReading.all(rivals.kept()));
  }

  private void state(Context ctx, Visitor visitor) {
    RoomState state =
        store.read(h -> RoomState.of(h, seat(h, ctx, visitor).review(), clock.millis()));
    String tag = "\"" + state.tag() + "\"";
    ctx.header("ETag", tag);
    // Compression on the way may have made it a weak one.
    String known = String.valueOf(ctx.header("If-None-Match"));
    if (ctx.method().name().equals("GET") && known.contains(tag)) {
      ctx.status(304);
      return;
    }
    answer(ctx, 200, state);
  }

  private void steer(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    store.read(h -> Seat.led(h, id, visitor.me()));
    RoomSteered sent = JsonBody.read(ctx, RoomSteered.class, "what steers the room");
    store.change(
        h -> {
          if (sent.question() != null) {
            Screen.show(h, Seat.led(h, id, visitor.me()), sent.question());
          }
          if (sent.time() != null) {
            int minutes = sent.minutes() == null ? Screen.USUAL_MINUTES : sent.minutes();
            Screen.time(
                h,
                Seat.led(h, id, visitor.me()),
                Screen.Step.of(sent.time()),
                minutes,
                clock.millis());
          }
        });
    state(ctx, visitor);
  }

  private void notes(Context ctx, Visitor visitor) {
    answer(
        ctx,
        200,
        new RoomNotesWritten(
            store.read(h -> RoomNotes.of(h, seat(h, ctx, visitor).together(), null)).stream()
                .map(RoomNote::of)
                .toList()));
  }

  private void add(Context ctx, Visitor visitor) {
    store.read(h -> seat(h, ctx, visitor));
    NoteSent sent = JsonBody.read(ctx, NoteSent.class, "a note");
    var note =
        new RoomNotes.Sent(
            Form.uuid(sent.id()),
            sent.question(),
            RoomNotes.Kind.of(sent.kind()),
            sent.words(),
            sent.whom());
    answer(
        ctx,
        201,
        RoomNote.of(
            store.write(h -> RoomNotes.add(h, seat(h, ctx, visitor), note, clock.millis()))));
  }

  private void change(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("note");
    store.read(h -> RoomNotes.one(h, seat(h, ctx, visitor).together(), id));
    NoteChanged sent = JsonBody.read(ctx, NoteChanged.class, "a changed note");
    RoomNotes.Note kept =
        store
            .write(
                h ->
                    RoomNotes.edit(
                        h,
                        seat(h, ctx, visitor),
                        id,
                        sent.words(),
                        sent.whom(),
                        sent.version(),
                        clock.millis()))
            .orConflict();
    answer(ctx, 200, RoomNote.of(kept));
  }

  private void takeOff(Context ctx, Visitor visitor) {
    store.change(
        h -> RoomNotes.takeOff(h, seat(h, ctx, visitor), ctx.pathParam("note"), clock.millis()));
    ctx.status(204);
  }
}
