package org.kith.account;

import static org.kith.access.Entry.Whose.EVERYONES;

import io.javalin.http.Context;
import java.io.IOException;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;

/** {@code /accounts/{review}.pdf} and {@code .docx}: an account to take away. */
public final class AccountFiles {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Reading reading;
  private final Pictures pictures;
  private final AccountPdf pdf = new AccountPdf();

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
    send(ctx, paper, "application/pdf", "pdf", pdf.of(paper));
  }

  private void word(Context ctx, Visitor visitor) throws IOException {
    Paper paper = paper(ctx, visitor);
    send(ctx, paper, WORD, "docx", AccountWord.of(paper));
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
