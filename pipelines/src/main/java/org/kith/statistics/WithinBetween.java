package org.kith.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What goes with a value among people of the same group, and among groups as wholes: {@code y = β₀
 * + Σβw·(x − x̄ⱼ) + Σβb·x̄ⱼ + uⱼ + e}, fitted by REML.
 *
 * <p>A predictor's two coefficients answer two questions and need not agree, nor even have one
 * sign: what is so of organisations is not so of people (Mundlak 1978, Econometrica 46, 69–85;
 * Enders and Tofighi 2007, doi:10.1037/1082-989X.12.2.121). Deviations within groups and group
 * means are at right angles, so each group's cross-products are all the likelihood needs: {@code −2
 * log L(λ) = (N − p)(1 + log(2πQ/(N − p))) + Σ log(1 + λnⱼ) + log|W| + log|Σwⱼzⱼzⱼ'|} with {@code
 * wⱼ = nⱼ/(1 + λnⱼ)}. Intervals are Kenward and Roger's. R: {@code lme4::lmer} on centred
 * predictors and group means, {@code pbkrtest}.
 *
 * <p>Unit: that of the value per unit of the predictor. People without a value or a predictor are
 * left out before. Assumes groups like draws from a wider set and equal variance within them; of a
 * 0/1 value it is a linear probability model.
 *
 * <p>It misleads when "goes with" is read as "comes from".
 *
 * @param intercept β₀
 * @param within per predictor, among people of the same group
 * @param between per predictor, among groups
 * @param tau2 variance between groups that the means do not account for
 * @param sigma2 variance within groups
 * @param minus2LogLik −2 restricted log-likelihood, with lme4's constant
 * @param boundary whether τ² is exactly 0
 */
public record WithinBetween(
    Coefficient intercept,
    List<Coefficient> within,
    List<Coefficient> between,
    double tau2,
    double sigma2,
    double minus2LogLik,
    boolean boundary) {
  private static final int MOST = 20;

  /**
   * A coefficient.
   *
   * @param estimate β̂
   * @param interval Kenward and Roger's
   */
  public record Coefficient(double estimate, KenwardRoger interval) {}

  public WithinBetween {
    within = List.copyOf(within);
    between = List.copyOf(between);
  }

  /**
   * Why these groups cannot tell, if they cannot.
   *
   * @param groups cross-products of the predictors and then the value, one for each group
   */
  public static Optional<String> whyNot(List<CrossProducts> groups) {
    if (groups.isEmpty()) {
      return Optional.of("There are no groups.");
    }
    int p = groups.get(0).variables() - 1;
    if (p < 1 || p > MOST) {
      return Optional.of("Needs 1 to " + MOST + " predictors, not " + p + ".");
    }
    if (groups.size() < p + 3) {
      return Optional.of(
          "%d predictors of groups need at least %d groups; there are %d."
              .formatted(p, p + 3, groups.size()));
    }
    WithinBetweenParts parts = new WithinBetweenParts(groups);
    if (parts.people() < groups.size() + p + 1) {
      return Optional.of("Too few people in a group to tell them from their group.");
    }
    if (!parts.predictorsDifferWithin()) {
      return Optional.of(
          "A predictor does not vary within groups, or follows from the others there.");
    }
    if (!parts.predictorsDifferBetween()) {
      return Optional.of(
          "A predictor does not vary between groups, or follows from the others there.");
    }
    if (!parts.anythingLeftWithin()) {
      return Optional.of("The predictors account for every difference within groups.");
    }
    return Optional.empty();
  }

  /**
   * Fits the model.
   *
   * @param groups cross-products of the predictors and then the value, one for each group with
   *     people
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static WithinBetween of(List<CrossProducts> groups) {
    whyNot(groups)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    WithinBetweenParts parts = new WithinBetweenParts(groups);
    double largest = groups.stream().mapToDouble(CrossProducts::n).max().orElse(1);
    double lambda =
        LeastDeviance.at(
            l -> parts.at(l).minus2LogLik(), l -> parts.at(l).slope(), 1e-9 / largest, 1e9);
    WithinBetweenParts.At best = parts.at(lambda);
    int p = parts.predictors();
    double sigma2 = best.q() / (parts.people() - 2 * p - 1);
    double tau2 = lambda * sigma2;
    RealMatrix within = MatrixUtils.createRealMatrix(2 * p + 1, 2 * p + 1);
    within.setSubMatrix(parts.within().getData(), p + 1, p + 1);
    KenwardRoger.Sums sums = new KenwardRoger.Sums(sigma2, within, parts.people(), groups.size());
    for (int j = 0; j < groups.size(); j++) {
      double[] z = Arrays.copyOf(parts.means(j), 2 * p + 1);
      sums.add(parts.size(j), tau2, z);
    }
    RealVector slopes = parts.slopes();
    List<Coefficient> inside = new ArrayList<>();
    List<Coefficient> outside = new ArrayList<>();
    for (int k = 0; k < p; k++) {
      inside.add(
          new Coefficient(
              slopes.getEntry(k), KenwardRoger.of(sums, slopes.getEntry(k), p + 1 + k)));
      double b = best.between().getEntry(1 + k);
      outside.add(new Coefficient(b, KenwardRoger.of(sums, b, 1 + k)));
    }
    double b0 = best.between().getEntry(0);
    return new WithinBetween(
        new Coefficient(b0, KenwardRoger.of(sums, b0, 0)),
        inside,
        outside,
        tau2,
        sigma2,
        best.minus2LogLik(),
        lambda == 0);
  }
}
