package org.kith.ingest;

import java.util.BitSet;

/**
 * Finds the rows that another row of the same response or person replaces: the last complete one
 * stays, or the last one when none is complete.
 *
 * <p>It looks within one export. A person who answered the same questions in two exports of a wave
 * is kept in both, and the report says which other exports that may concern. Dropping such rows
 * here would make what an export gives depend on which others came before it, so that a corrected
 * export could no longer replace its own rows only; the rows stay apart by their source.
 *
 * <p>Keeps 64-bit prints of the ids, not the ids: 16 to 22 bytes a key. Two of ten million ids
 * share a print with a probability of 3 in a million.
 */
final class Duplicates {
  private static final int TABLES = 256;
  private static final double FULL = 0.8;

  private final Prints[] tables = new Prints[TABLES];
  private final BitSet replaced = new BitSet();

  Duplicates() {
    for (int i = 0; i < TABLES; i++) {
      tables[i] = new Prints();
    }
  }

  /**
   * A row that claims a key; rows must come in rising order.
   *
   * @param key print of what must occur once
   * @param row its number
   * @param complete whether it was submitted
   */
  void claim(long key, int row, boolean complete) {
    // 0 marks an empty place in a table.
    long print = key == 0 ? 1 : key;
    int other = tables[(int) (print >>> 56)].claim(print, row, complete);
    if (other > 0) {
      replaced.set(other);
    }
  }

  /** Whether another row replaces this one. */
  boolean replaced(int row) {
    return replaced.get(row);
  }

  /** How many rows are replaced. */
  long count() {
    return replaced.cardinality();
  }

  /** The rows replaced, without the prints that found them. */
  BitSet rows() {
    return replaced;
  }

  /** One part of the prints, so that growing copies a little at a time. */
  private static final class Prints {
    private long[] keys = new long[64];

    /** The row that holds the key, negative when it is partial. */
    private int[] rows = new int[64];

    private int used;

    /** Gives back the row that loses, or 0 when the key is new. */
    int claim(long key, int row, boolean complete) {
      if (used >= keys.length * FULL) {
        grow();
      }
      int at = find(keys, key);
      if (keys[at] == 0) {
        keys[at] = key;
        rows[at] = complete ? row : -row;
        used++;
        return 0;
      }
      int holder = Math.abs(rows[at]);
      if (holder == row) {
        return 0;
      }
      if (rows[at] > 0 && !complete) {
        return row;
      }
      rows[at] = complete ? row : -row;
      return holder;
    }

    private void grow() {
      long[] oldKeys = keys;
      int[] oldRows = rows;
      keys = new long[oldKeys.length + oldKeys.length / 2];
      rows = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int at = find(keys, oldKeys[i]);
          keys[at] = oldKeys[i];
          rows[at] = oldRows[i];
        }
      }
    }

    private static int find(long[] keys, long key) {
      // The top byte chose the table; the rest, spread over the length, chooses the place.
      int at = (int) Math.multiplyHigh((key << 8) >>> 1, (long) keys.length << 1);
      while (keys[at] != 0 && keys[at] != key) {
        at = at + 1 == keys.length ? 0 : at + 1;
      }
      return at;
    }
  }

  /**
   * A 64-bit print of a text (FNV-1a, then the finaliser of MurmurHash3 for evenness).
   *
   * @param kind keeps prints of different things apart
   */
  static long print(int kind, String text) {
    long hash = 0xcbf29ce484222325L ^ kind;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
