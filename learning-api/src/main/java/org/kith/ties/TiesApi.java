package org.kith.ties;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Says;
import org.kith.store.Store;

/**
 * What cycles pass to each other, for programs. This class only translates; {@link Ties}, {@link
 * Inbox} and {@link Stewardship} decide.
 */
public final class TiesApi {
  private static final Entry OPEN = Entry.signedIn(CYCLES);
  private static final String ROOT = "/api/v1/cycles/{id}/ties";
  private static final String ONE = ROOT + "/{tie}";

  private final Store store;
  private final Clock clock;

  private TiesApi(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock) {
    TiesApi api = new TiesApi(store, clock);
    doors.get(
        ROOT,
        OPEN,
        Operation.asks(
            "listTies", "What a cycle passed on or was asked, and what came back.", TieList.class),
        api::list);
    doors.post(
        ROOT,
        OPEN,
        Operation.takes(
            "raiseTie", "Passes something on from a cycle.", NewTie.class, TieAnswer.class),
        api::raise);
    doors.get(
        ROOT + "/destinations",
        OPEN,
        Operation.asks(
            "listTieDestinations",
            "The cycles that something can be passed on to, each with the way it goes there.",
            DestinationList.class),
        api::destinations);
    doors.get(
        ONE,
        OPEN,
        Operation.asks("readTie", "One tie, with everything that came back.", TieAnswer.class),
        api::one);
    doors.post(
        ONE + "/replies",
        OPEN,
        Operation.takes("replyToTie", "Answers it.", NewReply.class, TieAnswer.class),
        api::reply);
    doors.post(
        ONE + "/again",
        OPEN,
        Operation.takes("askAgain", "Asks again what has no answer.", null, TieAnswer.class),
        api::again);
    doors.post(
        ONE + "/meanwhile",
        OPEN,
        Operation.takes(
            "sayMeanwhile",
            "Says what is done until an answer comes.",
            NewNote.class,
            TieAnswer.class),
        api::meanwhile);
    doors.get(
        "/api/v1/inbox",
        OPEN,
        Operation.asks("readInbox", "What waits for whoever asks.", InboxAnswer.class),
        api::inbox);
    doors.get(
        "/api/v1/stewardship",
        OPEN,
        Operation.asks(
            "readStewardship",
            "Which cycles are tied to which, where it is quiet, and which barriers wait.",
            StewardshipAnswer.class),
        api::stewardship);
  }

  /** A learning cycle at one end of a tie. */
  @Says("A learning cycle at one end of a tie.")
  public record CycleEnd(
      @Says("Its id.") String cycle,
      @Says("Its name.") String name,
      @Says("person, team, organisation, place or national.") String scale) {
    static CycleEnd of(Tie.End end) {
      return end == null ? null : new CycleEnd(end.cycle(), end.name(), end.scale().id());
    }
  }

  /** Something that came back. */
  @Says("Something that came back.")
  public record TieReply(
      @Says("Its id.") String id,
      @Says("changed, trying or cannot.") String answer,
      @Says("In words; of cannot, the because.") String words,
      @Says("In which voice it was said or, from outside, written down.") String voice,
      @Says("Whether it is yours.") boolean yours,
      @Says("When, in UTC.") String at) {
    static TieReply of(Tie.Reply r) {
      return new TieReply(
          r.id(), r.answer().id(), r.words(), r.voice().id(), r.yours(), iso(r.at()));
    }
  }

  /** What those who asked do until an answer comes. */
  @Says("What those who asked do until an answer comes.")
  public record MeanwhileNote(
      @Says("In words.") String words,
      @Says("In which voice.") String voice,
      @Says("When, in UTC.") String at) {
    static MeanwhileNote of(Tie.Meanwhile m) {
      return new MeanwhileNote(m.words(), m.voice().id(), iso(m.at()));
    }
  }

