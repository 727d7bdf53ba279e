package org.kith.account;

import static org.kith.access.Entry.Whose.EVERYONES;
import static org.kith.access.Entry.Whose.REVIEWS;

import io.javalin.http.Context;
import java.util.List;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Visitor;
import org.kith.http.Json;
import org.kith.http.JsonBody;
import org.kith.http.Operation;
import org.kith.http.Says;

/**
 * {@code /api/v1/accounts}: published accounts, and how one is written and approved. This class
 * only translates; {@link Accounts} and {@link Reading} decide.
 */
public final class AccountApi {
  private static final String ROOT = "/api/v1/accounts";
  private static final String ONE = "/api/v1/reviews/{id}/account";

  private final Accounts accounts;

  private AccountApi(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Adds the addresses. */
  public static void doors(Doors doors, Accounts accounts) {
    AccountApi api = new AccountApi(accounts);
    doors.get(
        ROOT,
        Entry.anyone(EVERYONES),
        Operation.asks("accounts", "Published accounts of reviews, the latest first.", All.class),
        api::all);
    doors.get(
        ROOT + "/{review}",
        Entry.anyone(EVERYONES),
        Operation.asks("account", "One published account, with every dissent.", Account.class),
        api::one);
    doors.get(
        ONE,
        Entry.signedIn(REVIEWS),
        Operation.asks("account-standing", "Where the account of a review stands.", Stands.class),
        api::standing);
    doors.post(
        ONE,
        Entry.signedIn(REVIEWS),
        Operation.takes(
            "write-account", "Write the next version of an account.", Draft.class, Stands.class),
        api::write);
    doors.post(
        ONE + "/answer",
        Entry.signedIn(REVIEWS),
        Operation.takes(
            "answer-account",
            "Approve the latest version of an account, or do not and say why.",
            Answer.class,
            Stands.class),
        api::answer);
    doors.post(
        ONE + "/attendance",
        Entry.signedIn(REVIEWS),
        Operation.takes(
            "note-attendance",
            "Note whether somebody came to a review.",
            Attendance.class,
            Stands.class),
        api::attendance);
    doors.post(
        ONE + "/publish",
        Entry.signedIn(REVIEWS),
        Operation.takes(
            "publish-account",
            "Publish an account that everybody who came has answered, for good.",
            Publish.class,
            Stands.class),
        api::publish);
  }

  @Says("Published accounts, the latest first.")
  record All(@Says("One for each.") List<One> accounts) {}

  @Says("A published account.")
  record One(
      @Says("Id of the review.") String review,
      @Says("Its name.") String title,
      @Says("ISO 8601 day.") String published,
      @Says("What was learned, one thing at a time.") List<String> learnings,
      @Says("Where it is read.") String href) {}

  @Says("Where the account of a review stands, for whoever asks.")
  record Stands(
      @Says("Latest version; 0 when nothing is written.") int version,
      @Says("What was learned, as a whole.") String summary,
      @Says("One thing at a time.") List<String> learnings,
      @Says("How to read the numbers, a note a line.") String notes,
      @Says("Whether you are asked to answer this version.") boolean asked,
      @Says("Whether everybody who came has answered this version.") boolean answered,
      @Says("Whether something in the review was changed since it was written.") boolean moved,
      @Says("Whether it is published.") boolean published,
      @Says("Your own answer, or null.") Mine mine) {}

  @Says(value = "Your own answer.", nullable = true)
  record Mine(
      @Says("Whether you approve it.") boolean approves, @Says("Your words.") String words) {}

  @Says("The next version of an account.")
  record Draft(
      @Says("The version you looked at; 0 for the first.") int version,
      @Says("What was learned, as a whole, in plain words.") String summary,
      @Says("What was learned, one thing a line.") String learnings,
      @Says("How to read the numbers, a note a line.") String notes) {}

  @Says("An answer to a version.")
  record Answer(
      @Says("The version you read.") int version,
      @Says("Whether you approve it.") Boolean approves,
      @Says("Your own words, printed with it; needed when you do not approve.") String words) {}

  @Says("Whether somebody came.")
  record Attendance(
      @Says("Id of the person.") String person, @Says("Whether they came.") boolean came) {}

  @Says("What to publish.")
  record Publish(@Says("The version you looked at.") int version) {}

  private void all(Context ctx, Visitor visitor) {
    List<One> all =
        accounts.reading().published().stream()
            .map(
                a ->
                    new One(
                        a.review(),
                        a.title(),
                        a.day(),
                        a.learnings(),
                        Account.ROOT + "/" + a.review()))
            .toList();
    send(ctx, new All(all));
  }

  private void one(Context ctx, Visitor visitor) {
    send(ctx, accounts.reading().open(ctx.pathParam("review"), visitor));
  }

  private void standing(Context ctx, Visitor visitor) {
    Accounts.Standing s = accounts.standing(visitor.me(), ctx.pathParam("id"));
    send(
        ctx,
        new Stands(
            s.written().version(),
            s.written().summary(),
            s.written().learnings(),
            s.written().dataNotes(),
            s.asked(),
            s.answered(),
            s.moved(),
            s.review().published() != null,
            s.answer() == null ? null : new Mine(s.answer().approves(), s.answer().words())));
  }

  private void write(Context ctx, Visitor visitor) {
    Draft sent = JsonBody.read(ctx, Draft.class, "a version of an account");
    Accounts.Draft draft =
        new Accounts.Draft(sent.version(), sent.summary(), sent.learnings(), sent.notes());
    accounts.write(visitor.me(), ctx.pathParam("id"), draft).orConflict();
    standing(ctx, visitor);
  }

  private void answer(Context ctx, Visitor visitor) {
    Answer sent = JsonBody.read(ctx, Answer.class, "an answer to a version");
    accounts.answer(
        visitor.me(), ctx.pathParam("id"), sent.version(), sent.approves(), sent.words());
    standing(ctx, visitor);
  }

  private void attendance(Context ctx, Visitor visitor) {
    Attendance sent = JsonBody.read(ctx, Attendance.class, "who came");
    accounts.attendance(
        visitor.me(), ctx.pathParam("id"), String.valueOf(sent.person()), sent.came());
    standing(ctx, visitor);
  }

  private void publish(Context ctx, Visitor visitor) {
    Publish sent = JsonBody.read(ctx, Publish.class, "a version to publish");
    accounts.publish(visitor.me(), ctx.pathParam("id"), sent.version());
    standing(ctx, visitor);
  }

  private static void send(Context ctx, Record answer) {
    ctx.contentType("application/json").result(Json.of(answer));
  }
}
