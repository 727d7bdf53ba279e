package org.kith.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases a store can be in. Every test of the store runs on each. */
public enum RealDatabase {
  SQLITE {
    @Override
    public Place empty() {
      try {
        Path folder = Files.createTempDirectory("kith-store-").resolve("store");
        return () -> Store.embedded(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    public Place empty() {
      String address = Postgres.database();
      return () -> Store.postgresql(address, Postgres.USER, null);
    }
  };

  /** A place for one store, which can be opened more than once. */
  @FunctionalInterface
  public interface Place {
    /** Opens the store there. */
    Store open() throws IOException;
  }

  /** A new place with nothing in it. */
  public abstract Place empty();

  /** A real PostgreSQL server, started once and stopped with the tests. */
  static final class Postgres {
    static final String USER = "postgres";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static int port() {
      return SERVER.getPort();
    }

    /** Makes a database and gives its address. */
    static String database() {
      String name = "kith" + NEXT.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return "jdbc:postgresql://localhost:" + port() + "/" + name;
    }
  }
}
