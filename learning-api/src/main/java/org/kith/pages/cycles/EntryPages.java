package org.kith.pages.cycles;

import static org.kith.pages.cycles.CyclesPages.MEMBERS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Visitor;
import org.kith.cycles.Cycle;
import org.kith.cycles.CycleEntry;
import org.kith.cycles.Cycles;
import org.kith.cycles.Entries;
import org.kith.cycles.Experiment;
import org.kith.cycles.Kind;
import org.kith.cycles.Stage;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.store.Store;

/** Writing something down in a cycle, changing it, and taking it off the page. */
final class EntryPages {
  private static final String ONE = "/cycles/{id}";

  private final PageWriter writer;
  private final Store store;
  private final Entries entries;

  EntryPages(PageWriter writer, Store store, Clock clock) {
    this.writer = writer;
    this.store = store;
    this.entries = new Entries(store, clock);
  }

  void add(Doors doors) {
    doors.get(ONE + "/add/{kind}", MEMBERS, this::ask);
    doors.post(ONE + "/entries", MEMBERS, this::keep);
    doors.get(ONE + "/entries/{entry}", MEMBERS, this::show);
    doors.post(ONE + "/entries/{entry}", MEMBERS, this::change);
    doors.post(ONE + "/entries/{entry}/off", MEMBERS, this::takeOff);
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private void ask(Context ctx, Visitor visitor) throws IOException {
    String about = ctx.queryParam("about");
    Frame frame = writer.frame(ctx, "Write something down", "cycles");
    EntryPage page =
        store.read(
            h -> {
              Cycle cycle = Cycles.needed(h, id(ctx), visitor.me());
              Kind kind = kind(ctx.pathParam("kind"));
              String fresh = UUID.randomUUID().toString();
              return page(
                  frame,
                  cycle,
                  fresh,
                  null,
                  kind,
                  about(h, cycle.id(), visitor.me(), fresh, about == null ? "" : about));
            });
    writer.writeWithScript(ctx, 200, "cycle-entry.jte", page);
  }

  private static Kind kind(String id) {
    try {
      return Kind.of(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(Problem.Kind.NOT_FOUND, e.getMessage());
    }
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Change what is written", "cycles");
    CycleEntry entry = entries.find(visitor.me(), id(ctx), ctx.pathParam("entry"));
    EntryPage page =
        store.read(
            h ->
                page(
                    frame,
                    Cycles.needed(h, id(ctx), visitor.me()),
                    entry.id(),
                    entry,
                    entry.kind(),
                    about(h, id(ctx), visitor.me(), entry.id(), entry.about())));
    writer.writeWithScript(ctx, 200, "cycle-entry.jte", page);
  }

  private static EntryPage page(
      Frame frame, Cycle cycle, String id, CycleEntry entry, Kind kind, List<Pick> about) {
    Stage stage = entry == null ? kind.usual() : entry.stage();
    String sure = entry == null ? "" : entry.confidence();
    String became = entry == null ? "adopted" : entry.became();
    return new EntryPage(
        frame,
        cycle.id(),
        cycle.name(),
        id,
        entry == null,
        entry == null ? 0 : entry.version(),
        kind.id(),
        EntryPage.title(kind),
        EntryPage.hint(kind),
        EntryPage.label(kind),
        entry == null ? "" : entry.words(),
        entry == null ? "" : entry.source(),
        List.of(
            new Pick("guess", "A guess", sure.equals("guess")),
            new Pick("some", "Some of us have seen it", sure.equals("some")),
            new Pick("sure", "We are sure", sure.equals("sure"))),
        List.of("adopted", "adapted", "dropped", "open").stream()
            .map(b -> new Pick(b, CycleWords.became(b), b.equals(became)))
            .toList(),
        about,
        Arrays.stream(Stage.values()).map(s -> new Pick(s.id(), s.words(), s == stage)).toList(),
        entry == null || entry.stands());
  }

  /** The experiments and questions it can be about. */
  private static List<Pick> about(Handle h, String cycle, Person me, String self, String chosen) {
    List<Pick> all = new ArrayList<>();
    all.add(new Pick("", "Nothing in particular", chosen.isEmpty()));
    CycleEntry.of(h, cycle, me).stream()
        .filter(e -> e.stands() && e.kind() == Kind.QUESTION && !e.id().equals(self))
        .forEach(
            e -> all.add(new Pick(e.id(), "The question: " + e.words(), e.id().equals(chosen))));
    Experiment.of(h, cycle, me)
        .forEach(
            e -> all.add(new Pick(e.id(), "What we try: " + e.title(), e.id().equals(chosen))));
    return all;
  }

  private static Entries.Sending sent(Form form, String id) {
    return new Entries.Sending(
        id,
        form.words("kind"),
        form.words("stage"),
        form.words("words"),
        form.words("source"),
        form.words("confidence"),
        form.words("became"),
        form.words("about"));
  }

  private void keep(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    entries.add(visitor.me(), id(ctx), sent(form, form.id()));
    Sent.kept(ctx, "/cycles/" + id(ctx) + section(form.words("kind")));
  }

  private void change(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String entry = ctx.pathParam("entry");
    entries.change(visitor.me(), id(ctx), entry, form.version(), sent(form, entry));
    Sent.kept(ctx, "/cycles/" + id(ctx) + section(form.words("kind")));
  }

  private void takeOff(Context ctx, Visitor visitor) {
    entries.takeOff(visitor.me(), id(ctx), ctx.pathParam("entry"), Form.of(ctx).ticked("off"));
    Sent.kept(ctx, "/cycles/" + id(ctx) + "#record");
  }

  /** Where on the cycle's page it stands. */
  private static String section(String kind) {
    return switch (kind) {
      case "question" -> "#questions";
      case "actor", "factor", "unknown" -> "#understand";
      case "embedded" -> "#embed";
      case "note" -> "#notes";
      default -> "";
    };
  }
}
