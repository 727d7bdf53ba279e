package org.kith.statistics;

/**
 * Whether two shares differ beyond chance: the two-proportion test with the pooled variance.
 *
 * <p>{@code z = (p₁ − p₂) / √(p(1−p)(1/n₁ + 1/n₂))} with {@code p = (x₁+x₂)/(n₁+n₂)}; its square is
 * Pearson's chi-squared of the fourfold table. No units. Whoever gave no answer is in neither
 * {@code n}. Assumes that the people in the two groups are different ones drawn independently:
 * where the same people are in both, as authors of two quarters are, it finds too little rather
 * than too much. R: {@code prop.test(correct = FALSE)}.
 *
 * @param first the first share
 * @param second the second
 * @param z above 0 when the first is larger; 0 when all or none are counted in both
 */
public record TwoShares(double first, double second, double z) {

  /**
   * {@code counted₁ / of₁} against {@code counted₂ / of₂}.
   *
   * @throws IllegalArgumentException if a group is empty or a count is outside it
   */
  public static TwoShares of(double counted1, double of1, double counted2, double of2) {
    Wilson first = Wilson.of(counted1, of1, 1);
    Wilson second = Wilson.of(counted2, of2, 1);
    double pooled = (counted1 + counted2) / (of1 + of2);
    double variance = pooled * (1 - pooled) * (1 / of1 + 1 / of2);
    double z = variance > 0 ? (first.estimate() - second.estimate()) / Math.sqrt(variance) : 0;
    return new TwoShares(first.estimate(), second.estimate(), z);
  }
}
