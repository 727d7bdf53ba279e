package org.kith.behaviours;

import static org.kith.access.Entry.Whose.CYCLES;
import static org.kith.access.Entry.Whose.EVERYONES;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Form;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Says;
import org.kith.store.Store;

/**
 * The conversation about how the system behaves, for programs. This class only translates; {@link
 * Rounds} and {@link Seen} decide.
 */
public final class BehavioursApi {
  private static final Entry OPEN = Entry.signedIn(CYCLES);
  private static final String ROOT = "/api/v1/cycles/{id}/behaviours";
  private static final String ONE = ROOT + "/{round}";

  private final Store store;
  private final Clock clock;
  private final IntSupplier k;

  private BehavioursApi(Store store, Clock clock, IntSupplier k) {
    this.store = store;
    this.clock = clock;
    this.k = k;
  }

  /**
   * Adds the addresses.
   *
   * @param k fewer people than this are hidden, in the snapshot in use
   */
  public static void doors(Doors doors, Store store, Clock clock, IntSupplier k) {
    BehavioursApi api = new BehavioursApi(store, clock, k);
    doors.get(
        "/api/v1/behaviours",
        Entry.signedIn(EVERYONES),
        Operation.asks("listBehaviours", "The nine behaviours.", BehaviourList.class),
        (ctx, visitor) -> json(ctx, 200, BehaviourList.nine()));
    doors.get(
        ROOT,
        OPEN,
        Operation.asks("listRounds", "The rounds of a cycle, newest first.", RoundList.class),
        api::rounds);
    doors.post(
        ROOT,
        OPEN,
        Operation.takes(
            "openRound",
            "Opens a round; for who keeps the cycle going.",
            NewRound.class,
            RoundAnswer.class),
        api::open);
    doors.get(
        ONE,
        OPEN,
        Operation.asks(
            "readRound",
            "What you answered and, once it is closed, how each behaviour is seen.",
            RoundAnswer.class),
        api::one);
    doors.put(
        ONE + "/answers",
        OPEN,
        Operation.takes(
            "answerRound",
            "Puts these answers in the place of yours; what is left out is skipped.",
            PlacementList.class,
            RoundAnswer.class),
        api::answer);
    doors.post(
        ONE + "/close",
        OPEN,
        Operation.takes(
            "closeRound",
            "Closes it for good; for who keeps the cycle going.",
            null,
            RoundAnswer.class),
        api::close);
  }

  /** One of the nine. */
  @Says("One of the nine behaviours; which nine is Lankelly Chase’s, the words are ours.")
  public record BehaviourText(
      @Says("Its id.") String id,
      @Says("Perspective, Participation or Power.") String about,
      @Says("In a few words.") String title,
      @Says("What it means.") String says,
      @Says("How answers about it can mislead.") String misleads,
      @Says("What it asks those who look.") String question) {}

  /** The nine. */
  @Says("The nine behaviours.")
  public record BehaviourList(
      @Says("Where the nine come from.") String source,
      @Says("Each of them, in a fixed order.") List<BehaviourText> behaviours) {
    static BehaviourList nine() {
      return new BehaviourList(
          Behaviour.SOURCE,
          List.of(Behaviour.values()).stream()
              .map(
                  b ->
                      new BehaviourText(
                          b.id(),
                          b.group().words(),
                          b.title(),
                          b.says(),
                          b.misleads(),
                          b.question()))
              .toList());
    }
  }

  /** A round. */
  @Says("A round of the conversation.")
  public record RoundLine(
      @Says("Its id.") String id,
      @Says("When it was opened, in UTC.") String opened,
      @Says(value = "When it was closed, in UTC, or null while it is open.", nullable = true)
          String closed) {
    static RoundLine of(Rounds.Round r) {
      return new RoundLine(r.id(), iso(r.opened()), r.closed() == null ? null : iso(r.closed()));
    }
  }

  /** Rounds. */
  @Says("The rounds of a cycle.")
  public record RoundList(@Says("Each of them, newest first.") List<RoundLine> rounds) {}

  /** What is sent to open a round. */
  @Says("What is sent to open a round.")
  public record NewRound(
      @Says(value = "A UUID made by the sender, or null for a new one.", nullable = true)
          String id) {}

  /** Where somebody sees a behaviour. */
  @Says("Where somebody sees a behaviour.")
  public record PlacementLine(
      @Says("Id of the behaviour.") String behaviour,
      @Says("1, hardly, to 10, everywhere; null when it does not fit here.") Integer seen,
      @Says(value = "Words of their own, or null for none.", nullable = true) String words) {}

  /** Answers. */
  @Says("What somebody answers; what is left out is skipped.")
  public record PlacementList(@Says("Each of them.") List<PlacementLine> answers) {}

  /** People of one voice. */
  @Says("People of one voice, or all together; numbers are null where they are hidden.")
  public record VoiceStrip(
      @Says(value = "The voice, or null for all together.", nullable = true) String voice,
      @Says("How many placed it at 1, 2 … 10; empty when hidden.") List<Integer> counts,
      @Says("A quarter of them answered below it.") Double lower,
      @Says("Half of them answered below it.") Double median,
      @Says("A quarter of them answered above it.") Double upper,
      @Says("How far apart the middle half of them stand.") Double spread,
      @Says(value = "Why it is hidden, or null.", nullable = true) String hidden) {
    static VoiceStrip of(Seen.Strip s) {
      Middle m = s.middle();
      return new VoiceStrip(
          s.voice() == null ? null : s.voice().id(),
          s.counts(),
          m == null ? null : m.lower(),
          m == null ? null : m.median(),
          m == null ? null : m.upper(),
          m == null ? null : m.spread(),
          s.shown() ? null : s.hidden());
    }
  }

