package org.kith.store;

import java.util.List;

/**
 * What a backup says of itself, in {@code backup.json}.
 *
 * @param format how the backup is laid out; 1 so far
 * @param kith the version that made it
 * @param schema number of the last migration of the store it was made from
 * @param made ISO 8601 time, to the second, in UTC
 * @param tables what it holds; a table left out has no rows
 */
record Contents(int format, String kith, int schema, String made, List<TableFile> tables) {
  static final String FILE = "backup.json";
  static final int FORMAT = 1;

  /**
   * One table, in {@code <name>.jsonl}: a row a line, as a JSON object whose keys are column names.
   * What is null is left out.
   *
   * @param sha256 of the whole file, in lower-case hexadecimal
   */
  record TableFile(String name, long rows, String sha256) {}

  Contents {
    tables = List.copyOf(tables);
  }

  /** How many rows of a table there are. */
  long rows(String table) {
    return tables.stream().filter(t -> t.name().equals(table)).mapToLong(TableFile::rows).sum();
  }
}
