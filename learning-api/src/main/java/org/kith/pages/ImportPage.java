package org.kith.pages;

import java.util.List;
import java.util.Optional;
import org.kith.logimport.LogImport;
import org.kith.logimport.Rows;

/**
 * Bringing in a log: choosing a file, saying what its columns are, and where every row went.
 *
 * @param problem what has to be put right first, or empty
 * @param look at what was read, once there is a file
 * @param report once it is in
 */
record ImportPage(
    Frame frame, String problem, Optional<Look> look, Optional<LogImport.Report> report) {

  /**
   * A file that was read and waits.
   *
   * @param hash which file it is
   * @param columns each with what it may mean
   * @param head of the preview: the headings that are brought in
   * @param rows of the preview
   * @param good how many rows can be kept; the rest is in {@code refused}
   */
  record Look(
      String file,
      String read,
      String hash,
      int rows,
      List<Column> columns,
      List<String> head,
      List<List<String>> first,
      int good,
      int flags,
      List<Rows.Refused> refused) {}

  /** A column: its name in the form, its heading, and what it may mean. */
  record Column(String id, String heading, List<Choice.Option> meanings) {}
}
