package org.kith.pages;

import static org.kith.access.Entry.Whose.AUTHORS;
import static org.kith.access.Entry.Whose.READERS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.prompts.Prompts;
import org.kith.reflection.Audience;
import org.kith.reflections.Change;
import org.kith.reflections.Mine;
import org.kith.reflections.OfCycle;
import org.kith.reflections.OfTeam;
import org.kith.reflections.Opened;
import org.kith.reflections.OwnReflections;
import org.kith.reflections.OwnReflections.Asked;
import org.kith.reflections.Part;
import org.kith.reflections.Reading;
import org.kith.reflections.Reply;
import org.kith.store.Store;
import org.kith.words.Numbers;
import org.kith.workspace.Workspace;

/**
 * "My reflections", and one reflection: what came of it, who may read it, changing it and taking it
 * back. Plain forms; nothing here needs a script.
 */
public final class MinePages {
  private static final String ROOT = "/reflections";
  private static final String ONE = ROOT + "/{id}";

  private final PageWriter writer;
  private final OwnReflections own;
  private final Reading reading;
  private final Shelves shelves;

  private MinePages(PageWriter writer, OwnReflections own, Reading reading, Shelves shelves) {
    this.writer = writer;
    this.own = own;
    this.reading = reading;
    this.shelves = shelves;
  }

