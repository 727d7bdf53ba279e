package org.kith.reflections;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflection.Audience;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/**
 * A household where every text that somebody can set tries to be more than text: answers, replies,
 * and the names of people, teams, cycles and themes.
 */
public record Mischief(SignedIn author, SignedIn mate, String id, String inCycle) {
  /** What each text says it is, so that a script that ran would tell which it was. */
  public static final List<String> FIELDS =
      List.of("answer", "reply", "tried", "person", "mate", "team", "cycle", "theme");

  /** Scripts, handlers, addresses, template syntax and a turned direction in one text. */
  public static String of(String field) {
    return "<script>window.hit='"
        + field
        + "'</script>\"'><img src=x onerror=\"window.hit='"
        + field
        + "'\"><svg onload=window.hit=1></textarea></title></option>"
        + "<a href=\"javascript:window.hit=1\">x</a> javascript:window.hit=1"
        + " ${7*7}; @template.knot() {{7*7}} <%= 7*7 %> !{7*7}; \u202Edesrever\u2066\u2069";
  }

  /** Moves in. */
  public static Mischief in(Store store) {
    Person.Group team = SignedIn.team(store, "team", of("team"), "millbrook");
    Person.Group cycle = SignedIn.cycle(store, "cycle", of("cycle"));
    SignedIn author = person(store, "author", of("person"), team, cycle);
    SignedIn mate = person(store, "mate", of("mate"), team, cycle);
    store.change(
        h ->
            h.execute(
                "insert into theme (id, name, about, state, created) values (?, ?, ?, 'named', 0)",
                "waiting",
                of("theme"),
                of("theme")));
    String id = keep(store, author, Audience.TEAM, "team", null);
    String inCycle = keep(store, author, Audience.CYCLE, null, "cycle");
    Reading reading = new Reading(store, Clock.systemUTC());
    for (String one : List.of(id, inCycle)) {
      for (String kind : List.of("reply", "tried")) {
        reading.reply(
            mate.person(), one, new Reply.Sent(UUID.randomUUID().toString(), kind, of(kind)));
      }
    }
    return new Mischief(author, mate, id, inCycle);
  }

  private static SignedIn person(
      Store store, String id, String name, Person.Group team, Person.Group cycle) {
    return SignedIn.as(
        store,
        new Person(
            id,
            name,
            "millbrook",
            of("position"),
            Set.of(Role.PRACTITIONER),
            List.of(team),
            List.of(cycle)));
  }

  private static String keep(
      Store store, SignedIn author, Audience audience, String team, String cycle) {
    Reflection r = Household.reflection(Audience.ME, "2026-11-02", of("answer"));
    Reflection shared =
        new Reflection(
            r.id(),
            "short",
            r.kind(),
            r.happened(),
            1,
            r.answers(),
            r.taps(),
            "moved",
            audience,
            team,
            cycle,
            null,
            true);
    store.change(
        h -> Reflections.keep(h, author.person().id(), shared, Clock.systemUTC().millis()));
    return r.id();
  }

  /** Every page that shows any of it to one of the two. */
  public List<String> pages(SignedIn who) {
    List<String> both =
        List.of(
            "/team/team",
            "/cycles/cycle/reflections",
            "/reflections/" + id,
            "/reflections/" + inCycle);
    return who != author
        ? both
        : List.of(
            both.get(0),
            both.get(1),
            both.get(2),
            both.get(3),
            "/reflections",
            "/reflections?theme=waiting",
            "/reflections/" + id + "/edit",
            "/reflections/" + id + "/withdraw");
  }

  /** Every address that gives any of it to one of the two as JSON. */
  public List<String> addresses(SignedIn who) {
    List<String> both =
        List.of(
            "/api/v1/reflections/" + id,
            "/api/v1/reflections/" + inCycle,
            "/api/v1/teams/team/reflections",
            "/api/v1/cycles/cycle/reflections");
    return who != author
        ? both
        : List.of(both.get(0), both.get(1), both.get(2), both.get(3), "/api/v1/reflections");
  }
}
