package org.kith.store;

import java.util.List;
import java.util.Set;

/**
 * A table that a backup holds.
 *
 * @param name its name, which is also that of its file: {@code person.jsonl}
 * @param kept which rows, as a condition, or empty for all
 * @param own the column that points at other rows of the same table, or empty
 * @param growsByItself whether a server fills it by being started, so that rows in it are not
 *     somebody's, and some may be there already
 */
record StoredTable(String name, String kept, String own, boolean growsByItself) {

  /** In an order in which no row comes before one it points at. */
  static final List<StoredTable> ALL =
      List.of(
          all("person"),
          all("person_role"),
          all("team"),
          all("team_member"),
          all("cycle"),
          all("cycle_member"),
          all("credential"),
          new StoredTable("invitation", "used is not null", "", false),
          all("outside_identity"),
          new StoredTable("theme", "", "into_id", false),
          new StoredTable("known_word", "", "", true),
          all("reflection"),
          all("reflection_answer"),
          all("reflection_tap"),
          all("withdrawn"),
          all("reply"),
          all("suggestion_decision"),
          all("quotation"),
          all("purpose"),
          all("purpose_voice"),
          all("cycle_entry"),
          all("experiment"),
          all("experiment_note"),
          all("experiment_mark"),
          all("tie"),
          all("tie_reply"),
          all("behaviour_round"),
          all("behaviour_answer"),
          new StoredTable("review", "", "follows", false),
          all("review_cycle"),
          all("review_person"),
          all("review_absent"),
          all("review_question"),
          all("prediction"),
          all("pack_context"),
          all("reading"),
          all("room_note"),
          all("own_level"),
          all("decision"),
          all("dissent"),
          all("evidence"),
          all("evidence_file"),
          all("decision_evidence"),
          all("change_made"),
          all("promise"),
          all("followed_up"),
          all("account"),
          all("account_voice"),
          all("learning"),
          all("withdrawal"),
          all("contest"),
          all("consent"),
          all("audit"));

  /**
   * Tables that stay behind, as do invitations that are still open. Whoever signed out, or whose
   * invitation was used or taken back after the backup, would otherwise have a way in again.
   */
  static final Set<String> LEFT_OUT = Set.of("session");

  private static StoredTable all(String name) {
    return new StoredTable(name, "", "", false);
  }

  /** Name of its file in a backup. */
  String file() {
    return name + ".jsonl";
  }

  /** The rows that belong in a backup. */
  String query() {
    return "select * from " + name + (kept.isEmpty() ? "" : " where " + kept);
  }
}
