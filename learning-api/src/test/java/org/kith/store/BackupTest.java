package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup from either database into either database. */
@ParameterizedClass
@EnumSource
class BackupTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T10:20:30Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameter RealDatabase database;
  @TempDir Path folder;

  private Path backup() throws IOException {
    Path file = folder.resolve("backup.zip");
    try (Store store = database.empty().open()) {
      store.change(FewPeople::everything);
      Backup.write(store, file, "0.1.0", CLOCK);
    }
    return file;
  }

  /** Every row of a store, as a backup words it, without order. */
  private Map<String, Set<String>> rows(Store store, String name) throws IOException {
    Path file = folder.resolve(name);
    Backup.write(store, file, "0.1.0", CLOCK);
    Map<String, Set<String>> rows = new TreeMap<>();
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      for (StoredTable table : StoredTable.ALL) {
        rows.put(
            table.name(),
            new HashSet<>(Files.readAllLines(zip.getPath(table.file()), StandardCharsets.UTF_8)));
      }
    }
    return rows;
  }

  private Path unzipped() throws IOException {
    Path to = Files.createDirectory(folder.resolve("unzipped"));
    try (FileSystem zip = FileSystems.newFileSystem(backup());
        var files = Files.list(zip.getPath("/"))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    return to;
  }

  private void refuses(Path from, String message) throws IOException {
    try (Store store = database.empty().open()) {
      assertThatThrownBy(() -> Restore.read(from, store))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(message);
      assertThat(rows(store, "after " + message.hashCode() + ".zip").values())
          .allMatch(Set::isEmpty);
    }
  }

  @Test
  void every_table_is_either_in_a_backup_or_left_out_for_a_reason() throws IOException {
    try (Store store = database.empty().open()) {
      List<String> tables = new ArrayList<>();
      store.read(
          h -> {
            try (var row =
                h.getConnection()
                    .getMetaData()
                    .getTables(null, null, "%", new String[] {"TABLE"})) {
              while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
              }
            } catch (java.sql.SQLException e) {
              throw new IllegalStateException(e);
            }
            return null;
          });
      tables.remove("flyway_schema_history");
      tables.removeAll(StoredTable.LEFT_OUT);
      assertThat(tables)
          .containsExactlyInAnyOrderElementsOf(
              StoredTable.ALL.stream().map(StoredTable::name).toList());
    }
  }

  @Test
  void a_backup_restores_every_row_into_either_database() throws IOException {
    Map<String, Set<String>> before;
    Path file = folder.resolve("backup.zip");
    try (Store store = database.empty().open()) {
      store.change(FewPeople::everything);
      before = rows(store, "before.zip");
      Backup.write(store, file, "0.1.0", CLOCK);
    }
    assertThat(before.values()).noneMatch(Set::isEmpty);
    for (RealDatabase other : RealDatabase.values()) {
      try (Store store = other.empty().open()) {
        Restore.read(file, store);
        assertThat(rows(store, other + ".zip")).isEqualTo(before);
      }
    }
  }

  @Test
  void a_folder_restores_as_its_zip_does() throws IOException {
    Path from = unzipped();
    try (Store store = database.empty().open()) {
      Contents contents = Restore.read(from, store);
      // FewPeople: Ada, Ben and Sol; one reflection.
      assertThat(contents.rows("person")).isEqualTo(3);
      assertThat(rows(store, "after.zip").get("reflection_answer"))
          .singleElement()
          .asString()
          .contains("Ön the stairs")
          .contains("\uD83D\uDE42");
    }
  }

  @Test
  void sessions_and_open_invitations_do_not_come_back() throws IOException {
    Path file = backup();
    try (Store store = database.empty().open()) {
      Restore.read(file, store);
      assertThat(
              store.<List<String>, RuntimeException>read(
                  h ->
                      h.createQuery("select token_hash from invitation")
                          .mapTo(String.class)
                          .list()))
          .containsExactly("used");
      assertThat(
              store.<Integer, RuntimeException>read(
                  h -> h.createQuery("select count(*) from session").mapTo(Integer.class).one()))
          .isZero();
    }
  }

  @Test
  void a_backup_is_its_owners_only_and_never_replaces_another() throws IOException {
    Path file = backup();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("backup.zip.writing")).doesNotExist();
    try (Store store = database.empty().open()) {
      assertThatThrownBy(() -> Backup.write(store, file, "0.1.0", CLOCK))
          .hasMessage(file + " exists already. Choose another name for the backup.");
    }
  }

  @Test
  void a_store_with_anything_in_it_is_not_restored_into() throws IOException {
    Path file = backup();
    try (Store store = database.empty().open()) {
      store.change(h -> h.execute("insert into cycle (id, name, created) values ('c', 'Mine', 1)"));
      assertThatThrownBy(() -> Restore.read(file, store))
          .hasMessageStartingWith("This store is not empty: there are rows in cycle.");
      assertThat(rows(store, "after.zip").get("person")).isEmpty();
    }
  }

  @Test
  void a_backup_that_was_changed_or_is_not_whole_restores_nothing() throws IOException {
    Path from = unzipped();
    Path replies = from.resolve("reply.jsonl");
    String good = Files.readString(replies);
    Files.writeString(replies, good.replace("Same", "Game"));
    refuses(from, "reply.jsonl is not as it was when the backup was made");
    Files.delete(replies);
    refuses(from, "The backup lacks reply.jsonl.");
    Files.writeString(replies, good);
    Files.writeString(from.resolve("more.jsonl"), "{}\n");
    refuses(from, "more.jsonl is not listed in backup.json.");
  }

  @Test
  void a_row_that_does_not_fit_undoes_all_and_is_told_without_its_words() throws IOException {
    Path from = unzipped();
    rewrite(
        from,
        "reply",
        Files.readString(from.resolve("reply.jsonl")).replace("\"r1\"", "\"secret-words\""),
        1);
    try (Store store = database.empty().open()) {
      assertThatThrownBy(() -> Restore.read(from, store))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("reply")
          .hasNoCause()
          .message()
          .doesNotContain("secret-words");
      assertThat(rows(store, "after.zip").values()).allMatch(Set::isEmpty);
    }
  }

  @Test
  void fewer_rows_than_it_says_restore_nothing() throws IOException {
    Path from = unzipped();
    rewrite(from, "reply", Files.readString(from.resolve("reply.jsonl")), 2);
    refuses(from, "reply.jsonl has 1 rows, and backup.json says 2.");
  }

  @Test
  void a_backup_of_a_newer_schema_names_the_version_that_can_restore_it() throws IOException {
    Path from = unzipped();
    Path list = from.resolve("backup.json");
    Files.writeString(
        list, Files.readString(list).replaceFirst("\"schema\" : \\d+", "\"schema\" : 99"));
    refuses(from, "This backup was made by a newer Kith, 0.1.0.");
  }

  @Test
  void something_else_is_not_taken_for_a_backup() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
    refuses(text, "is not a backup");
    refuses(folder.resolve("nothing.zip"), "There is no backup");
    refuses(Files.createDirectory(folder.resolve("empty")), "there is no backup.json in it");
  }

  @Test
  void a_backup_taken_while_people_write_is_as_of_one_moment() throws Exception {
    try (Store store = database.empty().open()) {
      store.change(FewPeople::people);
      AtomicBoolean stop = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; !stop.get(); i++) {
                  String id = "r" + i;
                  // The audit is the last table to be read; its line is in the same transaction.
                  store.change(
                      h -> {
                        h.execute("insert into withdrawn values (?, 'ada', 1)", id);
                        h.execute("insert into audit values (?, 1, 'ada', 'x', ?)", id, id);
                      });
                }
              });
      writer.start();
      try {
        for (int i = 0; i < 5; i++) {
          Contents contents =
              Backup.write(store, folder.resolve("busy-" + i + ".zip"), "0.1.0", CLOCK);
          assertThat(contents.rows("audit")).isEqualTo(contents.rows("withdrawn"));
        }
      } finally {
        stop.set(true);
        writer.join();
      }
    }
  }

  /** Another text for a table, with the hash that it has and a number of rows that is given. */
  private static void rewrite(Path from, String table, String text, int rows) throws IOException {
    Files.writeString(from.resolve(table + ".jsonl"), text);
    Path list = from.resolve("backup.json");
    Contents contents = JSON.readValue(Files.readString(list), Contents.class);
    List<Contents.TableFile> tables = new ArrayList<>();
    for (Contents.TableFile file : contents.tables()) {
      String hash =
          HexFormat.of().formatHex(Backup.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
      tables.add(file.name().equals(table) ? new Contents.TableFile(table, rows, hash) : file);
    }
    Files.writeString(
        list,
        JSON.writeValueAsString(
            new Contents(
                contents.format(), contents.kith(), contents.schema(), contents.made(), tables)));
  }
}
