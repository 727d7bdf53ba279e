package org.kith.sample;

import java.util.List;
import java.util.Random;

/**
 * Where chance comes from: a stream of its own for every purpose, so that drawing more in one place
 * moves nothing in another. {@link Random}'s algorithm is part of Java's specification, so a seed
 * gives the same draws everywhere.
 *
 * @param seed of the whole world
 */
record Draws(long seed) {
  /** The stream for one purpose. */
  Random stream(String purpose) {
    return new Random(seed * 1_000_003L + purpose.hashCode());
  }

  /** An index, drawn with these weights. */
  static int weighted(Random random, List<Integer> weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int left = random.nextInt(total);
    int index = 0;
    while (left >= weights.get(index)) {
      left -= weights.get(index);
      index++;
    }
    return index;
  }

  static <T> T oneOf(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  static boolean chance(Random random, double probability) {
    return random.nextDouble() < probability;
  }
}
