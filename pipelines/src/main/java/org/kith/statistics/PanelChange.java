package org.kith.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * What became of the answers of people who answered twice: the shares that moved up, stayed and
 * moved down, each with Wilson's interval, and how often chance alone would split those who moved
 * as unevenly (the exact two-sided sign test; with two answers it is McNemar's exact test).
 *
 * <p>Of people with a valid answer both times. Assumes people answer apart from each other. R:
 * {@code prop.test(correct = FALSE)}, {@code binom.test(up, up + down)}.
 *
 * <p>It misleads in two ways that no arithmetic mends. Answers at a first asking tend to be more
 * extreme than any later ones (Shrout and others 2018, doi:10.1073/pnas.1712277115), so some
 * movement is that of the first wave. And people's yardstick can change while their life stays as
 * it was (response shift). Those who came again also differ from those who did not.
 *
 * @param people who answered both times
 * @param up share that moved towards more
 * @param same share that stayed
 * @param down share that moved towards less
 * @param chance the sign test's p; 1 when nobody moved
 */
public record PanelChange(long people, Wilson up, Wilson same, Wilson down, double chance) {

  /**
   * From counts.
   *
   * @throws IllegalArgumentException if there is nobody, or a count is below 0
   */
  public static PanelChange of(long up, long same, long down) {
    if (up < 0 || same < 0 || down < 0 || up + same + down == 0) {
      throw new IllegalArgumentException(
          "Movement needs people who answered twice, not %d up, %d the same and %d down."
              .formatted(up, same, down));
    }
    long people = up + same + down;
    return new PanelChange(
        people,
        Wilson.of((double) up, (double) people, 1),
        Wilson.of((double) same, (double) people, 1),
        Wilson.of((double) down, (double) people, 1),
        signTest(up, down));
  }

  private static double signTest(long up, long down) {
    int moved = Math.toIntExact(up + down);
    if (moved == 0) {
      return 1;
    }
    double tail =
        new BinomialDistribution(null, moved, 0.5).cumulativeProbability((int) Math.min(up, down));
    return Math.min(1, 2 * tail);
  }
}
