package org.kith.disclosure;

import java.util.List;
import org.kith.published.Table;

/**
 * The tables about people that may leave the protected zone together. They were made safe as one:
 * tables of two releases should not be mixed in a snapshot.
 */
public record Release(List<Published<?>> tables) {
  public Release {
    tables = List.copyOf(tables);
  }

  /** The table of this kind. */
  public <T extends Record> List<T> rows(Table<T> table) {
    return tables.stream()
        .filter(p -> p.table().equals(table))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Table " + table.name() + " is not about people."))
        .rows()
        .stream()
        .map(table.row()::cast)
        .toList();
  }
}
