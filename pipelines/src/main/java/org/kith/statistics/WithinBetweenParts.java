package org.kith.statistics;

import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * What groups' cross-products come to within and between them, and the profiled restricted
 * likelihood of {@link WithinBetween} as a function of {@code λ = τ²/σ²}.
 */
final class WithinBetweenParts {
  /** Below this share of its scale, a direction of the predictors is none. */
  private static final double COLLINEAR = 1e-10;

  private final int p;
  private final double people;
  private final RealMatrix xx;
  private final RealVector xy;
  private final double yy;
  private final double[] n;
  private final RealVector[] z;
  private final double[] y;

  /**
   * The likelihood at one λ.
   *
   * @param between β₀ and the coefficients of the means
   * @param q weighted sum of squares left
   * @param minus2LogLik −2 log L
   * @param slope its derivative by λ
   */
  record At(RealVector between, double q, double minus2LogLik, double slope) {}

  WithinBetweenParts(List<CrossProducts> groups) {
    p = groups.get(0).variables() - 1;
    xx = MatrixUtils.createRealMatrix(p, p);
    xy = new ArrayRealVector(p);
    n = new double[groups.size()];
    z = new RealVector[groups.size()];
    y = new double[groups.size()];
    double all = 0;
    double squares = 0;
    for (int j = 0; j < groups.size(); j++) {
      CrossProducts group = groups.get(j);
      n[j] = group.n();
      all += n[j];
      z[j] = new ArrayRealVector(p + 1);
      z[j].setEntry(0, 1);
      y[j] = group.mean(p);
      squares += group.centred(p, p);
      for (int a = 0; a < p; a++) {
        z[j].setEntry(1 + a, group.mean(a));
        xy.addToEntry(a, group.centred(a, p));
        for (int b = 0; b < p; b++) {
          xx.addToEntry(a, b, group.centred(a, b));
        }
      }
    }
    people = all;
    yy = squares;
  }

  double people() {
    return people;
  }

  int predictors() {
    return p;
  }

  RealMatrix within() {
    return xx;
  }

  double size(int group) {
    return n[group];
  }

  double[] means(int group) {
    return z[group].toArray();
  }

  boolean predictorsDifferWithin() {
    return fullRank(xx);
  }

  boolean predictorsDifferBetween() {
    RealMatrix zz = weighted(0, 1);
    return fullRank(zz);
  }

  /** Whether no variable follows from the others, whatever their units. */
  private static boolean fullRank(RealMatrix products) {
    int k = products.getRowDimension();
    RealMatrix scaled = MatrixUtils.createRealMatrix(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double scale = Math.sqrt(products.getEntry(i, i) * products.getEntry(j, j));
        if (!(scale > 0)) {
          return false;
        }
        scaled.setEntry(i, j, products.getEntry(i, j) / scale);
      }
    }
    double[] singular = new SingularValueDecomposition(scaled).getSingularValues();
    return singular[k - 1] > COLLINEAR * singular[0];
  }

  /** Slopes within groups. */
  RealVector slopes() {
    return new CholeskyDecomposition(xx, 1e-9, 0).getSolver().solve(xy);
  }

  /** What the slopes leave of the squares within groups. */
  double leftWithin() {
    return yy - slopes().dotProduct(xy);
  }

  /** Whether that is more than rounding makes of nothing. */
  boolean anythingLeftWithin() {
    return leftWithin() > 1e-12 * yy;
  }

  /** {@code Σ wᵏzz'}. */
  private RealMatrix weighted(double lambda, int power) {
    RealMatrix zz = MatrixUtils.createRealMatrix(p + 1, p + 1);
    for (int j = 0; j < n.length; j++) {
      double w = Math.pow(n[j] / (1 + lambda * n[j]), power);
      for (int a = 0; a <= p; a++) {
        for (int b = 0; b <= p; b++) {
          zz.addToEntry(a, b, w * z[j].getEntry(a) * z[j].getEntry(b));
        }
      }
    }
    return zz;
  }

  At at(double lambda) {
    RealMatrix zz = weighted(lambda, 1);
    RealVector zy = new ArrayRealVector(p + 1);
    double logs = 0;
    double weights = 0;
    for (int j = 0; j < n.length; j++) {
      double w = n[j] / (1 + lambda * n[j]);
      zy = zy.add(z[j].mapMultiply(w * y[j]));
      logs += Math.log1p(lambda * n[j]);
      weights += w;
    }
    CholeskyDecomposition cholesky = new CholeskyDecomposition(zz, 1e-9, 0);
    RealVector b = cholesky.getSolver().solve(zy);
    double between = 0;
    double falls = 0;
    for (int j = 0; j < n.length; j++) {
      double w = n[j] / (1 + lambda * n[j]);
      double off = y[j] - z[j].dotProduct(b);
      between += w * off * off;
      falls += w * w * off * off;
    }
    double q = leftWithin() + between;
    double df = people - 2 * p - 1;
    double value =
        df * (1 + Math.log(2 * Math.PI * q / df))
            + logs
            + logDeterminant(cholesky)
            + logDeterminant(new CholeskyDecomposition(xx, 1e-9, 0));
    double slope =
        -df * falls / q + weights - cholesky.getSolver().solve(weighted(lambda, 2)).getTrace();
    return new At(b, q, value, slope);
  }

  private static double logDeterminant(CholeskyDecomposition of) {
    RealMatrix l = of.getL();
    double sum = 0;
    for (int i = 0; i < l.getRowDimension(); i++) {
      sum += 2 * Math.log(l.getEntry(i, i));
    }
    return sum;
  }
}
