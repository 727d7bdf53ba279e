package org.kith.account;

import static org.kith.access.Entry.Whose.EVERYONES;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;

/** {@code /accounts/{review}.pdf} and {@code .docx}: an account to take away. */
public final class AccountFiles {
  private static final int KEPT = 8;
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Reading reading;
  private final Pictures pictures;
  private final AccountPdf pdf = new AccountPdf();
  private final Map<Made, byte[]> made =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Made, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** A file by all that stands in it. */
  private record Made(Paper paper, String ending) {}

  /** Writes a file. */
  @FunctionalInterface
  private interface Writer {
    byte[] of(Paper paper) throws IOException;
  }

  private AccountFiles(Reading reading, Pictures pictures) {
    this.reading = reading;
    this.pictures = pictures;
  }

  /** Adds the addresses; before that of the page, whose last part would take them in. */
  public static void doors(Doors doors, Reading reading, Pictures pictures) {
    AccountFiles files = new AccountFiles(reading, pictures);
    doors.get(Account.ROOT + "/{review}.pdf", Entry.anyone(EVERYONES), files::pdf);
    doors.get(Account.ROOT + "/{review}.docx", Entry.anyone(EVERYONES), files::word);
  }

  private void pdf(Context ctx, Visitor visitor) throws IOException {
    Paper paper = paper(ctx, visitor);
    send(ctx, paper, "application/pdf", "pdf", made(paper, "pdf", pdf::of));
  }

  private void word(Context ctx, Visitor visitor) throws IOException {
    Paper paper = paper(ctx, visitor);
    send(ctx, paper, WORD, "docx", made(paper, "docx", AccountWord::of));
  }

  /**
   * A file, made once for as long as the same stands in it, and one after the other: anybody may
   * ask for it, and drawing it takes about a second. Drafts are not kept.
   */
  private synchronized byte[] made(Paper paper, String ending, Writer writer) throws IOException {
    if (paper.account().draft()) {
      return writer.of(paper);
    }
    Made key = new Made(paper, ending);
    byte[] file = made.get(key);
    if (file == null) {
      file = writer.of(paper);
      made.put(key, file);
    }
    return file;
  }

  private Paper paper(Context ctx, Visitor visitor) {
    return reading.paper(ctx.pathParam("review"), visitor, pictures);
  }

  private static void send(Context ctx, Paper paper, String type, String ending, byte[] file) {
    Account account = paper.account();
    ctx.header("Cache-Control", account.draft() ? "no-store" : "private, no-cache");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"%s-%s.%s\""
            .formatted(
                account.draft() ? "draft-account" : "account",
                account.draft() ? account.version() : account.published(),
                ending));
    ctx.contentType(type);
    ctx.result(file);
  }
}
