package org.kith.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The embedded store: one SQLite file and what belongs to it, in a folder of its own. */
final class Embedded {
  private static final int READERS = 8;
  private static final String FILE = "kith.db";
  private static final Object ONE_AT_A_TIME = new Object();

  private Embedded() {}

  /** Whether there is one in a folder. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Opens or makes it. Processes that open the same store at the same time take turns, so that only
   * one of them makes the tables.
   */
  static Database open(Path folder) throws IOException {
    OwnerOnly.folder(folder);
    OwnerOnly.check(folder);
    Path turn = folder.resolve("opening");
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        return database(folder);
      }
    }
  }

  private static Database database(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      // SQLite takes an empty file for a new database, and gives the others its permissions.
      OwnerOnly.create(file).close();
    }
    OwnerOnly.check(file);
    NativeLibrary.keepIn(folder.resolve("native"));
    DataSource writing = SqliteFile.writing(file);
    try {
      writing.getConnection().close();
    } catch (SQLException e) {
      throw new StoreException(
          "The learning store " + file + " cannot be opened: " + e.getMessage(), e);
    }
    Schema.SQLITE.bringUpToDateWhereChanged(writing);
    return new Database(
        Database.pool(SqliteFile.reading(file), "store-reading", READERS, new HikariConfig()),
        Database.pool(writing, "store-writing", 1, new HikariConfig()),
        Schema.SQLITE.last());
  }
}
