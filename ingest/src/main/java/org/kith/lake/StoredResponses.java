package org.kith.lake;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Reads tables of responses that are in the lake, and rewrites them without some of their rows. */
public final class StoredResponses {
  private static final int HASH_DIGITS = 16;

  private StoredResponses() {}

  /**
   * Whose a row is.
   *
   * @param person keyed pseudonym
   * @param rowSubmitted whether it was submitted; null in a file of an earlier version
   * @param rowCode keyed print of the person's code, or null
   */
  public record Whose(String person, Boolean rowSubmitted, String rowCode) {}

  /**
   * Tells whose each row of a file is, in file order. No answer is read.
   *
   * @throws IOException if it cannot be read
   */
  public static void each(Path file, Consumer<Whose> taker) throws IOException {
    try (var rows =
        new CarpetReader<>(new LocalInputFile(file), Whose.class)
            .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
            .withFailOnMissingColumn(false)
            .iterator()) {
      while (rows.hasNext()) {
        taker.accept(rows.next());
      }
    } catch (RuntimeException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Every row of a file, in file order, by the names of its columns. What gives rows away asks
   * {@link org.kith.resident.Consents} first.
   *
   * @throws IOException if it cannot be read
   */
  public static void rows(Path file, Consumer<Map<?, ?>> taker) throws IOException {
    try (@SuppressWarnings("rawtypes")
        var rows = new CarpetReader<>(new LocalInputFile(file), Map.class).iterator()) {
      while (rows.hasNext()) {
        taker.accept(rows.next());
      }
    } catch (RuntimeException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Writes a part anew without the rows that are to go, beside the part, which stays as it is.
   *
   * @return the new part, whose file has a name of its own; empty when no row is left
   * @throws IOException if a file cannot be read or written
   */
  public static Optional<IngestRecord.Part> without(
      Path root, String source, IngestRecord.Part part, Predicate<Whose> goes) throws IOException {
    Path file = root.resolve(part.path());
    Path aside = file.resolveSibling(source + ".writing");
    ResponseFile.Columns columns = columns(file);
    long left;
    try (ResponseFile out = ResponseFile.create(aside, part.wave(), source, columns);
        @SuppressWarnings("rawtypes")
            var rows = new CarpetReader<>(new LocalInputFile(file), Map.class).iterator()) {
      while (rows.hasNext()) {
        Map<?, ?> row = rows.next();
        Whose whose =
            new Whose(
                (String) row.get(Responses.PERSON),
                (Boolean) row.get(Responses.SUBMITTED),
                (String) row.get(Responses.CODE));
        if (!goes.test(whose)) {
          copy(row, whose, columns, out);
        }
      }
      left = out.rows();
    }
    if (left == 0) {
      Files.delete(aside);
      return Optional.empty();
    }
    force(aside);
    String hash = Snapshot.sha256(aside).substring(0, HASH_DIGITS);
    Path named = aside.resolveSibling(source + "-" + hash + ".parquet");
    Files.move(aside, named, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    String path = root.relativize(named).toString().replace('\\', '/');
    return Optional.of(
        new IngestRecord.Part(part.instrument(), part.wave(), path, Math.toIntExact(left)));
  }

  private static void copy(
      Map<?, ?> row, Whose whose, ResponseFile.Columns columns, ResponseFile out)
      throws IOException {
    List<String> groups = new ArrayList<>();
    for (String group : columns.groups()) {
      groups.add((String) row.get(Responses.GROUP_PREFIX + group));
    }
    out.write(
        whose.person(),
        (String) row.get(Responses.ORGANISATION),
        groups,
        columns.items().stream().mapToInt(item -> (Integer) row.get(item)).toArray(),
        whose.rowSubmitted() == null || whose.rowSubmitted(),
        whose.rowCode(),
        columns.weighted() ? (Long) row.get(Responses.WEIGHT) : Responses.ONE);
  }

  private static ResponseFile.Columns columns(Path file) throws IOException {
    List<String> groups = new ArrayList<>();
    List<String> items = new ArrayList<>();
    boolean weighted = false;
    try (ParquetFileReader in = ParquetFileReader.open(new LocalInputFile(file))) {
      for (Type field : in.getFileMetaData().getSchema().getFields()) {
        if (field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32) {
          items.add(field.getName());
        } else if (field.getName().startsWith(Responses.GROUP_PREFIX)) {
          groups.add(field.getName().substring(Responses.GROUP_PREFIX.length()));
        } else if (field.getName().equals(Responses.WEIGHT)) {
          weighted = true;
        }
      }
    }
    return new ResponseFile.Columns(groups, items, weighted);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    }
  }
}
