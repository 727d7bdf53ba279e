package org.kith.pages;

import static org.kith.access.Entry.Whose.AUTHORS;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.ProblemException;
import org.kith.logimport.ImportApi;
import org.kith.logimport.LogImport;
import org.kith.logimport.Meaning;
import org.kith.logimport.Rows;
import org.kith.logimport.Sheet;
import org.kith.logimport.SheetFile;
import org.kith.logimport.Waiting;
import org.kith.people.Person;
import org.kith.prompts.Form;
import org.kith.prompts.Prompt;
import org.kith.prompts.Prompts;
import org.kith.prompts.TapRow;
import org.kith.store.Store;

/**
 * "Bring in a log": plain forms, no script. The file is held in memory until its author says so.
 */
public final class ImportPages {
  private static final String ROOT = "/reflections/import";
  private static final int FIRST_ROWS = 5;
  private static final int SHOWN = 160;

  private final PageWriter writer;
  private final LogImport imports;
  private final Waiting waiting;

  private ImportPages(PageWriter writer, LogImport imports, Waiting waiting) {
    this.writer = writer;
    this.imports = imports;
    this.waiting = waiting;
  }

  /** Adds the pages, and the address for programs. */
  public static void doors(
      Doors doors, PageWriter writer, Store store, Clock clock, Prompts prompts) {
    ImportPages pages =
        new ImportPages(writer, new LogImport(store, prompts, clock), new Waiting(clock));
    doors.get(ROOT, Entry.signedIn(AUTHORS), (ctx, visitor) -> pages.choose(ctx, 200, ""));
    doors.post(ROOT, Entry.signedIn(AUTHORS), pages::read);
    doors.post(ROOT + "/rows", Entry.signedIn(AUTHORS), pages::rows);
    ImportApi.doors(doors, store, prompts, clock);
  }

  private void choose(Context ctx, int status, String problem) throws IOException {
    show(ctx, status, problem, Optional.empty(), Optional.empty());
  }

  private void read(Context ctx, Visitor visitor) throws IOException {
    UploadedFile file = ctx.uploadedFile("file");
    if (file == null || file.size() == 0) {
      choose(ctx, 422, "Choose a file first.");
      return;
    }
    try (InputStream in = file.content()) {
      byte[] bytes = in.readNBytes(SheetFile.MOST_BYTES + 1);
      Sheet sheet = SheetFile.read(file.filename(), bytes);
      waiting.hold(visitor.me().id(), sheet);
      look(ctx, visitor.me(), sheet, Meaning.proposed(sheet, imports.prompts()), false);
    } catch (ProblemException e) {
      choose(ctx, e.kind().status(), e.getMessage());
    }
  }

  private void rows(Context ctx, Visitor visitor) throws IOException {
    Person me = visitor.me();
    String hash = Optional.ofNullable(ctx.formParam("log")).orElse("");
    Optional<Sheet> sheet = waiting.of(me.id(), hash);
    if (sheet.isEmpty()) {
      choose(ctx, 410, "The file is no longer held here. Choose it again; nothing was brought in.");
      return;
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < sheet.get().headings().size(); i++) {
      columns.add(Optional.ofNullable(ctx.formParam("column" + i)).orElse(Meaning.LEAVE));
    }
    Meaning meaning = new Meaning(columns);
    boolean bring = "bring".equals(ctx.formParam("then"));
    if (!bring || meaning.problem(sheet.get(), imports.prompts()).isPresent()) {
      look(ctx, me, sheet.get(), meaning, true);
      return;
    }
    LogImport.Report report = imports.bring(sheet.get(), meaning, me);
    waiting.done(me.id());
    show(ctx, 200, "", Optional.empty(), Optional.of(report));
  }

  private void look(Context ctx, Person me, Sheet sheet, Meaning meaning, boolean chosen)
      throws IOException {
    Optional<String> problem = meaning.problem(sheet, imports.prompts());
    Rows rows =
        problem.isPresent() ? new Rows(List.of(), List.of(), 0) : imports.look(sheet, meaning, me);
    List<ImportPage.Column> columns = new ArrayList<>();
    for (int i = 0; i < sheet.headings().size(); i++) {
      String now = i < meaning.columns().size() ? meaning.columns().get(i) : Meaning.LEAVE;
      columns.add(
          new ImportPage.Column("column" + i, clipped(sheet.headings().get(i)), meanings(now)));
    }
    show(
        ctx,
        chosen && problem.isPresent() ? 422 : 200,
        problem.orElse(""),
        Optional.of(
            new ImportPage.Look(
                sheet.file(),
                sheet.read(),
                sheet.hash(),
                sheet.lines().size(),
                columns,
                sheet.headings().stream().map(ImportPages::clipped).toList(),
                sheet.lines().stream().limit(FIRST_ROWS).map(ImportPages::cells).toList(),
                rows.good().size(),
                rows.flags(),
                rows.refused())),
        Optional.empty());
  }

  private static List<String> cells(Sheet.Line line) {
    return line.cells().stream()
        .map(c -> c.formula() ? "(a formula)" : clipped(c.words()))
        .toList();
  }

  private static String clipped(String words) {
    int cut = Math.min(SHOWN, words.length());
    boolean inPair = cut < words.length() && Character.isLowSurrogate(words.charAt(cut));
    return cut == words.length() ? words : words.substring(0, inPair ? cut - 1 : cut) + "…";
  }

  private List<Choice.Option> meanings(String now) {
    Prompts prompts = imports.prompts();
    List<Choice.Option> all = new ArrayList<>();
    all.add(option(Meaning.LEAVE, "Leave it out", now));
    all.add(option(Meaning.DAY, "The day it happened", now));
    for (Form form : prompts.forms()) {
      for (Prompt prompt : form.prompts()) {
        all.add(option("prompt:" + prompt.id(), form.name() + ": " + prompt.words(), now));
      }
    }
    for (TapRow row : prompts.taps()) {
      all.add(option(row.id(), "Taps: " + row.words(), now));
    }
    return all;
  }

  private static Choice.Option option(String value, String words, String now) {
    return new Choice.Option(value, words, value.equals(now));
  }

  private void show(
      Context ctx,
      int status,
      String problem,
      Optional<ImportPage.Look> look,
      Optional<LogImport.Report> report)
      throws IOException {
    writer.write(
        ctx,
        status,
        "import.jte",
        new ImportPage(writer.frame(ctx, "Bring in a log", "reflections"), problem, look, report));
  }
}
