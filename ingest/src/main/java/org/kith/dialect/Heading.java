package org.kith.dialect;

import java.util.List;
import java.util.Map;
import org.kith.instrument.Missing;

/**
 * One column of an export.
 *
 * @param column its position, 0 for the first
 * @param name its heading, in one line and without surrounding space
 * @param aliases other names a mapping may use, such as Qualtrics' import id
 * @param question what the columns of one question have in common
 * @param role what the tool itself uses it for
 * @param book what the tool's own codebook says of it
 */
public record Heading(
    int column, String name, List<String> aliases, String question, Role role, Book book) {

  /** What a column is to the tool that wrote it. */
  public enum Role {
    /** Something the form asked. */
    QUESTION,
    /** Something the tool added: dates, status, versions. */
    METADATA,
    /** Something the tool added that tells who or where a person is. */
    IDENTIFYING
  }

  /**
   * What comes with an export about a column's cells.
   *
   * @param asked the words asked, or empty
   * @param labels what cells mean, by the cell: 1 is "Definitely agree"
   * @param missing cells that mean a kind of missing
   * @param ticks cells of a choice with a column of its own: 1 for ticked, 0 for not; "" among them
   *     says that a blank is not ticked where another choice of the question is
   */
  public record Book(
      String asked,
      Map<String, String> labels,
      Map<String, Missing> missing,
      Map<String, Integer> ticks) {
    static final Book NONE = new Book("", Map.of(), Map.of(), Map.of());

    public Book {
      labels = Map.copyOf(labels);
      missing = Map.copyOf(missing);
      ticks = Map.copyOf(ticks);
    }

    /** Only the words asked. */
    static Book asking(String words) {
      return new Book(tidy(words), Map.of(), Map.of(), Map.of());
    }
  }

  public Heading {
    name = tidy(name);
    aliases = List.copyOf(aliases);
  }

  /** A column of which no codebook says anything. */
  Heading(int column, String name, List<String> aliases, String question, Role role) {
    this(column, name, aliases, question, role, Book.NONE);
  }

  /** A column that is a question by itself. */
  static Heading alone(int column, String name, Role role) {
    return new Heading(column, name, List.of(), name, role);
  }

  /** A heading on one line: line breaks and hard spaces become spaces, runs of them one. */
  public static String tidy(String text) {
    return text.replace('\u00a0', ' ').replace("\uFEFF", "").strip().replaceAll("\\s+", " ");
  }
}
