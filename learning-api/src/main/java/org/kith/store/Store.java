package org.kith.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
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

  private final HikariDataSource reading;
  private final HikariDataSource writing;
  private final Jdbi reads;
  private final Jdbi writes;
  private final int schema;
  private final AtomicLong changes = new AtomicLong();

  private Store(Database database) {
    this.reading = database.reading();
    this.writing = database.writing();
    this.schema = database.schema();
    this.reads = quiet(Jdbi.create(reading));
    this.writes = quiet(Jdbi.create(writing));
  }

  /** A failed statement tells of itself with what was bound to it, which may be a reflection. */
  private static Jdbi quiet(Jdbi jdbi) {
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
  }

  /**
   * Opens the store of a workspace, making it or bringing it up to date when needed.
   *
   * @throws StoreException if it cannot be used as it is
   * @throws IOException if its folder cannot be made
   */
  public static Store of(Workspace workspace) throws IOException {
    String address = SettingsFile.read(workspace.settings()).store();
    return address.isEmpty()
        ? embedded(workspace.store())
        : postgresql(address, System.getenv(USER), System.getenv(PASSWORD));
  }

  /**
   * Opens the store of a workspace that has one.
   *
   * @throws StoreException if it has none, or if it cannot be used as it is
   */
  public static Store existing(Workspace workspace) throws IOException {
    if (!isIn(workspace)) {
      throw new StoreException(
          "There is no learning store in " + workspace.root() + " yet. kith serve makes it.");
    }
    return of(workspace);
  }

  /** Whether a workspace has a store: the embedded one, or a PostgreSQL database that it names. */
  public static boolean isIn(Workspace workspace) {
    return Embedded.isIn(workspace.store())
        || !SettingsFile.read(workspace.settings()).store().isEmpty();
  }

  /**
   * Opens or makes an embedded store in a folder that only its owner may enter.
   *
   * @throws StoreException if it cannot be used as it is
   */
  public static Store embedded(Path folder) throws IOException {
    return new Store(Embedded.open(folder));
  }

  /**
   * Opens a PostgreSQL database.
   *
   * @param user may be null where the address or the server says who
   * @throws StoreException if it does not answer or cannot be used as it is
   */
  public static Store postgresql(String address, String user, String password)
      throws StoreException {
    return new Store(Postgresql.open(address, user, password));
  }

  /** Reads, all of it as of one moment. It cannot change anything. */
  public <T, X extends Exception> T read(HandleCallback<T, X> reader) throws X {
    return reads.inTransaction(reader);
  }

  /** Writes all of it or nothing; returns when it is kept for good. */
  public <T, X extends Exception> T write(HandleCallback<T, X> writer) throws X {
    try {
      return writes.inTransaction(writer);
    } finally {
      changes.incrementAndGet();
    }
  }

  /** Writes all of it or nothing; returns when it is kept for good. */
  public <X extends Exception> void change(HandleConsumer<X> writer) throws X {
    try {
      writes.useTransaction(writer);
    } finally {
      changes.incrementAndGet();
    }
  }

  /**
   * A number that is another after every write of this process, so that what was read can be kept
   * until it changes. It says nothing of other processes on the same store.
   */
  public long changes() {
    return changes.get();
  }

  /** Number of the last migration it has been through. */
  int schema() {
    return schema;
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