  /** One tie. */
  @Says("What one cycle passed on, and everything that came back; the last reply counts.")
  public record TieAnswer(
      @Says("Its id.") String id,
      @Says("The cycle it came from.") CycleEnd from,
      @Says(value = "The cycle it went to, or null when it went outside.", nullable = true)
          CycleEnd to,
      @Says(value = "Who it went to outside, or null.", nullable = true) String outside,
      @Says("up, down or across.") String way,
      @Says("barrier, question or learning.") String matter,
      @Says("What was passed on.") String words,
      @Says("In which voice.") String voice,
      @Says("Whether you raised it.") boolean yours,
      @Says("When, in UTC.") String raised,
      @Says(value = "When it was last asked again, in UTC, or null.", nullable = true)
          String reminded,
      @Says("Whether it waits for an answer.") boolean waits,
      @Says("What came back, oldest first.") List<TieReply> replies,
      @Says("What is done meanwhile, oldest first.") List<MeanwhileNote> meanwhile) {
    static TieAnswer of(Tie t) {
      return new TieAnswer(
          t.id(),
          CycleEnd.of(t.from()),
          CycleEnd.of(t.to()),
          t.to() == null ? t.outside() : null,
          t.way().id(),
          t.matter().id(),
          t.words(),
          t.voice().id(),
          t.yours(),
          iso(t.raised()),
          t.reminded() == null ? null : iso(t.reminded()),
          t.waits(),
          t.replies().stream().map(TieReply::of).toList(),
          t.meanwhile().stream().map(MeanwhileNote::of).toList());
    }
  }

  /** Ties of a cycle. */
  @Says("The ties of a cycle, oldest first.")
  public record TieList(@Says("Each of them.") List<TieAnswer> ties) {}

  /** A cycle that something can be passed on to. */
  @Says("A cycle that something can be passed on to.")
  public record Destination(
      @Says("The cycle.") CycleEnd cycle, @Says("up, down or across.") String way) {}

  /** Cycles that something can be passed on to. */
  @Says("The cycles that something can be passed on to, by name.")
  public record DestinationList(@Says("Each of them.") List<Destination> destinations) {}

  /** What is sent to pass something on. */
  @Says("What is sent to pass something on.")
  public record NewTie(
      @Says(value = "A UUID made by the sender, or null for a new one.", nullable = true) String id,
      @Says("up, down or across.") String way,
      @Says("barrier, question or learning.") String matter,
      @Says(value = "Id of the cycle it goes to, or null when it goes outside.", nullable = true)
          String to,
      @Says(value = "Who it goes to outside, or null.", nullable = true) String outside,
      @Says("What is passed on.") String words) {}

  /** What is sent to answer. */
  @Says("What is sent to answer.")
  public record NewReply(
      @Says(value = "A UUID made by the sender, or null for a new one.", nullable = true) String id,
      @Says("changed, trying or cannot.") String answer,
      @Says("In words; of cannot, the because.") String words) {}

  /** What is sent to say what is done meanwhile. */
  @Says("What is sent to say what is done meanwhile.")
  public record NewNote(
      @Says(value = "A UUID made by the sender, or null for a new one.", nullable = true) String id,
      @Says("In words.") String words) {}

  /** What a review asks. */
  @Says("What a review asks of you now.")
  public record ReviewAsks(
      @Says("Id of the review.") String review,
      @Says("Its name.") String name,
      @Says("What it asks.") String what,
      @Says(value = "The day it meets, or null.", nullable = true) String meetsOn) {}

  /** What waits for somebody. */
  @Says("What waits for you.")
  public record InboxAnswer(
      @Says("What was raised to a cycle of yours and waits, oldest first.") List<TieAnswer> waiting,
      @Says("What your cycles are trying, oldest first.") List<TieAnswer> trying,
      @Says("What you raised, newest first.") List<TieAnswer> raised,
      @Says("What reviews ask of you now.") List<ReviewAsks> reviews) {}

  /** A tie between others. */
  @Says("A tie, as far as you may read it.")
  public record TieLink(
      @Says("The cycle it came from.") CycleEnd from,
      @Says(value = "The cycle it went to, or null when it went outside.", nullable = true)
          CycleEnd to,
      @Says("up, down or across.") String way,
      @Says("barrier, question or learning.") String matter,
      @Says(value = "What was passed on, or null when you are in neither cycle.", nullable = true)
          String words,
      @Says("When, in UTC.") String raised,
      @Says(value = "The last answer, or null.", nullable = true) String answer,
      @Says("Whether it waits for an answer.") boolean waits) {
    static TieLink of(Stewardship.Link l) {
      return new TieLink(
          CycleEnd.of(l.from()),
          CycleEnd.of(l.to()),
          l.way().id(),
          l.matter().id(),
          l.words().isEmpty() ? null : l.words(),
          iso(l.raised()),
          l.answer() == null ? null : l.answer().id(),
          l.waits());
    }
  }

