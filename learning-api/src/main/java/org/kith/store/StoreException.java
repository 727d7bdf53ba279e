package org.kith.store;

import java.io.IOException;
import java.sql.SQLException;

/** The learning store, or a backup of it, cannot be used as it is. The message says what to do. */
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** For a database that failed. Its own words can hold a value of a row, so they are left out. */
  static StoreException failed(SQLException e) {
    return new StoreException("The store's database failed (SQLSTATE " + e.getSQLState() + ").");
  }
}
