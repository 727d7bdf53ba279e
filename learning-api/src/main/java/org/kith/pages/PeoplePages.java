package org.kith.pages;

import static org.kith.access.Entry.Whose.HOUSEHOLD;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.access.Entry;
import org.kith.access.Site;
import org.kith.access.Visitor;
import org.kith.audit.Audit;
import org.kith.http.Problem;
import org.kith.http.ProblemException;
import org.kith.people.Household;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.published.OrganisationRow;
import org.kith.signin.Invitations;
import org.kith.signin.Leaving;
import org.kith.store.Store;

/** {@code /people}: stewards look after who takes part. Nothing here says what anybody wrote. */
public final class PeoplePages {
  private static final Entry STEWARDS = Entry.of(HOUSEHOLD, Role.STEWARD);
  private static final int UNPROCESSABLE = 422;
  private static final int MOST_CHARACTERS = 200;

  private final PageWriter writer;
  private final Store store;
  private final Clock clock;
  private final Site site;
  private final Supplier<List<OrganisationRow>> organisations;

  private PeoplePages(
      PageWriter writer,
      Store store,
      Clock clock,
      Site site,
      Supplier<List<OrganisationRow>> organisations) {
    this.writer = writer;
    this.store = store;
    this.clock = clock;
    this.site = site;
    this.organisations = organisations;
  }

  /** What a form says of somebody. */
  private record Form(
      String name, String organisation, Set<Role> roles, List<String> teams, List<String> cycles) {}

  /**
   * Adds the addresses.
   *
   * @param organisations those taking part
   */
  public static void doors(
      Doors doors,
      PageWriter writer,
      Store store,
      Clock clock,
      Site site,
      Supplier<List<OrganisationRow>> organisations) {
    PeoplePages pages = new PeoplePages(writer, store, clock, site, organisations);
    doors.get("/people", STEWARDS, (ctx, v) -> pages.everybody(ctx, 200, ""));
    doors.post("/people", STEWARDS, pages::invite);
    doors.get("/people/{person}", STEWARDS, (ctx, v) -> pages.one(ctx, 200, "", ""));
    doors.post("/people/{person}", STEWARDS, pages::change);
    doors.post("/people/{person}/invitation", STEWARDS, pages::inviteAgain);
    doors.post("/people/{person}/leaving", STEWARDS, pages::leave);
    doors.post("/teams", STEWARDS, pages::addTeam);
  }

  private void everybody(Context ctx, int status, String problem) throws IOException {
    List<OrganisationRow> all = organisations.get();
    PeoplePage page =
        store.read(
            h ->
                new PeoplePage(
                    frame(ctx, "People"),
                    Household.all(h).stream().map(m -> line(m, all)).toList(),
                    given(h, null, all),
                    problem));
    writer.write(ctx, status, "people.jte", page);
  }

  private Frame frame(Context ctx, String title) {
    try {
      return writer.frame(ctx, title, "people");
    } catch (IOException e) {
      return Frame.bare(title, "people");
    }
  }

  private static PeoplePage.Line line(Household.Member member, List<OrganisationRow> all) {
    Person person = member.person();
    List<String> about = new ArrayList<>();
    person.roles().stream().sorted().map(Role::id).forEach(about::add);
    person.teams().forEach(t -> about.add("team " + t.name()));
    person.cycles().forEach(c -> about.add("cycle " + c.name()));
    String state =
        member.left()
            ? "has left"
            : member.signsIn()
                ? "takes part"
                : member.signInName().isEmpty() ? "not invited yet" : "invited";
    return new PeoplePage.Line(
        person.id(),
        person.name(),
        person.own().map(o -> PeoplePage.organisation(o, all)).orElse(""),
        String.join(", ", about),
        state);
  }

  private static PeoplePage.Given given(Handle h, Person person, List<OrganisationRow> all) {
    List<Choice.Option> organisations = new ArrayList<>();
    String own = person == null ? null : person.organisation();
    organisations.add(new Choice.Option("", "None", own == null));
    all.stream()
        .sorted(Comparator.comparing(OrganisationRow::name))
        .map(o -> new Choice.Option(o.organisation(), o.name(), o.organisation().equals(own)))
        .forEach(organisations::add);
    Set<Role> roles = person == null ? EnumSet.of(Role.PRACTITIONER) : person.roles();
    return new PeoplePage.Given(
        organisations,
        Arrays.stream(Role.values())
            .map(r -> new Choice.Option(r.id(), MePages.words(r), roles.contains(r)))
            .toList(),
        Household.teams(h).stream()
            .map(t -> new Choice.Option(t.id(), t.name(), person != null && person.inTeam(t.id())))
            .toList(),
        Household.cycles(h).stream()
            .map(c -> new Choice.Option(c.id(), c.name(), person != null && person.inCycle(c.id())))
            .toList());
  }

  private void one(Context ctx, int status, String problem, String link) throws IOException {
    String id = ctx.pathParam("person");
    List<OrganisationRow> all = organisations.get();
    PersonPage page =
        store.read(
            h -> {
              Household.Member member = member(h, id);
              Person person = member.person();
              return new PersonPage(
                  frame(ctx, person.name()),
                  person.id(),
                  person.name(),
                  member.signInName(),
                  member.signsIn(),
                  member.left(),
                  given(h, person, all),
                  problem,
                  link);
            });
    writer.write(ctx, status, "person.jte", page);
  }

