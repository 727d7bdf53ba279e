package org.kith.dialect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that tells how much of it has been read. */
final class CountedStream extends FilterInputStream {
  private final LongConsumer told;
  private long read;

  CountedStream(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      read += n;
      told.accept(read);
    }
    return n;
  }
}
