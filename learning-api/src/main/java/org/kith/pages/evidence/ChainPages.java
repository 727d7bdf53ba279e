package org.kith.pages.evidence;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.charts.ChainDrawing;
import org.kith.evidence.Chain;
import org.kith.evidence.ChainApi;
import org.kith.evidence.Changes;
import org.kith.evidence.Loops;
import org.kith.evidence.Pinning;
import org.kith.evidence.Seen;
import org.kith.http.Form;
import org.kith.http.Sent;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.store.Store;

/** The page of how one thing led to another. {@link Changes} decides. */
final class ChainPages {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM yy", Locale.UK);

  private final PageWriter writer;
  private final Pinning pinning;
  private final Changes changes;
  private final Clock clock;

  private ChainPages(PageWriter writer, Pinning pinning, Changes changes, Clock clock) {
    this.writer = writer;
    this.pinning = pinning;
    this.changes = changes;
    this.clock = clock;
  }

  static void doors(
      Doors doors, PageWriter writer, Store store, Pinning pinning, Clock clock) {
    ChainPages pages = new ChainPages(writer, pinning, new Changes(store, clock), clock);
    doors.get("/cycles/{id}/chain", Entry.signedIn(CYCLES), pages::show);
    doors.post("/cycles/{id}/changes", Entry.signedIn(CYCLES), pages::change);
    ChainApi.doors(doors, store, clock);
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    Person me = visitor.me();
    Chain chain = changes.chain(me, cycle);
    Loops loops = changes.loops(me, cycle);
    writer.writeWithScript(
        ctx,
        200,
        "chain.jte",
        new ChainPage(
            writer.frame(ctx, "What led to what", "cycles"),
            cycle,
            pinning.name(cycle),
            chain,
            chain.steps().isEmpty() ? "" : drawing(chain),
            loops,
            LoopFigure.of(loops).orElse(null),
            LoopFigure.words(loops),
            UUID.randomUUID().toString(),
            chain.steps().stream()
                .filter(s -> s.kind() == Chain.Kind.DECISION)
                .map(s -> new Pinning.Named(s.id(), PinCard.begins(s.words())))
                .toList(),
            pinning.experiments(me, cycle),
            pinning.all(me, cycle).stream()
                .filter(Seen::onThePage)
                .map(
                    s ->
                        new Pinning.Named(
                            s.pin().id(),
                            s.pin().kind().words()
                                + ", "
                                + PinCard.day(s.pin().at())
                                + ": "
                                + PinCard.begins(s.pin().words())))
                .toList(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()));
  }

  private static String drawing(Chain chain) {
    List<Chain.Kind> lanes =
        Stream.of(Chain.Kind.values())
            .filter(k -> chain.steps().stream().anyMatch(s -> s.kind() == k))
            .toList();
    return new ChainDrawing(
            lanes.stream().map(ChainPages::lane).toList(),
            chain.steps().stream()
                .map(
                    s ->
                        new ChainDrawing.Step(
                            lanes.indexOf(s.kind()),
                            SHORT.format(LocalDate.parse(s.day())),
                            s.words()))
                .toList(),
            chain.links().stream()
                .map(
                    l ->
                        new ChainDrawing.Link(
                            chain.number(l.from()) - 1, chain.number(l.to()) - 1))
                .toList())
        .html("chain-c", "chain-t", "chain-d", true);
  }

  private static String lane(Chain.Kind kind) {
    return switch (kind) {
      case REFLECTION -> "Reflections";
      case LOOKED -> "Looked at";
      case EXPERIMENT -> "Tried";
      case DECISION -> "Decided";
      case CHANGE -> "Changed";
    };
  }

  private void change(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String cycle = ctx.pathParam("id");
    changes.needed(visitor.me(), cycle);
    changes.keep(
        visitor.me(),
        cycle,
        new Changes.Change(
            form.id(),
            form.words("decision"),
            form.words("experiment"),
            form.words("words"),
            form.words("happened"),
            form.words("observed")));
    Sent.kept(ctx, "/cycles/" + cycle + "/chain");
  }
}
