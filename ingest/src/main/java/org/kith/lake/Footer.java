package org.kith.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, where its columns' encodings are listed.
 *
 * <p>The writer keeps them in a set whose order is another in each process, so that the same rows
 * would give other bytes tomorrow. The list has no meaning to a reader; putting it in order makes a
 * file's bytes depend on its rows alone.
 */
final class Footer {
  /** Four bytes of length and four of the format's name. */
  private static final int TAIL = 8;

  private Footer() {}

  /** Puts the lists of encodings of a finished file in order. */
  static void order(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer tail = read(channel, channel.size() - TAIL, TAIL);
      int length = tail.getInt(0);
      long start = channel.size() - TAIL - length;
      byte[] footer = read(channel, start, length).array();
      FileMetaData data = Util.readFileMetaData(new ByteArrayInputStream(footer));
      for (RowGroup group : data.getRow_groups()) {
        for (ColumnChunk chunk : group.getColumns()) {
          order(chunk.getMeta_data());
        }
      }
      ByteArrayOutputStream ordered = new ByteArrayOutputStream(length);
      Util.writeFileMetaData(data, ordered);
      tail.putInt(0, ordered.size());
      channel.truncate(start);
      channel.position(start);
      write(channel, ByteBuffer.wrap(ordered.toByteArray()));
      write(channel, tail.rewind());
    }
  }

  private static void order(ColumnMetaData column) {
    column.getEncodings().sort(null);
    if (column.isSetEncoding_stats()) {
      column
          .getEncoding_stats()
          .sort(
              Comparator.comparing(PageEncodingStats::getPage_type)
                  .thenComparing(PageEncodingStats::getEncoding));
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("A Parquet file ends before its footer.");
      }
    }
    return bytes;
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
