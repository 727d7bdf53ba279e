package org.kith.pages;

import static org.kith.access.Entry.Whose.THEMSELVES;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Site;
import org.kith.access.Visitor;
import org.kith.people.Household;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.published.OrganisationRow;
import org.kith.signin.Sessions;
import org.kith.signin.SignIn;
import org.kith.store.Store;

/** {@code /me}: who I am here, my passphrase, and signing out everywhere. */
public final class MePages {
  private static final Entry MINE = Entry.signedIn(THEMSELVES);
  private static final int UNPROCESSABLE = 422;

  private final PageWriter writer;
  private final Store store;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Site site;
  private final Supplier<List<OrganisationRow>> organisations;

  private MePages(
      PageWriter writer,
      Store store,
      SignIn signIn,
      Sessions sessions,
      Site site,
      Supplier<List<OrganisationRow>> organisations) {
    this.writer = writer;
    this.store = store;
    this.signIn = signIn;
    this.sessions = sessions;
    this.site = site;
    this.organisations = organisations;
  }

  /** Adds the addresses. */
  public static void doors(
      Doors doors,
      PageWriter writer,
      Store store,
      SignIn signIn,
      Sessions sessions,
      Site site,
      Supplier<List<OrganisationRow>> organisations) {
    MePages pages = new MePages(writer, store, signIn, sessions, site, organisations);
    doors.get("/me", MINE, pages::me);
    doors.post("/me/passphrase", MINE, pages::change);
    doors.post("/me/sign-out-everywhere", MINE, pages::outEverywhere);
  }

  private void me(Context ctx, Visitor visitor) throws IOException {
    String done =
        ctx.queryParamMap().containsKey("changed")
            ? "Your passphrase is changed. You are signed out everywhere else."
            : "";
    show(ctx, visitor.me(), 200, "", done);
  }

  private void show(Context ctx, Person me, int status, String problem, String done)
      throws IOException {
    Optional<Household.Member> member = store.read(h -> Household.find(h, me.id()));
    writer.write(
        ctx,
        status,
        "me.jte",
        new MePage(
            writer.frame(ctx, "You", "me"),
            me.name(),
            member.map(Household.Member::signInName).orElse(""),
            me.own().map(o -> PeoplePage.organisation(o, organisations.get())).orElse(""),
            me.roles().stream().sorted().map(MePages::words).toList(),
            me.teams().stream().map(Person.Group::name).toList(),
            me.cycles().stream().map(Person.Group::name).toList(),
            member.map(Household.Member::passphrase).orElse(false),
            problem,
            done));
  }

  /** A role in plain words. */
  static String words(Role role) {
    return switch (role) {
      case PRACTITIONER ->
          "practitioner: writes reflections, and reads what is shared with their team or cycle";
      case REVIEWER -> "reviewer: prepares and runs learning reviews";
      case RESEARCHER -> "researcher: works with published tables and names themes";
      case STEWARD -> "steward: looks after who takes part, and reads no reflection because of it";
    };
  }

  private void change(Context ctx, Visitor visitor) throws IOException {
    SignIn.Outcome outcome =
        signIn.change(
            visitor.me(), field(ctx, "before"), field(ctx, "passphrase"), site.client(ctx));
    if (!outcome.signedIn()) {
      show(ctx, visitor.me(), UNPROCESSABLE, outcome.words(), "");
      return;
    }
    sessions.give(ctx, outcome.token());
    ctx.redirect("/me?changed", HttpStatus.SEE_OTHER);
  }

  private void outEverywhere(Context ctx, Visitor visitor) {
    signIn.outEverywhere(visitor.me());
    sessions.end(ctx);
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }
}
