package org.kith.disclosure;

import java.util.List;
import org.kith.published.Table;

/** Lets tests of what comes after disclosure control start from rows of their own. */
public final class AsPublished {
  private AsPublished() {}

  public static <T extends Record> Published<T> of(Table<T> table, List<T> rows) {
    return new Published<>(table, rows);
  }
}
