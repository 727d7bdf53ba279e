package org.kith.pages;

import static org.kith.access.Entry.Whose.THEMSELVES;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Site;
import org.kith.access.Visitor;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.signin.Council;
import org.kith.signin.Invitations;
import org.kith.signin.Sessions;
import org.kith.signin.SignIn;

/**
 * Signing in and out: by passphrase, by the link of an invitation, by the council's own sign-in.
 */
public final class SignInPages {
  private static final Entry OPEN = Entry.anyone(THEMSELVES);

  /** An address of this server: one slash first, no backslash, nothing that ends a header. */
  private static final String OWN_PATH = "/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*";

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;

  private final PageWriter writer;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Site site;
  private final Council council;

  private SignInPages(
      PageWriter writer, SignIn signIn, Sessions sessions, Site site, Council council) {
    this.writer = writer;
    this.signIn = signIn;
    this.sessions = sessions;
    this.site = site;
    this.council = council;
  }

  /** Adds the addresses. */
  public static void doors(
      Doors doors,
      PageWriter writer,
      SignIn signIn,
      Sessions sessions,
      Site site,
      Council council) {
    SignInPages pages = new SignInPages(writer, signIn, sessions, site, council);
    doors.get("/sign-in", OPEN, pages::form);
    doors.post("/sign-in", OPEN, pages::signIn);
    doors.post("/sign-out", Entry.signedIn(THEMSELVES), pages::signOut);
    doors.get("/invitation/{token}", OPEN, (ctx, v) -> pages.invitation(ctx, 200, ""));
    doors.post("/invitation/{token}", OPEN, (ctx, v) -> pages.accept(ctx));
    doors.get("/sign-in/council", OPEN, pages::toCouncil);
    doors.get("/invitation/{token}/council", OPEN, pages::toCouncil);
    doors.get(Council.BACK, OPEN, (ctx, v) -> pages.fromCouncil(ctx));
  }

  /** Where somebody wanted to go, if that is here; otherwise the first page. */
  static String next(String asked) {
    return asked != null && asked.length() <= 2000 && asked.matches(OWN_PATH) ? asked : "/";
  }

  private void form(Context ctx, Visitor visitor) throws IOException {
    String next = next(ctx.queryParam("next"));
    if (visitor.signedIn()) {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
      return;
    }
    show(ctx, 200, next, "", "", ctx.queryParamMap().containsKey("show"));
  }

  private void show(
      Context ctx, int status, String next, String name, String problem, boolean shown)
      throws IOException {
    secret(ctx);
    Frame frame = writer.frame(ctx, "Sign in", "sign-in");
    writer.write(
        ctx,
        status,
        "sign-in.jte",
        new SignInPage(frame, next, name, problem, shown, council.offered()));
  }

  private void signIn(Context ctx, Visitor visitor) throws IOException {
    String next = next(ctx.formParam("next"));
    String name = field(ctx, "name");
    SignIn.Outcome outcome = signIn.with(name, field(ctx, "passphrase"), site.client(ctx));
    if (!outcome.signedIn()) {
      int status = outcome.pause().isZero() ? UNPROCESSABLE : TOO_MANY;
      if (!outcome.pause().isZero()) {
        ctx.header("Retry-After", Long.toString(outcome.pause().toSeconds() + 1));
      }
      boolean shown = ctx.formParam("shown") != null;
      show(ctx, status, next, name, outcome.words(), shown);
      return;
    }
    in(ctx, outcome, next);
  }

  /** The session that came with the request, if any, ends: nobody can have planted the new one. */
  private void in(Context ctx, SignIn.Outcome outcome, String next) {
    sessions.end(ctx);
    sessions.give(ctx, outcome.token());
    ctx.redirect(next, HttpStatus.SEE_OTHER);
  }

