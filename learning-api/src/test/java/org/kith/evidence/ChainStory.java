package org.kith.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;

/** A small story of how one thing led to another, and its ids. */
public final class ChainStory {
  public final Person ada =
      new Person(
          "ada",
          "Ada",
          null,
          "",
          Set.of(Role.PRACTITIONER),
          List.of(),
          List.of(new Person.Group(CycleHouse.CYCLE, "Evenings", 1)));
  public final String reflection = UUID.randomUUID().toString();
  public final String experiment = UUID.randomUUID().toString();
  public final String decision = UUID.randomUUID().toString();
  public final String before = UUID.randomUUID().toString();
  public final String seen = UUID.randomUUID().toString();
  public final String judged = UUID.randomUUID().toString();
  public final String change = UUID.randomUUID().toString();

  /** A reflection is behind an experiment, which showed something that a decision rests on. */
  public void begin(Handle h) {
    People.addCycle(h, CycleHouse.CYCLE, "Evenings", 0);
    People.addCycle(h, "other", "Other", 0);
    People.add(h, ada, 0);
    h.execute(
        "insert into reflection (id, author, form, kind, happened, written, arrived, changed,"
            + " version, audience, shared, cycle) values (?, 'ada', 'short', 'reflection',"
            + " '2026-03-05', 1, 2, 2, 1, 'cycle', 5, 'evenings')",
        reflection);
    h.execute("insert into reflection_answer values (?, 0, 'what', 'A knock.')", reflection);
    h.execute(
        "insert into experiment (id, cycle, title, type, starts, state, author, created,"
            + " changed) values (?, 'evenings', 'Soup on Thursdays', 'probe', '2026-03-12',"
            + " 'trying', 'ada', 1, 1)",
        experiment);
    h.execute(
        "insert into experiment_note values (?, ?, 'observation', 'They stayed.', '',"
            + " '2026-03-19', ?, 'ada', 'practitioner', 9)",
        UUID.randomUUID().toString(),
        experiment,
        reflection);
    pin(h, before, "note", "Two stayed until ten.", "2026-04-01", experiment);
    pin(h, judged, "judgement", "Nine of us think so.", "2026-04-02", null);
    h.execute(
        "insert into decision (id, cycle, words, basis, decided, author, at) values"
            + " (?, 'evenings', 'Keys after six.', 'evidence', '2026-05-01', 'ada', ?)",
        decision,
        millis("2026-05-01"));
    pin(h, seen, "note", "Lit on eleven evenings.", "2026-08-01", null);
  }

  private void pin(Handle h, String id, String kind, String words, String day, String in) {
    h.execute(
        "insert into evidence (id, cycle, kind, words, author, voice, at, experiment)"
            + " values (?, 'evenings', ?, ?, 'ada', 'resident', ?, ?)",
        id,
        kind,
        words,
        millis(day),
        in);
  }

  public Changes.Change changed(String observed) {
    return new Changes.Change(
        change, decision, experiment, "Open until ten.", "2026-06-01", observed);
  }

  /** Ten in the morning of a day. */
  static long millis(String day) {
    return Instant.parse(day + "T10:00:00Z").toEpochMilli();
  }
}
