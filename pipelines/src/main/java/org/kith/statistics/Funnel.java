package org.kith.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far the values of groups scatter beside what chance alone would make of their sizes: the
 * funnel plot's centre, its over-dispersion and the spread that is added to its limits.
 *
 * <p>{@code zⱼ = (yⱼ − ȳ)/sⱼ} with the standard error that chance gives group j round the pooled
 * value, drawn in to the 10 % and 90 % quantiles of all z; {@code φ = Σz²/J}; where φ is above (J −
 * 1)/J, {@code τ² = (Jφ − (J − 1)) / (Σw − Σw²/Σw)} with {@code w = 1/s²}. Limits lie at {@code ȳ ±
 * z·√(s² + τ²)}. Source: Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202 and its appendix.
 * R: by hand, {@code quantile(type = 7)}.
 *
 * <p>Unit: that of the values. Groups without a value are left out. Assumes groups of different
 * people. With few groups φ is known only roughly.
 *
 * <p>It misleads when its middle is taken for a goal, or a group outside its limits for a better or
 * worse one: groups work with different people.
 *
 * @param pooled value over all groups together
 * @param dispersion φ; 1 is what chance makes
 * @param tau spread beyond chance, 0 when there is none
 */
public record Funnel(double pooled, double dispersion, double tau) {
  private static final double WINSORISED = 0.1;

  /** Why groups cannot be put in a funnel, if they cannot. */
  public static Optional<String> whyNot(double[] n) {
    return n.length < 3
        ? Optional.of("A funnel needs at least three groups; there are " + n.length + ".")
        : Optional.empty();
  }

  /**
   * Of shares.
   *
   * @param shares of each group, 0 to 1
   * @param n people behind each, widened by nothing
   * @throws IllegalArgumentException if {@link #whyNot} gives a reason, or everybody gave the same
   *     answer
   */
  public static Funnel ofShares(double[] shares, double[] n) {
    double pooled = pooled(shares, n);
    double variance = pooled * (1 - pooled);
    if (variance <= 0) {
      throw new IllegalArgumentException("Everybody gave the same answer: nothing scatters.");
    }
    return of(shares, n, pooled, variance);
  }

  /**
   * Of means.
   *
   * @param means of each group
   * @param n people behind each
   * @param sd of one person's value within groups, above 0
   * @throws IllegalArgumentException if {@link #whyNot} gives a reason
   */
  public static Funnel ofMeans(double[] means, double[] n, double sd) {
    if (!(sd > 0)) {
      throw new IllegalArgumentException("People's spread must be above 0, not " + sd + ".");
    }
    return of(means, n, pooled(means, n), sd * sd);
  }

  private static double pooled(double[] values, double[] n) {
    whyNot(n)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    double sum = 0;
    double people = 0;
    for (int j = 0; j < n.length; j++) {
      if (!(n[j] > 0) || !Double.isFinite(values[j])) {
        throw new IllegalArgumentException(
            "Group " + (j + 1) + ": " + values[j] + " of " + n[j] + " people.");
      }
      sum += n[j] * values[j];
      people += n[j];
    }
    return sum / people;
  }

  private static Funnel of(double[] values, double[] n, double pooled, double variance) {
    int groups = n.length;
    double[] z = new double[groups];
    double w = 0;
    double w2 = 0;
    for (int j = 0; j < groups; j++) {
      z[j] = (values[j] - pooled) / Math.sqrt(variance / n[j]);
      double weight = n[j] / variance;
      w += weight;
      w2 += weight * weight;
    }
    double low = quantile(z, WINSORISED);
    double high = quantile(z, 1 - WINSORISED);
    double squares = 0;
    for (double each : z) {
      double drawnIn = Math.max(low, Math.min(high, each));
      squares += drawnIn * drawnIn;
    }
    double excess = squares - (groups - 1);
    double tau2 = excess > 0 ? excess / (w - w2 / w) : 0;
    return new Funnel(pooled, squares / groups, Math.sqrt(tau2));
  }

  /** R's type 7. */
  private static double quantile(double[] values, double p) {
    double[] rising = values.clone();
    Arrays.sort(rising);
    double at = (rising.length - 1) * p;
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, rising.length - 1);
    return rising[below] + (at - below) * (rising[above] - rising[below]);
  }

  /**
   * How far from the pooled value a group's limit lies.
   *
   * @param variance of one person's value: {@code p(1 − p)} for shares, {@code sd²} for means
   * @param n people of the group
   * @param z 1.96 for 95 %, 3.09 for 99.8 %
   */
  public double reach(double variance, double n, double z) {
    return z * Math.sqrt(variance / n + tau * tau);
  }
}
