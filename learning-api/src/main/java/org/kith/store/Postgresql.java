package org.kith.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A store in a PostgreSQL database. */
final class Postgresql {
  private static final int CONNECTIONS = 8;
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String NOT_ALLOWED = "28";
  private static final String NOT_REACHED = "08";

  private Postgresql() {}

  static Database open(String address, String user, String password) throws StoreException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(address);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "store: in kith.yaml is not the address of a PostgreSQL database, such as"
              + " jdbc:postgresql://localhost/kith.");
    }
    if (user != null) {
      source.setUser(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    source.setApplicationName("kith");
    source.setTcpKeepAlive(true);
    // The server's detail of an error can hold a whole row.
    source.setLogServerErrorDetail(false);
    reach(source);
    Schema.POSTGRESQL.bringUpToDate(source);
    HikariConfig reads = new HikariConfig();
    reads.setReadOnly(true);
    reads.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    HikariDataSource reading = Database.pool(source, "store-reading", CONNECTIONS, reads);
    return new Database(
        reading,
        Database.pool(source, "store-writing", CONNECTIONS, new HikariConfig()),
        Schema.POSTGRESQL.last());
  }

  private static void reach(PGSimpleDataSource source) throws StoreException {
    try {
      source.getConnection().close();
    } catch (SQLException e) {
      String state = e.getSQLState() == null ? "" : e.getSQLState();
      throw new StoreException("The learning store's database " + advice(source, state), e);
    }
  }

  private static String advice(PGSimpleDataSource source, String state) {
    String which =
        "%s on %s:%d"
            .formatted(
                source.getDatabaseName(), source.getServerNames()[0], source.getPortNumbers()[0]);
    if (state.equals(NO_SUCH_DATABASE)) {
      return which + " does not exist. Make it: createdb " + source.getDatabaseName();
    }
    if (state.startsWith(NOT_ALLOWED)) {
      return which
          + " does not let this user in. Set "
          + Store.USER
          + " and "
          + Store.PASSWORD
          + " in the environment.";
    }
    if (state.startsWith(NOT_REACHED)) {
      return which
          + " does not answer. Start PostgreSQL, or correct store: in kith.yaml; without that line"
          + " the embedded store is used.";
    }
    return which + " cannot be used (SQLSTATE " + state + ").";
  }
}
