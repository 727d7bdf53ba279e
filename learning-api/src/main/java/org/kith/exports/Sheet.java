package org.kith.exports;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.kith.lake.Snapshot;
import org.kith.published.Codebook;
import org.kith.published.Codebook.Column;
import org.kith.published.PooledRow;
import org.kith.published.Scope;
import org.kith.published.Table;

/**
 * A published table as somebody may take it away: every row about everyone and about places, and of
 * organisations their own. What is hidden stays missing, with its reason in the row.
 *
 * @param table which one
 * @param columns what its columns mean
 * @param rows its records, in their published order
 */
record Sheet<T extends Record>(Table<T> table, List<Column> columns, List<T> rows) {
  Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A table of a snapshot.
   *
   * @param wall whether rows of a scope and unit may be seen
   */
  static <T extends Record> Sheet<T> of(
      Snapshot snapshot, Table<T> table, BiPredicate<Scope, String> wall) throws IOException {
    List<T> kept = new ArrayList<>();
    for (T row : snapshot.read(table)) {
      if (visible(row, wall)) {
        kept.add(row);
      }
    }
    return new Sheet<>(table, Codebook.columns(table), kept);
  }

  /** Every table the snapshot has. */
  static List<Sheet<?>> all(Snapshot snapshot, BiPredicate<Scope, String> wall) throws IOException {
    List<Sheet<?>> sheets = new ArrayList<>();
    for (Table<?> table : tables(snapshot)) {
      sheets.add(of(snapshot, table, wall));
    }
    return sheets;
  }

  /** The tables of a snapshot: one made by an earlier version has fewer. */
  static List<Table<?>> tables(Snapshot snapshot) {
    return Table.ALL.stream()
        .<Table<?>>map(t -> t)
        .filter(
            table ->
                snapshot.manifest().tables().stream().anyMatch(t -> t.name().equals(table.name())))
        .toList();
  }

  private static boolean visible(Record row, BiPredicate<Scope, String> wall) {
    if (row instanceof PooledRow pooled) {
      return wall.test(Scope.ORGANISATION, pooled.organisation());
    }
    Scope scope = null;
    String unit = null;
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      if (component.getType() == Scope.class) {
        scope = (Scope) value(row, component);
      } else if (component.getName().equals("unit")) {
        unit = (String) value(row, component);
      }
    }
    return scope == null || wall.test(scope, unit);
  }

  /** The cells of a row, in the order of the columns; null where missing. */
  List<Object> cells(Record row) {
    List<Object> cells = new ArrayList<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      cells.add(value(row, component));
    }
    return cells;
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record's components can be read.", e);
    }
  }
}