  private static Household.Member member(Handle h, String id) {
    return Household.find(h, id)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "There is nobody here with that id. See /people."));
  }

  private Person present(Handle h, String id) {
    return People.find(h, id)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.NOT_FOUND, "Nobody with that id takes part. See /people."));
  }

  private void invite(Context ctx, Visitor visitor) throws IOException {
    try {
      long now = clock.millis();
      String token =
          store.write(
              h -> {
                Form form = form(h, ctx);
                Person person =
                    new Person(
                        UUID.randomUUID().toString(),
                        form.name(),
                        form.organisation(),
                        "",
                        form.roles(),
                        groups(form.teams()),
                        groups(form.cycles()));
                People.add(h, person, now);
                String made =
                    Invitations.invite(
                        h, visitor.me().id(), person.id(), text(ctx, "sign_in_name"), now);
                return person.id() + " " + made;
              });
      String[] parts = token.split(" ", 2);
      showLink(ctx, parts[0], parts[1]);
    } catch (IllegalArgumentException e) {
      everybody(ctx, UNPROCESSABLE, e.getMessage());
    }
  }

  private void inviteAgain(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("person");
    String token =
        store.write(
            h -> {
              present(h, id);
              return Invitations.invite(h, visitor.me().id(), id, "", clock.millis());
            });
    one(ctx, 200, "", link(ctx, token));
  }

  private void showLink(Context ctx, String person, String token) throws IOException {
    PersonPage page =
        store.read(
            h -> {
              Household.Member member = member(h, person);
              return new PersonPage(
                  frame(ctx, member.person().name()),
                  person,
                  member.person().name(),
                  member.signInName(),
                  false,
                  false,
                  given(h, member.person(), organisations.get()),
                  "",
                  link(ctx, token));
            });
    writer.write(ctx, 200, "person.jte", page);
  }

  private String link(Context ctx, String token) {
    return site.origin(ctx) + "/invitation/" + token;
  }

  private void change(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("person");
    try {
      long now = clock.millis();
      store.change(
          h -> {
            present(h, id);
            Form form = form(h, ctx);
            if (!form.roles().contains(Role.STEWARD)) {
              refuseWithoutSteward(h, id);
            }
            Household.change(h, id, form.name(), form.organisation(), form.roles());
            Household.inTeams(h, id, form.teams(), now);
            Household.inCycles(h, id, form.cycles(), now);
            Audit.add(h, visitor.me().id(), Audit.Action.PERSON_CHANGED, id, now);
          });
      ctx.redirect("/people", HttpStatus.SEE_OTHER);
    } catch (IllegalArgumentException e) {
      one(ctx, UNPROCESSABLE, e.getMessage(), "");
    }
  }

  private void leave(Context ctx, Visitor visitor) throws IOException {
    String id = ctx.pathParam("person");
    try {
      store.change(
          h -> {
            present(h, id);
            refuseWithoutSteward(h, id);
            Leaving.of(h, visitor.me().id(), id, clock.millis());
          });
      ctx.redirect("/people", HttpStatus.SEE_OTHER);
    } catch (IllegalArgumentException e) {
      one(ctx, UNPROCESSABLE, e.getMessage(), "");
    }
  }

  private static void refuseWithoutSteward(Handle h, String without) {
    if (Household.lastSteward(h, without)) {
      throw new IllegalArgumentException(
          "Then nobody would look after who takes part. Make somebody else a steward first.");
    }
  }

  private void addTeam(Context ctx, Visitor visitor) throws IOException {
    try {
      store.change(
          h -> {
            String name = name(ctx);
            String organisation = organisation(ctx);
            if (organisation == null) {
              throw new IllegalArgumentException("Choose the organisation that the team is of.");
            }
            String id = id(name, i -> People.isTeam(h, i));
            People.addTeam(h, id, name, organisation, clock.millis());
            Audit.add(h, visitor.me().id(), Audit.Action.PERSON_CHANGED, id, clock.millis());
          });
      ctx.redirect("/people", HttpStatus.SEE_OTHER);
    } catch (IllegalArgumentException e) {
      everybody(ctx, UNPROCESSABLE, e.getMessage());
    }
  }

  /** An id made of a name: lower-case letters, digits and hyphens, and a number if it is taken. */
  private static String id(String name, Predicate<String> taken) {
    String base =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    base = base.isEmpty() ? "group" : base.substring(0, Math.min(base.length(), 60));
    String id = base;
    for (int i = 2; taken.test(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  private Form form(Handle h, Context ctx) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    ctx.formParams("role").forEach(r -> roles.add(Role.of(r)));
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Choose at least one role.");
    }
    return new Form(
        name(ctx),
        organisation(ctx),
        roles,
        known(ctx.formParams("team"), Household.teams(h), "team"),
        known(ctx.formParams("cycle"), Household.cycles(h), "learning cycle"));
  }

  private static List<String> known(List<String> chosen, List<Household.Place> all, String kind) {
    Set<String> ids = all.stream().map(Household.Place::id).collect(Collectors.toSet());
    if (!ids.containsAll(chosen)) {
      throw new IllegalArgumentException("One " + kind + " is not there. Choose from the list.");
    }
    return chosen.stream().distinct().toList();
  }

  private static List<Person.Group> groups(List<String> ids) {
    return ids.stream().map(id -> new Person.Group(id, id, 0)).toList();
  }

  private static String name(Context ctx) {
    String name = text(ctx, "name");
    if (name.isEmpty() || name.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("Give a name, of at most 200 characters.");
    }
    return name;
  }

  private String organisation(Context ctx) {
    String id = text(ctx, "organisation");
    if (id.isEmpty()) {
      return null;
    }
    if (organisations.get().stream().noneMatch(o -> o.organisation().equals(id))) {
      throw new IllegalArgumentException("That organisation does not take part.");
    }
    return id;
  }

  private static String text(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("").strip();
  }
}
