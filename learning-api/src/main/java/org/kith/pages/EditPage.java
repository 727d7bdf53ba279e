package org.kith.pages;

import java.util.List;

/**
 * A reflection being changed by its author.
 *
 * @param version the version these fields were filled from
 * @param fields what is asked, with what stands in it
 * @param rows what can be tapped
 * @param quotable whether it may be quoted without a name
 * @param problem why what was sent could not be kept, or empty
 * @param kept what is kept now, where it changed meanwhile; otherwise null
 */
record EditPage(
    Frame frame,
    String id,
    int version,
    String happened,
    List<Field> fields,
    List<Row> rows,
    boolean quotable,
    String problem,
    Told kept) {

  /** A question and what is written to it. */
  record Field(String prompt, String question, String words) {}

  /**
   * A row of taps.
   *
   * @param one whether only one of them can be chosen
   */
  record Row(String id, String question, boolean one, List<Choice.Option> taps) {}
}