  /**
   * Adds the pages, and those of teams and cycles. Addresses with a word where these have an id
   * have to be added before.
   */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, Workspace workspace) {
    Shelves shelves = new Shelves(store, Prompts.of(workspace));
    Reading reading = new Reading(store, clock);
    MinePages pages = new MinePages(writer, new OwnReflections(store, clock), reading, shelves);
    doors.get(ROOT, Entry.signedIn(AUTHORS), pages::list);
    doors.get(ONE, Entry.signedIn(READERS), pages::one);
    doors.get(ONE + "/edit", Entry.signedIn(AUTHORS), pages::edit);
    doors.post(ONE + "/edit", Entry.signedIn(AUTHORS), pages::change);
    doors.post(ONE + "/audience", Entry.signedIn(AUTHORS), pages::share);
    doors.get(ONE + "/withdraw", Entry.signedIn(AUTHORS), pages::ask);
    doors.post(ONE + "/withdraw", Entry.signedIn(AUTHORS), pages::withdraw);
    doors.post(ONE + "/replies", Entry.signedIn(READERS), pages::reply);
    doors.post(ONE + "/replies/{reply}/take-back", Entry.signedIn(AUTHORS), pages::takeBack);
    new TeamPages(writer, reading, shelves).add(doors);
  }

  /** What came to somebody's reflections since they last looked, in a sentence, or empty. */
  public static String news(Store store, Clock clock, Person me) {
    return News.sentence(new OwnReflections(store, clock).news(me));
  }

  private void list(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    Asked asked = asked(ctx);
    Part<Mine> part = own.list(me, asked, PageLinks.offset(ctx), Part.USUAL);
    PageLinks links = PageLinks.of(ctx, part, List.of("year", "theme", "audience"));
    writer.write(
        ctx,
        200,
        "mine.jte",
        new MinePage(
            writer.frame(ctx, "My reflections", "reflections"),
            News.sentence(own.news(me)),
            part.items().stream().map(m -> entry(me, m)).toList(),
            shelves.years(own.years(me), asked.year()),
            shelves.themes(asked.theme()),
            Shelves.audiences(asked.audience()),
            asked.some(),
            links.newer(),
            links.older()));
  }

  /** What an address cannot ask for is not asked for, so that a mistyped one shows everything. */
  private static Asked asked(Context ctx) {
    String year = ctx.queryParam("year");
    String theme = ctx.queryParam("theme");
    Audience audience = null;
    for (Audience one : Audience.values()) {
      audience = one.id().equals(ctx.queryParam("audience")) ? one : audience;
    }
    return new Asked(
        year != null && year.matches("\\d{4}") ? year : null,
        theme == null || theme.isEmpty() ? null : theme,
        audience);
  }

  private MinePage.Entry entry(Person me, Mine mine) {
    return new MinePage.Entry(
        mine.id(),
        Told.day(mine.reflection().happened()),
        Told.begins(mine.answers()),
        AudienceWords.name(mine.reflection().audience()),
        own.circle(mine).map(OwnReflections.Circle::name).orElse(""),
        News.came(mine, own.seen(me, mine.id()).orElse(List.of())));
  }

  private void one(Context ctx, Visitor visitor) throws IOException {
    show(ctx, visitor, 200, "", "reply", "");
  }

  private void show(
      Context ctx, Visitor visitor, int status, String words, String kind, String problem)
      throws IOException {
    Optional<Opened> opened = reading.open(visitor.me(), ctx.pathParam("id"));
    if (opened.isEmpty()) {
      notThere(ctx);
      return;
    }
    String reply = Optional.ofNullable(ctx.formParam("id")).orElse(UUID.randomUUID().toString());
    ReplyForm form =
        new ReplyForm(ROOT + "/" + opened.get().id() + "/replies", reply, kind, words, problem, "");
    if (opened.get() instanceof Mine mine) {
      writer.write(ctx, status, "own.jte", ownPage(ctx, visitor.me(), mine, form));
      own.looked(visitor.me(), mine);
    } else if (opened.get() instanceof OfTeam team) {
      writer.write(ctx, status, "shared.jte", sharedPage(ctx, visitor.me(), team, form));
    } else if (opened.get() instanceof OfCycle cycle) {
      writer.write(ctx, status, "shared.jte", sharedPage(ctx, visitor.me(), cycle, form));
    }
  }

  private OwnPage ownPage(Context ctx, Person me, Mine mine, ReplyForm form) throws IOException {
    Optional<OwnReflections.Circle> circle = own.circle(mine);
    String chosen = Shelves.chosen(mine.reflection());
    return new OwnPage(
        writer.frame(ctx, "My reflection", "reflections"),
        mine.id(),
        Told.day(mine.reflection().happened()),
        mine.kept().receipt(),
        shelves.told(mine),
        mine.reflection().answers().stream()
            .flatMap(a -> Flagged.in(a.words()).stream())
            .distinct()
            .toList(),
        own.find(me, Optional.ofNullable(mine.reflection().follows()).orElse(""))
            .map(Mine::id)
            .orElse(""),
        mine.carriedOn(),
        mine.replies(),
        own.seen(me, mine.id()).orElse(List.of()),
        circle.map(News::reading).orElse(""),
        circle.map(News::later).orElse(""),
        chosen,
        AudienceWords.offers(me, chosen),
        form.readBy(mine.reflection().audience()));
  }

  private SharedPage sharedPage(Context ctx, Person me, OfTeam team, ReplyForm form)
      throws IOException {
    return new SharedPage(
        writer.frame(ctx, "Shared with my team", "team"),
        team.id(),
        Shelves.name(me.teams(), team.team()),
        "/team/" + team.team(),
        team.author(),
        Told.day(team.happened()),
        shelves.told(team),
        Optional.ofNullable(team.follows()).orElse(""),
        team.replies(),
        form.readBy(Audience.TEAM));
  }

  private SharedPage sharedPage(Context ctx, Person me, OfCycle cycle, ReplyForm form)
      throws IOException {
    return new SharedPage(
        writer.frame(ctx, "Shared in a learning cycle", ""),
        cycle.id(),
        Shelves.name(me.cycles(), cycle.cycle()),
        "/cycles/" + cycle.cycle() + "/reflections",
        "",
        "Week of " + Told.day(cycle.week()),
        shelves.told(cycle),
        "",
        cycle.replies(),
        form.readBy(Audience.CYCLE));
  }

  private void edit(Context ctx, Visitor visitor) throws IOException {
    Optional<Mine> mine = own.find(visitor.me(), ctx.pathParam("id"));
    if (mine.isEmpty()) {
      notThere(ctx);
    } else {
      form(ctx, 200, mine.get(), EditForm.of(mine.get()), "", null);
    }
  }

  private void form(Context ctx, int status, Mine mine, EditForm form, String problem, Told kept)
      throws IOException {
    writer.write(
        ctx,
        status,
        "edit.jte",
        new EditPage(
            writer.frame(ctx, "Change my reflection", "reflections"),
            mine.id(),
            form.version(),
            form.happened(),
            form.fields(mine, shelves.prompts()),
            form.rows(shelves.prompts(), shelves.named()),
            form.quotable(),
            problem,
            kept));
  }

  /** Whatever goes wrong, what was typed is still in the fields. */
  private void change(Context ctx, Visitor visitor) throws IOException {
    Optional<Mine> mine = own.find(visitor.me(), ctx.pathParam("id"));
    if (mine.isEmpty()) {
      notThere(ctx);
      return;
    }
    EditForm sent = EditForm.of(ctx);
    try {
      Change change = own.edit(visitor.me(), mine.get().id(), sent.changed(mine.get()));
      switch (change) {
        case DONE -> to(ctx, ROOT + "/" + mine.get().id());
        case CHANGED_MEANWHILE -> {
          Mine now = own.find(visitor.me(), mine.get().id()).orElse(mine.get());
          form(ctx, 409, now, sent.over(now.kept().version()), "", shelves.told(now));
        }
        case NOT_THERE, NOT_A_MEMBER -> notThere(ctx);
      }
    } catch (IllegalArgumentException | ProblemException e) {
      form(ctx, 422, mine.get(), sent, e.getMessage(), null);
    }
  }

  private void share(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    String[] chosen = Optional.ofNullable(ctx.formParam("audience")).orElse("").split(":", 2);
    boolean everyoneNow = ctx.formParam("everyone-now") != null;
    String group = chosen.length == 2 ? chosen[1] : null;
    Change change;
    try {
      Audience audience = Audience.of(chosen[0]);
      change =
          own.share(
              visitor.me(),
              id,
              new OwnReflections.Readers(
                  audience,
                  audience == Audience.TEAM ? group : null,
                  audience == Audience.CYCLE ? group : null,
                  everyoneNow));
    } catch (IllegalArgumentException e) {
      change = Change.NOT_THERE;
    }
    if (change == Change.DONE) {
      to(ctx, ROOT + "/" + id + "#readers");
    } else {
      notThere(ctx);
    }
  }

  private void ask(Context ctx, Visitor visitor) throws IOException {
    Optional<Mine> mine = own.find(visitor.me(), ctx.pathParam("id"));
    if (mine.isEmpty()) {
      notThere(ctx);
      return;
    }
    int replies = mine.get().replies().size();
    writer.write(
        ctx,
        200,
        "withdraw.jte",
        new WithdrawPage(
            writer.frame(ctx, "Withdraw my reflection", "reflections"),
            mine.get().id(),
            Told.day(mine.get().reflection().happened()),
            Told.begins(mine.get().answers()),
            replies == 0
                ? ""
                : Numbers.capital(Numbers.small(replies))
                    + (replies == 1 ? " reply goes with it." : " replies go with it.")));
  }

  private void withdraw(Context ctx, Visitor visitor) {
    if (own.withdraw(visitor.me(), ctx.pathParam("id")) == Change.DONE) {
      to(ctx, ROOT);
    } else {
      notThere(ctx);
    }
  }

  private void reply(Context ctx, Visitor visitor) throws IOException {
    String words = Optional.ofNullable(ctx.formParam("words")).orElse("").replace("\r\n", "\n");
    String kind = "tried".equals(ctx.formParam("kind")) ? "tried" : "reply";
    String problem = "";
    try {
      Reply.Sent sent = new Reply.Sent(ctx.formParam("id"), kind, words);
      switch (reading.reply(visitor.me(), ctx.pathParam("id"), sent)) {
        case DONE -> {
          to(ctx, ROOT + "/" + ctx.pathParam("id") + "#reply-" + sent.id());
          return;
        }
        case CHANGED_MEANWHILE -> problem = "Open the page again and send it from there.";
        case NOT_THERE, NOT_A_MEMBER -> {
          notThere(ctx);
          return;
        }
      }
    } catch (IllegalArgumentException e) {
      problem = e.getMessage();
    }
    show(ctx, visitor, 422, words, kind, problem);
  }

  private void takeBack(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    if (reading.takeBack(visitor.me(), id, ctx.pathParam("reply")) == Change.DONE) {
      to(ctx, ROOT + "/" + id);
    } else {
      notThere(ctx);
    }
  }

  private static void to(Context ctx, String path) {
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  private void notThere(Context ctx) {
    writer.write(ctx, 404, "missing.jte", new ErrorPage(Frame.bare("Not found", ""), ""));
  }
}
