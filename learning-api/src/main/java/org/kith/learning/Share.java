package org.kith.learning;

/**
 * A share of the people who answered, with how far chance could have moved it.
 *
 * @param percent 0 to 100, to one decimal
 * @param low lower end of the 95 % Wilson interval
 * @param high upper end
 */
public record Share(double percent, double low, double high) {
  // Two-sided 95 % point of the standard normal distribution.
  private static final double Z = 1.959963984540054;

  /**
   * A share worked out from published, rounded counts, so that it says no more than they do.
   *
   * <p>The interval is Wilson's (1927) score interval with the sample size divided by the design
   * effect, the same as that of a published level.
   *
   * @param counted people who gave the answer
   * @param answered people who gave any valid answer, at least 1
   * @param designEffect how much clustering widens the variance; 1 for none
   */
  public static Share of(int counted, int answered, double designEffect) {
    if (answered < 1 || counted < 0) {
      throw new IllegalArgumentException("There is no share of " + counted + " in " + answered);
    }
    // Rounding can take the parts above their sum.
    double p = Math.min(1, (double) counted / answered);
    double n = answered / designEffect;
    double z2 = Z * Z;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return new Share(percent(p), percent(middle - half), percent(middle + half));
  }

  private static double percent(double share) {
    return Math.round(1000 * Math.max(0, Math.min(1, share))) / 10.0;
  }
}
