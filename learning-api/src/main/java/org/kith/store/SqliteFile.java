package org.kith.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to one SQLite file. Each is asked whether what makes a write last is really in force:
 * SQLite keeps silent where a file system cannot do it.
 */
final class SqliteFile extends SQLiteDataSource {
  private static final int WAIT_FOR_OTHERS = 10_000;
  private static final String FULL = "2";

  private final Map<String, String> demanded = new LinkedHashMap<>();

  private SqliteFile(Path file, TransactionMode transactions, boolean readOnly) {
    super(config(transactions));
    setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    demanded.put("journal_mode", "wal");
    demanded.put("synchronous", FULL);
    demanded.put("foreign_keys", "1");
    demanded.put("busy_timeout", Integer.toString(WAIT_FOR_OTHERS));
    demanded.put("fullfsync", "1");
    demanded.put("query_only", readOnly ? "1" : "0");
  }

  /** Connections that change nothing and see one moment in a transaction. */
  static SqliteFile reading(Path file) {
    return new SqliteFile(file, TransactionMode.DEFERRED, true);
  }

  /** Connections that take the one place of a writer as soon as a transaction begins. */
  static SqliteFile writing(Path file) {
    return new SqliteFile(file, TransactionMode.IMMEDIATE, false);
  }

  private static SQLiteConfig config(TransactionMode transactions) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_FOR_OTHERS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setTransactionMode(transactions);
    return config;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      check(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma fullfsync = on");
      statement.execute("pragma query_only = " + demanded.get("query_only"));
      for (Map.Entry<String, String> pragma : demanded.entrySet()) {
        try (ResultSet row = statement.executeQuery("pragma " + pragma.getKey())) {
          String given = row.next() ? row.getString(1) : "nothing";
          if (!pragma.getValue().equals(given)) {
            throw new SQLException(
                "this file system cannot keep what is written safe (%s is %s, not %s); put the"
                        .formatted(pragma.getKey(), given, pragma.getValue())
                    + " workspace on a local disk, or name a PostgreSQL database in kith.yaml");
          }
        }
      }
    }
  }
}
