package org.kith.cycles;

import java.util.Arrays;

/** What somebody can write down in a cycle, in any of its places and in any order. */
public enum Kind {
  ACTOR("actor", Stage.UNDERSTAND),
  FACTOR("factor", Stage.UNDERSTAND),
  UNKNOWN("unknown", Stage.UNDERSTAND),
  ABSENT("absent", Stage.UNDERSTAND),
  QUESTION("question", Stage.UNDERSTAND),
  EMBEDDED("embedded", Stage.EMBED),
  NOTE("note", Stage.TRY);

  private final String id;
  private final Stage usual;

  Kind(String id, Stage usual) {
    this.id = id;
    this.usual = usual;
  }

  /** The name in addresses and tables. */
  public String id() {
    return id;
  }

  /** Where it stands when its author does not say. */
  public Stage usual() {
    return usual;
  }

  /**
   * The kind with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind of(String id) {
    return Arrays.stream(values())
        .filter(k -> k.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "What is written down is an actor, factor, unknown, absent, question, embedded"
                        + " or note."));
  }
}
