package org.kith.pages.evidence;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.evidence.EvidenceApi;
import org.kith.evidence.NewPin;
import org.kith.evidence.Pin;
import org.kith.evidence.Pinning;
import org.kith.evidence.Seen;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.learning.FigureId;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.pages.Figure;
import org.kith.pages.FigureFor;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.people.Voice;
import org.kith.reflections.Reading;
import org.kith.store.Store;

/** Pages of what a cycle looks at. {@link Pinning} decides. */
public final class EvidencePages {
  private static final String ALL = "/cycles/{id}/evidence";
  private static final String ONE = ALL + "/{pin}";
  private static final int FORMS = 5;

  /** How many reflections are offered: whose beginning is shown was opened, and its author told. */
  private static final int CHOICES = 12;

  private final PageWriter writer;
  private final Pinning pinning;
  private final Reading reading;
  private final Clock clock;

  private EvidencePages(PageWriter writer, Pinning pinning, Reading reading, Clock clock) {
    this.writer = writer;
    this.pinning = pinning;
    this.reading = reading;
    this.clock = clock;
  }

  /** Adds the addresses, for people and for programs, with those of the chain. */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Library library, Clock clock) {
    EvidencePages pages =
        new EvidencePages(
            writer, new Pinning(store, library, clock), new Reading(store, clock), clock);
    Entry cycles = Entry.signedIn(CYCLES);
    doors.get("/evidence/new", cycles, pages::ask);
    doors.post("/evidence", cycles, pages::pin);
    doors.get(ALL, cycles, pages::all);
    doors.post(ALL, cycles, pages::add);
    doors.get(ONE, cycles, pages::one);
    doors.get(ONE + "/file", cycles, pages::file);
    doors.post(ONE + "/take-off", cycles, pages::takeOff);
    doors.post(ONE + "/put-back", cycles, pages::putBack);
    doors.post(ONE + "/decisions", cycles, pages::rest);
    EvidenceApi.doors(doors, store, library, clock);
    ChainPages.doors(doors, writer, store, pages.pinning, clock);
  }

  private void all(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    Person me = visitor.me();
    List<Seen> all = pinning.all(me, cycle);
    String chosen = Optional.ofNullable(ctx.queryParam("reflection")).orElse("");
    var choices = pinning.toChoose(me, cycle, chosen, CHOICES);
    reading.excerpts(me, Set.of(), Seen.opened(all));
    reading.excerpts(
        me,
        Set.of(),
        choices.stream()
            .filter(c -> !c.getValue().yours())
            .map(java.util.Map.Entry::getKey)
            .collect(java.util.stream.Collectors.toSet()));
    writer.writeWithScript(
        ctx,
        200,
        "evidence.jte",
        new EvidencePage(
            writer.frame(ctx, "What we look at", "cycles"),
            cycle,
            pinning.name(cycle),
            cards(all.stream().filter(Seen::onThePage), me),
            cards(all.stream().filter(s -> !s.onThePage()), me),
            choices.stream()
                .map(
                    c ->
                        new Pinning.Named(
                            c.getKey(), PinCard.begins(c.getValue().answers().get(0))))
                .toList(),
            choices.stream().anyMatch(c -> c.getKey().equals(chosen)),
            pinning.experiments(me, cycle),
            Stream.generate(() -> UUID.randomUUID().toString()).limit(FORMS).toList()));
  }

  private List<PinCard> cards(Stream<Seen> seen, Person me) {
    return seen.map(s -> PinCard.of(pinning.library(), s, me)).toList();
  }

  private void one(Context ctx, Visitor visitor) throws IOException {
    String cycle = ctx.pathParam("id");
    Person me = visitor.me();
    Seen seen = pinning.one(me, cycle, ctx.pathParam("pin"));
    Pin pin = seen.pin();
    reading.excerpts(me, Set.of(), Seen.opened(List.of(seen)));
    PinCard card = PinCard.of(pinning.library(), seen, me);
    Optional<View> view =
        pin.kind().frozen() && pin.drawnFor(me)
            ? Pinning.view(pinning.library(), pin)
            : Optional.empty();
    boolean said = seen.said() != null && seen.said().readable();
    writer.write(
        ctx,
        200,
        "evidence-pin.jte",
        new PinPage(
            writer.frame(ctx, "Looked at", "cycles"),
            cycle,
            pinning.name(cycle),
            pin,
            card.title(),
            card,
            view.flatMap(v -> asked(v, pin.kind(), pin.figure())).orElse(""),
            view.flatMap(v -> PinCard.figure(v, pin)).orElse(null),
            pin.kind().frozen()
                ? CheckWords.of(pinning.check(pin), PinCard.day(clock.millis()), pin.drawnFor(me))
                : null,
            said ? seen.said().answers() : List.of(),
            pinning.decisions(me, cycle),
            pinning.resting(me, cycle, pin.id())));
  }

  private static Optional<String> asked(View view, Pin.Kind kind, String figure) {
    return kind == Pin.Kind.THEME
        ? view.heard().theme(figure).map(t -> "Theme: " + t.name())
        : FigureId.parse(figure).flatMap(f -> FigureFor.asked(view, f));
  }

  private void file(Context ctx, Visitor visitor) {
    EvidenceApi.send(ctx, pinning.file(visitor.me(), ctx.pathParam("id"), ctx.pathParam("pin")));
  }

  private void add(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String cycle = ctx.pathParam("id");
    pinning.needed(visitor.me(), cycle);
    NewPin pin =
        new NewPin(
            form.id(),
            Pin.Kind.of(form.words("kind")).orElse(null),
            form.words("snapshot"),
            form.words("figure"),
            form.words("reflection"),
            form.words("address"),
            form.words("words"),
            form.words("experiment"),
            EvidenceApi.attached(ctx));
    pinning.keep(visitor.me(), cycle, pin);
    Sent.kept(ctx, "/cycles/" + cycle + "/evidence");
  }

  private void takeOff(Context ctx, Visitor visitor) {
    pinning.takeOff(visitor.me(), ctx.pathParam("id"), ctx.pathParam("pin"));
    Sent.kept(ctx, "/cycles/" + ctx.pathParam("id") + "/evidence");
  }

  private void putBack(Context ctx, Visitor visitor) {
    pinning.putBack(visitor.me(), ctx.pathParam("id"), ctx.pathParam("pin"));
    Sent.kept(ctx, "/cycles/" + ctx.pathParam("id") + "/evidence");
  }

  private void rest(Context ctx, Visitor visitor) {
    String cycle = ctx.pathParam("id");
    String pin = ctx.pathParam("pin");
    pinning.rest(visitor.me(), cycle, pin, Form.of(ctx).words("decision"));
    Sent.kept(ctx, "/cycles/" + cycle + "/evidence/" + pin);
  }

  private void ask(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    String theme = ctx.queryParam("theme");
    Pin.Kind kind = theme == null ? Pin.Kind.INDICATOR : Pin.Kind.THEME;
    Pin wanted =
        new Pin(
            "new",
            "",
            kind,
            Optional.ofNullable(ctx.queryParam("snapshot")).orElse(""),
            theme == null ? Optional.ofNullable(ctx.queryParam("figure")).orElse("") : theme,
            null,
            null,
            null,
            "",
            me.id(),
            Voice.PRACTITIONER,
            0,
            null,
            null,
            null);
    Optional<View> view =
        wanted.drawnFor(me) ? Pinning.view(pinning.library(), wanted) : Optional.empty();
    Optional<Figure> figure = view.flatMap(v -> PinCard.figure(v, wanted));
    if (figure.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.NOT_FOUND,
          "There is no such figure that you may see. Open the page it is on and look at it from"
              + " there.");
    }
    writer.writeWithScript(
        ctx,
        200,
        "evidence-new.jte",
        new NewPinPage(
            writer.frame(ctx, "Look at this in a cycle", "cycles"),
            UUID.randomUUID().toString(),
            kind,
            wanted.figure(),
            wanted.snapshot(),
            PinCard.title(view, wanted, me),
            Thumbnails.of(view.get(), wanted),
            asked(view.get(), kind, wanted.figure()).orElse(""),
            Frame.DAY.format(Instant.parse(view.get().manifest().made())),
            me.cycles()));
  }

  private void pin(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String cycle = form.words("cycle");
    pinning.needed(visitor.me(), cycle);
    NewPin pin =
        new NewPin(
            form.id(),
            Pin.Kind.of(form.words("kind")).orElse(null),
            form.words("snapshot"),
            form.words("figure"),
            null,
            null,
            form.words("words"),
            null,
            null);
    pinning.keep(visitor.me(), cycle, pin);
    Sent.kept(ctx, "/cycles/" + cycle + "/evidence/" + pin.id());
  }
}
