package org.kith.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one item goes with the others of its scale.
 *
 * <p>The corrected item–rest correlation is that of the item with the sum of the other items, so
 * that it does not correlate with itself: {@code Σⱼ≠ᵢ cᵢⱼ / √(cᵢᵢ · Var(rest))} (Henrysson 1963,
 * doi:10.1007/BF02289618). α if dropped is {@link CronbachAlpha} of the other items. R: {@code
 * psych::alpha}, {@code r.drop} and {@code alpha.drop}.
 *
 * <p>Of complete cases: people without a valid value of any item are left out. Reversed items must
 * have been turned round before; one that was not shows here, below 0. Assumes what α assumes.
 *
 * <p>It misleads when items are thrown out by it one after the other: what is left hangs together
 * better in these answers, by chance too, and may measure less than was meant. An item that nearly
 * everybody answers alike correlates little and can still be needed.
 *
 * @param correlation with the sum of the others, −1 to 1; null where that sum is the same for all
 * @param alphaIfDropped α of the others; null with fewer than two of them, or where their sum is
 *     the same for all
 * @param mean of the item's values
 * @param sd their standard deviation, divisor n − 1
 */
public record ItemRest(Double correlation, Double alphaIfDropped, double mean, double sd) {

  /**
   * Of each item, in the order given.
   *
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static List<ItemRest> of(CrossProducts items) {
    whyNot(items)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    List<ItemRest> all = new ArrayList<>();
    for (int i = 0; i < items.variables(); i++) {
      double alpha = items.variables() < 3 ? Double.NaN : CronbachAlpha.without(items, i);
      all.add(
          new ItemRest(
              correlation(items, i),
              Double.isNaN(alpha) ? null : alpha,
              items.mean(i),
              Math.sqrt(items.covariance(i, i))));
    }
    return List.copyOf(all);
  }

  /** Why this cannot be told of these answers, if it cannot: the reasons of α. */
  public static Optional<String> whyNot(CrossProducts items) {
    return CronbachAlpha.whyNot(items);
  }

  private static Double correlation(CrossProducts items, int item) {
    double with = 0;
    double rest = 0;
    double size = 0;
    for (int i = 0; i < items.variables(); i++) {
      if (i == item) {
        continue;
      }
      with += items.centred(item, i);
      size += items.centred(i, i);
      for (int j = 0; j < items.variables(); j++) {
        rest += j == item ? 0 : items.centred(i, j);
      }
    }
    return rest <= 1e-12 * size
        ? null
        : Double.valueOf(
            Math.max(-1, Math.min(1, with / Math.sqrt(items.centred(item, item) * rest))));
  }
}
