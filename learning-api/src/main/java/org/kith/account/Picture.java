package org.kith.account;

import java.util.List;

/**
 * A figure, drawn.
 *
 * @param id unique on its page
 * @param title a sentence about what people said
 * @param reads what can and cannot be read from it
 * @param html the drawings, one for each width a page may have
 * @param question what it asks the reader
 * @param caption of its table
 * @param csv address of the numbers as a file
 * @param permanent address that always shows these numbers
 */
public record Picture(
    String id,
    String title,
    String reads,
    String html,
    String question,
    String caption,
    List<String> columns,
    List<List<Cell>> rows,
    String csv,
    String permanent,
    String snapshot) {

  /** A cell of the table. */
  public record Cell(String text, boolean number, boolean hidden) {}

  /** The width of the drawing that goes into files. */
  public static final int WIDTH = 560;

  public Picture {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Whether every shown cell of a column is a number, so that its heading stands right too. */
  public boolean number(int column) {
    return rows.stream().anyMatch(r -> r.get(column).number());
  }

  /** The drawings for a column of text, on their own, for files. Some figures have two. */
  public List<String> drawings() {
    return drawings(html);
  }

  /** The drawings for a column of text in what a page shows. */
  static List<String> drawings(String html) {
    return java.util.regex.Pattern.compile(
            "<svg class=\"at-" + WIDTH + "\".*?</svg>", java.util.regex.Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(r -> r.group())
        .toList();
  }
}
