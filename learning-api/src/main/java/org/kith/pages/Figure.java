package org.kith.pages;

import java.util.List;

/**
 * A figure: a sentence about what people said, what can be read from it, the picture, a question,
 * and the numbers.
 *
 * @param id unique on the page
 * @param title the sentence
 * @param reads what can and cannot be read from it
 * @param chart its picture as HTML, or empty
 * @param question what it asks the reader
 * @param table its numbers, or null when there is nothing to show
 * @param csv address of the numbers as a file
 * @param permanent address that always shows these numbers
 * @param snapshot the snapshot's id
 * @param notes what stands in the margin beside it
 */
public record Figure(
    String id,
    String title,
    String reads,
    String chart,
    String question,
    FigureTable table,
    String csv,
    String permanent,
    String snapshot,
    List<Note> notes) {

  /** A caveat: a heading and a paragraph. */
  public record Note(String heading, String words) {}

  public Figure {
    notes = List.copyOf(notes);
  }
}
