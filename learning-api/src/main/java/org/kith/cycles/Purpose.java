package org.kith.cycles;

import java.util.List;

/**
 * A wording of a cycle's purpose.
 *
 * @param version 1, 2, 3 …
 * @param at milliseconds since 1970
 * @param agreed how many agreed to it
 * @param dissents what those who did not agree said, each kept as it was said
 * @param mine what the reader said of it: "agrees", "dissents" or empty
 * @param myWords the reader's own dissent, or empty
 */
public record Purpose(
    int version,
    String words,
    long at,
    int agreed,
    List<Dissent> dissents,
    String mine,
    String myWords) {

  /**
   * Somebody did not agree.
   *
   * @param voice id of the voice in which they said so
   * @param words their own, or empty where they gave none
   * @param yours whether the reader said it
   */
  public record Dissent(String voice, String words, boolean yours) {}

  public Purpose {
    dissents = List.copyOf(dissents);
  }
}
