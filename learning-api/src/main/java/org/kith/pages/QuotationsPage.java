package org.kith.pages;

import java.util.List;

/**
 * Sentences that wait for a second reader.
 *
 * @param problem why the last decision was not taken, or empty
 */
record QuotationsPage(Frame frame, String problem, List<Waiting> waiting) {

  /**
   * A sentence.
   *
   * @param theme name of the theme it speaks to
   * @param flags what in it may tell who somebody is
   */
  record Waiting(String id, String theme, String words, List<String> flags) {}
}
