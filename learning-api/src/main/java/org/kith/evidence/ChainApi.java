package org.kith.evidence;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Says;
import org.kith.store.Store;

/** How one thing led to another in a cycle, for programs. {@link Changes} decides. */
public final class ChainApi {
  private static final String CYCLE = "/api/v1/cycles/{id}";

  private final Changes changes;

  private ChainApi(Changes changes) {
    this.changes = changes;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock) {
    ChainApi api = new ChainApi(new Changes(store, clock));
    Entry cycles = Entry.signedIn(CYCLES);
    doors.get(
        CYCLE + "/chain",
        cycles,
        Operation.asks("chain", "How one thing led to another in a cycle.", ChainAnswer.class),
        api::chain);
    doors.get(
        CYCLE + "/prov",
        cycles,
        Operation.asks("prov", "The same as W3C PROV, in its JSON form (PROV-JSON).", null),
        api::prov);
    doors.post(
        CYCLE + "/changes",
        cycles,
        Operation.takes(
            "change",
            "Writes down what was changed because of a decision.",
            NewChange.class,
            ChainAnswer.class),
        api::change);
  }

  /** What somebody sends to write down a change. */
  record NewChange(
      @Says(value = "A UUID made by the sender, so that sending twice keeps it once.", nullable = true)
          String id,
      @Says("Id of the decision.") String decision,
      @Says(value = "Id of the experiment it belongs to.", nullable = true) String experiment,
      @Says("What was changed.") String words,
      @Says("ISO 8601 day.") String happened,
      @Says(value = "Id of what was looked at next.", nullable = true) String observed) {}

  /** The chain, and what is still open. */
  @Says("How one thing led to another in a cycle, and how much is still open.")
  record ChainAnswer(
      @Says("In time order.") List<ChainStep> steps,
      @Says("What led to what.") List<ChainLink> links,
      @Says("How many ties, experiments and decisions there were.") int raised,
      @Says("How many of them are still open.") long open,
      @Says("The share still open after so many days; empty below five.")
          List<StillOpenAfter> after) {}

  /** One step of a chain. */
  @Says("One step of a chain.")
  record ChainStep(
      @Says("Its id.") String id,
      @Says("reflection, looked, experiment, decision or change.") String kind,
      @Says("What it says; a reflection says nothing here.") String words,
      @Says("ISO 8601 day; of a reflection the Monday of its week.") String day,
      @Says("Where it can be read, or empty.") String href) {}

  /** What led to what. */
  @Says("What led to what.")
  record ChainLink(
      @Says("Id of the earlier step.") String from,
      @Says("Id of the later step.") String to,
      @Says("How, in words.") String how) {}

  /** The share still open. */
  @Says("The share still open after so many days (Kaplan–Meier).")
  record StillOpenAfter(
      @Says("Days.") int days,
      @Says("How many were watched that long.") long watched,
      @Says("Percent still open.") double percent,
      @Says("Lower end of the 95 % interval, or null.") Double low,
      @Says("Upper end, or null.") Double high) {}

  private void chain(Context ctx, Visitor visitor) {
    String cycle = ctx.pathParam("id");
    Chain chain = changes.chain(visitor.me(), cycle);
    Loops loops = changes.loops(visitor.me(), cycle);
    json(
        ctx,
        new ChainAnswer(
            chain.steps().stream()
                .map(
                    s ->
                        new ChainStep(
                            s.id(),
                            s.kind().name().toLowerCase(Locale.ROOT),
                            s.words(),
                            s.day(),
                            s.href()))
                .toList(),
            chain.links().stream()
                .map(l -> new ChainLink(l.from(), l.to(), l.how().words()))
                .toList(),
            loops.all().size(),
            loops.open(),
            loops.days().stream()
                .map(
                    d ->
                        new StillOpenAfter(d.after(), d.watched(), d.open(), d.low(), d.high()))
                .toList()));
  }

  private void prov(Context ctx, Visitor visitor) {
    String cycle = ctx.pathParam("id");
    ctx.header("Content-Disposition", "attachment; filename=\"kith-chain.prov.json\"");
    json(ctx, Prov.of(changes.chain(visitor.me(), cycle), visitor.me()));
  }

  private void change(Context ctx, Visitor visitor) {
    changes.needed(visitor.me(), ctx.pathParam("id"));
    NewChange sent = JsonBody.read(ctx, NewChange.class, "a change");
    changes.keep(
        visitor.me(),
        ctx.pathParam("id"),
        new Changes.Change(
            sent.id() == null ? UUID.randomUUID().toString() : sent.id(),
            sent.decision(),
            sent.experiment(),
            sent.words(),
            sent.happened(),
            sent.observed()));
    ctx.status(201);
    chain(ctx, visitor);
  }

  private static void json(Context ctx, Object answer) {
    ctx.contentType("application/json").result(Json.of(answer));
  }
}
