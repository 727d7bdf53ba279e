package org.kith.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * A database that is open and up to date.
 *
 * @param reading connections that see one moment and change nothing
 * @param writing connections that may change things
 * @param schema number of the last migration
 */
record Database(HikariDataSource reading, HikariDataSource writing, int schema) {
  private static final long WAIT_FOR_CONNECTION = 15_000;

  /**
   * Brings the tables up to date.
   *
   * @param dialect folder of the migrations that this database alone needs
   * @return number of the last migration
   * @throws StoreException if a newer Kith made it, or if its tables are not Kith's
   */
  static int migrate(DataSource source, String dialect) throws StoreException {
    try {
      Flyway flyway =
          Flyway.configure(Database.class.getClassLoader())
              .dataSource(source)
              .locations("classpath:org/kith/store/common", "classpath:org/kith/store/" + dialect)
              .loggers("slf4j")
              .load();
      MigrationInfoService info = flyway.info();
      int known = last(Arrays.stream(info.all()).filter(m -> m.getState().isResolved()));
      int there = last(Arrays.stream(info.applied()));
      if (there > known) {
        throw new StoreException(
            "This learning store was used by a newer Kith: its schema is %d, and this version knows"
                    .formatted(there)
                + " up to "
                + known
                + ". Use that version, or restore a backup of before into a new workspace.");
      }
      if (info.pending().length > 0) {
        flyway.migrate();
      } else {
        flyway.validate();
      }
      return known;
    } catch (FlywayException e) {
      throw new StoreException(
          "The tables of the learning store are not as Kith left them. Restore a backup into a new"
              + " workspace; what is wrong in detail: "
              + e.getMessage(),
          e);
    }
  }

  private static int last(Stream<MigrationInfo> migrations) {
    return migrations.mapToInt(m -> m.getVersion().getMajor().intValue()).max().orElse(0);
  }

  static HikariDataSource pool(DataSource source, String name, int most, HikariConfig config) {
    config.setDataSource(source);
    config.setPoolName(name);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION);
    return new HikariDataSource(config);
  }
}
