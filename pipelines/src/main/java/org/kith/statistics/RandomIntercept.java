package org.kith.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * How much of the difference between people lies between the groups they belong to: the
 * random-intercept model, fitted by restricted maximum likelihood (REML).
 *
 * <p>Model: {@code y = μ + u_group + e}, with {@code u} of variance τ² and {@code e} of variance
 * σ². Its likelihood needs only each group's size, mean and sum of squares, so the estimate from
 * group statistics is the exact one, however many people there are. With {@code λ = τ²/σ²}, {@code
 * wⱼ = nⱼ/(1 + λnⱼ)}, {@code W = Σwⱼ} and {@code Q = Σssⱼ + Σwⱼ(ȳⱼ − μ̂)²},
 *
 * <pre>−2 log L(λ) = (N − 1)(1 + log(2πQ/(N − 1))) + Σ log(1 + λnⱼ) + log W</pre>
 *
 * is searched over λ alone (Bates and others 2015, doi:10.18637/jss.v067.i01, section 3.4). Every
 * stretch where its slope changes sign is looked at, so a second, worse minimum is not mistaken for
 * the answer. τ² = 0 is a valid answer and is marked: the data show no more difference between
 * groups than chance would make.
 *
 * <p>Units: means in the unit of the values, variances in its square. People without a value are
 * left out, and so are groups without any. Assumes that groups are like draws from a wider set, and
 * equal variance within them; for a 0/1 outcome this is a linear probability model. With a dozen
 * groups τ² itself is known only roughly. R: {@code lme4::lmer(y ~ 1 + (1|g))}.
 *
 * <p>It misleads when read as something organisations did: different people come to them.
 *
 * @param mean μ̂, the mean over groups, large groups counting a little more than small ones
 * @param se its standard error, given τ² and σ²
 * @param tau2 variance between groups
 * @param sigma2 variance within groups
 * @param icc {@code τ² / (τ² + σ²)}
 * @param minus2LogLik −2 restricted log-likelihood, with the constant of lme4's {@code REMLcrit}
 * @param boundary whether τ² is exactly 0
 * @param groups what the model says of each group, in the order given
 */
public record RandomIntercept(
    double mean,
    double se,
    double tau2,
    double sigma2,
    double icc,
    double minus2LogLik,
    boolean boundary,
    List<Group> groups) {

  /**
   * One group, leaning on the rest the more the smaller it is.
   *
   * @param blup {@code μ̂ + λn/(1 + λn)·(ȳ − μ̂)}, the best linear unbiased prediction of its mean
   * @param condSd its standard deviation given μ̂, τ² and σ², as lme4's {@code ranef(condVar =
   *     TRUE)} gives it; 0 at the boundary
   * @param predictionSd the same with the uncertainty of μ̂ added, {@code √(condSd² + (se/(1 +
   *     λn))²)}: what an interval should use, for at the boundary it is not 0
   */
  public record Group(double blup, double condSd, double predictionSd) {}

  public RandomIntercept {
    groups = List.copyOf(groups);
  }

  /**
   * Fits the model.
   *
   * @param n size of each group, whole and at least 1
   * @param mean mean of each group
   * @param ss sum of squared deviations from the mean within each group
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one or an argument
   *     is out of its range
   */
  public static RandomIntercept of(double[] n, double[] mean, double[] ss) {
    whyNot(n, mean, ss)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    RestrictedLikelihood likelihood = new RestrictedLikelihood(n, mean, ss);
    double lambda = likelihood.minimum();
    RestrictedLikelihood.At best = likelihood.at(lambda);
    double sigma2 = best.q() / (likelihood.people() - 1);
    double tau2 = lambda * sigma2;
    double se = Math.sqrt(sigma2 / best.w());
    List<Group> groups = new ArrayList<>(n.length);
    for (int j = 0; j < n.length; j++) {
      double own = 1 / (1 + lambda * n[j]);
      double blup = best.mean() + lambda * n[j] * own * (mean[j] - best.mean());
      double condVar = tau2 * own;
      groups.add(new Group(blup, Math.sqrt(condVar), Math.sqrt(condVar + se * own * se * own)));
    }
    return new RandomIntercept(
        best.mean(),
        se,
        tau2,
        sigma2,
        lambda / (1 + lambda),
        best.minus2LogLik(),
        lambda == 0,
        groups);
  }

  /**
   * Kenward and Roger's interval of the mean: what its standard error leaves out, with few groups.
   *
   * @param n size of each group, as the model was fitted to
   */
  public KenwardRoger meanInterval(double[] n) {
    double people = 0;
    for (double size : n) {
      people += size;
    }
    KenwardRoger.Sums sums =
        new KenwardRoger.Sums(sigma2, MatrixUtils.createRealMatrix(1, 1), people, n.length);
    for (double size : n) {
      sums.add(size, tau2, new double[] {1});
    }
    return KenwardRoger.of(sums, mean, 0);
  }

  /**
   * Why these groups cannot tell variance between from variance within, if they cannot.
   *
   * @throws IllegalArgumentException if the arrays differ in length, a size is not whole and at
   *     least 1, a mean is not finite, or a sum of squares is below 0
   */
  public static Optional<String> whyNot(double[] n, double[] mean, double[] ss) {
    check(n, mean, ss);
    if (n.length < 2) {
      return Optional.of(
          "Differences between groups need at least two groups; there "
              + (n.length == 1 ? "is 1." : "are none."));
    }
    double people = 0;
    double within = 0;
    double size = 0;
    boolean sameMeans = true;
    for (int j = 0; j < n.length; j++) {
      people += n[j];
      within += ss[j];
      size = Math.max(size, Math.abs(mean[j]));
      sameMeans &= mean[j] == mean[0];
    }
    if (people == n.length) {
      return Optional.of(
          "Every group has one person, so differences between people and between groups cannot be"
              + " told apart.");
    }
    // What rounding alone leaves of a sum of squares that is really 0.
    double rounding = 1e-14 * size;
    if (within <= people * rounding * rounding) {
      return Optional.of(
          sameMeans
              ? "Everyone gave the same answer, so there is no difference to divide up."
              : "Everyone in a group gave the same answer, so there is no difference within groups"
                  + " to compare with.");
    }
    return Optional.empty();
  }

  private static void check(double[] n, double[] mean, double[] ss) {
    if (n.length != mean.length || n.length != ss.length) {
      throw new IllegalArgumentException(
          "Groups need a size, a mean and a sum of squares each; there are "
              + n.length
              + ", "
              + mean.length
              + " and "
              + ss.length
              + ".");
    }
    for (int j = 0; j < n.length; j++) {
      if (!(n[j] >= 1) || n[j] != Math.rint(n[j]) || Double.isInfinite(n[j])) {
        throw new IllegalArgumentException(
            "Group " + (j + 1) + ": size " + n[j] + " is not a whole number of at least 1.");
      }
      if (!Double.isFinite(mean[j])) {
        throw new IllegalArgumentException("Group " + (j + 1) + ": mean " + mean[j] + ".");
      }
      if (!(ss[j] >= 0) || Double.isInfinite(ss[j])) {
        throw new IllegalArgumentException(
            "Group " + (j + 1) + ": sum of squares " + ss[j] + " is not 0 or more.");
      }
    }
  }
}
