package org.kith.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How people move over time: a line for each person inside a line for their organisation, {@code y
 * = β₀ + β₁t + (b₀ + b₁t) of the person + u of the organisation + e}, fitted by REML.
 *
 * <p>People may have answered in any of the waves: who was there in the same waves of the same
 * organisation is summed up by how many they are and the sums and products of their values, and the
 * likelihood needs no more. With only two waves nobody's own line can be told from chance, and the
 * model has people differ in level alone; with one organisation it has no spread between them. The
 * slope's and the start's intervals have Satterthwaite's degrees of freedom. Source: Bates and
 * others 2015, doi:10.18637/jss.v067.i01; Kuznetsova, Brockhoff and Christensen 2017,
 * doi:10.18637/jss.v082.i13. R: {@code lmerTest::lmer(y ~ t + (t|person) + (1|organisation))}.
 *
 * <p>Units: those of the values, and values per unit of time. Assumes that who did not answer in a
 * wave would have gone on as those like them did (missing at random), straight lines, and normal
 * spreads.
 *
 * <p>It misleads when those who leave are those who were going down.
 *
 * @param start β₀, where time is 0
 * @param slope β₁
 * @param organisationSd spread of organisations
 * @param personSd spread of people where time is 0
 * @param slopeSd spread of people's slopes; 0 in the model without
 * @param correlation of a person's level with their slope; not a number where a spread is none
 * @param residualSd what is left from wave to wave
 * @param minus2LogLik −2 restricted log-likelihood, with lme4's constant
 * @param boundary whether a spread is none, or the correlation ±1
 * @param ownSlopes whether the model has a slope for each person
 */
public record Growth(
    Line start,
    Line slope,
    double organisationSd,
    double personSd,
    double slopeSd,
    double correlation,
    double residualSd,
    double minus2LogLik,
    boolean boundary,
    boolean ownSlopes) {
  /** Nearer than this to the border, as shares of the residual spread, counts as on it. */
  private static final double BORDER = 1e-4;

  /**
   * People of one organisation who have a value at exactly these times.
   *
   * @param organisation its number, from 0
   * @param times rising
   * @param values cross-products of the values, a variable for each time
   */
  public record Pattern(int organisation, List<Double> times, CrossProducts values) {}

  /**
   * A coefficient.
   *
   * @param estimate β̂
   * @param se its standard error
   * @param df Satterthwaite's degrees of freedom
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Line(double estimate, double se, double df, double low, double high) {}

  /** Why these people cannot tell, if they cannot. */
  public static Optional<String> whyNot(List<Pattern> patterns) {
    long times = patterns.stream().flatMap(p -> p.times().stream()).distinct().count();
    if (times < 2) {
      return Optional.of(
          "Movement needs at least two waves; there " + (times == 1 ? "is 1." : "are none."));
    }
    long again =
        patterns.stream().filter(p -> p.times().size() > 1).mapToLong(p -> p.values().n()).sum();
    if (again < 3) {
      return Optional.of("Fewer than three people answered more than once.");
    }
    if (!new GrowthLikelihood(patterns, false, false).varies()) {
      return Optional.of("Everyone who answered again gave the same answer, so nothing varies.");
    }
    return Optional.empty();
  }

  /**
   * Fits the model.
   *
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static Growth of(List<Pattern> patterns) {
    whyNot(patterns)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    boolean slopes =
        patterns.stream().filter(p -> p.times().size() > 2).mapToLong(p -> p.values().n()).sum()
            > 2;
    boolean organisations = patterns.stream().map(Pattern::organisation).distinct().count() > 1;
    GrowthLikelihood likelihood = new GrowthLikelihood(patterns, slopes, organisations);
    double[] theta = likelihood.minimum();
    GrowthLikelihood.At best = likelihood.at(theta);
    double sigma = Math.sqrt(best.q() / likelihood.df());
    double l11 = theta[0];
    double l21 = slopes ? theta[1] : 0;
    double l22 = slopes ? theta[2] : 0;
    double g = organisations ? theta[theta.length - 1] : 0;
    double slopeSd = Math.hypot(l21, l22);
    boolean boundary = l11 < BORDER || (slopes && l22 < BORDER) || (organisations && g < BORDER);
    RealMatrix variance = variance(likelihood, theta, sigma);
    return new Growth(
        line(likelihood, theta, sigma, variance, 0),
        line(likelihood, theta, sigma, variance, 1),
        g * sigma,
        l11 * sigma,
        slopeSd * sigma,
        slopeSd < BORDER || l11 < BORDER ? Double.NaN : l21 / slopeSd,
        sigma,
        best.minus2LogLik(),
        boundary,
        slopes);
  }

  /** Twice the inverse of the deviance's curvature in (θ, σ), in the directions that curve. */
  private static RealMatrix variance(GrowthLikelihood likelihood, double[] theta, double sigma) {
    RealMatrix hessian = Derivatives.hessian(x -> likelihood.deviance(x), joined(theta, sigma));
    var eigen = new EigenDecomposition(hessian);
    int k = hessian.getRowDimension();
    RealMatrix inverse = MatrixUtils.createRealMatrix(k, k);
    for (int i = 0; i < k; i++) {
      double value = eigen.getRealEigenvalue(i);
      if (value > 1e-8 * Math.abs(eigen.getRealEigenvalue(0))) {
        var v = eigen.getEigenvector(i);
        inverse = inverse.add(v.outerProduct(v).scalarMultiply(2 / value));
      }
    }
    return inverse;
  }

  private static Line line(
      GrowthLikelihood likelihood, double[] theta, double sigma, RealMatrix variance, int at) {
    double estimate = likelihood.at(theta).coefficients().get(at);
    double[] x = joined(theta, sigma);
    double v = likelihood.variance(x, at);
    double[] gradient = Derivatives.gradient(p -> likelihood.variance(p, at), x);
    double moved = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        moved += gradient[i] * variance.getEntry(i, j) * gradient[j];
      }
    }
    double df = 2 * v * v / moved;
    double se = Math.sqrt(v);
    double half = new TDistribution(Math.max(df, 1)).inverseCumulativeProbability(0.975) * se;
    return new Line(estimate, se, df, estimate - half, estimate + half);
  }

  private static double[] joined(double[] theta, double sigma) {
    List<Double> all = new ArrayList<>();
    for (double t : theta) {
      all.add(t);
    }
    all.add(sigma);
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
