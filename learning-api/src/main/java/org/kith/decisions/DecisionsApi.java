package org.kith.decisions;

import static org.kith.access.Entry.Whose.CYCLES;
import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
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
 * Decisions and what stays with them for programs, of reviews and of cycles. This class only
 * translates.
 */
public final class DecisionsApi {
  private static final String REVIEW = "/api/v1/reviews/{id}";
  private static final String CYCLE = "/api/v1/cycles/{id}";

  private final Store store;
  private final Clock clock;
  private final Pinning pinning;

  private DecisionsApi(Store store, Clock clock, Pinning pinning) {
    this.store = store;
    this.clock = clock;
    this.pinning = pinning;
  }

  /** Where a request says that something is decided. */
  @FunctionalInterface
  private interface Place {
    At of(Handle h, Context ctx, Visitor visitor);
  }

  private static At review(Handle h, Context ctx, Visitor visitor) {
    return At.review(h, ctx.pathParam("id"), visitor.me());
  }

  private static At looking(Handle h, Context ctx, Visitor visitor) {
    return At.lookingAt(h, ctx.pathParam("id"), visitor.me());
  }

  private static At cycle(Handle h, Context ctx, Visitor visitor) {
    return At.cycle(h, ctx.pathParam("id"), visitor.me());
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock, Pinning pinning) {
    DecisionsApi api = new DecisionsApi(store, clock, pinning);
    Entry reviews = Entry.signedIn(REVIEWS);
    Entry cycles = Entry.signedIn(CYCLES);
    api.decisions(doors, reviews, REVIEW, "Review", DecisionsApi::looking, DecisionsApi::review);
    api.decisions(doors, cycles, CYCLE, "Cycle", DecisionsApi::cycle, DecisionsApi::cycle);
  }

  private void decisions(
      Doors doors, Entry entry, String root, String in, Place looking, Place working) {
    doors.get(
        root + "/decisions",
        entry,
        Operation.asks(
            "decisionsOf" + in, "Decisions with all that stays with them.", DecisionsMade.class),
        (ctx, visitor) ->
            answer(
                ctx,
                200,
                store.read(
                    h ->
                        new DecisionsMade(
                            Decisions.of(h, looking.of(h, ctx, visitor)).stream()
                                .map(DecisionMade::of)
                                .toList(),
                            Looked.offered(h, looking.of(h, ctx, visitor)).stream()
                                .map(o -> new DecisionBasis(o.value(), o.label()))
                                .toList()))));
    doors.post(
        root + "/decisions",
        entry,
        Operation.takes(
            "decideIn" + in,
            "Keeps a decision, which rests on evidence or says that it is a judgement and why.",
            DecisionSent.class,
            DecisionMade.class),
        (ctx, visitor) -> {
          store.read(h -> working.of(h, ctx, visitor));
          DecisionSent sent = JsonBody.read(ctx, DecisionSent.class, "a decision");
          answer(
              ctx,
              201,
              DecisionMade.of(
                  store.write(
                      h ->
                          Decisions.decide(
                              h,
                              working.of(h, ctx, visitor),
                              sent.sent(),
                              today(clock),
                              pinning,
                              clock.millis()))));
        });
    doors.post(
        root + "/decisions/{decision}/dissents",
        entry,
        Operation.takes(
            "dissentIn" + in,
            "Keeps what somebody does not agree with; it stays with the decision.",
            DissentSent.class,
            DecisionMade.class),
        (ctx, visitor) -> {
          String decision = ctx.pathParam("decision");
          store.read(h -> Decisions.one(h, working.of(h, ctx, visitor), decision));
          DissentSent sent = JsonBody.read(ctx, DissentSent.class, "a dissent");
          answer(
              ctx,
              201,
              DecisionMade.of(
                  store.write(
                      h ->
                          Decisions.dissent(
                              h,
                              working.of(h, ctx, visitor),
                              decision,
                              sent.id(),
                              sent.words(),
                              clock.millis()))));
        });
    doors.post(
        root + "/decisions/{decision}/experiments",
        entry,
        Operation.takes(
            "tryIn" + in,
            "Keeps what will be tried because of a decision, who holds it and when we look again.",
            TrialSent.class,
            DecisionMade.class),
        (ctx, visitor) -> {
          String decision = ctx.pathParam("decision");
          store.read(h -> Decisions.one(h, working.of(h, ctx, visitor), decision));
          TrialSent sent = JsonBody.read(ctx, TrialSent.class, "something to try");
          answer(
              ctx,
              201,
              DecisionMade.of(
                  store.write(
                      h ->
                          Trials.add(
                              h,
                              working.of(h, ctx, visitor),
                              decision,
                              sent.sent(),
                              today(clock),
                              clock.millis()))));
        });
  }

