package org.kith.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * The tables of a store, in numbered migrations.
 *
 * @param migrations resources beside this class, one of each number, in that order
 * @param folders where Flyway looks for them
 */
record Schema(List<String> migrations, List<String> folders) {
  private static final String COMMON = "common/V1__people_and_reflections.sql";

  private static final String CYCLES = "common/V3__cycles_and_reviews.sql";

  /** For SQLite. */
  static final Schema SQLITE = of("sqlite");

  /** For PostgreSQL. */
  static final Schema POSTGRESQL = of("postgresql");

  private static Schema of(String database) {
    return new Schema(
        List.of(
            COMMON,
            database + "/V2__audit_only_grows.sql",
            CYCLES,
            database + "/V4__predictions_never_change.sql"),
        List.of("common", database));
  }

  /** Number of the last migration. */
  int last() {
    return migrations.size();
  }

  /**
   * Brings the tables up to date.
   *
   * @throws StoreException if a newer Kith made them, or if they are not as Kith left them
   */
  void bringUpToDate(DataSource source) throws StoreException {
    try {
      Flyway flyway =
          Flyway.configure(Schema.class.getClassLoader())
              .dataSource(source)
              .locations(
                  folders.stream().map(f -> "classpath:org/kith/store/" + f).toArray(String[]::new))
              .loggers("slf4j")
              .load();
      MigrationInfoService info = flyway.info();
      checkListed(info);
      int there = highest(Arrays.stream(info.applied()));
      if (there > last()) {
        throw new StoreException(
            "A newer Kith has used this learning store: its tables are at number "
                + there
                + ", and this version knows them up to "
                + last()
                + ". Use the newer version, or restore a backup of before into a new workspace.");
      }
      if (info.pending().length > 0) {
        flyway.migrate();
      } else {
        flyway.validate();
      }
    } catch (FlywayException e) {
      throw new StoreException(
          "The tables of the learning store are not as Kith left them. Restore a backup into a new"
              + " workspace. In detail: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Like {@link #bringUpToDate}, for SQLite, which has room for one number of ours: a print of the
   * migrations that a store has been through. Where it is that of today there is nothing to do, and
   * Flyway, which takes most of the time of opening a store, is not asked.
   */
  void bringUpToDateWhereChanged(DataSource source) throws StoreException {
    int print = print();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("pragma user_version")) {
        if (row.next() && row.getInt(1) == print) {
          return;
        }
      }
      bringUpToDate(source);
      statement.execute("pragma user_version = " + print);
    } catch (SQLException e) {
      throw StoreException.failed(e);
    }
  }

  /** A migration that the list forgets would be passed over where only the print is looked at. */
  private void checkListed(MigrationInfoService info) {
    List<String> found =
        Arrays.stream(info.all())
            .filter(m -> m.getState().isResolved())
            .map(MigrationInfo::getScript)
            .toList();
    List<String> listed =
        migrations.stream().map(m -> m.substring(m.lastIndexOf('/') + 1)).toList();
    if (!found.equals(listed)) {
      throw new IllegalStateException(
          "List every migration in org.kith.store.Schema: found " + found + ", listed " + listed);
    }
  }

  private static int highest(Stream<MigrationInfo> migrations) {
    return migrations.mapToInt(m -> m.getVersion().getMajor().intValue()).max().orElse(0);
  }

  private int print() {
    CRC32 sum = new CRC32();
    for (String migration : migrations) {
      try (InputStream text = Schema.class.getResourceAsStream(migration)) {
        if (text == null) {
          throw new IllegalStateException("There is no migration " + migration + ".");
        }
        sum.update(migration.getBytes(StandardCharsets.UTF_8));
        sum.update(text.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException("Migration " + migration + " cannot be read.", e);
      }
    }
    return (int) sum.getValue();
  }
}
