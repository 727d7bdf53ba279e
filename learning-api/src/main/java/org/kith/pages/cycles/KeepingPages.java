package org.kith.pages.cycles;

import static org.kith.pages.cycles.CyclesPages.MEMBERS;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Visitor;
import org.kith.cycles.Cycle;
import org.kith.cycles.Cycles;
import org.kith.cycles.Members;
import org.kith.cycles.Membership;
import org.kith.cycles.Purpose;
import org.kith.cycles.Purposes;
import org.kith.http.Form;
import org.kith.http.Sent;
import org.kith.learning.Library;
import org.kith.learning.View;
import org.kith.pages.Frame;
import org.kith.pages.PageWriter;
import org.kith.people.Person;
import org.kith.store.Store;
import org.kith.words.Numbers;

/** Keeping a cycle going: its purpose and who agrees, who takes part, handing it on. */
final class KeepingPages {
  private static final String ONE = "/cycles/{id}";

  private final PageWriter writer;
  private final Store store;
  private final Library library;
  private final Cycles cycles;
  private final Members members;
  private final Purposes purposes;

  KeepingPages(PageWriter writer, Store store, Clock clock, Library library) {
    this.writer = writer;
    this.store = store;
    this.library = library;
    this.cycles = new Cycles(store, clock);
    this.members = new Members(store, clock);
    this.purposes = new Purposes(store, clock);
  }

  void add(Doors doors) {
    doors.get(ONE + "/purpose", MEMBERS, this::purpose);
    doors.post(ONE + "/purpose", MEMBERS, this::word);
    doors.post(ONE + "/voice", MEMBERS, this::agree);
    doors.get(ONE + "/people", MEMBERS, this::people);
    doors.post(ONE + "/people", MEMBERS, this::invite);
    doors.post(ONE + "/people/leave", MEMBERS, this::leave);
    doors.post(ONE + "/steward", MEMBERS, this::handOn);
    doors.post(ONE + "/about", MEMBERS, this::change);
    doors.post(ONE + "/close", MEMBERS, this::close);
  }

  private static String id(Context ctx) {
    return ctx.pathParam("id");
  }

  private static String page(Context ctx) {
    return "/cycles/" + id(ctx);
  }

  private void purpose(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "The purpose", "cycles");
    PurposePage page =
        store.read(
            h -> {
              Cycle cycle = Cycles.needed(h, id(ctx), visitor.me());
              return purpose(frame, cycle, Purposes.of(h, cycle.id(), visitor.me()));
            });
    writer.writeWithScript(ctx, 200, "cycle-purpose.jte", page);
  }

  private static PurposePage purpose(Frame frame, Cycle cycle, List<Purpose> all) {
    List<PurposePage.Wording> wordings = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Purpose p = all.get(i);
      wordings.add(
          new PurposePage.Wording(
              Numbers.capital(CycleWords.ordinal(p.version()))
                  + " wording, "
                  + CycleWords.day(p.at()),
              p.words(),
              agreed(p),
              p.dissents().stream()
                  .filter(d -> !d.words().isEmpty())
                  .map(
                      d ->
                          new CyclePage.Against(
                              d.words(),
                              CycleWords.by(d.voice(), d.yours()) + ". Kept with this wording."))
                  .toList()));
    }
    Purpose last = all.isEmpty() ? null : all.get(all.size() - 1);
    return new PurposePage(
        frame,
        cycle.id(),
        cycle.name(),
        all.size(),
        last == null ? "" : last.words(),
        last == null ? "" : last.mine(),
        last == null ? "" : last.myWords(),
        wordings);
  }

  private static String agreed(Purpose p) {
    int against = p.dissents().size();
    String agreed = Numbers.capital(Numbers.small(p.agreed())) + " agreed";
    return against == 0 ? agreed + "." : agreed + ", " + Numbers.small(against) + " did not.";
  }

  private void word(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    purposes.word(visitor.me(), id(ctx), form.version(), form.words("words"));
    Sent.kept(ctx, page(ctx));
  }

  private void agree(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    boolean agrees = form.choice("agrees", List.of("yes", "no")).equals("yes");
    purposes.agree(visitor.me(), id(ctx), form.version(), agrees, form.words("words"));
    Sent.kept(ctx, page(ctx));
  }

  private void people(Context ctx, Visitor visitor) throws IOException {
    Frame frame = writer.frame(ctx, "Who takes part", "cycles");
    View view = visitor.sees(library.current());
    KeepingPage page =
        store.read(
            h -> people(h, frame, view, Cycles.needed(h, id(ctx), visitor.me()), visitor.me()));
    writer.write(ctx, 200, "cycle-people.jte", page);
  }

  private static KeepingPage people(Handle h, Frame frame, View view, Cycle cycle, Person me) {
    boolean keeps = cycle.keptBy(me);
    List<Members.Member> all = keeps ? Members.all(h, cycle.id()) : List.of();
    List<Pick> stewards = new ArrayList<>();
    stewards.add(new Pick("", "Nobody for now", cycle.steward() == null));
    all.forEach(
        m -> stewards.add(new Pick(m.person(), m.name(), m.person().equals(cycle.steward()))));
    return new KeepingPage(
        frame,
        cycle.id(),
        cycle.name(),
        cycle.stewardName(),
        keeps,
        Numbers.capital(CycleWords.voices(Members.voices(h, cycle.id()))),
        all.stream()
            .map(
                m ->
                    new KeepingPage.Member(
                        m.person(),
                        m.name(),
                        m.person().equals(cycle.steward()),
                        CyclesPages.voices(m.voice())))
            .toList(),
        keeps
            ? Members.couldCome(h, cycle.id()).stream()
                .map(m -> new Pick(m.person(), m.name(), false))
                .toList()
            : List.of(),
        CyclesPages.voices("practitioner"),
        stewards,
        CyclesPages.scales(cycle.scale().id()),
        CyclesPages.places(view, cycle.place() == null ? "" : cycle.place()),
        CyclesPages.organisations(view, cycle.organisation() == null ? "" : cycle.organisation()),
        cycle.ended() != null,
        me.id(),
        Membership.needed(h, cycle.id(), me).one());
  }

  private void invite(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    members.invite(visitor.me(), id(ctx), form.words("person"), form.words("voice"));
    Sent.kept(ctx, page(ctx) + "/people");
  }

  private void leave(Context ctx, Visitor visitor) {
    String person = Form.of(ctx).words("person");
    members.leave(visitor.me(), id(ctx), person);
    Sent.kept(ctx, person.equals(visitor.me().id()) ? "/cycles" : page(ctx) + "/people");
  }

  private void handOn(Context ctx, Visitor visitor) {
    cycles.handOn(visitor.me(), id(ctx), Form.of(ctx).words("person"));
    Sent.kept(ctx, page(ctx) + "/people");
  }

  private void change(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    cycles.change(
        visitor.me(),
        id(ctx),
        new Cycles.Start(
            null,
            form.words("name"),
            "",
            form.words("scale"),
            form.words("organisation"),
            form.words("place"),
            null));
    Sent.kept(ctx, page(ctx) + "/people");
  }

  private void close(Context ctx, Visitor visitor) {
    cycles.close(visitor.me(), id(ctx), Form.of(ctx).ticked("closed"));
    Sent.kept(ctx, page(ctx));
  }
}