  private void signOut(Context ctx, Visitor visitor) {
    signIn.out(visitor.me());
    sessions.end(ctx);
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  private void invitation(Context ctx, int status, String problem) throws IOException {
    secret(ctx);
    String token = ctx.pathParam("token");
    Optional<Invitations.Invited> invited = signIn.invited(token);
    if (invited.isEmpty()) {
      over(ctx);
      return;
    }
    boolean shown =
        ctx.queryParamMap().containsKey("show") || ctx.formParamMap().containsKey("shown");
    writer.write(
        ctx,
        status,
        "invitation.jte",
        new InvitationPage(
            writer.frame(ctx, "Welcome", ""),
            token,
            invited.get().name(),
            invited.get().signInName(),
            problem,
            shown,
            wanted(ctx),
            council.offered()));
  }

  private void accept(Context ctx) throws IOException {
    SignIn.Outcome outcome = signIn.accept(ctx.pathParam("token"), field(ctx, "passphrase"));
    if (outcome.signedIn()) {
      String wanted = wanted(ctx);
      in(ctx, outcome, wanted.isEmpty() ? first(outcome.person()) : wanted);
    } else {
      invitation(ctx, UNPROCESSABLE, outcome.words());
    }
  }

  /** The page of ours that an invitation leads to, or empty. */
  private static String wanted(Context ctx) {
    String asked = ctx.formParam("next") == null ? ctx.queryParam("next") : ctx.formParam("next");
    String next = next(asked);
    return next.equals("/") ? "" : next;
  }

  /** Where somebody new starts: a steward with the people, everybody else with writing. */
  private static String first(Person person) {
    return person.roles().contains(Role.STEWARD) ? "/people" : "/write";
  }

  private void over(Context ctx) throws IOException {
    notice(
        ctx,
        410,
        "This link no longer works",
        "A link works once, within 7 days. If you have set a passphrase already, sign in with it."
            + " Otherwise ask whoever sent you the link for a new one; it takes them a minute.",
        "Nothing you wrote is lost.");
  }

  private void notice(Context ctx, int status, String title, String lead, String more)
      throws IOException {
    secret(ctx);
    writer.write(
        ctx,
        status,
        "notice.jte",
        new Notice(writer.frame(ctx, title, "sign-in"), "Signing in", title, lead, more));
  }

  private void toCouncil(Context ctx, Visitor visitor) throws IOException {
    secret(ctx);
    if (!council.offered()) {
      notice(
          ctx,
          404,
          "Your council’s sign-in is not set up here",
          "Sign in with your sign-in name and passphrase instead.",
          "");
      return;
    }
    String token = ctx.pathParamMap().getOrDefault("token", "");
    if (!token.isEmpty() && signIn.invited(token).isEmpty()) {
      over(ctx);
      return;
    }
    String next = token.isEmpty() ? next(ctx.queryParam("next")) : "";
    Optional<Council.Leaving> leaving = council.leave(site.origin(ctx), next, token);
    if (leaving.isEmpty()) {
      away(ctx);
      return;
    }
    sessions.remember(ctx, leaving.get().browser());
    ctx.redirect(leaving.get().address(), HttpStatus.SEE_OTHER);
  }

  private void fromCouncil(Context ctx) throws IOException {
    secret(ctx);
    Optional<Council.Back> back = council.comeBack(ctx.queryString(), sessions.recall(ctx));
    if (back.isEmpty()) {
      away(ctx);
      return;
    }
    Council.Back who = back.get();
    SignIn.Outcome outcome = signIn.outside(who.issuer(), who.subject(), who.invitation());
    if (outcome.signedIn()) {
      in(ctx, outcome, who.invitation().isEmpty() ? who.next() : first(outcome.person()));
    } else if (who.invitation().isEmpty()) {
      notice(
          ctx,
          403,
          "You have not been invited yet",
          outcome.words()
              + " Ask your steward for a link, and choose your council’s sign-in there.",
          "");
    } else {
      over(ctx);
    }
  }

  private void away(Context ctx) throws IOException {
    notice(
        ctx,
        400,
        "Your council’s sign-in did not work this time",
        "Go to the page where you sign in and try again from there. If it stays so, tell your"
            + " steward.",
        "");
  }

  /** Kept by nobody on the way, and an older browser says where its form comes from. */
  private static void secret(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("Referrer-Policy", "same-origin");
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  /** As part of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
