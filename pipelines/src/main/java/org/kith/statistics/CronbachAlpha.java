package org.kith.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * How well the items of a scale hang together: Cronbach's α, with Feldt's 95 % interval.
 *
 * <p>For {@code k} items with covariances {@code c}, {@code α = k/(k − 1) · (1 − Σcᵢᵢ / Σcᵢⱼ)}
 * (Cronbach 1951, doi:10.1007/BF02310555). The ends of the interval are {@code 1 − (1 − α)·F},
 * where {@code F} are the 97.5 % and 2.5 % points of the F distribution with {@code n − 1} and
 * {@code (n − 1)(k − 1)} degrees of freedom (Feldt, Woodruff and Salih 1987,
 * doi:10.1177/014662168701100107). No unit: 1 is the most it can be, and it may be below 0. R:
 * {@code psych::alpha}.
 *
 * <p>Of complete cases: people without a valid value of any item are left out, and what they have
 * in common is not looked at. Reversed items must have been turned round before. Assumes that all
 * items lean equally on what they share and that their errors are independent; else α is a lower
 * bound of the reliability or, when errors go together, above it. The interval assumes normal
 * values and people who were drawn one by one.
 *
 * <p>It misleads when read as
 *
 * <ul>
 *   <li>proof that the items measure one thing: items about two things can have a high α (Cortina
 *       1993, doi:10.1037/0021-9010.78.1.98; Sijtsma 2009, doi:10.1007/s11336-008-9101-0);
 *   <li>a property of the questionnaire: it belongs to the score among these people, and falls
 *       where people are alike;
 *   <li>quality: more items raise it, and so does asking one thing in several wordings;
 *   <li>validity, or sameness of meaning between groups: see {@link DifferentialItemFunctioning}.
 * </ul>
 *
 * @param alpha from the covariances, of the sum of the items as they are
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param standardised from the correlations, of the sum of standardised items: {@code k·r̄ / (1 +
 *     (k − 1)·r̄)}; null where the correlations leave that sum no variance
 * @param items how many
 * @param people complete cases
 */
public record CronbachAlpha(
    double alpha, double low, double high, Double standardised, int items, long people) {

  /** What rounding may leave of a sum of squares that is really 0. */
  private static final double ROUNDING = 1e-12;

  /**
   * Of these items.
   *
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static CronbachAlpha of(CrossProducts items) {
    whyNot(items)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    int k = items.variables();
    double alpha = without(items, -1);
    double first = items.n() - 1.0;
    FDistribution f = new FDistribution(null, first, first * (k - 1), 1e-15);
    double r = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        r += correlation(items, i, j);
      }
    }
    r /= k * (k - 1) / 2.0;
    double spread = 1 + (k - 1) * r;
    return new CronbachAlpha(
        alpha,
        1 - (1 - alpha) * f.inverseCumulativeProbability(0.975),
        1 - (1 - alpha) * f.inverseCumulativeProbability(0.025),
        spread <= ROUNDING ? null : k * r / spread,
        k,
        items.n());
  }

  /** Why these answers have no α, if they have none. */
  public static Optional<String> whyNot(CrossProducts items) {
    if (items.variables() < 2) {
      return Optional.of(
          "How items hang together needs at least two items; there "
              + (items.variables() == 1 ? "is 1." : "are none."));
    }
    if (items.n() < 3) {
      return Optional.of(
          "How items hang together needs at least three people who answered all of them; there "
              + (items.n() == 1 ? "is 1." : "are " + items.n() + "."));
    }
    for (int i = 0; i < items.variables(); i++) {
      if (items.centred(i, i) <= ROUNDING * items.product(i, i)) {
        return Optional.of("Everyone gave the same answer to item " + (i + 1) + ".");
      }
    }
    if (total(items, -1) <= ROUNDING * diagonal(items, -1)) {
      return Optional.of("Everyone has the same sum over the items, so it tells nobody apart.");
    }
    return Optional.empty();
  }

  /** α of all items but one; of all for −1. Not a number where their sum has no variance. */
  static double without(CrossProducts items, int dropped) {
    double k = dropped < 0 ? items.variables() : items.variables() - 1;
    double total = total(items, dropped);
    double own = diagonal(items, dropped);
    return total <= ROUNDING * own ? Double.NaN : k / (k - 1) * (1 - own / total);
  }

  static double correlation(CrossProducts items, int i, int j) {
    return items.centred(i, j) / Math.sqrt(items.centred(i, i) * items.centred(j, j));
  }

  private static double diagonal(CrossProducts items, int dropped) {
    double sum = 0;
    for (int i = 0; i < items.variables(); i++) {
      sum += i == dropped ? 0 : items.centred(i, i);
    }
    return sum;
  }

  private static double total(CrossProducts items, int dropped) {
    double sum = diagonal(items, dropped);
    for (int i = 0; i < items.variables(); i++) {
      for (int j = 0; j < i; j++) {
        sum += i == dropped || j == dropped ? 0 : 2 * items.centred(i, j);
      }
    }
    return sum;
  }
}
