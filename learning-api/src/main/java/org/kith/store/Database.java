package org.kith.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * A database that is open and up to date.
 *
 * @param reading connections that see one moment and change nothing
 * @param writing connections that may change things
 * @param schema number of the last migration
 */
record Database(HikariDataSource reading, HikariDataSource writing, int schema) {
  private static final long WAIT_FOR_CONNECTION = 15_000;

  static HikariDataSource pool(DataSource source, String name, int most, HikariConfig config) {
    config.setDataSource(source);
    config.setPoolName(name);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION);
    return new HikariDataSource(config);
  }
}
