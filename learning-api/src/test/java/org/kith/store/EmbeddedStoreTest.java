package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.workspace.Workspace;

/** What only the store in a folder has to keep. */
class EmbeddedStoreTest {
  @TempDir Path root;

  private Path folder() {
    return root.resolve("store");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void folder_and_files_are_their_owners_only() throws IOException {
    try (Store store = Store.embedded(folder())) {
      store.change(FewPeople::people);
      Map<String, String> found = new TreeMap<>();
      try (var files = Files.list(folder())) {
        for (Path file : files.toList()) {
          found.put(file.getFileName().toString(), permissions(file));
        }
      }
      assertThat(permissions(folder())).isEqualTo("rwx------");
      assertThat(found)
          .containsEntry("kith.db", "rw-------")
          .containsEntry("kith.db-wal", "rw-------")
          .containsEntry("kith.db-shm", "rw-------");
    }
  }

  @Test
  void a_folder_or_file_that_others_may_open_is_refused_with_what_to_do() throws IOException {
    Store.embedded(folder()).close();
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-x---"));
    assertThatThrownBy(() -> Store.embedded(folder()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "Others than its owner may open "
                + folder()
                + ", which holds what people wrote for themselves. Run: chmod 700 "
                + folder());
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
    Path file = folder().resolve("kith.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> Store.embedded(folder())).hasMessageEndingWith("chmod 600 " + file);
  }

  @Test
  void every_connection_has_what_makes_a_write_last() throws Exception {
    Store.embedded(folder()).close();
    Path file = folder().resolve("kith.db");
    for (SqliteFile source : List.of(SqliteFile.reading(file), SqliteFile.writing(file))) {
      try (Connection connection = source.getConnection();
          var statement = connection.createStatement()) {
        Map<String, String> found = new TreeMap<>();
        for (String pragma : List.of("journal_mode", "synchronous", "foreign_keys")) {
          try (ResultSet row = statement.executeQuery("pragma " + pragma)) {
            found.put(pragma, row.getString(1));
          }
        }
        // https://www.sqlite.org/pragma.html: synchronous 2 is FULL.
        assertThat(found)
            .isEqualTo(Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1"));
      }
    }
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws IOException {
    OwnerOnly.folder(folder());
    OwnerOnly.create(folder().resolve("kith.db")).close();
    Files.writeString(folder().resolve("kith.db"), "These are notes, not a database.".repeat(200));
    assertThatThrownBy(() -> Store.embedded(folder()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "The learning store " + folder().resolve("kith.db") + " cannot be opened: ");
  }

  @Test
  void tables_that_somebody_changed_by_hand_are_refused() throws IOException {
    try (Store store = Store.embedded(folder())) {
      store.change(h -> h.execute("update flyway_schema_history set checksum = 1"));
      store.change(h -> h.execute("pragma user_version = 1"));
    }
    assertThatThrownBy(() -> Store.embedded(folder()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The tables of the learning store are not as Kith left them.");
  }

  @Test
  void a_workspace_without_a_store_has_none_until_one_is_made() throws IOException {
    Workspace workspace = new Workspace(root);
    Files.writeString(workspace.settings(), "name: Larkmoor\n");
    assertThat(Store.isIn(workspace)).isFalse();
    assertThatThrownBy(() -> Store.existing(workspace))
        .hasMessage("There is no learning store in " + root + " yet. kith serve makes it.");
    Store.of(workspace).close();
    assertThat(Store.isIn(workspace)).isTrue();
    Store.existing(workspace).close();
  }

  /** Writes rows of its own into a store that others use at the same time. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      try (Store store = Store.embedded(Path.of(arguments[0]))) {
        for (int i = 0; i < ROWS; i++) {
          String id = arguments[1] + i;
          store.change(
              h -> h.execute("insert into cycle (id, name, created) values (?, ?, 1)", id, id));
        }
      }
    }
  }

  private static final int ROWS = 150;

  @Test
  void processes_that_open_a_new_store_at_once_and_write_all_get_through() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      writers.add(ChildJvm.start(Writer.class, folder().toString(), name));
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }
    try (Store store = Store.embedded(folder())) {
      assertThat(
              store.<Long, RuntimeException>read(
                  h -> h.createQuery("select count(*) from cycle").mapTo(Long.class).one()))
          .isEqualTo(3L * ROWS);
    }
  }
}
