package org.kith.residents;

import static org.kith.access.Entry.Whose.EVERYONES;
import static org.kith.access.Entry.Whose.RESIDENTS;
import static org.kith.access.Entry.Whose.THEMSELVES;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
import org.kith.people.Role;
import org.kith.resident.ResidentCode;
import org.kith.store.Store;

/**
 * {@code /api/v1/from-you}, {@code /api/v1/contests} and {@code /api/v1/me/consents}. A code is
 * only ever taken from the body of a request. This class only translates; {@link FromYou}, {@link
 * Contests} and {@link Ledger} decide.
 */
public final class ResidentsApi {
  /** Who reads what people say before it is shown. */
  public static final Entry READERS = Entry.of(RESIDENTS, Role.REVIEWER, Role.RESEARCHER);

  private static final String ROOT = "/api/v1/from-you";
  private static final Entry WITH_CODE = Entry.anyone(RESIDENTS);

  private final Store store;
  private final Clock clock;
  private final FromYou fromYou;

  private ResidentsApi(Store store, Clock clock, FromYou fromYou) {
    this.store = store;
    this.clock = clock;
    this.fromYou = fromYou;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock, FromYou fromYou) {
    ResidentsApi api = new ResidentsApi(store, clock, fromYou);
    doors.get(
        ROOT,
        Entry.anyone(EVERYONES),
        Operation.asks(
            "whatWasLearned", "What was learned from what people said.", LearnedAnswer.class),
        api::learned);
    doors.post(
        ROOT + "/code",
        WITH_CODE,
        Operation.takes("openCode", "What belongs to a code.", Coded.class, MineAnswer.class),
        api::open);
    doors.post(
        ROOT + "/uses",
        WITH_CODE,
        Operation.takes(
            "sayWhoMayUse",
            "Says who may use the answers that belong to a code.",
            Using.class,
            MineAnswer.class),
        api::use);
    doors.post(
        ROOT + "/not-so",
        WITH_CODE,
        Operation.takes("sayItWasNotSo", "Says that it was not so.", NotSo.class, KeptAnswer.class),
        api::notSo);
    doors.post(
        ROOT + "/take-out",
        WITH_CODE,
        Operation.takes(
            "takeAnswersOut",
            "Takes the answers that belong to a code out, for good.",
            Coded.class,
            MineAnswer.class),
        api::takeOut);
    doors.get(
        "/api/v1/contests",
        READERS,
        Operation.asks(
            "contestsWaiting", "What people say was not so, before it is shown.", Waiting.class),
        api::waiting);
    doors.post(
        "/api/v1/contests/{id}",
        READERS,
        Operation.takes(
            "readContest",
            "Shows it, or keeps it back with a reason.",
            Decided.class,
            KeptAnswer.class),
        api::decide);
    doors.get(
        "/api/v1/me/consents",
        Entry.signedIn(THEMSELVES),
        Operation.asks(
            "myConsents", "Who may use what I share of my reflections.", ConsentsAnswer.class),
        api::mine);
    doors.post(
        "/api/v1/me/consents",
        Entry.signedIn(THEMSELVES),
        Operation.takes(
            "sayWhoMayUseMine",
            "Says who may use what I share of my reflections.",
            Consented.class,
            ConsentsAnswer.class),
        api::consent);
  }

  /** One account. */
  @Says("What was learned in one learning review.")
  public record LearnedAccount(
      @Says("Id of the review.") String review,
      @Says("Its name.") String name,
      @Says("The day it was published.") String day,
      @Says("What was learned, in one text.") String summary,
      @Says("What was learned, line by line.") List<String> learnings) {}

  /** What was learned. */
  @Says("What was learned from what people said, the latest first.")
  public record LearnedAnswer(@Says("The accounts.") List<LearnedAccount> accounts) {}

  /** A code. */
  @Says("A code from a slip.")
  public record Coded(@Says("The code, with or without hyphens.") String code) {}

  /** Who may use answers. */
  @Says("Who may use the answers that belong to a code.")
  public record Using(
      @Says("The code.") String code,
      @Says("tables or research.") String audience,
      @Says("Whether they may.") boolean allowed,
      @Says(value = "The last day on which they may, or null.", nullable = true) String until) {}

  /** That it was not so. */
  @Says("What somebody says was not so.")
  public record NotSo(
      @Says("The code.") String code,
      @Says(value = "A UUID made by the sender, so that it is kept once.", nullable = true)
          String id,
      @Says(value = "Address of the account or page it speaks to, or null.", nullable = true)
          String about,
      @Says("How it was.") String words) {}

  /** A line of the ledger. */
  @Says("A line of the ledger of consents.")
  public record ConsentLine(
      @Says("answers, taps or words.") String category,
      @Says("tables or research.") String audience,
      @Says("Whether it is allowed.") boolean allowed,
      @Says(value = "The last day on which it is, or null.", nullable = true) String until,
      @Says(value = "The day it was said, or null when it never was.", nullable = true)
          String day) {
    static ConsentLine of(Ledger.Line line) {
      return new ConsentLine(
          line.category().id(), line.audience().id(), line.allowed(), line.until(), line.day());
    }
  }

  /** What belongs to a code. */
  @Says("What belongs to a code.")
  public record MineAnswer(
      @Says(value = "The day the answers were taken out, or null.", nullable = true)
          String takenOut,
      @Says("Who may use the answers now.") List<ConsentLine> uses,
      @Says("What was said of it, the first first.") List<ConsentLine> history) {
    static MineAnswer of(FromYou.Mine mine) {
      return new MineAnswer(
          mine.takenOut(),
          mine.uses().stream().map(ConsentLine::of).toList(),
          mine.history().stream().map(ConsentLine::of).toList());
    }
  }

