package org.kith.store;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;

/** A few invented people, with at least one row in every table. */
public final class FewPeople {
  /** When they were all added. */
  public static final long THEN = 1_764_000_000_000L;

  private FewPeople() {}

  /** Two practitioners of one team and one cycle, and a steward of no organisation. */
  public static void people(Handle h) {
    People.addTeam(h, "family-north", "Family help north", "millbrook", THEN);
    People.addCycle(h, "panel-waits", "Waiting for a panel", THEN);
    People.add(h, practitioner("ada", "Ada Quist"), THEN);
    People.add(h, practitioner("ben", "Ben Öztürk"), THEN);
    People.add(
        h,
        new Person("sol", "Sol Ferreira", null, "", Set.of(Role.STEWARD), List.of(), List.of()),
        THEN);
  }

  private static Person practitioner(String id, String name) {
    return new Person(
        id,
        name,
        "millbrook",
        "family worker",
        Set.of(Role.PRACTITIONER),
        List.of(new Person.Group("family-north", "Family help north", 2)),
        List.of(new Person.Group("panel-waits", "Waiting for a panel", 2)));
  }

  /** A row in each table that {@link #people} leaves empty. */
  public static void everything(Handle h) {
    people(h);
    h.execute("insert into credential values ('ada', '$argon2id$x', 1)");
    h.execute("insert into invitation values ('open', 'ben', 1, 2, null)");
    h.execute("insert into invitation values ('used', 'ada', 1, 2, 2)");
    h.execute("insert into outside_identity values ('https://id.example', 'a1', 'ada')");
    h.execute("insert into session values ('s', 'ada', 'c', 1, 1, 9)");
    h.execute("insert into theme values ('a-wait', 'Waits', '', 'named', null, 1)");
    h.execute("insert into theme values ('wait-panel', 'Panel', 'Waits', 'named', null, 1)");
    h.execute("update theme set into_id = 'wait-panel', state = 'merged' where id = 'a-wait'");
    h.execute(
        "insert into reflection (id, author, form, kind, happened, written, arrived, changed,"
            + " version, audience, team) values ('r1', 'ada', 'short', 'reflection', '2026-11-02',"
            + " 1, 2, 2, 1, 'team', 'family-north')");
    h.execute(
        "insert into reflection_answer values ('r1', 0, 'what', ?)",
        "Ön the stairs:\n\"No\u2028signal\" \uD83D\uDE42 \\ ' \u0007");
    h.execute("insert into reflection_tap values ('r1', 'level', 'policy')");
    h.execute("insert into known_word values ('form', 'short', 1)");
    h.execute("insert into withdrawn values ('r0', 'ben', 3)");
    h.execute(
        "insert into reply (id, reflection, author, kind, words, at) values ('y1', 'r1',"
            + " 'ben', 'tried', 'Same here.', 4)");
    h.execute("insert into suggestion_decision values ('g1', 'named', 'wait-panel', 'sol', 5)");
    h.execute("insert into quotation values ('q1', 'r1', 'wait-panel', 'No', 6, null, null)");
    h.execute("insert into audit values ('a1', 7, 'ben', 'reflection.opened', 'r1')");
  }
}