  /** How far two voices lie apart. */
  @Says(
      "How far the medians of two voices lie apart, with a 95 % interval (Price and Bonett 2002).")
  public record VoiceGap(
      @Says("One voice.") String first,
      @Says("The other.") String second,
      @Says("Median of the first less that of the second.") double gap,
      @Says("Lower end, or null where nearly all gave one answer.") Double low,
      @Says("Upper end, or null where nearly all gave one answer.") Double high) {
    static VoiceGap of(Seen.Gap g) {
      return new VoiceGap(
          g.first().id(),
          g.second().id(),
          g.gap().gap(),
          g.gap().tells() ? g.gap().low() : null,
          g.gap().tells() ? g.gap().high() : null);
    }
  }

  /** A free word. */
  @Says("A free word.")
  public record SaidWords(
      @Says("In their words.") String words,
      @Says(value = "In which voice, or null where that would tell who.", nullable = true)
          String voice) {}

  /** How one behaviour is seen. */
  @Says("How one behaviour is seen, by voice. The nine are never put together.")
  public record SeenBehaviour(
      @Says("Id of the behaviour.") String behaviour,
      @Says("By voice, in a fixed order.") List<VoiceStrip> voices,
      @Says("All together.") VoiceStrip everyone,
      @Says("Between every two voices that are shown.") List<VoiceGap> gaps,
      @Says("Free words, in no order that tells of their author.") List<SaidWords> said) {
    static SeenBehaviour of(Seen s) {
      return new SeenBehaviour(
          s.behaviour().id(),
          s.voices().stream().map(VoiceStrip::of).toList(),
          VoiceStrip.of(s.everyone()),
          s.gaps().stream().map(VoiceGap::of).toList(),
          s.said().stream()
              .map(w -> new SaidWords(w.words(), w.voice() == null ? null : w.voice().id()))
              .toList());
    }
  }

  /** A round with what may be seen of it. */
  @Says("A round, with what you may see of it.")
  public record RoundAnswer(
      @Says("The round.") RoundLine round,
      @Says("What you answered yourself.") List<PlacementLine> mine,
      @Says("How each behaviour is seen; empty while the round is open.")
          List<SeenBehaviour> seen) {}

  private void rounds(Context ctx, Visitor visitor) {
    List<Rounds.Round> all = store.read(h -> Rounds.of(h, visitor.me(), ctx.pathParam("id")));
    json(ctx, 200, new RoundList(all.stream().map(RoundLine::of).toList()));
  }

  private void open(Context ctx, Visitor visitor) {
    NewRound sent = JsonBody.read(ctx, NewRound.class, "a round");
    String id =
        Form.uuid(Optional.ofNullable(sent.id()).orElseGet(() -> UUID.randomUUID().toString()));
    store.change(h -> Rounds.open(h, visitor.me(), ctx.pathParam("id"), id, clock.millis()));
    answer(ctx, visitor, 201, id);
  }

  private void one(Context ctx, Visitor visitor) {
    answer(ctx, visitor, 200, ctx.pathParam("round"));
  }

  private void answer(Context ctx, Visitor visitor, int status, String id) {
    String cycle = ctx.pathParam("id");
    RoundAnswer answer =
        store.read(
            h -> {
              Rounds.Round round = Rounds.needed(h, visitor.me(), cycle, id);
              return new RoundAnswer(
                  RoundLine.of(round),
                  Rounds.mine(h, visitor.me(), cycle, id).stream()
                      .map(p -> new PlacementLine(p.behaviour().id(), p.seen(), p.words()))
                      .toList(),
                  round.open()
                      ? List.of()
                      : Seen.of(h, visitor.me(), cycle, id, Seen.Least.of(k.getAsInt())).stream()
                          .map(SeenBehaviour::of)
                          .toList());
            });
    json(ctx, status, answer);
  }

  private void answer(Context ctx, Visitor visitor) {
    PlacementList sent = JsonBody.read(ctx, PlacementList.class, "answers");
    if (sent.answers() == null || sent.answers().contains(null)) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "Send the answers as a list.");
    }
    List<Placement> answers =
        sent.answers().stream().map(a -> Placement.of(a.behaviour(), a.seen(), a.words())).toList();
    String round = ctx.pathParam("round");
    store.change(
        h -> Rounds.answer(h, visitor.me(), ctx.pathParam("id"), round, answers, clock.millis()));
    answer(ctx, visitor, 200, round);
  }

  private void close(Context ctx, Visitor visitor) {
    String round = ctx.pathParam("round");
    store.change(h -> Rounds.close(h, visitor.me(), ctx.pathParam("id"), round, clock.millis()));
    answer(ctx, visitor, 200, round);
  }

  private static String iso(long at) {
    return Instant.ofEpochMilli(at).toString();
  }

  private static void json(Context ctx, int status, Record answer) {
    ctx.status(status).contentType("application/json").result(Json.of(answer));
  }
}