  /** The day, as ISO 8601. */
  public static String today(Clock clock) {
    return LocalDate.now(clock).toString();
  }

  /** Decisions of a place. */
  record DecisionsMade(
      @Says("The first first.") List<DecisionMade> decisions,
      @Says("What a decision there can rest on.") List<DecisionBasis> offered) {}

  /** What a decision can rest on. */
  record DecisionBasis(
      @Says("What is sent to rest on it.") String value, @Says("What it is.") String label) {}

  /** One decision. */
  record DecisionMade(
      @Says("Its id.") String id,
      @Says("What was decided.") String words,
      @Says("evidence or judgement.") String basis,
      @Says("Why; empty where the evidence says it.") String because,
      @Says("The day, as ISO 8601.") String decided,
      @Says("What it rests on.") List<DecisionEvidence> evidence,
      @Says("Who did not agree, in their own words.") List<DissentMade> dissents,
      @Says("What will be tried because of it.") List<TrialAgreed> experiments) {
    static DecisionMade of(Decision d) {
      return new DecisionMade(
          d.id(),
          d.words(),
          d.judgement() ? "judgement" : "evidence",
          d.because(),
          d.decided(),
          d.evidence().stream()
              .map(e -> new DecisionEvidence(e.id(), e.kind(), e.snapshot(), e.figure(), e.label()))
              .toList(),
          d.dissents().stream()
              .map(x -> new DissentMade(x.id(), x.words(), x.voice().id(), x.yours()))
              .toList(),
          d.trials().stream()
              .map(
                  t ->
                      new TrialAgreed(
                          t.id(),
                          t.cycle(),
                          t.title(),
                          t.type(),
                          t.heldBy(),
                          t.starts(),
                          t.lookOn()))
              .toList());
    }
  }

  /** A piece of evidence. */
  record DecisionEvidence(
      @Says("Its id.") String id,
      @Says("indicator, theme, reflection, note, link, file or judgement.") String kind,
      @Says(value = "The snapshot a figure was read from, or null.", nullable = true)
          String snapshot,
      @Says(value = "The figure's address there, or null.", nullable = true) String figure,
      @Says("What it is.") String label) {}

  /** A dissent. */
  record DissentMade(
      @Says("Its id.") String id,
      @Says("Its words.") String words,
      @Says("In which voice it was written.") String voice,
      @Says("Whether it is yours.") boolean yours) {}

  /** Something to try. */
  record TrialAgreed(
      @Says("Its id.") String id,
      @Says("Id of the learning cycle it belongs to.") String cycle,
      @Says("What will be tried.") String title,
      @Says("hypothesis or probe.") String type,
      @Says("Who holds it, in words.") String holder,
      @Says("The day it starts.") String starts,
      @Says(value = "The day on which we look again.", nullable = true) String looks) {}

  /** A decision that is sent. */
  record DecisionSent(
      @Says("A UUID that the sender makes.") String id,
      @Says("What was decided.") String words,
      @Says("evidence or judgement.") String basis,
      @Says(value = "Why; needed of a judgement.", nullable = true) String because,
      @Says(value = "The day, as ISO 8601; today where null.", nullable = true) String decided,
      @Says("What it rests on, from what is offered.") List<String> evidence) {
    Decisions.Sent sent() {
      String on = Form.choice(basis, "basis", List.of("evidence", "judgement"));
      return new Decisions.Sent(
          id,
          words,
          on.equals("judgement"),
          because,
          Form.day(decided, "decided"),
          evidence == null ? List.of() : evidence);
    }
  }

  /** A dissent that is sent. */
  record DissentSent(
      @Says("A UUID that the sender makes.") String id,
      @Says("What one does not agree with, in one's own words.") String words) {}

  /** Something to try that is sent. */
  record TrialSent(
      @Says("A UUID that the sender makes.") String id,
      @Says("Id of one of the learning cycles there.") String cycle,
      @Says("What will be tried.") String title,
      @Says("hypothesis or probe.") String type,
      @Says(value = "What we expect to see.", nullable = true) String expect,
      @Says(value = "What would surprise us.", nullable = true) String surprise,
      @Says(value = "What we watch for harm.", nullable = true) String harms,
      @Says("Who holds it, in words.") String holder,
      @Says(value = "The day it starts; today where null.", nullable = true) String starts,
      @Says("The day on which we look again.") String looks) {
    Trials.Sent sent() {
      return new Trials.Sent(
          id,
          cycle,
          title,
          type,
          expect,
          surprise,
          harms,
          holder,
          Form.day(starts, "starts"),
          Form.day(looks, "looks"));
    }
  }

  private static void answer(Context ctx, int status, Object what) {
    ctx.status(status).contentType("application/json").result(Json.of(what));
  }
}
