package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Small numbers for sequences of small numbers, found step by step without making an object: {@code
 * step(step(START, 3), 1)} is the number of the sequence 3, 1.
 */
final class Paths implements Serializable {
  /** The empty sequence. */
  static final int START = 0;

  /** Per sequence, what each next number leads to; 0 where that was not seen. */
  private final List<int[]> next = new ArrayList<>();

  private final List<int[]> sequences = new ArrayList<>();

  Paths() {
    next.add(new int[0]);
    sequences.add(new int[0]);
  }

  /** The number of a sequence followed by one number more. */
  int step(int sequence, int number) {
    int[] to = next.get(sequence);
    if (number < to.length && to[number] != 0) {
      return to[number];
    }
    if (number >= to.length) {
      to = Arrays.copyOf(to, Math.max(number + 1, 2 * to.length));
      next.set(sequence, to);
    }
    to[number] = next.size();
    next.add(new int[0]);
    int[] before = sequences.get(sequence);
    int[] longer = Arrays.copyOf(before, before.length + 1);
    longer[before.length] = number;
    sequences.add(longer);
    return to[number];
  }

  /** The numbers of a whole sequence. */
  int of(int[] sequence) {
    int at = START;
    for (int number : sequence) {
      at = step(at, number);
    }
    return at;
  }

  /** How many sequences there are, the empty one and beginnings of others included. */
  int size() {
    return sequences.size();
  }

  /** The sequence of a number. */
  int[] sequence(int number) {
    return sequences.get(number);
  }
}
