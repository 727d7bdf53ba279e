package org.kith.lake;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.FieldMatchingStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * A Parquet file whose rows are records; columns are the record's components in snake case. Two
 * writes of the same rows give the same bytes.
 */
public final class RecordFile {
  private RecordFile() {}

  /**
   * Writes all rows, replacing what was there.
   *
   * @throws IOException if the file cannot be written
   */
  public static <T extends Record> void write(Path file, Class<T> type, List<T> rows)
      throws IOException {
    write(file, type, rows.stream());
  }

  /**
   * Writes rows as they come, replacing what was there.
   *
   * @throws IOException if the file cannot be written
   */
  public static <T extends Record> void write(Path file, Class<T> type, Stream<T> rows)
      throws IOException {
    Files.createDirectories(file.getParent());
    try (var writer =
        new CarpetWriter.Builder<>(new LocalOutputFile(file), type)
            .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      writer.write(rows);
    }
    StableFooter.of(file);
  }

  /**
   * Reads all rows, in file order.
   *
   * @throws IOException if the file cannot be read or its columns are not the record's
   */
  public static <T extends Record> List<T> read(Path file, Class<T> type) throws IOException {
    try {
      return new CarpetReader<>(new LocalInputFile(file), type)
          .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
          .toList();
    } catch (RuntimeException e) {
      // The reader's own words name neither the file nor what to do.
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
