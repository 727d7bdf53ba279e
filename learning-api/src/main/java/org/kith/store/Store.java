package org.kith.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Workspace;

/**
 * Where people, what they wrote, and who saw it are kept. SQLite in the workspace's folder unless
 * the workspace names a PostgreSQL database; the same statements run on both.
 *
 * <p>What {@link #write} has returned from is on the disk: it survives {@code kill -9} and a loss
 * of power. Writes are taken one at a time on SQLite, and reads never wait for them. Safe for many
 * threads, and for several processes on one store.
 */
public final class Store implements AutoCloseable {
  /** Holds the database user where the workspace names a PostgreSQL database. */
  public static final String USER = "KITH_STORE_USER";

  /** Holds its password. */
  public static final String PASSWORD = "KITH_STORE_PASSWORD";

  private static final int READERS = 8;

  private final HikariDataSource reading;
  private final HikariDataSource writing;
  private final Jdbi reads;
  private final Jdbi writes;

  private Store(HikariDataSource reading, HikariDataSource writing, String dialect) {
    this.reading = reading;
    this.writing = writing;
    this.reads = Jdbi.create(reading);
    this.writes = Jdbi.create(writing);
    Flyway.configure(Store.class.getClassLoader())
        .dataSource(writing)
        .locations("classpath:org/kith/store/common", "classpath:org/kith/store/" + dialect)
        .load()
        .migrate();
  }

  /**
   * Opens the store of a workspace, making it or bringing it up to date when needed.
   *
   * @throws IOException if its folder cannot be made
   */
  public static Store of(Workspace workspace) throws IOException {
    String address = SettingsFile.read(workspace.settings()).store();
    return address.isEmpty()
        ? embedded(workspace.store())
        : postgresql(address, System.getenv(USER), System.getenv(PASSWORD));
  }

  /** Opens or makes an embedded store in a folder that only its owner may enter. */
  public static Store embedded(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder.toAbsolutePath().getParent());
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(folder);
      }
    }
    String address = "jdbc:sqlite:" + folder.resolve("kith.db").toAbsolutePath();
    return new Store(
        pool(sqlite(address, "DEFERRED"), READERS),
        pool(sqlite(address, "IMMEDIATE"), 1),
        "sqlite");
  }

  /**
   * Opens a PostgreSQL database.
   *
   * @param user may be null where the address or the server says who
   */
  public static Store postgresql(String address, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address);
    config.setUsername(user);
    config.setPassword(password);
    HikariDataSource pool = pool(config, READERS);
    return new Store(pool, pool, "postgresql");
  }

  /** Reads, all of it as of one moment. */
  public <T, X extends Exception> T read(HandleCallback<T, X> reader) throws X {
    return reads.inTransaction(reader);
  }

  /** Writes all of it or nothing; returns when it is kept for good. */
  public <T, X extends Exception> T write(HandleCallback<T, X> writer) throws X {
    return writes.inTransaction(writer);
  }

  /** Writes all of it or nothing; returns when it is kept for good. */
  public <X extends Exception> void change(HandleConsumer<X> writer) throws X {
    writes.useTransaction(writer);
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }

  private static HikariConfig sqlite(String address, String transactions) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address);
    Map.of(
            "journal_mode", "WAL",
            "synchronous", "FULL",
            "foreign_keys", "true",
            "busy_timeout", "10000",
            "transaction_mode", transactions)
        .forEach(config::addDataSourceProperty);
    return config;
  }

  private static HikariDataSource pool(HikariConfig config, int most) {
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setPoolName("store-" + most);
    return new HikariDataSource(config);
  }
}
