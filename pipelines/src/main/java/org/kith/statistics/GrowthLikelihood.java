package org.kith.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The restricted likelihood of {@link Growth}. θ is relative to σ, as in lme4: the Cholesky factor
 * of people's spreads (level; slope on level, slope), then the spread of organisations.
 *
 * <p>Of one person {@code Σ = I + ZΛΛ'Z'} depends on the waves answered alone, so it is worked out
 * once per pattern. Organisations add {@code γ²11'}, which Sherman and Morrison take apart: what an
 * organisation needs are sums of {@code X'Σ⁻¹X}, {@code X'Σ⁻¹y} and {@code y'Σ⁻¹y}.
 */
final class GrowthLikelihood {
  private static final double HIGHEST = 50;

  private final Map<List<Double>, Integer> times = new LinkedHashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final boolean slopes;
  private final boolean organisations;
  private final int groups;
  private final double n;

  /** People of one organisation and pattern. */
  private record Cell(int organisation, int pattern, CrossProducts values) {}

  /**
   * At one θ.
   *
   * @param coefficients β₀ and β₁
   * @param information {@code X'V⁻¹X}, relative to σ²
   * @param q weighted sum of squares left
   * @param logs {@code log|V| + log|X'V⁻¹X|}, relative to σ²
   * @param minus2LogLik −2 log L with σ² profiled out
   */
  record At(
      List<Double> coefficients,
      RealMatrix information,
      double q,
      double logs,
      double minus2LogLik) {}

  GrowthLikelihood(List<Growth.Pattern> patterns, boolean slopes, boolean organisations) {
    this.slopes = slopes;
    this.organisations = organisations;
    double values = 0;
    int most = 0;
    for (Growth.Pattern pattern : patterns) {
      int number = times.computeIfAbsent(pattern.times(), t -> times.size());
      cells.add(new Cell(pattern.organisation(), number, pattern.values()));
      values += (double) pattern.values().n() * pattern.times().size();
      most = Math.max(most, pattern.organisation());
    }
    this.n = values;
    this.groups = most + 1;
  }

  /** Values fewer the two coefficients. */
  double df() {
    return n - 2;
  }

  /** Whether people's values differ within people, beyond the mean line. */
  boolean varies() {
    double within = 0;
    double size = 0;
    for (Cell cell : cells) {
      int waves = cell.values().variables();
      for (int i = 0; i < waves; i++) {
        size += cell.values().product(i, i);
        within += cell.values().product(i, i);
        for (int j = 0; j < waves; j++) {
          within -= cell.values().product(i, j) / waves;
        }
      }
    }
    return within > 1e-12 * size;
  }

  int parameters() {
    return (slopes ? 3 : 1) + (organisations ? 1 : 0);
  }

  At at(double[] theta) {
    double l11 = theta[0];
    double l21 = slopes ? theta[1] : 0;
    double l22 = slopes ? theta[2] : 0;
    double gamma2 = organisations ? Math.pow(theta[parameters() - 1], 2) : 0;
    int patterns = times.size();
    double[][][] omega = new double[patterns][][];
    double[][][] xo = new double[patterns][][];
    double[][][] xx = new double[patterns][][];
    double[] logs = new double[patterns];
    int at = 0;
    for (List<Double> t : times.keySet()) {
      int m = t.size();
      RealMatrix x = MatrixUtils.createRealMatrix(m, 2);
      RealMatrix lambda = MatrixUtils.createRealMatrix(m, 2);
      for (int i = 0; i < m; i++) {
        x.setEntry(i, 0, 1);
        x.setEntry(i, 1, t.get(i));
        lambda.setEntry(i, 0, l11 + t.get(i) * l21);
        lambda.setEntry(i, 1, t.get(i) * l22);
      }
      RealMatrix sigma =
          MatrixUtils.createRealIdentityMatrix(m).add(lambda.multiply(lambda.transpose()));
      CholeskyDecomposition cholesky = new CholeskyDecomposition(sigma, 1e-9, 0);
      for (int i = 0; i < m; i++) {
        logs[at] += 2 * Math.log(cholesky.getL().getEntry(i, i));
      }
      RealMatrix inverse = cholesky.getSolver().getInverse();
      omega[at] = inverse.getData();
      xo[at] = x.transpose().multiply(inverse).getData();
      xx[at] = x.transpose().multiply(inverse).multiply(x).getData();
      at++;
    }
    double[] a = new double[groups];
    double[] u = new double[groups];
    double[] r = new double[groups];
    double x00 = 0;
    double x01 = 0;
    double x11 = 0;
    double y0 = 0;
    double y1 = 0;
    double yy = 0;
    double log = 0;
    for (Cell cell : cells) {
      int p = cell.pattern();
      CrossProducts values = cell.values();
      double people = values.n();
      int m = values.variables();
      double first = 0;
      double second = 0;
      for (int i = 0; i < m; i++) {
        first += xo[p][0][i] * values.sum(i);
        second += xo[p][1][i] * values.sum(i);
        yy += omega[p][i][i] * values.product(i, i);
        for (int j = i + 1; j < m; j++) {
          yy += 2 * omega[p][i][j] * values.product(i, j);
        }
      }
      x00 += people * xx[p][0][0];
      x01 += people * xx[p][0][1];
      x11 += people * xx[p][1][1];
      y0 += first;
      y1 += second;
      log += people * logs[p];
      a[cell.organisation()] += people * xx[p][0][0];
      u[cell.organisation()] += people * xx[p][0][1];
      r[cell.organisation()] += first;
    }
    for (int j = 0; j < groups; j++) {
      double k = gamma2 / (1 + gamma2 * a[j]);
      x00 -= k * a[j] * a[j];
      x01 -= k * a[j] * u[j];
      x11 -= k * u[j] * u[j];
      y0 -= k * a[j] * r[j];
      y1 -= k * u[j] * r[j];
      yy -= k * r[j] * r[j];
      log += Math.log1p(gamma2 * a[j]);
    }
    double determinant = x00 * x11 - x01 * x01;
    double b0 = (x11 * y0 - x01 * y1) / determinant;
    double b1 = (x00 * y1 - x01 * y0) / determinant;
    double q = yy - b0 * y0 - b1 * y1;
    log += Math.log(determinant);
    double value = log + df() * (1 + Math.log(2 * Math.PI * q / df()));
    return new At(
        List.of(b0, b1),
        MatrixUtils.createRealMatrix(new double[][] {{x00, x01}, {x01, x11}}),
        q,
        log,
        value);
  }

  /** −2 log L at (θ, σ). */
  double deviance(double[] thetaAndSigma) {
    double s2 = Math.pow(thetaAndSigma[thetaAndSigma.length - 1], 2);
    At at = at(thetaAndSigma);
    return at.logs() + df() * Math.log(2 * Math.PI * s2) + at.q() / s2;
  }

  /** Variance of a coefficient at (θ, σ). */
  double variance(double[] thetaAndSigma, int coefficient) {
    double s2 = Math.pow(thetaAndSigma[thetaAndSigma.length - 1], 2);
    return s2
        * new LUDecomposition(at(thetaAndSigma).information())
            .getSolver()
            .getInverse()
            .getEntry(coefficient, coefficient);
  }

  /** The θ where −2 log L is least, from several starts. */
  double[] minimum() {
    int k = parameters();
    if (k == 1) {
      var found =
          new BrentOptimizer(1e-12, 1e-12)
              .optimize(
                  new MaxEval(500),
                  GoalType.MINIMIZE,
                  new UnivariateObjectiveFunction(t -> value(new double[] {t})),
                  new SearchInterval(0, HIGHEST));
      return new double[] {found.getPoint()};
    }
    double[] best = null;
    for (double start : new double[] {1, 0.3, 2}) {
      double[] from = new double[k];
      double[] low = new double[k];
      double[] high = new double[k];
      for (int i = 0; i < k; i++) {
        boolean free = slopes && i == 1;
        from[i] = free ? 0 : i == 0 ? start : start / 2;
        low[i] = free ? -HIGHEST : 0;
        high[i] = HIGHEST;
      }
      double[] point = optimised(from, low, high);
      if (best == null || value(point) < value(best)) {
        best = point;
      }
    }
    return best;
  }

  private double[] optimised(double[] from, double[] low, double[] high) {
    int k = from.length;
    double[] point = from;
    // Starting again from what was found takes the last digits as far as the deviance has them.
    for (double radius : new double[] {0.2, 0.02, 0.002}) {
      double[] inside = point.clone();
      for (int i = 0; i < k; i++) {
        inside[i] = Math.max(low[i], Math.min(high[i], inside[i]));
      }
      point =
          new BOBYQAOptimizer(2 * k + 1, radius, 1e-9)
              .optimize(
                  new MaxEval(5000),
                  new ObjectiveFunction(this::value),
                  GoalType.MINIMIZE,
                  new SimpleBounds(low, high),
                  new InitialGuess(inside))
              .getPoint();
    }
    return point;
  }

  private double value(double[] theta) {
    return at(theta).minus2LogLik();
  }
}
