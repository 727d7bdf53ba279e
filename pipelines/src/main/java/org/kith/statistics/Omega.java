package org.kith.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * How much of the variance of a sum of items is what the items share: McDonald's ω total of one
 * factor.
 *
 * <p>One factor with loadings {@code l} is fitted to the items' correlations by minimum residuals
 * (Harman and Jones 1966, doi:10.1007/BF02289468): the least {@code Σᵢ<ⱼ (rᵢⱼ − lᵢlⱼ)²}. Each
 * loading in turn is given its best value until they hardly move, and Newton's method finds the
 * last digits. Then {@code ω = 1 − Σ(1 − lᵢ²) / Σrᵢⱼ} (McDonald 1999; Revelle and Zinbarg 2009,
 * doi:10.1007/s11336-008-9102-z), of the sum of standardised items. R: {@code psych::omega(nfactors
 * = 1, fm = "minres", flip = FALSE)}, which stops looking some digits earlier.
 *
 * <p>Of complete cases: people without a valid value of any item are left out. Reversed items must
 * have been turned round before; none is turned round here. Unlike α it lets items lean on the
 * factor to different degrees; it assumes that there is one factor and that errors are independent.
 *
 * <p>It misleads where one factor fits badly: it still gives a figure, and calls what only some
 * items share error. It says nothing of whether a question means the same to everyone.
 *
 * @param omega ω total, 1 at most
 * @param loadings of the items, in the order given; their sum is not below 0
 */
public record Omega(double omega, List<Double> loadings) {
  /** Where psych stops: no item may be explained up to more than this. */
  private static final double MOST = 0.995;

  private static final int ROUNDS = 2000;

  public Omega {
    loadings = List.copyOf(loadings);
  }

  /**
   * Of these items.
   *
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static Omega of(CrossProducts items) {
    whyNot(items)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    double[][] r = correlations(items);
    double[] loadings = fitted(r);
    double total = 0;
    double unique = 0;
    for (int i = 0; i < r.length; i++) {
      unique += 1 - loadings[i] * loadings[i];
      for (double value : r[i]) {
        total += value;
      }
    }
    return new Omega(1 - unique / total, Arrays.stream(loadings).boxed().toList());
  }

  /** Why one factor cannot be fitted to these answers, if it cannot. */
  public static Optional<String> whyNot(CrossProducts items) {
    Optional<String> alpha = CronbachAlpha.whyNot(items);
    if (alpha.isPresent()) {
      return alpha;
    }
    if (items.variables() < 3) {
      return Optional.of("One factor needs at least three items; there are 2.");
    }
    double[][] r = correlations(items);
    double total = 0;
    for (double[] row : r) {
      for (double value : row) {
        total += value;
      }
    }
    if (total <= 1e-12 * r.length) {
      return Optional.of("Everyone has the same sum over the standardised items.");
    }
    double[] loadings = fitted(r);
    for (int i = 0; i < loadings.length; i++) {
      if (!(loadings[i] * loadings[i] < MOST)) {
        return Optional.of(
            "One factor would explain item "
                + (i + 1)
                + " wholly or more than wholly (a Heywood case), which cannot be: there are too few"
                + " people, or more than one factor.");
      }
    }
    return Optional.empty();
  }

  private static double[][] correlations(CrossProducts items) {
    int k = items.variables();
    double[][] r = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        r[i][j] = i == j ? 1 : CronbachAlpha.correlation(items, i, j);
      }
    }
    return r;
  }

  private static double[] fitted(double[][] r) {
    int k = r.length;
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(r));
    int first = 0;
    for (int i = 1; i < k; i++) {
      first = eigen.getRealEigenvalue(i) > eigen.getRealEigenvalue(first) ? i : first;
    }
    double[] loadings =
        eigen
            .getEigenvector(first)
            .mapMultiply(Math.sqrt(eigen.getRealEigenvalue(first)))
            .toArray();
    for (int round = 0; round < ROUNDS; round++) {
      double moved = 0;
      for (int i = 0; i < k; i++) {
        double with = 0;
        double squares = 0;
        for (int j = 0; j < k; j++) {
          with += j == i ? 0 : r[i][j] * loadings[j];
          squares += j == i ? 0 : loadings[j] * loadings[j];
        }
        // An item may reach beyond what can be while others still move; so far, and no further.
        double best = squares == 0 ? 0 : Math.max(-2, Math.min(2, with / squares));
        moved = Math.max(moved, Math.abs(best - loadings[i]));
        loadings[i] = best;
      }
      if (moved < 1e-7) {
        break;
      }
    }
    for (int step = 0; step < 5; step++) {
      loadings = newton(r, loadings);
    }
    double sum = 0;
    for (double loading : loadings) {
      sum += loading;
    }
    for (int i = 0; i < k && sum < 0; i++) {
      loadings[i] = -loadings[i];
    }
    return loadings;
  }

  /** One step of Newton's method; none where the floor is flat. */
  private static double[] newton(double[][] r, double[] loadings) {
    int k = r.length;
    double squares = 0;
    for (double loading : loadings) {
      squares += loading * loading;
    }
    double[] slope = new double[k];
    Array2DRowRealMatrix curve = new Array2DRowRealMatrix(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (i != j) {
          double left = r[i][j] - loadings[i] * loadings[j];
          slope[i] -= left * loadings[j];
          curve.setEntry(i, j, loadings[i] * loadings[j] - left);
        }
      }
      curve.setEntry(i, i, squares - loadings[i] * loadings[i]);
    }
    var solver = new LUDecomposition(curve, 1e-10).getSolver();
    if (!solver.isNonSingular()) {
      return loadings;
    }
    RealVector step = solver.solve(new ArrayRealVector(slope));
    return step.getLInfNorm() > 1e-3
        ? loadings
        : new ArrayRealVector(loadings).subtract(step).toArray();
  }
}
