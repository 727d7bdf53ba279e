package org.kith.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Of one person {@code Σ = I + XΛΛ'X'}, where X is 1 and the times. Woodbury's identity turns
 * its inverse into two by two: {@code Σ⁻¹ = I − XMX'} with {@code M = Λ(I + Λ'GΛ)⁻¹Λ'} and {@code G
 * = X'X}, which depends on the waves answered alone. So of people who answered in the same waves
 * only {@code ΣX'y}, {@code Σy'y} and {@code Σ(X'y)(X'y)'} are needed, and they do not depend on θ.
 * Organisations add {@code γ²11'}, which Sherman and Morrison take apart.
 */
final class GrowthLikelihood {
  private static final double HIGHEST = 50;

  private final List<Gram> grams = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final boolean slopes;
  private final boolean organisations;
  private final int groups;
  private final double n;

  /**
   * People of one organisation and pattern, as what θ does not change.
   *
   * @param sum sum of their values
   * @param moved sum of their values by time
   * @param squares sum of squares of their values
   * @param within sum of squares left within people
   * @param level sum over people of the square of a person's sum
   * @param cross of a person's sum by their sum by time
   * @param slope of the square of a person's sum by time
   */
  private record Cell(
      int organisation,
      int pattern,
      double people,
      double sum,
      double moved,
      double squares,
      double within,
      double level,
      double cross,
      double slope) {

    static Cell of(int organisation, int pattern, List<Double> times, CrossProducts values) {
      int m = times.size();
      double sum = 0;
      double moved = 0;
      double squares = 0;
      double level = 0;
      double cross = 0;
      double slope = 0;
      for (int i = 0; i < m; i++) {
        sum += values.sum(i);
        moved += times.get(i) * values.sum(i);
        squares += values.product(i, i);
        for (int j = 0; j < m; j++) {
          double product = values.product(i, j);
          level += product;
          cross += times.get(j) * product;
          slope += times.get(i) * times.get(j) * product;
        }
      }
      return new Cell(
          organisation,
          pattern,
          values.n(),
          sum,
          moved,
          squares,
          squares - level / m,
          level,
          cross,
          slope);
    }
  }

  /** What X'X of the people of one pattern is. */
  private record Gram(double waves, double time, double squares) {
    static Gram of(List<Double> times) {
      double time = 0;
      double squares = 0;
      for (double t : times) {
        time += t;
        squares += t * t;
      }
      return new Gram(times.size(), time, squares);
    }
  }

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
    Map<List<Double>, Integer> times = new HashMap<>();
    double values = 0;
    int most = 0;
    for (Growth.Pattern pattern : patterns) {
      Integer number = times.get(pattern.times());
      if (number == null) {
        number = grams.size();
        times.put(pattern.times(), number);
        grams.add(Gram.of(pattern.times()));
      }
      cells.add(Cell.of(pattern.organisation(), number, pattern.times(), pattern.values()));
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
      size += cell.squares();
      within += cell.within();
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
    int patterns = grams.size();
    // Per pattern: M, X'Σ⁻¹X, I − GM and log|Σ|.
    double[][] of = new double[patterns][];
    for (int p = 0; p < patterns; p++) {
      of[p] = parts(grams.get(p), l11, l21, l22);
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
      double[] p = of[cell.pattern()];
      double people = cell.people();
      yy += cell.squares() - p[0] * cell.level() - 2 * p[1] * cell.cross() - p[2] * cell.slope();
      double first = p[6] * cell.sum() + p[7] * cell.moved();
      double second = p[8] * cell.sum() + p[9] * cell.moved();
      x00 += people * p[3];
      x01 += people * p[4];
      x11 += people * p[5];
      y0 += first;
      y1 += second;
      log += people * p[10];
      a[cell.organisation()] += people * p[3];
      u[cell.organisation()] += people * p[4];
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

  private static double[] parts(Gram g, double l11, double l21, double l22) {
    // Λ'GΛ, where Λ has l11 above l21 and l22 beside that.
    double g0 = g.waves() * l11 + g.time() * l21;
    double g1 = g.time() * l11 + g.squares() * l21;
    double c00 = 1 + l11 * g0 + l21 * g1;
    double c01 = l22 * g1;
    double c11 = 1 + l22 * l22 * g.squares();
    double determinant = c00 * c11 - c01 * c01;
    // M = Λ C⁻¹ Λ'.
    double i00 = c11 / determinant;
    double i01 = -c01 / determinant;
    double i11 = c00 / determinant;
    double m00 = l11 * l11 * i00;
    double m01 = l11 * (i00 * l21 + i01 * l22);
    double m11 = l21 * (i00 * l21 + i01 * l22) + l22 * (i01 * l21 + i11 * l22);
    // I − GM, and times G.
    double r00 = 1 - g.waves() * m00 - g.time() * m01;
    double r01 = -g.waves() * m01 - g.time() * m11;
    double r10 = -g.time() * m00 - g.squares() * m01;
    double r11 = 1 - g.time() * m01 - g.squares() * m11;
    return new double[] {
      m00,
      m01,
      m11,
      r00 * g.waves() + r01 * g.time(),
      r00 * g.time() + r01 * g.squares(),
      r10 * g.time() + r11 * g.squares(),
      r00,
      r01,
      r10,
      r11,
      Math.log(determinant)
    };
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
