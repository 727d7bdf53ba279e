package org.kith.cycles;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.cycles.Answers.CycleList;
import org.kith.cycles.Answers.KeptAs;
import org.kith.cycles.Answers.MemberList;
import org.kith.cycles.Answers.OnChart;
import org.kith.cycles.Answers.WholeCycle;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.store.Store;

/**
 * Learning cycles for programs: {@code /api/v1/cycles}. This class only translates; {@link Cycles},
 * {@link Purposes}, {@link Members}, {@link Entries} and {@link Experiments} decide.
 */
public final class CyclesApi {
  private static final Entry MEMBERS = Entry.signedIn(CYCLES);
  private static final String ROOT = "/api/v1/cycles";
  private static final String ONE = ROOT + "/{id}";
  private static final String ENTRY = ONE + "/entries/{entry}";
  private static final String EXPERIMENT = ONE + "/experiments/{experiment}";

  private final Store store;
  private final Cycles cycles;
  private final Purposes purposes;
  private final Members members;
  private final Entries entries;
  private final Experiments experiments;

  private CyclesApi(Store store, Clock clock) {
    this.store = store;
    this.cycles = new Cycles(store, clock);
    this.purposes = new Purposes(store, clock);
    this.members = new Members(store, clock);
    this.entries = new Entries(store, clock);
    this.experiments = new Experiments(store, clock);
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Store store, Clock clock) {
    CyclesApi api = new CyclesApi(store, clock);
    api.cycles(doors);
    api.people(doors);
    api.entries(doors);
    api.experiments(doors);
  }

  private void cycles(Doors doors) {
    doors.get(
        ROOT,
        MEMBERS,
        Operation.asks("listCycles", "Lists learning cycles.", CycleList.class),
        (ctx, v) -> answer(ctx, CycleList.of(cycles.mine(v.me()), cycles.others(v.me()))));
    doors.post(
        ROOT,
        MEMBERS,
        Operation.takes(
            "startCycle", "Starts a learning cycle.", Takes.CycleStart.class, KeptAs.class),
        (ctx, v) -> kept(ctx, cycles.start(v.me(), read(ctx, Takes.CycleStart.class).start())));
    doors.get(
        ONE,
        MEMBERS,
        Operation.asks("readCycle", "Reads a learning cycle.", WholeCycle.class),
        (ctx, v) -> answer(ctx, store.read(h -> Answers.whole(h, id(ctx), v.me()))));
    doors.put(
        ONE,
        MEMBERS,
        Operation.takes(
            "changeCycle", "Changes its name, scale and place.", Takes.CycleStart.class, null),
        (ctx, v) ->
            done(
                ctx,
                () -> cycles.change(v.me(), id(ctx), read(ctx, Takes.CycleStart.class).start())));
    doors.put(
        ONE + "/steward",
        MEMBERS,
        Operation.takes("handCycleOn", "Hands it on.", Takes.HandOn.class, null),
        (ctx, v) -> {
          String to = read(ctx, Takes.HandOn.class).person();
          done(ctx, () -> cycles.handOn(v.me(), id(ctx), CycleEntry.orEmpty(to)));
        });
    doors.put(
        ONE + "/closed",
        MEMBERS,
        Operation.takes("closeCycle", "Closes it, or opens it again.", Takes.Closing.class, null),
        (ctx, v) ->
            done(
                ctx, () -> cycles.close(v.me(), id(ctx), read(ctx, Takes.Closing.class).closed())));
    doors.post(
        ONE + "/purposes",
        MEMBERS,
        Operation.takes("wordPurpose", "Words it anew.", Takes.NewWording.class, KeptAs.class),
        (ctx, v) -> {
          Takes.NewWording said = read(ctx, Takes.NewWording.class);
          kept(ctx, "" + purposes.word(v.me(), id(ctx), said.version(), said.words()));
        });
    doors.post(
        ONE + "/voices",
        MEMBERS,
        Operation.takes(
            "agreeToPurpose", "Says whether one agrees to a wording.", Takes.OwnVoice.class, null),
        (ctx, v) -> {
          Takes.OwnVoice said = read(ctx, Takes.OwnVoice.class);
          done(
              ctx,
              () -> purposes.agree(v.me(), id(ctx), said.version(), said.agrees(), said.words()));
        });
  }

  private void people(Doors doors) {
    doors.get(
        ONE + "/people",
        MEMBERS,
        Operation.asks(
            "listCyclePeople",
            "Lists who takes part, by name, for whoever keeps the cycle going.",
            MemberList.class),
        (ctx, v) ->
            answer(
                ctx,
                store.read(
                    h -> {
                      Cycles.kept(h, id(ctx), v.me());
                      return MemberList.of(Members.all(h, id(ctx)));
                    })));
    doors.put(
        ONE + "/people/{person}",
        MEMBERS,
        Operation.takes(
            "invitePerson",
            "Invites somebody, or says in which voice they take part.",
            Takes.TakesPart.class,
            null),
        (ctx, v) -> {
          String voice = read(ctx, Takes.TakesPart.class).voice();
          done(ctx, () -> members.invite(v.me(), id(ctx), ctx.pathParam("person"), voice));
        });
    doors.delete(
        ONE + "/people/{person}",
        MEMBERS,
        Operation.asks("leaveCycle", "Somebody no longer takes part.", null),
        (ctx, v) -> done(ctx, () -> members.leave(v.me(), id(ctx), ctx.pathParam("person"))));
  }

