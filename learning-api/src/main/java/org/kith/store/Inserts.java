package org.kith.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts rows of a backup into one table. Columns that a row leaves out get what the table gives by
 * itself, so that a backup fits a newer store too.
 */
final class Inserts implements AutoCloseable {
  private final Connection connection;
  private final StoredTable table;
  private final Map<List<String>, PreparedStatement> statements = new HashMap<>();

  Inserts(Connection connection, StoredTable table) {
    this.connection = connection;
    this.table = table;
  }

  /**
   * Adds a row.
   *
   * @param row its keys are known to be columns of the table
   * @param line which line of the backup's file it is
   */
  void add(ObjectNode row, long line) throws StoreException {
    List<String> columns = new ArrayList<>();
    row.fieldNames().forEachRemaining(columns::add);
    try {
      PreparedStatement statement = statement(columns);
      int i = 1;
      for (String column : columns) {
        JsonNode value = row.get(column);
        if (value.isIntegralNumber()) {
          statement.setLong(i++, value.longValue());
        } else if (value.isTextual()) {
          statement.setString(i++, value.textValue());
        } else {
          throw new StoreException(
              "%s, line %d: a value is neither text nor a whole number."
                  .formatted(table.file(), line));
        }
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(
          "%s, line %d does not fit the store (SQLSTATE %s)."
              .formatted(table.file(), line, e.getSQLState()));
    }
  }

  private PreparedStatement statement(List<String> columns) throws SQLException {
    PreparedStatement statement = statements.get(columns);
    if (statement == null) {
      statement =
          connection.prepareStatement(
              "insert into %s (%s) values (%s)%s"
                  .formatted(
                      table.name(),
                      String.join(", ", columns),
                      String.join(", ", Collections.nCopies(columns.size(), "?")),
                      table.growsByItself() ? " on conflict do nothing" : ""));
      statements.put(columns, statement);
    }
    return statement;
  }

  @Override
  public void close() throws StoreException {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    } catch (SQLException e) {
      throw StoreException.failed(e);
    }
  }
}