  /** What stewards see. */
  @Says("Which cycles are tied to which, where it is quiet, and which barriers wait.")
  public record StewardshipAnswer(
      @Says("Every cycle that has not ended, by scale and name.") List<CycleEnd> cycles,
      @Says("Every tie between them.") List<TieLink> links,
      @Says("Cycles in which nothing was written for 60 days, by name.") List<CycleEnd> quiet,
      @Says("Barriers that wait, oldest first.") List<TieLink> waiting) {}

  private void list(Context ctx, Visitor visitor) {
    List<Tie> ties = store.read(h -> Ties.of(h, visitor.me(), ctx.pathParam("id")));
    json(ctx, 200, new TieList(ties.stream().map(TieAnswer::of).toList()));
  }

  private void destinations(Context ctx, Visitor visitor) {
    json(
        ctx,
        200,
        store.read(
            h ->
                new DestinationList(
                    List.of(Way.values()).stream()
                        .flatMap(
                            way ->
                                Ties.destinations(h, visitor.me(), ctx.pathParam("id"), way)
                                    .stream()
                                    .map(c -> new Destination(CycleEnd.of(c), way.id())))
                        .toList())));
  }

  private void one(Context ctx, Visitor visitor) {
    answer(ctx, visitor, 200, ctx.pathParam("tie"));
  }

  private void answer(Context ctx, Visitor visitor, int status, String tie) {
    Tie found = store.read(h -> Ties.needed(h, visitor.me(), ctx.pathParam("id"), tie));
    json(ctx, status, TieAnswer.of(found));
  }

  private void raise(Context ctx, Visitor visitor) {
    NewTie sent = JsonBody.read(ctx, NewTie.class, "something to pass on");
    Raised raised =
        Raised.of(
            idOf(sent.id()), sent.way(), sent.matter(), sent.to(), sent.outside(), sent.words());
    store.change(h -> Ties.raise(h, visitor.me(), ctx.pathParam("id"), raised, clock.millis()));
    answer(ctx, visitor, 201, raised.id());
  }

  private void reply(Context ctx, Visitor visitor) {
    NewReply sent = JsonBody.read(ctx, NewReply.class, "an answer");
    Replied replied = Replied.of(idOf(sent.id()), sent.answer(), sent.words());
    String tie = ctx.pathParam("tie");
    store.change(
        h -> Ties.reply(h, visitor.me(), ctx.pathParam("id"), tie, replied, clock.millis()));
    answer(ctx, visitor, 201, tie);
  }

  private void again(Context ctx, Visitor visitor) {
    String tie = ctx.pathParam("tie");
    store.change(h -> Ties.askAgain(h, visitor.me(), ctx.pathParam("id"), tie, clock.millis()));
    answer(ctx, visitor, 200, tie);
  }

  private void meanwhile(Context ctx, Visitor visitor) {
    NewNote sent = JsonBody.read(ctx, NewNote.class, "what you do meanwhile");
    String id = Form.uuid(idOf(sent.id()));
    String words = Form.needed(sent.words(), "what you do meanwhile", "words");
    String tie = ctx.pathParam("tie");
    store.change(
        h -> Ties.meanwhile(h, visitor.me(), ctx.pathParam("id"), tie, id, words, clock.millis()));
    answer(ctx, visitor, 201, tie);
  }

  private void inbox(Context ctx, Visitor visitor) {
    Inbox inbox = store.read(h -> Inbox.of(h, visitor.me()));
    json(
        ctx,
        200,
        new InboxAnswer(
            inbox.waiting().stream().map(TieAnswer::of).toList(),
            inbox.trying().stream().map(TieAnswer::of).toList(),
            inbox.raised().stream().map(TieAnswer::of).toList(),
            inbox.reviews().stream()
                .map(r -> new ReviewAsks(r.review(), r.name(), r.what(), r.meetsOn()))
                .toList()));
  }

  private void stewardship(Context ctx, Visitor visitor) {
    Stewardship view = store.read(h -> Stewardship.of(h, visitor.me(), clock.millis()));
    json(
        ctx,
        200,
        new StewardshipAnswer(
            view.cycles().stream().map(CycleEnd::of).toList(),
            view.links().stream().map(TieLink::of).toList(),
            view.quiet().stream().map(q -> CycleEnd.of(q.cycle())).toList(),
            view.waiting().stream().map(TieLink::of).toList()));
  }

  private static String idOf(String given) {
    return Optional.ofNullable(given).orElseGet(() -> UUID.randomUUID().toString());
  }

  private static String iso(long at) {
    return Instant.ofEpochMilli(at).toString();
  }

  private static void json(Context ctx, int status, Record answer) {
    ctx.status(status).contentType("application/json").result(Json.of(answer));
  }
}
