package org.kith.reflections;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflection.Audience;
import org.kith.reflection.Kind;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/**
 * Six people round one author: a team mate, somebody of the same cycle elsewhere, a colleague of
 * the same organisation in another team, a stranger, and a steward of everything.
 */
public record Household(
    Store store,
    SignedIn author,
    SignedIn mate,
    SignedIn cycleMate,
    SignedIn colleague,
    SignedIn stranger,
    SignedIn steward) {

  public static final String TEAM = "harbour";
  public static final String CYCLE = "letters";

  /** Moves them in. */
  public static Household in(Store store) {
    Person.Group harbour = SignedIn.team(store, TEAM, "Harbour team", "millbrook");
    Person.Group quay = SignedIn.team(store, "quay", "Quay team", "millbrook");
    Person.Group letters = SignedIn.cycle(store, CYCLE, "Letters that frighten");
    return new Household(
        store,
        SignedIn.as(store, person("author", "Ann Author", "millbrook", List.of(harbour), letters)),
        SignedIn.as(store, person("mate", "Mo Mate", "millbrook", List.of(harbour), null)),
        SignedIn.as(store, person("cyclemate", "Cy Cycle", "larkmoor", List.of(), letters)),
        SignedIn.as(store, person("colleague", "Co League", "millbrook", List.of(quay), null)),
        SignedIn.as(store, person("stranger", "Stra Nger", "larkmoor", List.of(), null)),
        SignedIn.as(
            store,
            new Person(
                "steward",
                "Ste Ward",
                "millbrook",
                "",
                Set.of(Role.STEWARD, Role.REVIEWER, Role.RESEARCHER),
                List.of(),
                List.of())));
  }

  private static Person person(
      String id, String name, String organisation, List<Person.Group> teams, Person.Group cycle) {
    return new Person(
        id,
        name,
        organisation,
        "lead " + id,
        Set.of(Role.PRACTITIONER),
        teams,
        cycle == null ? List.of() : List.of(cycle));
  }

  /** A reflection of three answers and some taps, not kept yet. */
  public static Reflection reflection(Audience audience, String happened, String words) {
    return new Reflection(
        UUID.randomUUID().toString(),
        "short",
        Kind.REFLECTION,
        happened,
        1,
        List.of(
            new Reflection.Answer("what", words),
            new Reflection.Answer("so-what", "The letter was the matter.")),
        List.of(
            new Reflection.Tap("level", "policy"),
            new Reflection.Tap("barrier", "form"),
            new Reflection.Tap("theme", "waiting")),
        "moved",
        audience,
        audience == Audience.TEAM ? TEAM : null,
        audience == Audience.CYCLE ? CYCLE : null,
        null,
        false);
  }

  /** Keeps one of the author's. */
  public String keeps(Audience audience, String happened, String words) {
    return keeps(author, reflection(audience, happened, words));
  }

  /** Keeps a reflection of somebody's. */
  public String keeps(SignedIn who, Reflection reflection) {
    store.change(
        h -> Reflections.keep(h, who.person().id(), reflection, Clock.systemUTC().millis()));
    return reflection.id();
  }

  /** Somebody who joins the team, or the cycle, at a moment. */
  public SignedIn joins(String kind, String group, String id, long since) {
    SignedIn one =
        SignedIn.as(
            store,
            new Person(id, id, "millbrook", "", Set.of(Role.PRACTITIONER), List.of(), List.of()));
    store.change(
        h ->
            h.execute(
                "insert into " + kind + "_member (" + kind + ", person, since) values (?, ?, ?)",
                group,
                id,
                since));
    return SignedIn.as(store, one.person());
  }

  /** Somebody leaves a team or cycle. */
  public void leaves(String kind, String group, SignedIn who) {
    store.change(
        h ->
            h.execute(
                "delete from " + kind + "_member where " + kind + " = ? and person = ?",
                group,
                who.person().id()));
  }
}
