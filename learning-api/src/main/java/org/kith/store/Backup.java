package org.kith.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * Writes a store to one file that either database can be restored from: a zip of one text per table
 * and {@link Contents}. All of it is as of one moment, and whoever uses the store meanwhile is not
 * held up.
 */
final class Backup {
  private static final int FETCH = 1_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .build();

  private Backup() {}

  /**
   * Writes the file aside and gives it its name when it is whole and on the disk. Only its owner
   * may read it.
   *
   * @param file must not exist
   * @throws StoreException if it does
   */
  static Contents write(Store store, Path file, String kith, Clock clock) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.exists(whole)) {
      throw new StoreException(file + " exists already. Choose another name for the backup.");
    }
    if (!Files.isDirectory(whole.getParent())) {
      throw new StoreException("There is no folder " + whole.getParent() + ". Make it first.");
    }
    Path aside = whole.resolveSibling(whole.getFileName() + ".writing");
    Files.deleteIfExists(aside);
    try {
      Contents contents;
      try (FileChannel channel = OwnerOnly.create(aside)) {
        contents = write(store, channel, kith, clock);
      }
      Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
      return contents;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Contents write(Store store, FileChannel channel, String kith, Clock clock)
      throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    Contents contents =
        store.read(
            h -> {
              List<Contents.TableFile> tables = new ArrayList<>();
              for (StoredTable table : StoredTable.ALL) {
                zip.putNextEntry(new ZipEntry(table.file()));
                tables.add(write(h, table, zip));
                zip.closeEntry();
              }
              return new Contents(
                  Contents.FORMAT,
                  kith,
                  store.schema(),
                  clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                  tables);
            });
    zip.putNextEntry(new ZipEntry(Contents.FILE));
    zip.write(JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(contents));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    channel.force(true);
    return contents;
  }

  private static Contents.TableFile write(Handle h, StoredTable table, OutputStream out)
      throws IOException {
    MessageDigest hash = sha256();
    OutputStream lines = new BufferedOutputStream(new DigestOutputStream(out, hash));
    long rows = 0;
    try (Statement statement = h.getConnection().createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery(table.query())) {
        ResultSetMetaData columns = row.getMetaData();
        while (row.next()) {
          lines.write(JSON.writeValueAsBytes(json(row, columns)));
          lines.write('\n');
          rows++;
        }
      }
    } catch (SQLException e) {
      throw StoreException.failed(e);
    }
    lines.flush();
    return new Contents.TableFile(table.name(), rows, HexFormat.of().formatHex(hash.digest()));
  }

  /** Columns are whole numbers or text, and nothing else. */
  private static ObjectNode json(ResultSet row, ResultSetMetaData columns) throws SQLException {
    ObjectNode json = JSON.createObjectNode();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value instanceof Number number) {
        json.put(columns.getColumnName(i), number.longValue());
      } else if (value != null) {
        json.put(columns.getColumnName(i), (String) value);
      }
    }
    return json;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
