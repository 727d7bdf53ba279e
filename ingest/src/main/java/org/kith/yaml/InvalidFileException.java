package org.kith.yaml;

import java.util.List;

/**
 * A file that somebody wrote by hand cannot be used as it is. The message holds everything that is
 * wrong with it, one line each, in the order of the file; it is meant to be shown as it stands,
 * without a stack trace.
 */
public class InvalidFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * @param problems each a whole sentence that starts with the file and the place in it; at least
   *     one
   */
  public InvalidFileException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("A file without problems is not invalid.");
    }
  }

  /** Everything that is wrong, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
