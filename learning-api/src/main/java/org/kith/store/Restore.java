package org.kith.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipError;
import java.util.zip.ZipException;
import org.jdbi.v3.core.Handle;

/**
 * Puts a backup into an empty store: all of it, or nothing. What is restored is checked against
 * what {@link Contents} says first.
 *
 * <p>No message holds anything of a row: it may be a word of a reflection.
 */
final class Restore {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Path folder;
  private final Contents contents;

  private Restore(Path folder, Contents contents) {
    this.folder = folder;
    this.contents = contents;
  }

  /**
   * Restores.
   *
   * @param from a backup's zip, or a folder with the same files
   * @param store must be empty
   * @throws StoreException if it is not, or if the backup is not whole
   */
  static Contents read(Path from, Store store) throws IOException {
    if (Files.isDirectory(from)) {
      return folder(from, store);
    }
    if (!Files.exists(from)) {
      throw new StoreException("There is no backup " + from + ".");
    }
    try (FileSystem zip = FileSystems.newFileSystem(from)) {
      return folder(zip.getPath("/"), store);
    } catch (ProviderNotFoundException | ZipError | ZipException e) {
      throw new StoreException(from + " is not a backup: it is no zip and no folder.", e);
    }
  }

  private static Contents folder(Path folder, Store store) throws IOException {
    Restore restore = new Restore(folder, contents(folder));
    restore.check(store.schema());
    store.change(restore::into);
    return restore.contents;
  }

  private static Contents contents(Path folder) throws IOException {
    Path file = folder.resolve(Contents.FILE);
    if (!Files.exists(file)) {
      throw new StoreException("This is not a backup: there is no " + Contents.FILE + " in it.");
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), Contents.class);
    } catch (JacksonException e) {
      throw new StoreException(
          Contents.FILE + " of this backup is damaged. Use another backup.", e);
    }
  }

  private void check(int schema) throws IOException {
    if (contents.format() != Contents.FORMAT || contents.schema() > schema) {
      throw new StoreException(
          "This backup was made by a newer Kith, "
              + contents.kith()
              + ". Restore it with that version or a newer one.");
    }
    Map<String, Contents.TableFile> listed = new HashMap<>();
    contents.tables().forEach(t -> listed.put(t.name() + ".jsonl", t));
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        String name = file.getFileName().toString();
        if (!listed.containsKey(name)) {
          throw new StoreException(
              name + " is not listed in " + Contents.FILE + ". Use another backup.");
        }
      }
    }
    for (Contents.TableFile table : contents.tables()) {
      if (StoredTable.ALL.stream().noneMatch(t -> t.name().equals(table.name()))) {
        throw new StoreException(
            Contents.FILE + " lists a table that Kith does not restore: " + table.name() + ".");
      }
      if (!hash(table.name() + ".jsonl").equals(table.sha256())) {
        throw new StoreException(
            table.name()
                + ".jsonl is not as it was when the backup was made: its SHA-256 is another. Use"
                + " another backup.");
      }
    }
  }

  private String hash(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw new StoreException("The backup lacks " + name + ". Use another backup.");
    }
    MessageDigest hash = Backup.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private void into(Handle h) throws IOException {
    for (StoredTable table : StoredTable.ALL) {
      if (!table.growsByItself()) {
        refuseRows(h, table.name());
      }
    }
    for (String table : StoredTable.LEFT_OUT) {
      refuseRows(h, table);
    }
    for (StoredTable table : StoredTable.ALL) {
      Optional<Contents.TableFile> listed =
          contents.tables().stream().filter(t -> t.name().equals(table.name())).findFirst();
      if (listed.isPresent()) {
        long rows = insert(h, table);
        if (rows != listed.get().rows()) {
          throw new StoreException(
              "%s has %d rows, and %s says %d. Use another backup."
                  .formatted(table.file(), rows, Contents.FILE, listed.get().rows()));
        }
      }
    }
  }

  private static void refuseRows(Handle h, String table) throws StoreException {
    if (h.createQuery("select count(*) from " + table).mapTo(Long.class).one() > 0) {
      throw new StoreException(
          "This store is not empty: there are rows in "
              + table
              + ". Restore into a new workspace, or move the store away first.");
    }
  }

  /** Rows first without what points within the table, which is then filled in. */
  private long insert(Handle h, StoredTable table) throws IOException {
    Set<String> columns = columns(h, table);
    Map<String, String> own = new LinkedHashMap<>();
    long rows = 0;
    try (Inserts inserts = new Inserts(h.getConnection(), table);
        BufferedReader lines =
            Files.newBufferedReader(folder.resolve(table.file()), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows++;
        ObjectNode row = row(table, rows, line, columns);
        if (!table.own().isEmpty() && row.hasNonNull(table.own())) {
          own.put(row.path("id").asText(), row.remove(table.own()).asText());
        }
        inserts.add(row, rows);
      }
    }
    for (Map.Entry<String, String> pair : own.entrySet()) {
      h.createUpdate("update %s set %s = :to where id = :id".formatted(table.name(), table.own()))
          .bind("to", pair.getValue())
          .bind("id", pair.getKey())
          .execute();
    }
    return rows;
  }

  private static Set<String> columns(Handle h, StoredTable table) throws StoreException {
    try (Statement statement = h.getConnection().createStatement();
        ResultSet none = statement.executeQuery("select * from " + table.name() + " limit 0")) {
      ResultSetMetaData meta = none.getMetaData();
      Set<String> columns = new HashSet<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnName(i));
      }
      return columns;
    } catch (SQLException e) {
      throw StoreException.failed(e);
    }
  }

  private static ObjectNode row(StoredTable table, long number, String line, Set<String> columns)
      throws StoreException {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new StoreException("%s, line %d is not JSON.".formatted(table.file(), number));
    }
    if (!(row instanceof ObjectNode object)) {
      throw new StoreException("%s, line %d is not a row.".formatted(table.file(), number));
    }
    for (var field : object.properties()) {
      if (!columns.contains(field.getKey())) {
        throw new StoreException(
            "%s, line %d has a column that the store has not.".formatted(table.file(), number));
      }
    }
    return object;
  }
}
