package org.kith.pages;

import java.util.List;
import org.kith.search.Search;
import org.kith.words.Numbers;

/**
 * What a reader looked for and what of their own readable words holds it.
 *
 * @param asked what was typed, or empty
 * @param relevance whether what matches more stands first; otherwise the latest
 * @param page from 1 on
 * @param earlier address of the page before, or empty
 * @param later address of the page after, or empty
 */
record SearchPage(
    Frame frame,
    String asked,
    boolean relevance,
    int all,
    int page,
    List<Search.Found> found,
    String earlier,
    String later) {

  /** How many there are, in words. */
  String count() {
    return all == 0
        ? "Nothing you may see holds these words."
        : Numbers.capital(Numbers.counted(all, "text"))
            + " that you may see "
            + (all == 1 ? "holds" : "hold")
            + " these words"
            + (relevance ? "; what matches more stands first." : "; the latest stands first.");
  }
}
