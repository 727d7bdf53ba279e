package org.kith.disclosure;

import java.util.List;
import org.kith.published.Table;

/**
 * Rows that may leave the protected zone. Only this package can make one, and only this can be
 * written to the published zone, so that nothing unprotected can be published by mistake.
 */
public final class Published<T extends Record> {
  private final Table<T> table;
  private final List<T> rows;

  Published(Table<T> table, List<T> rows) {
    this.table = table;
    this.rows = List.copyOf(rows);
  }

  /** The table they belong to. */
  public Table<T> table() {
    return table;
  }

  /** The rows, in their published order. */
  public List<T> rows() {
    return rows;
  }
}
