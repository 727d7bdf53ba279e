package org.kith.dialect;

import java.util.List;

/**
 * One column of an export.
 *
 * @param column its position, 0 for the first
 * @param name its heading, in one line and without surrounding space
 * @param aliases other names a mapping may use, such as Qualtrics' import id
 * @param question what the columns of one question have in common
 * @param role what the tool itself uses it for
 */
public record Heading(int column, String name, List<String> aliases, String question, Role role) {

  /** What a column is to the tool that wrote it. */
  public enum Role {
    /** Something the form asked. */
    QUESTION,
    /** Something the tool added: dates, status, versions. */
    METADATA,
    /** Something the tool added that tells who or where a person is. */
    IDENTIFYING
  }

  public Heading {
    name = tidy(name);
    aliases = List.copyOf(aliases);
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
