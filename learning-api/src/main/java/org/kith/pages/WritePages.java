package org.kith.pages;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Person;
import org.kith.prompts.Known;
import org.kith.prompts.Prompts;
import org.kith.prompts.PromptsApi;
import org.kith.reflections.EarlierApi;
import org.kith.reflections.Keeping;
import org.kith.reflections.Kept;
import org.kith.reflections.Reflection;
import org.kith.signin.WhoHint;
import org.kith.spotter.Measured;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/**
 * The page to write on. With its script it works without a network; without, it is a form that is
 * sent and kept.
 */
public final class WritePages {
  private static final String PATH = "/write";
  private static final int MISSES_ONE_IN = Measured.shipped().missesOneIn();
  private static final String SHELL = "/write/shell";

  /** Days and hours are told in the time of the places that Kith is made for. */
  private static final ZoneId HERE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK).withZone(HERE);

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Prompts prompts;

  private WritePages(PageWriter writer, Store store, Clock clock, Prompts prompts) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.prompts = prompts;
  }

  /**
   * Adds the pages, what they ask for, and what a device keeps of them.
   *
   * @throws org.kith.yaml.InvalidFileException with all that is wrong with the workspace's prompts
   */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, Workspace workspace) {
    Prompts prompts = Prompts.of(workspace);
    Known.remember(store, prompts, clock.millis());
    WritePages pages = new WritePages(writer, store, clock, prompts);
    PromptsApi.doors(doors, prompts, store);
    EarlierApi.doors(doors, store);
    doors.get(PATH, Entry.signedIn(Entry.Whose.AUTHORS), pages::show);
    doors.post(PATH, Entry.ANYONE, pages::keep);
    WritePage shell = pages.shell();
    doors.get(
        SHELL,
        Entry.ANYONE,
        (ctx, visitor) -> writer.writeWithScript(ctx, 200, "write.jte", shell));
    String worker = OfflineFiles.worker(SHELL, writer.html("write.jte", shell, Visitor.UNKNOWN));
    doors.get(
        "/sw.js",
        Entry.ANYONE,
        (ctx, visitor) -> script(ctx, "text/javascript; charset=utf-8", worker));
    doors.get(
        "/kith.webmanifest",
        Entry.ANYONE,
        (ctx, visitor) -> script(ctx, "application/manifest+json", OfflineFiles.manifest()));
  }

  private static void script(Context ctx, String type, String text) {
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType(type);
    ctx.result(text.getBytes(StandardCharsets.UTF_8));
  }

  private WritePage shell() {
    String form = prompts.forms().get(0).id();
    return new WritePage(
        prompts,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        WriteForm.blank(form, "", ""),
        "",
        MISSES_ONE_IN);
  }

  private void show(Context ctx, Visitor visitor) {
    String asked = Optional.ofNullable(ctx.queryParam("form")).orElse("");
    String form = prompts.form(asked).orElse(prompts.forms().get(0)).id();
    String follows = Optional.ofNullable(ctx.queryParam("follows")).orElse("");
    WhoHint.give(ctx, visitor.me().id());
    String today = LocalDate.now(clock.withZone(HERE)).toString();
    WriteForm blank = WriteForm.blank(form, follows, today);
    page(ctx, 200, visitor.me(), UUID.randomUUID().toString(), blank, "");
  }

  private void page(
      Context ctx, int status, Person me, String id, WriteForm filled, String problem) {
    WritePage page =
        store.read(
            h ->
                new WritePage(
                    prompts,
                    PromptsApi.themes(h),
                    me.teams(),
                    me.cycles(),
                    EarlierApi.latest(h, me.id()),
                    id,
                    filled,
                    problem,
                    MISSES_ONE_IN));
    writer.writeWithScript(ctx, status, "write.jte", page);
  }

  /** Keeps what was sent, or shows it again with what to change. */
  private void keep(Context ctx, Visitor visitor) {
    if (!visitor.signedIn()) {
      writer.write(ctx, 401, "unsent.jte", new UnsentPage(written(ctx)));
      return;
    }
    String id = Optional.ofNullable(ctx.formParam("id")).orElse("");
    WriteForm filled = null;
    try {
      filled = WriteForm.of(ctx, prompts);
      Kept kept = kept(visitor.me(), id, filled);
      writer.write(ctx, 200, "kept.jte", page(kept));
    } catch (IllegalArgumentException e) {
      again(ctx, visitor, id, filled, e.getMessage());
    } catch (ProblemException e) {
      String next = e.kind() == Problem.Kind.NOT_ACCEPTED ? id : UUID.randomUUID().toString();
      again(ctx, visitor, next, filled, e.getMessage());
    }
  }

  private Map<String, String> written(Context ctx) {
    return WriteForm.answers(ctx, prompts);
  }

  private void again(Context ctx, Visitor visitor, String id, WriteForm filled, String problem) {
    WriteForm back =
        filled != null
            ? filled
            : WriteForm.withoutTaps(
                written(ctx), prompts, LocalDate.now(clock.withZone(HERE)).toString());
    page(ctx, 422, visitor.me(), id, back, problem);
  }

  /**
   * Sending the same form twice keeps it once. A page that the browser brought back holds the id of
   * what was kept from it; other words sent with it are kept too, under an id that follows from
   * them.
   */
  private Kept kept(Person me, String id, WriteForm filled) {
    long now = clock.millis();
    Kept kept = Keeping.keep(store, me, filled.reflection(id, now), now).kept();
    List<Reflection.Answer> sent = filled.reflection(id, now).answers();
    if (kept.reflection().answers().equals(sent)) {
      return kept;
    }
    String other = UUID.nameUUIDFromBytes((id + sent).getBytes(StandardCharsets.UTF_8)).toString();
    return Keeping.keep(store, me, filled.reflection(other, now), now).kept();
  }

  private static KeptPage page(Kept kept) {
    String audience =
        switch (kept.reflection().audience()) {
          case ME -> "Only me";
          case TEAM -> "My team";
          case CYCLE -> "Our learning cycle";
          case COUNTS -> "Taps counted, shown to nobody";
        };
    return new KeptPage(
        kept.receipt(), WHEN.format(Instant.ofEpochMilli(kept.arrived())), audience);
  }
}
