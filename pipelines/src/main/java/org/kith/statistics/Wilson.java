package org.kith.statistics;

/**
 * A proportion with its 95 % Wilson score interval.
 *
 * <p>For {@code x} counted among {@code n} answered, with {@code p = x/n} and {@code z = 1.959964}:
 * {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)}. Values are shares between 0 and 1.
 * Where people are clustered in organisations, {@code n} is replaced by {@code n / designEffect},
 * with the design effect {@code 1 + (m − 1)·ICC} for a mean cluster size {@code m} (Kish 1965).
 *
 * <p>Missing answers are not in {@code n}. Assumes that the people who answered are like a random
 * draw of those it speaks of: the interval tells how far chance moves the share and nothing about
 * people who were not asked or kept silent, which is how it misleads. Holds near its nominal
 * coverage even for a dozen people (Wilson 1927; Agresti and Coull 1998,
 * doi:10.1080/00031305.1998.10480550). R: {@code prop.test(correct = FALSE)}.
 *
 * @param estimate share counted
 * @param low lower end of the interval
 * @param high upper end
 */
public record Wilson(double estimate, double low, double high) {

  /** The normal distribution's 97.5 % point. */
  static final double Z = 1.959963984540054;

  /**
   * The share {@code counted / answered}.
   *
   * @param counted people, 0 to {@code answered}
   * @param answered people, above 0
   * @param designEffect 1 for people drawn one by one, more when they are clustered
   * @throws IllegalArgumentException if nobody answered, or a number is out of its range
   */
  public static Wilson of(double counted, double answered, double designEffect) {
    if (!(answered > 0)) {
      throw new IllegalArgumentException(
          "A share needs at least one answer; there are " + answered + ".");
    }
    if (!(counted >= 0 && counted <= answered)) {
      throw new IllegalArgumentException(
          counted + " counted is outside 0 to " + answered + " answered.");
    }
    if (!(designEffect > 0) || Double.isInfinite(designEffect)) {
      throw new IllegalArgumentException(
          "The design effect must be above 0, not " + designEffect + ".");
    }
    double n = answered / designEffect;
    double p = counted / answered;
    double z2 = Z * Z;
    double centre = p + z2 / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double denominator = 1 + z2 / n;
    // At 0 and 1 the ends are exact; the subtraction above would leave a trace of rounding.
    double low = counted == 0 ? 0 : (centre - half) / denominator;
    double high = counted == answered ? 1 : (centre + half) / denominator;
    return new Wilson(p, low, high);
  }
}
