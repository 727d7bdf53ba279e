package org.kith.groups;

import java.io.Serializable;
import java.util.Arrays;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Missing;

/**
 * A person's answers in as few whole numbers as they fit into, because what is sorted by person
 * travels. Each item takes as many bits as its codes need; a code the item does not offer comes out
 * as one that is not offered.
 */
final class PackedAnswers implements Serializable {
  /** Makes the least code, which stands for one that is not offered, 0. */
  private static final int SHIFT = Missing.values().length + 1;

  private static final int BITS = 63;

  private final int[] most;
  private final int[] number;
  private final int[] from;
  private final int numbers;

  private PackedAnswers(int[] most, int[] number, int[] from, int numbers) {
    this.most = most;
    this.number = number;
    this.from = from;
    this.numbers = numbers;
  }

  static PackedAnswers of(Instrument instrument) {
    int n = instrument.items().size();
    int[] most = new int[n];
    int[] number = new int[n];
    int[] from = new int[n];
    int numbers = 0;
    int used = BITS;
    for (int i = 0; i < n; i++) {
      most[i] =
          1
              + instrument.items().get(i).answers().stream()
                  .mapToInt(Answer::code)
                  .max()
                  .orElseThrow();
      int bits = bits(most[i]);
      if (used + bits > BITS) {
        numbers++;
        used = 0;
      }
      number[i] = numbers - 1;
      from[i] = used;
      used += bits;
    }
    return new PackedAnswers(most, number, from, numbers);
  }

  private static int bits(int most) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(most + SHIFT);
  }

  /** How many numbers they are packed into. */
  int numbers() {
    return numbers;
  }

  /** Packs answers into the numbers that start here. */
  void pack(int[] answers, long[] into, int start) {
    Arrays.fill(into, start, start + numbers, 0);
    for (int i = 0; i < answers.length; i++) {
      int kept = Math.max(-SHIFT, Math.min(most[i], answers[i])) + SHIFT;
      into[start + number[i]] |= (long) kept << from[i];
    }
  }

  /** Finds the answers whose numbers start here. */
  void unpack(long[] packed, int start, int[] answers) {
    for (int i = 0; i < answers.length; i++) {
      long own = packed[start + number[i]] >>> from[i];
      answers[i] = (int) (own & ((1L << bits(most[i])) - 1)) - SHIFT;
    }
  }
}
