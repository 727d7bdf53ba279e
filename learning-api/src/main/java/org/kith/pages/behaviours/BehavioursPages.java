package org.kith.pages.behaviours;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.behaviours.Behaviour;
import org.kith.behaviours.Placement;
import org.kith.behaviours.Rounds;
import org.kith.behaviours.Seen;
import org.kith.cycles.Membership;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.store.Store;

/** {@code /cycles/{id}/behaviours}: how do we behave towards each other, and who sees it so? */
public final class BehavioursPages {
  private static final Entry OPEN = Entry.signedIn(CYCLES);
  private static final String ROOT = "/cycles/{id}/behaviours";
  private static final String ONE = ROOT + "/{round}";
  private static final int UNPROCESSABLE = 422;

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final IntSupplier k;

  private BehavioursPages(PageWriter writer, Store store, Clock clock, IntSupplier k) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.k = k;
  }

  /**
   * Adds the addresses.
   *
   * @param k fewer people than this are hidden, in the snapshot in use
   */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, IntSupplier k) {
    BehavioursPages pages = new BehavioursPages(writer, store, clock, k);
    doors.get(ROOT, OPEN, (ctx, v) -> pages.show(ctx, v, 200, "", null, ""));
    doors.post(ROOT, OPEN, pages::open);
    doors.get(ONE, OPEN, (ctx, v) -> pages.show(ctx, v, 200, ctx.pathParam("round"), null, ""));
    doors.post(ONE + "/answers", OPEN, pages::answer);
    doors.post(ONE + "/close", OPEN, pages::close);
    doors.get(ONE + "/numbers", OPEN, pages::numbers);
  }

  /**
   * Shows a round.
   *
   * @param wanted id, or empty for the one that is open or else the newest
   * @param typed what was typed and not accepted, or null
   */
  private void show(
      Context ctx,
      Visitor visitor,
      int status,
      String wanted,
      List<BehavioursPage.Ask> typed,
      String problem)
      throws IOException {
    String cycle = ctx.pathParam("id");
    Person me = visitor.me();
    Frame frame = writer.frame(ctx, "How we behave towards each other", "cycles");
    BehavioursPage page =
        store.read(
            h -> {
              List<Rounds.Round> all = Rounds.of(h, me, cycle);
              Rounds.Round round =
                  !wanted.isEmpty()
                      ? Rounds.needed(h, me, cycle, wanted)
                      : all.stream()
                          .filter(Rounds.Round::open)
                          .findFirst()
                          .orElse(all.isEmpty() ? null : all.get(0));
              boolean open = round != null && round.open();
              boolean closed = round != null && !round.open();
              return new BehavioursPage(
                  frame,
                  cycle,
                  name(h, me, cycle),
                  Rounds.keeps(h, me, cycle),
                  all.stream().anyMatch(Rounds.Round::open) ? "" : UUID.randomUUID().toString(),
                  open ? line(round) : null,
                  closed ? line(round) : null,
                  !open ? List.of() : typed != null ? typed : asks(h, me, round),
                  closed ? figures(seen(h, me, round)) : List.of(),
                  all.stream().filter(r -> !r.equals(round)).map(BehavioursPages::line).toList(),
                  Seen.Least.of(k.getAsInt()),
                  "kept".equals(ctx.queryParam("state")),
                  problem);
            });
    writer.writeWithScript(ctx, status, "behaviours.jte", page);
  }

  private static String name(Handle h, Person me, String cycle) {
    Membership.needed(h, cycle, me);
    return h.createQuery("select name from cycle where id = :id")
        .bind("id", cycle)
        .mapTo(String.class)
        .one();
  }

  private static BehavioursPage.Line line(Rounds.Round round) {
    return new BehavioursPage.Line(
        round.id(), day(round.opened()), round.closed() == null ? "" : day(round.closed()));
  }

  private static String day(long at) {
    return Frame.DAY.format(Instant.ofEpochMilli(at));
  }

  private static List<BehavioursPage.Ask> asks(Handle h, Person me, Rounds.Round round) {
    List<Placement> mine = Rounds.mine(h, me, round.cycle(), round.id());
    List<BehavioursPage.Ask> asks = new ArrayList<>();
    for (Behaviour b : Behaviour.values()) {
      Placement placed = mine.stream().filter(p -> p.behaviour() == b).findFirst().orElse(null);
      asks.add(
          new BehavioursPage.Ask(
              b,
              b.first(),
              placed != null,
              placed == null || placed.seen() == null ? 0 : placed.seen(),
              placed == null ? "" : placed.words()));
    }
    return asks;
  }

  private List<Seen> seen(Handle h, Person me, Rounds.Round round) {
    return Seen.of(h, me, round.cycle(), round.id(), Seen.Least.of(k.getAsInt()));
  }

  private static List<SeenFigure> figures(List<Seen> all) {
    return all.stream().map(s -> SeenFigure.of(s, s.behaviour().first())).toList();
  }

  private void open(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    store.read(h -> Membership.needed(h, cycle, visitor.me()));
    try {
      String id = Form.of(ctx).id();
      store.change(h -> Rounds.open(h, visitor.me(), cycle, id, clock.millis()));
      Sent.kept(ctx, "/cycles/" + cycle + "/behaviours");
    } catch (ProblemException e) {
      shownAgain(ctx, e);
      show(ctx, visitor, UNPROCESSABLE, "", null, e.getMessage());
    }
  }

  private static void shownAgain(Context ctx, ProblemException e) {
    if (e.kind() != Problem.Kind.NOT_ACCEPTED || Sent.byScript(ctx)) {
      throw e;
    }
  }

  private void answer(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    String round = ctx.pathParam("round");
    store.read(h -> Rounds.needed(h, visitor.me(), cycle, round));
    Form form = Form.of(ctx);
    try {
      List<Placement> answers = new ArrayList<>();
      for (Behaviour b : Behaviour.values()) {
        String seen = form.words("seen-" + b.id());
        String words = form.words("words-" + b.id());
        if (seen.equals("none") || seen.matches("[0-9]{1,2}")) {
          Integer place = seen.equals("none") ? null : Integer.valueOf(seen);
          answers.add(Placement.of(b.id(), place, words));
        } else if (!words.isEmpty()) {
          throw ProblemException.of(
              Problem.Kind.NOT_ACCEPTED,
              "You wrote something under “%s”. Place it too, or say that it does not fit here."
                  .formatted(b.title()));
        }
      }
      store.change(h -> Rounds.answer(h, visitor.me(), cycle, round, answers, clock.millis()));
      Sent.kept(ctx, "/cycles/" + cycle + "/behaviours?state=kept");
    } catch (ProblemException e) {
      shownAgain(ctx, e);
      show(ctx, visitor, UNPROCESSABLE, round, typed(ctx), e.getMessage());
    }
  }

  /** What was typed, to be shown again. */
  private static List<BehavioursPage.Ask> typed(Context ctx) {
    List<BehavioursPage.Ask> asks = new ArrayList<>();
    for (Behaviour b : Behaviour.values()) {
      String seen = String.valueOf(ctx.formParam("seen-" + b.id()));
      String words = ctx.formParam("words-" + b.id());
      boolean place = seen.matches("[1-9]|10");
      asks.add(
          new BehavioursPage.Ask(
              b,
              b.first(),
              place || seen.equals("none"),
              place ? Integer.parseInt(seen) : 0,
              words == null ? "" : words));
    }
    return asks;
  }

  private void close(Context ctx, Visitor visitor) {
    String cycle = ctx.pathParam("id");
    String round = ctx.pathParam("round");
    store.change(h -> Rounds.close(h, visitor.me(), cycle, round, clock.millis()));
    Sent.kept(ctx, "/cycles/" + cycle + "/behaviours/" + round);
  }

  /** The numbers behind the nine pictures, as a file. Hidden ones say so. */
  private void numbers(Context ctx, Visitor visitor) {
    String cycle = ctx.pathParam("id");
    List<Seen> all =
        store.read(
            h ->
                seen(
                    h,
                    visitor.me(),
                    Rounds.needed(h, visitor.me(), cycle, ctx.pathParam("round"))));
    StringBuilder csv =
        new StringBuilder(
            "behaviour,voice,at_1,at_2,at_3,at_4,at_5,at_6,at_7,at_8,at_9,at_10,lower,median,upper,"
                + "hidden\r\n");
    for (Seen seen : all) {
      List<Seen.Strip> strips = new ArrayList<>(seen.voices());
      strips.add(seen.everyone());
      for (Seen.Strip s : strips) {
        csv.append(seen.behaviour().id()).append(',');
        csv.append(s.voice() == null ? "all together" : s.voice().id());
        if (s.shown()) {
          s.counts().forEach(c -> csv.append(',').append(c));
          csv.append(',').append(s.middle().lower());
          csv.append(',').append(s.middle().median());
          csv.append(',').append(s.middle().upper()).append(",\r\n");
        } else {
          csv.append(",,,,,,,,,,,,,,\"").append(s.hidden()).append("\"\r\n");
        }
      }
    }
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header("Content-Disposition", "attachment; filename=\"behaviours.csv\"");
    ctx.result(csv.toString());
  }
}