  /** That something is kept. */
  @Says("That something is kept.")
  public record KeptAnswer(@Says("Whether it is.") boolean kept) {}

  /** What waits. */
  @Says("What people say was not so, before anybody has read it.")
  public record Waiting(@Says("By day.") List<WaitingContest> contests) {}

  /** One that waits. */
  @Says("What somebody says was not so.")
  public record WaitingContest(
      @Says("Its id.") String id,
      @Says("Address of what it speaks to, or empty.") String about,
      @Says("The words.") String words,
      @Says("The day.") String day) {}

  /** What became of it. */
  @Says("What becomes of it.")
  public record Decided(
      @Says("shown, or kept back.") String state,
      @Says(value = "Why it is kept back, or null.", nullable = true) String because) {}

  /** My consents. */
  @Says("Who may use what I share of my reflections.")
  public record ConsentsAnswer(
      @Says("What holds now.") List<ConsentLine> now,
      @Says("All that was said, the first first.") List<ConsentLine> history) {}

  /** What I say of mine. */
  @Says("What somebody says of what they share.")
  public record Consented(
      @Says("taps or words.") String category,
      @Says("tables or research.") String audience,
      @Says("Whether it is allowed.") boolean allowed,
      @Says(value = "The last day on which it is, or null.", nullable = true) String until) {}

  private FromYou.Slip opened(String code) {
    try {
      return fromYou.open(code);
    } catch (ResidentCode.NotACodeException e) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, e.getMessage());
    }
  }

  private static void answer(Context ctx, Object answer) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json").result(Json.of(answer));
  }

  private void learned(Context ctx, Visitor visitor) {
    answer(
        ctx,
        new LearnedAnswer(
            fromYou.learned().stream()
                .map(
                    l ->
                        new LearnedAccount(
                            l.review(), l.name(), l.day(), l.summary(), l.learnings()))
                .toList()));
  }

  private void open(Context ctx, Visitor visitor) {
    Coded coded = JsonBody.read(ctx, Coded.class, "a code");
    answer(ctx, MineAnswer.of(opened(coded.code()).mine()));
  }

  private void use(Context ctx, Visitor visitor) {
    Using using = JsonBody.read(ctx, Using.class, "a consent");
    FromYou.Use use =
        new FromYou.Use(
            Ledger.audience(using.audience()), using.allowed(), Form.day(using.until(), "until"));
    FromYou.Slip slip = opened(using.code());
    slip.use(List.of(use));
    answer(ctx, MineAnswer.of(slip.mine()));
  }

  private void notSo(Context ctx, Visitor visitor) {
    NotSo notSo = JsonBody.read(ctx, NotSo.class, "what was not so");
    String id = notSo.id() == null ? UUID.randomUUID().toString() : Form.uuid(notSo.id());
    opened(notSo.code()).notSo(id, notSo.about(), notSo.words());
    answer(ctx, new KeptAnswer(true));
  }

  private void takeOut(Context ctx, Visitor visitor) {
    Coded coded = JsonBody.read(ctx, Coded.class, "a code");
    FromYou.Slip slip = opened(coded.code());
    slip.takeOut();
    answer(ctx, MineAnswer.of(slip.mine()));
  }

  private void waiting(Context ctx, Visitor visitor) {
    answer(
        ctx,
        new Waiting(
            store.read(Contests::waiting).stream()
                .map(c -> new WaitingContest(c.id(), c.about(), c.words(), c.day()))
                .toList()));
  }

  private void decide(Context ctx, Visitor visitor) {
    Decided decided = JsonBody.read(ctx, Decided.class, "a decision");
    Contests.State state = state(decided.state());
    store.change(
        h ->
            Contests.decide(
                h,
                visitor.me().id(),
                ctx.pathParam("id"),
                state,
                decided.because(),
                clock.millis()));
    answer(ctx, new KeptAnswer(true));
  }

  /** What a reader can make of one. */
  public static Contests.State state(String given) {
    return Form.choice(given, "state", List.of("shown", "kept back")).equals("shown")
        ? Contests.State.SHOWN
        : Contests.State.KEPT_BACK;
  }

  private void mine(Context ctx, Visitor visitor) {
    answer(ctx, consents(visitor));
  }

  private ConsentsAnswer consents(Visitor visitor) {
    String me = visitor.me().id();
    return store.read(
        h ->
            new ConsentsAnswer(
                Ledger.now(h, Ledger.Kind.PERSON, me).stream().map(ConsentLine::of).toList(),
                Ledger.history(h, Ledger.Kind.PERSON, me).stream().map(ConsentLine::of).toList()));
  }

  private void consent(Context ctx, Visitor visitor) {
    Consented sent = JsonBody.read(ctx, Consented.class, "a consent");
    String until = Form.day(sent.until(), "until");
    Ledger.Category category = Ledger.category(sent.category());
    if (!Ledger.Kind.PERSON.categories().contains(category)) {
      throw ProblemException.of(Problem.Kind.NOT_ACCEPTED, "The category is taps or words.");
    }
    store.change(
        h ->
            Ledger.say(
                h,
                Ledger.Kind.PERSON,
                visitor.me().id(),
                category,
                Ledger.audience(sent.audience()),
                sent.allowed(),
                until,
                LocalDate.now(clock.withZone(ZoneOffset.UTC))));
    answer(ctx, consents(visitor));
  }
}
