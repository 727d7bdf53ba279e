package org.kith.pages.cycles;

import static org.kith.pages.cycles.CyclesPages.MEMBERS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Visitor;
import org.kith.cycles.Cycle;
import org.kith.cycles.CycleEntry;
import org.kith.cycles.Cycles;
import org.kith.cycles.Experiment;
import org.kith.cycles.Experiments;
import org.kith.cycles.Experiments.Chart;
import org.kith.cycles.Kind;
import org.kith.cycles.Mark;
import org.kith.cycles.Observation;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.learning.Library;
import org.kith.learning.Unit;
import org.kith.learning.View;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.store.Store;
import org.kith.words.Numbers;

/** What a cycle tries: the card, what was noticed and changed, how it goes on, and its charts. */
final class ExperimentPages {
  private static final String ROOT = "/cycles/{id}/experiments";
  private static final String ONE = ROOT + "/{experiment}";

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Library library;
  private final Experiments experiments;

  ExperimentPages(PageWriter writer, Store store, Clock clock, Library library) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.library = library;
    this.experiments = new Experiments(store, clock);
  }

  void add(Doors doors) {
    doors.get(ROOT + "/new", MEMBERS, this::ask);
    doors.post(ROOT, MEMBERS, this::keep);
    doors.get(ONE, MEMBERS, this::show);
    doors.get(ONE + "/edit", MEMBERS, this::edit);
    doors.post(ONE + "/edit", MEMBERS, this::change);
    doors.post(ONE + "/state", MEMBERS, this::state);
    doors.post(ONE + "/notes", MEMBERS, this::note);
    doors.get(ONE + "/charts", MEMBERS, this::charts);
    doors.post(ONE + "/charts", MEMBERS, this::mark);
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private static String experiment(Context ctx) {
    return ctx.pathParam("experiment");
  }

  private static String root(Context ctx) {
    return "/cycles/" + id(ctx) + "/experiments/";
  }

  private String today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
  }

  private void ask(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Something to try", "cycles");
    String about = ctx.queryParam("about");
    ExperimentForm form =
        store.read(
            h -> {
              Cycle cycle = Cycles.needed(h, id(ctx), visitor.me());
              return new ExperimentForm(
                  frame,
                  cycle.id(),
                  cycle.name(),
                  UUID.randomUUID().toString(),
                  true,
                  0,
                  "",
                  types("hypothesis"),
                  questions(h, cycle.id(), visitor.me(), about == null ? "" : about),
                  "",
                  "",
                  "",
                  "",
                  "",
                  today(),
                  "");
            });
    writer.writeWithScript(ctx, 200, "experiment-form.jte", form);
  }

  private static List<Pick> types(String chosen) {
    return List.of(
        new Pick("hypothesis", "A hunch we try out", chosen.equals("hypothesis")),
        new Pick("probe", "A probe: we want to see what happens", chosen.equals("probe")));
  }

  private static List<Pick> questions(Handle h, String cycle, Person me, String chosen) {
    List<Pick> all = new ArrayList<>();
    all.add(new Pick("", "None in particular", chosen.isEmpty()));
    CycleEntry.of(h, cycle, me).stream()
        .filter(e -> e.kind() == Kind.QUESTION && (e.stands() || e.id().equals(chosen)))
        .forEach(e -> all.add(new Pick(e.id(), e.words(), e.id().equals(chosen))));
    return all;
  }

  private void edit(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Change the card", "cycles");
    Experiment e = experiments.find(visitor.me(), id(ctx), experiment(ctx));
    ExperimentForm form =
        store.read(
            h ->
                new ExperimentForm(
                    frame,
                    e.cycle(),
                    Cycles.needed(h, e.cycle(), visitor.me()).name(),
                    e.id(),
                    false,
                    e.version(),
                    e.title(),
                    types(e.type()),
                    questions(h, e.cycle(), visitor.me(), e.question()),
                    e.hunch(),
                    e.expect(),
                    e.surprise(),
                    e.harms(),
                    e.holder(),
                    e.starts(),
                    e.look()));
    writer.writeWithScript(ctx, 200, "experiment-form.jte", form);
  }

  private static Experiments.Sending sent(Form form, String id) {
    return new Experiments.Sending(
        id,
        form.words("question"),
        form.words("title"),
        form.words("type"),
        form.words("hunch"),
        form.words("expect"),
        form.words("surprise"),
        form.words("harms"),
        form.words("holder"),
        form.words("starts"),
        form.words("look"),
        null);
  }

  private void keep(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    String kept = experiments.add(visitor.me(), id(ctx), sent(form, form.id()));
    Sent.kept(ctx, root(ctx) + kept);
  }

  private void change(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    experiments.change(
        visitor.me(), id(ctx), experiment(ctx), form.version(), sent(form, experiment(ctx)));
    Sent.kept(ctx, root(ctx) + experiment(ctx));
  }

  private void state(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    experiments.state(
        visitor.me(),
        id(ctx),
        experiment(ctx),
        form.version(),
        form.words("state"),
        form.words("ended"),
        form.words("learned"));
    Sent.kept(ctx, root(ctx) + experiment(ctx));
  }

  private void note(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    experiments.note(
        visitor.me(),
        id(ctx),
        experiment(ctx),
        new Experiments.Noting(
            form.id(),
            form.words("kind"),
            form.words("words"),
            form.words("reason"),
            form.words("happened"),
            form.words("reflection")));
    Sent.kept(ctx, root(ctx) + experiment(ctx) + "#noted");
  }

  private void show(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "What we try", "cycles");
    View view = visitor.sees(library.current());
    Person me = visitor.me();
    Experiment e = experiments.find(me, id(ctx), experiment(ctx));
    ExperimentPage page =
        store.read(
            h -> {
              List<Observation> notes =
                  Observation.of(h, e.cycle(), me).stream()
                      .filter(n -> n.experiment().equals(e.id()))
                      .toList();
              return new ExperimentPage(
                  frame,
                  e.cycle(),
                  Cycles.needed(h, e.cycle(), me).name(),
                  Cards.of(e, List.of()),
                  e.state(),
                  e.over(),
                  e.version(),
                  e.learned(),
                  questions(h, e.cycle(), me, e.question()).stream()
                      .filter(q -> q.chosen() && !q.value().isEmpty())
                      .map(Pick::words)
                      .findFirst()
                      .orElse(""),
                  notes.stream()
                      .sorted(
                          Comparator.comparing(Observation::happened)
                              .thenComparing(Observation::at)
                              .reversed())
                      .map(ExperimentPages::noted)
                      .toList(),
                  Mark.of(h, e.cycle()).stream()
                      .filter(m -> m.experiment().equals(e.id()))
                      .map(m -> ChartChoice.chart(view, m))
                      .toList(),
                  UUID.randomUUID().toString(),
                  today(),
                  reflections(h, e.cycle(), me));
            });
    writer.writeWithScript(ctx, 200, "experiment.jte", page);
  }

  private static ExperimentPage.Noted noted(Observation n) {
    return new ExperimentPage.Noted(
        (n.adaptation() ? "Changed on the way, " : "Noticed, ") + Numbers.day(n.happened()),
        n.words(),
        n.reason(),
        Numbers.capital(CycleWords.by(n.voice(), n.yours())) + ".",
        n.reflection());
  }

  /** The reader's own reflections that they share with the cycle, latest first. */
  private static List<Pick> reflections(Handle h, String cycle, Person me) {
    List<Pick> all = new ArrayList<>();
    h.createQuery(
            "select r.id, r.happened, a.words from reflection r"
                + " join reflection_answer a on a.reflection = r.id and a.position = 0"
                + " where r.author = :me and r.audience = 'cycle' and r.cycle = :cycle"
                + " order by r.happened desc, r.id")
        .bind("me", me.id())
        .bind("cycle", cycle)
        .map(
            (row, ctx) -> {
              String words = row.getString("words");
              String begins = words.length() > 60 ? words.substring(0, 60) + "…" : words;
              return new Pick(
                  row.getString("id"),
                  Numbers.day(row.getString("happened")) + ": " + begins,
                  false);
            })
        .forEach(all::add);
    return all;
  }

  private void charts(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Charts it hopes to move", "cycles");
    View view = visitor.sees(library.current());
    Experiment e = experiments.find(visitor.me(), id(ctx), experiment(ctx));
    Unit unit = ChartChoice.unit(view, String.valueOf(ctx.queryParam("unit")));
    List<Mark> marks = marks(e);
    ChartsPage page =
        new ChartsPage(
            frame,
            e.cycle(),
            e.id(),
            e.title(),
            view.units().stream()
                .map(u -> new Pick(u.id(), Numbers.capital(u.name()), u.id().equals(unit.id())))
                .toList(),
            ChartChoice.groups(view, unit, marks));
    writer.write(ctx, 200, "experiment-charts.jte", page);
  }

  private List<Mark> marks(Experiment e) {
    return store.read(h -> Mark.of(h, e.cycle())).stream()
        .filter(m -> m.experiment().equals(e.id()))
        .toList();
  }

  private void mark(Context ctx, Visitor visitor) {
    View view = visitor.sees(library.current());
    Experiment e = experiments.find(visitor.me(), id(ctx), experiment(ctx));
    Form form = Form.of(ctx);
    Unit unit = ChartChoice.unit(view, form.words("unit"));
    List<Chart> charts = new ArrayList<>();
    marks(e).stream()
        .filter(m -> !ChartChoice.of(m, unit))
        .forEach(m -> charts.add(new Chart(m.instrument(), m.measure(), m.scope(), m.unit())));
    for (String ticked : form.all("chart")) {
      charts.add(
          ChartChoice.chosen(view, unit, ticked)
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          Problem.Kind.NOT_ACCEPTED,
                          "One of these charts is not there. Choose from the list.")));
    }
    experiments.mark(visitor.me(), id(ctx), e.id(), charts);
    Sent.kept(ctx, root(ctx) + e.id());
  }
}
