package org.kith.pages.account;

import static org.kith.access.Entry.Whose.EVERYONES;
import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.io.IOException;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.account.Account;
import org.kith.account.Accounts;
import org.kith.account.Paper;
import org.kith.account.Pictures;
import org.kith.http.Form;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.http.Sent;
import org.kith.pages.PageWriter;

/** {@code /accounts} and {@code /reviews/{id}/tell}. */
public final class AccountPages {
  private static final int CONFLICT = 409;

  private final PageWriter writer;
  private final Accounts accounts;
  private final Pictures pictures;

  private AccountPages(PageWriter writer, Accounts accounts, Pictures pictures) {
    this.writer = writer;
    this.accounts = accounts;
    this.pictures = pictures;
  }

  /** Adds the addresses; after the files, whose addresses end in what this takes for an id. */
  public static void doors(Doors doors, PageWriter writer, Accounts accounts, Pictures pictures) {
    AccountPages pages = new AccountPages(writer, accounts, pictures);
    Entry anyone = Entry.anyone(EVERYONES);
    Entry ours = Entry.signedIn(REVIEWS);
    doors.get(Account.ROOT, anyone, (ctx, visitor) -> pages.all(ctx));
    doors.get(Account.ROOT + "/{review}", anyone, pages::one);
    doors.get("/reviews/{id}/tell", ours, pages::tell);
    doors.post("/reviews/{id}/tell", ours, pages::write);
    doors.post("/reviews/{id}/tell/answer", ours, pages::answer);
    doors.post("/reviews/{id}/tell/attendance", ours, pages::attendance);
    doors.post("/reviews/{id}/tell/publish", ours, pages::publish);
  }

  private void all(Context ctx) throws IOException {
    writer.write(
        ctx,
        200,
        "accounts.jte",
        AccountsPage.of(
            writer.frame(ctx, "Accounts of reviews", "learning"), accounts.reading().published()));
  }

  private void one(Context ctx, Visitor visitor) throws IOException {
    Paper paper = accounts.reading().paper(ctx.pathParam("review"), visitor, pictures);
    String title = (paper.account().draft() ? "Draft: " : "") + paper.account().title();
    writer.write(
        ctx, 200, "account.jte", new AccountPage(writer.frame(ctx, title, "learning"), paper));
  }

  private TellPage page(Context ctx, Visitor visitor) throws IOException {
    Accounts.Standing standing = accounts.standing(visitor.me(), ctx.pathParam("id"));
    return TellPage.of(writer.frame(ctx, "Tell: " + standing.review().name(), "reviews"), standing);
  }

  private void tell(Context ctx, Visitor visitor) throws IOException {
    writer.writeWithScript(ctx, 200, "tell.jte", page(ctx, visitor));
  }

  private static String back(Context ctx) {
    return "/reviews/" + ctx.pathParam("id") + "/tell";
  }

  private void write(Context ctx, Visitor visitor) throws IOException {
    Form form = Form.of(ctx);
    Accounts.Draft typed =
        new Accounts.Draft(
            form.version(),
            form.words("summary"),
            form.words("learnings"),
            form.words("data_notes"));
    try {
      Accounts.Outcome outcome = accounts.write(visitor.me(), ctx.pathParam("id"), typed);
      if (outcome.kept()) {
        Sent.kept(ctx, back(ctx));
        return;
      }
      writer.writeWithScript(
          ctx,
          CONFLICT,
          "tell.jte",
          page(ctx, visitor)
              .with(
                  typed,
                  outcome.now(),
                  "Version %d was written since you looked.".formatted(outcome.now().version())));
    } catch (ProblemException e) {
      TellPage page = typedAgain(ctx, visitor, e);
      writer.writeWithScript(
          ctx, e.kind().status(), "tell.jte", page.with(typed, null, e.getMessage()));
    }
  }

  /** The page again for whoever typed something that cannot be accepted as it is. */
  private TellPage typedAgain(Context ctx, Visitor visitor, ProblemException problem)
      throws IOException {
    if (problem.kind() != Problem.Kind.NOT_ACCEPTED && problem.kind() != Problem.Kind.CONFLICT) {
      throw problem;
    }
    return page(ctx, visitor);
  }

  private void answer(Context ctx, Visitor visitor) throws IOException {
    Form form = Form.of(ctx);
    String chosen = form.words("approves");
    Boolean approves = chosen.isEmpty() ? null : chosen.equals("yes");
    String words = form.words("words");
    try {
      accounts.answer(visitor.me(), ctx.pathParam("id"), form.version(), approves, words);
      Sent.kept(ctx, back(ctx));
    } catch (ProblemException e) {
      TellPage page = typedAgain(ctx, visitor, e);
      writer.writeWithScript(
          ctx, e.kind().status(), "tell.jte", page.with(approves, words, e.getMessage()));
    }
  }

  private void attendance(Context ctx, Visitor visitor) {
    Form form = Form.of(ctx);
    boolean came = form.choice("came", java.util.List.of("yes", "no")).equals("yes");
    accounts.attendance(visitor.me(), ctx.pathParam("id"), form.words("person"), came);
    Sent.kept(ctx, back(ctx));
  }

  private void publish(Context ctx, Visitor visitor) {
    accounts.publish(visitor.me(), ctx.pathParam("id"), Form.of(ctx).version());
    Sent.kept(ctx, Account.ROOT + "/" + ctx.pathParam("id"));
  }
}
