package org.kith.disclosure;

import java.util.Arrays;

/** The exact counts of tables that are decided on together. */
final class Cells {
  private long[] counts = new long[64];
  private int size;

  int add(long count) {
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, 2 * size);
    }
    counts[size] = count;
    return size++;
  }

  /** Adds several in a row; the first one's position. */
  int addAll(long[] more) {
    int first = size;
    for (long count : more) {
      add(count);
    }
    return first;
  }

  int size() {
    return size;
  }

  long sum(int[] cells) {
    long sum = 0;
    for (int c : cells) {
      sum += counts[c];
    }
    return sum;
  }

  long[] toArray() {
    return Arrays.copyOf(counts, size);
  }
}