  private void entries(Doors doors) {
    doors.post(
        ONE + "/entries",
        MEMBERS,
        Operation.takes("writeEntry", "Writes something down.", Takes.NewEntry.class, KeptAs.class),
        (ctx, v) ->
            kept(ctx, entries.add(v.me(), id(ctx), read(ctx, Takes.NewEntry.class).sending())));
    doors.put(
        ENTRY,
        MEMBERS,
        Operation.takes(
            "changeEntry", "Changes what is written down.", Takes.ChangedEntry.class, null),
        (ctx, v) -> {
          Takes.ChangedEntry to = read(ctx, Takes.ChangedEntry.class);
          String entry = ctx.pathParam("entry");
          done(ctx, () -> entries.change(v.me(), id(ctx), entry, to.version(), to.sending(entry)));
        });
    doors.delete(
        ENTRY,
        MEMBERS,
        Operation.asks(
            "takeEntryOff", "Takes something off the page; it stays in the record.", null),
        (ctx, v) ->
            done(ctx, () -> entries.takeOff(v.me(), id(ctx), ctx.pathParam("entry"), true)));
    doors.put(
        ENTRY + "/back",
        MEMBERS,
        Operation.asks("putEntryBack", "Puts something back on the page.", null),
        (ctx, v) ->
            done(ctx, () -> entries.takeOff(v.me(), id(ctx), ctx.pathParam("entry"), false)));
  }

  private void experiments(Doors doors) {
    doors.post(
        ONE + "/experiments",
        MEMBERS,
        Operation.takes(
            "writeExperiment",
            "Writes down something to try.",
            Takes.NewExperiment.class,
            KeptAs.class),
        (ctx, v) ->
            kept(
                ctx,
                experiments.add(v.me(), id(ctx), read(ctx, Takes.NewExperiment.class).sending())));
    doors.put(
        EXPERIMENT,
        MEMBERS,
        Operation.takes(
            "changeExperiment", "Changes the card.", Takes.ChangedExperiment.class, null),
        (ctx, v) -> {
          Takes.ChangedExperiment to = read(ctx, Takes.ChangedExperiment.class);
          String one = experiment(ctx);
          done(ctx, () -> experiments.change(v.me(), id(ctx), one, to.version(), to.sending(one)));
        });
    doors.put(
        EXPERIMENT + "/state",
        MEMBERS,
        Operation.takes(
            "goOn", "Begins, stops on purpose or ends an experiment.", Takes.GoesOn.class, null),
        (ctx, v) -> {
          Takes.GoesOn to = read(ctx, Takes.GoesOn.class);
          done(
              ctx,
              () ->
                  experiments.state(
                      v.me(),
                      id(ctx),
                      experiment(ctx),
                      to.version(),
                      to.state(),
                      to.ended(),
                      to.learned()));
        });
    doors.post(
        EXPERIMENT + "/notes",
        MEMBERS,
        Operation.takes(
            "noteExperiment",
            "Writes down what was noticed or changed.",
            Takes.NewNote.class,
            KeptAs.class),
        (ctx, v) ->
            kept(
                ctx,
                experiments.note(
                    v.me(), id(ctx), experiment(ctx), read(ctx, Takes.NewNote.class).noting())));
    doors.put(
        EXPERIMENT + "/marks",
        MEMBERS,
        Operation.takes(
            "markCharts", "Chooses the charts it hopes to move.", Takes.NewMarks.class, null),
        (ctx, v) -> {
          List<OnChart> marks = read(ctx, Takes.NewMarks.class).marks();
          done(
              ctx,
              () ->
                  experiments.mark(
                      v.me(),
                      id(ctx),
                      experiment(ctx),
                      marks == null ? List.of() : marks.stream().map(OnChart::chart).toList()));
        });
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private static String experiment(Context ctx) {
    return ctx.pathParam("experiment");
  }

  private static <T> T read(Context ctx, Class<T> type) {
    return JsonBody.read(ctx, type, "what this address takes; see /api/v1/openapi.json");
  }

  private static void answer(Context ctx, Object value) {
    ctx.contentType("application/json").result(Json.of(value));
  }

  private static void kept(Context ctx, String id) {
    answer(ctx.status(201), new KeptAs(id));
  }

  private static void done(Context ctx, Runnable change) {
    change.run();
    ctx.status(204);
  }
}
