package org.kith.pages;

import java.util.List;
import org.kith.search.Search;

/**
 * Where people name, join and set aside themes.
 *
 * @param problem why the last decision was not taken, or empty
 * @param decides whether the reader may rename, merge and set aside; everybody may name
 * @param suggestions groups of words nobody has decided about
 * @param setAside groups of words people decided are no theme
 * @param themes in use, by name
 * @param former those merged or set aside
 */
record CodebookPage(
    Frame frame,
    String problem,
    boolean decides,
    List<Suggested> suggestions,
    List<Suggested> setAside,
    List<Named> themes,
    List<Former> former) {

  /**
   * A suggested group of words.
   *
   * @param examples reflections the reader may see that hold one of the words
   */
  record Suggested(String id, List<String> words, String behind, List<Search.Found> examples) {}

  /** A theme in use. */
  record Named(String id, String name, String about) {}

  /** A theme that is not, and what became of it. */
  record Former(String id, String name, String became) {}
}
