package org.kith.pages.cycles;

import static org.kith.access.Entry.Whose.CYCLES;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.cycles.Cycle;
import org.kith.cycles.Cycles;
import org.kith.cycles.Purpose;
import org.kith.cycles.Purposes;
import org.kith.cycles.Scale;
import org.kith.http.Form;
import org.kith.http.Sent;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.people.Voice;
import org.kith.store.Store;
import org.kith.words.Numbers;

/** Learning cycles: the list, starting one, and a cycle's own page. */
public final class CyclesPages {
  static final Entry MEMBERS = Entry.signedIn(CYCLES);

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Library library;
  private final Similar similar;
  private final Cycles cycles;

  private CyclesPages(
      PageWriter writer, Store store, Clock clock, Library library, Similar similar) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.library = library;
    this.similar = similar;
    this.cycles = new Cycles(store, clock);
  }

  /**
   * Adds the addresses of all pages of a cycle.
   *
   * @param similar finds what cycles like one about to start learned
   */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, Library library, Similar similar) {
    CyclesPages pages = new CyclesPages(writer, store, clock, library, similar);
    doors.get("/cycles", MEMBERS, pages::list);
    doors.get("/cycles/new", MEMBERS, (ctx, v) -> pages.start(ctx, v, false));
    doors.post("/cycles/new", MEMBERS, (ctx, v) -> pages.start(ctx, v, true));
    doors.post("/cycles", MEMBERS, pages::started);
    doors.get("/cycles/{id}", MEMBERS, pages::one);
    new KeepingPages(writer, store, clock, library).add(doors);
    new EntryPages(writer, store, clock).add(doors);
    new ExperimentPages(writer, store, clock, library).add(doors);
  }

  private View view(Visitor visitor) {
    return visitor.sees(library.current());
  }

  private void list(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    View view = view(visitor);
    CyclesPage page =
        new CyclesPage(
            writer.frame(ctx, "Learning cycles", "cycles"),
            store.read(
                h ->
                    Cycle.of(h, me).stream()
                        .map(c -> line(c, Purposes.of(h, c.id(), me), view))
                        .toList()),
            cycles.others(me).stream().map(c -> line(c, List.of(), view)).toList());
    writer.write(ctx, 200, "cycles.jte", page);
  }

  private static CyclesPage.Line line(Cycle cycle, List<Purpose> purposes, View view) {
    String words = purposes.isEmpty() ? "" : purposes.get(purposes.size() - 1).words();
    return new CyclesPage.Line(
        cycle.id(), cycle.name(), words, CycleWords.where(cycle, view), cycle.stewardName());
  }

  private void start(Context ctx, Visitor visitor, boolean look) throws IOException {
    Form form = Form.of(ctx);
    String purpose = look ? form.words("purpose") : "";
    Person me = visitor.me();
    View view = view(visitor);
    String place = given(look, form, "place", "");
    String organisation = given(look, form, "organisation", me.own().orElse(""));
    StartPage page =
        new StartPage(
            writer.frame(ctx, "Start a learning cycle", "cycles"),
            look ? form.id() : UUID.randomUUID().toString(),
            look ? form.words("name") : "",
            purpose,
            scales(given(look, form, "scale", Scale.TEAM.id())),
            places(view, place),
            organisations(view, organisation),
            voices(given(look, form, "voice", usual(me).id())),
            look,
            purpose.isEmpty() ? List.of() : store.read(h -> similar.to(h, purpose)));
    writer.writeWithScript(ctx, 200, "cycle-start.jte", page);
  }

  private static String given(boolean look, Form form, String field, String otherwise) {
    return look ? form.words(field) : otherwise;
  }

  static List<Pick> scales(String chosen) {
    return Arrays.stream(Scale.values())
        .map(s -> new Pick(s.id(), Numbers.capital(s.words()), s.id().equals(chosen)))
        .toList();
  }

  static List<Pick> places(View view, String chosen) {
    List<Pick> all = new ArrayList<>();
    all.add(new Pick("", "No one place", chosen.isEmpty()));
    view.places().stream()
        .sorted(Comparator.comparing(p -> p.name()))
        .forEach(p -> all.add(new Pick(p.place(), p.name(), p.place().equals(chosen))));
    return all;
  }

  static List<Pick> organisations(View view, String chosen) {
    List<Pick> all = new ArrayList<>();
    all.add(new Pick("", "Of none, or of several", chosen.isEmpty()));
    view.organisations().stream()
        .sorted(Comparator.comparing(o -> o.name()))
        .forEach(
            o -> all.add(new Pick(o.organisation(), o.name(), o.organisation().equals(chosen))));
    return all;
  }

  static List<Pick> voices(String chosen) {
    return Arrays.stream(Voice.values())
        .map(v -> new Pick(v.id(), Numbers.capital(v.one()), v.id().equals(chosen)))
        .toList();
  }

  private static Voice usual(Person me) {
    return me.roles().contains(Role.REVIEWER) ? Voice.COMMISSIONER : Voice.PRACTITIONER;
  }

  private void started(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String id =
        cycles.start(
            visitor.me(),
            new Cycles.Start(
                form.id(),
                form.words("name"),
                form.words("purpose"),
                form.words("scale"),
                form.words("organisation"),
                form.words("place"),
                form.words("voice")));
    Sent.kept(ctx, "/cycles/" + id);
  }

  private void one(Context ctx, Visitor visitor) throws IOException {
    View view = view(visitor);
    CyclePage page =
        store.read(
            h -> Gathered.page(h, library, view, ctx.pathParam("id"), visitor, clock.millis()));
    writer.writeWithScript(ctx, 200, "cycle.jte", page);
  }
}
