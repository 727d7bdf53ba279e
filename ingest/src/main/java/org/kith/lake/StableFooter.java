package org.kith.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the lists of encodings in a Parquet file's footer in order.
 *
 * <p>The writer keeps them in hash sets of enums, whose order is another in every run of Java, so
 * that the same rows would give other bytes, and another snapshot id, each time. Readers take these
 * lists for sets.
 */
final class StableFooter {
  /** The footer's length in four bytes, then PAR1. */
  private static final int TAIL = 8;

  private StableFooter() {}

  /**
   * Rewrites the footer of a finished file in place. A file that is not yet part of the lake is
   * meant: killed half way, it would be one that nothing names.
   *
   * @throws IOException if it cannot be read or written
   */
  static void of(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] tail = new byte[TAIL];
      bytes.seek(bytes.length() - TAIL);
      bytes.readFully(tail);
      int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      long start = bytes.length() - TAIL - length;
      byte[] footer = new byte[length];
      bytes.seek(start);
      bytes.readFully(footer);
      byte[] stable = stable(footer);
      bytes.seek(start);
      bytes.write(stable);
      ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).putInt(stable.length);
      bytes.write(tail);
      bytes.setLength(start + stable.length + TAIL);
    }
  }

  static byte[] stable(byte[] footer) throws IOException {
    FileMetaData file = Util.readFileMetaData(new ByteArrayInputStream(footer));
    for (RowGroup group : file.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        column.getEncodings().sort(Comparator.comparingInt(e -> e.getValue()));
        if (column.isSetEncoding_stats()) {
          column
              .getEncoding_stats()
              .sort(
                  Comparator.<PageEncodingStats>comparingInt(s -> s.getPage_type().getValue())
                      .thenComparingInt(s -> s.getEncoding().getValue()));
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(footer.length);
    Util.writeFileMetaData(file, out);
    return out.toByteArray();
  }
}
