package org.kith.pages;

import java.util.List;
import org.kith.themes.Codebook;

/**
 * Where an author offers a sentence of a reflection of theirs.
 *
 * @param problem why the last sentence was not taken, or empty
 * @param words what was typed then, or empty
 * @param answers what the reflection says
 * @param flags what in the words typed may tell who somebody is
 */
record QuotePage(
    Frame frame,
    String reflection,
    String problem,
    String words,
    List<String> flags,
    List<String> answers,
    List<Codebook.Theme> themes,
    List<Offered> offered) {

  /**
   * A sentence offered before.
   *
   * @param state what became of it
   */
  record Offered(String id, String words, String state, List<String> flags) {}
}
