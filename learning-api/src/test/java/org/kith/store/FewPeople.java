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
    cycle(h);
    review(h);
    residents(h);
    h.execute("insert into audit values ('a1', 7, 'ben', 'reflection.opened', 'r1')");
  }

  private static void cycle(Handle h) {
    h.execute(
        "insert into purpose (cycle, version, words, author, at) values"
            + " ('panel-waits', 1, 'Nobody waits for a panel without being told why.', 'ada', 8)");
    h.execute(
        "insert into purpose_voice (cycle, version, person, agrees, words, at) values"
            + " ('panel-waits', 1, 'ben', 0, 'Waits are not the half of it.', 9)");
    h.execute(
        "insert into cycle_entry (id, cycle, stage, kind, words, source, confidence, author,"
            + " voice, created, changed) values ('e1', 'panel-waits', 'understand', 'factor', 'The panel"
            + " sits on Mondays.', 'the minutes', 'sure', 'ada', 'practitioner', 10, 10)");
    h.execute(
        "insert into experiment (id, cycle, title, type, hunch, starts, state, author,"
            + " created, changed) values ('x1', 'panel-waits', 'Ring on the day', 'hypothesis', 'Being"
            + " told is half of it.', '2025-11-24', 'trying', 'ada', 11, 11)");
    h.execute(
        "insert into experiment_note (id, experiment, kind, words, reason, happened,"
            + " reflection, author, voice, at) values ('n1', 'x1', 'adaptation', 'By text.', 'Nobody"
            + " picks up.', '2025-12-01', 'r1', 'ben', 'practitioner', 12)");
    h.execute(
        "insert into experiment_mark (experiment, instrument, measure, scope, unit) values"
            + " ('x1', 'generalised-trust', 'most-people', 'organisation', 'millbrook')");
    h.execute(
        "insert into tie (id, from_cycle, outside, way, kind, words, experiment, author,"
            + " voice, raised) values ('t1', 'panel-waits', 'The panel', 'up', 'barrier', 'Why Mondays"
            + " only?', 'x1', 'ada', 'practitioner', 13)");
    h.execute(
        "insert into tie_reply (id, tie, answer, words, author, voice, at) values ('tr1',"
            + " 't1', 'cannot', 'Because the room is let.', 'ada', 'practitioner', 14)");
    h.execute(
        "insert into behaviour_round (id, cycle, opened, closed) values"
            + " ('b1', 'panel-waits', 15, null)");
    h.execute(
        "insert into behaviour_answer (round, behaviour, person, voice, seen, words, at)"
            + " values ('b1', 'open-trusting', 'ada', 'practitioner', 4, 'On some days.', 16)");
  }

  private static void review(Handle h) {
    h.execute(
        "insert into review (id, name, commissioner, created) values"
            + " ('v0', 'The review before', 'sol', 17)");
    h.execute(
        "insert into review (id, name, commissioner, follows, created) values"
            + " ('v1', 'A first look', 'sol', 'v0', 17)");
    h.execute("insert into review_cycle (review, cycle) values ('v1', 'panel-waits')");
    h.execute(
        "insert into review_person (review, person, voice, provider, invited) values"
            + " ('v1', 'ada', 'practitioner', 1, 18)");
    h.execute(
        "insert into review_absent (id, review, words, at) values"
            + " ('va1', 'v1', 'Anybody who is waiting.', 19)");
    h.execute(
        "insert into review_question (id, review, position, words) values"
            + " ('vq1', 'v1', 1, 'What made the wait long?')");
    h.execute(
        "insert into prediction (id, question, person, voice, low, high, words, surprise, at)"
            + " values ('p1', 'vq1', 'ada', 'practitioner', 40, 50.5, 'About half.', 'All.', 20)");
    h.execute(
        "insert into pack_context (id, review, question, words, author, voice, at) values"
            + " ('pc1', 'v1', 'vq1', 'We moved in May.', 'ada', 'practitioner', 21)");
    h.execute(
        "insert into reading (id, question, person, voice, words, at, changed) values"
            + " ('rd1', 'vq1', 'ada', 'practitioner', 'The room, not the people.', 22, 22)");
    h.execute(
        "insert into room_note (id, review, question, kind, words, whom, author, voice, at,"
            + " changed) values ('rn1', 'v1', 'vq1', 'tell', 'That it is the room.', 'the panel',"
            + " 'sol', 'commissioner', 23, 23)");
    h.execute(
        "insert into own_level (review, kind, words, changed) values"
            + " ('v1', 'rule', 'Mondays only.', 24)");
    h.execute(
        "insert into decision (id, cycle, review, words, basis, because, decided, author, at)"
            + " values ('d1', 'panel-waits', 'v1', 'Ask for Thursdays.', 'judgement', 'We think it is"
            + " the room.', '2025-12-04', 'sol', 25)");
    h.execute(
        "insert into dissent (id, decision, words, author, voice, at) values"
            + " ('ds1', 'd1', 'Thursdays are no easier.', 'ben', 'practitioner', 26)");
    h.execute(
        "insert into evidence (id, cycle, kind, words, author, voice, at) values"
            + " ('ev1', 'panel-waits', 'file', 'The minutes.', 'ada', 'practitioner', 27)");
    h.execute(
        "insert into evidence_file (evidence, name, type, base64) values"
            + " ('ev1', 'minutes.txt', 'text/plain', 'TW9uZGF5cy4=')");
    h.execute("insert into decision_evidence (decision, evidence) values ('d1', 'ev1')");
    h.execute(
        "insert into change_made (id, decision, experiment, words, happened, observed,"
            + " author, at) values ('cm1', 'd1', 'x1', 'Thursdays too.', '2025-12-11', 'ev1', 'ada',"
            + " 28)");
    h.execute(
        "insert into promise (id, review, by_whom, to_whom, words, due, person, at) values"
            + " ('pr1', 'v1', 'The panel', 'Family help north', 'An answer.', '2026-01-15', 'sol',"
            + " 29)");
    h.execute(
        "insert into followed_up (id, review, subject, kind, happened, words, author, at)"
            + " values ('fu1', 'v1', 'd1', 'decision', 'partly', 'One Thursday.', 'sol', 30)");
    h.execute(
        "insert into account (review, version, summary, author, at) values"
            + " ('v1', 1, 'We looked at the wait.', 'sol', 31)");
    h.execute(
        "insert into account_voice (review, version, person, approves, words, voice, at)"
            + " values ('v1', 1, 'ada', 1, '', 'practitioner', 32)");
    h.execute(
        "insert into learning (id, review, words, position, at) values"
            + " ('l1', 'v1', 'Say why it takes long.', 1, 33)");
  }

  private static void residents(Handle h) {
    h.execute("insert into withdrawal (print, day) values ('w1', '2025-12-05')");
    h.execute(
        "insert into contest (id, review, words, day, state) values"
            + " ('ct1', 'v1', 'It was never Monday.', '2025-12-06', 'waiting')");
    h.execute(
        "insert into consent (id, subject, kind, category, audience, allowed, day, sequence)"
            + " values ('cs1', 'w2', 'resident', 'answers', 'research', 0, '2025-12-06', 1)");
  }
}
