package org.kith.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a small number of groups does to the fixed part of a random-intercept model: a standard
 * error widened for not knowing τ² and σ², and degrees of freedom for its t interval.
 *
 * <p>Kenward and Roger 1997, Biometrics 53, 983–997, for one coefficient at a time, with the
 * expected information of (σ², τ²). Everything it needs are sums over groups, because the variance
 * of a group has two directions only: {@code σ²} within and {@code σ² + nτ²} along its mean. R:
 * {@code pbkrtest::vcovAdj}, {@code lmerTest} with {@code ddf = "Kenward-Roger"}.
 *
 * <p>The normal interval promises too much with a dozen groups; this one stays honest. At τ² = 0 it
 * is worked out at that boundary, as R does. With two or three groups it still leans on the model.
 *
 * @param se adjusted standard error
 * @param df degrees of freedom
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record KenwardRoger(double se, double df, double low, double high) {

  /** The sums over groups that the adjustment is made of. */
  static final class Sums {
    private final double sigma2;
    private final RealMatrix within;
    private final RealMatrix[] between = new RealMatrix[6];
    private double ones;
    private double ones2;
    private double ones2n;
    private double ones2n2;

    /**
     * @param sigma2 σ̂²
     * @param within cross-products of the predictors within groups, in the rows and columns of
     *     their coefficients; 0 elsewhere
     * @param people in all groups
     */
    Sums(double sigma2, RealMatrix within, double people, int groups) {
      this.sigma2 = sigma2;
      this.within = within;
      int p = within.getRowDimension();
      for (int i = 0; i < between.length; i++) {
        between[i] = MatrixUtils.createRealMatrix(p, p);
      }
      ones = people - groups;
    }

    /**
     * Adds a group.
     *
     * @param n its size
     * @param z its means, in the columns of the coefficients they belong to; 0 elsewhere
     */
    void add(double n, double tau2, double[] z) {
      double v = sigma2 + n * tau2;
      ones2 += 1 / (v * v);
      ones2n += n / (v * v);
      ones2n2 += n * n / (v * v);
      double[] weights = {
        n / v,
        n / (v * v),
        n * n / (v * v),
        n / (v * v * v),
        n * n / (v * v * v),
        n * n * n / (v * v * v)
      };
      for (int i = 0; i < z.length; i++) {
        for (int j = 0; j < z.length; j++) {
          double product = z[i] * z[j];
          if (product != 0) {
            for (int k = 0; k < weights.length; k++) {
              between[k].addToEntry(i, j, weights[k] * product);
            }
          }
        }
      }
    }
  }

  /**
   * For one coefficient.
   *
   * @param estimate its estimate
   * @param at its number
   */
  static KenwardRoger of(Sums sums, double estimate, int at) {
    double s2 = sums.sigma2;
    RealMatrix information = sums.within.scalarMultiply(1 / s2).add(sums.between[0]);
    RealMatrix phi = new LUDecomposition(information).getSolver().getInverse();
    // P and Q of Kenward and Roger by (σ², τ²).
    RealMatrix[] p = {
      sums.within.scalarMultiply(-1 / (s2 * s2)).subtract(sums.between[1]),
      sums.between[2].scalarMultiply(-1)
    };
    RealMatrix[][] q = {
      {sums.within.scalarMultiply(1 / (s2 * s2 * s2)).add(sums.between[3]), sums.between[4]},
      {sums.between[4], sums.between[5]}
    };
    double[][] traces = {
      {sums.ones / (s2 * s2) + sums.ones2, sums.ones2n}, {sums.ones2n, sums.ones2n2}
    };
    RealMatrix expected = MatrixUtils.createRealMatrix(2, 2);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double value =
            traces[i][j]
                - 2 * phi.multiply(q[i][j]).getTrace()
                + phi.multiply(p[i]).multiply(phi).multiply(p[j]).getTrace();
        expected.setEntry(i, j, value / 2);
      }
    }
    RealMatrix w = new LUDecomposition(expected).getSolver().getInverse();
    RealMatrix bias = MatrixUtils.createRealMatrix(phi.getRowDimension(), phi.getRowDimension());
    double a = 0;
    double variance = phi.getEntry(at, at);
    double[] moved = new double[2];
    for (int i = 0; i < 2; i++) {
      moved[i] = phi.multiply(p[i]).multiply(phi).getEntry(at, at) / variance;
    }
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        bias =
            bias.add(
                q[i][j]
                    .subtract(p[i].multiply(phi).multiply(p[j]))
                    .scalarMultiply(w.getEntry(i, j)));
        a += w.getEntry(i, j) * moved[i] * moved[j];
      }
    }
    double adjusted = variance + 2 * phi.multiply(bias).multiply(phi).getEntry(at, at);
    double se = Math.sqrt(adjusted);
    double df = 2 / a;
    double half = new TDistribution(df).inverseCumulativeProbability(0.975) * se;
    return new KenwardRoger(se, df, estimate - half, estimate + half);
  }
}
