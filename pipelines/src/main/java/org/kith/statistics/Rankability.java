package org.kith.statistics;

import java.util.Arrays;

/**
 * The share of the visible spread between groups that is not chance.
 *
 * <p>{@code ρ = τ² / (τ² + median(σ²/nⱼ))}, between 0 and 1: variance between groups over that
 * variance plus the usual squared error of a group's mean (van Houwelingen, Brand and Louis 2000;
 * used so by Lingsma and others 2010, doi:10.1186/1471-2288-10-87). In words: if these groups were
 * put in order, {@code 1 − ρ} of the order would be noise.
 *
 * <p>It is here to say why no order should be made, not to allow one: a high value does not make a
 * difference something an organisation did.
 *
 * @param share not chance
 */
public record Rankability(double share) {

  /**
   * From a fit.
   *
   * @param fit the random-intercept model
   * @param n the sizes of its groups
   * @throws IllegalArgumentException if there are not as many sizes as groups in the fit
   */
  public static Rankability of(RandomIntercept fit, double[] n) {
    if (n.length != fit.groups().size()) {
      throw new IllegalArgumentException(
          n.length + " group sizes for a fit of " + fit.groups().size() + " groups.");
    }
    double[] squaredErrors = Arrays.stream(n).map(size -> fit.sigma2() / size).sorted().toArray();
    int half = n.length / 2;
    double median =
        n.length % 2 == 1
            ? squaredErrors[half]
            : (squaredErrors[half - 1] + squaredErrors[half]) / 2;
    return new Rankability(fit.tau2() / (fit.tau2() + median));
  }

  /** Share of an order that would be chance. */
  public double noise() {
    return 1 - share;
  }
}
