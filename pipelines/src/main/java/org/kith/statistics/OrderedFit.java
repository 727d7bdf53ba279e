package org.kith.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.kith.statistics.ProportionalOdds.Cell;
import org.kith.statistics.ProportionalOdds.Groups;

/**
 * Newton's method for {@link ProportionalOdds}. The score is centred and scaled inside, so that
 * units do not matter.
 *
 * <p>Parameters: the thresholds and the common slope, which all cells share, and up to two of each
 * group but the first. The matrix of second derivatives is an arrow: groups touch what is shared
 * and not each other.
 *
 * <p>Where answers are told nearly wholly by score and group, the top lies at infinity and the
 * matrix tells hardly more than rounding does. Then a larger diagonal makes steps shorter and
 * steers them uphill (Marquardt 1963, doi:10.1137/0111030), until no step promises anything.
 */
final class OrderedFit {
  private static final int STEPS = 500;

  /** A step that promises less than this of log-likelihood is the last. */
  private static final double REST = 1e-12;

  /** What rounding does to a sum of logarithms, relative to it. */
  private static final double ROUNDING = 1e-14;

  /** So many steps with so small a gain, and a promise is not believed any more. */
  private static final int PATIENCE = 8;

  private static final double STILL = 1e-11;

  private static final double LEAST_DAMPING = 1e-8;
  private static final double MOST_DAMPING = 1e12;

  private final List<List<Cell>> groups;
  private int terms;
  private final int cuts;

  /** People per answer, over all. */
  private final double[] answers;

  private final double centre;
  private final double scale;

  /** Thresholds, then the slope. */
  private double[] shared;

  /** γ and δ per group. */
  private double[][] own;

  /** Which of γ and δ can be told, per group. */
  private final int[] told;

  /** By how much the diagonal is enlarged. */
  private double damped;

  private double[] sharedSlope;
  private double[][] sharedCurve;
  private double[][] ownSlope;
  private double[][][] ownCurve;
  private double[][][] cross;

  OrderedFit(List<List<Cell>> groups) {
    this.groups = groups;
    answers = new double[groups.get(0).get(0).people().length];
    double n = 0;
    double sum = 0;
    for (List<Cell> group : groups) {
      for (Cell cell : group) {
        double people = people(cell);
        n += people;
        sum += people * cell.x();
        for (int c = 0; c < answers.length; c++) {
          answers[c] += cell.people()[c];
        }
      }
    }
    centre = sum / n;
    double squares = 0;
    for (List<Cell> group : groups) {
      for (Cell cell : group) {
        squares += people(cell) * (cell.x() - centre) * (cell.x() - centre);
      }
    }
    scale = squares > 0 ? Math.sqrt(squares / n) : 1;
    cuts = answers.length - 1;
    shared = new double[cuts + 1];
    double below = 0;
    for (int c = 0; c < cuts; c++) {
      below += answers[c];
      shared[c] = Math.log(below / (n - below));
    }
    own = new double[groups.size()][2];
    told = new int[groups.size()];
  }

  private static double people(Cell cell) {
    double people = 0;
    for (double count : cell.people()) {
      people += count;
    }
    return people;
  }

  /**
   * Fits a model. It starts where the one before came to rest, so ask for more terms, never for
   * fewer: then a larger model is never below a smaller one.
   */
  ProportionalOdds fit(Groups may) {
    terms = may.terms;
    for (int g = 1; g < groups.size(); g++) {
      long scores = groups.get(g).stream().filter(cell -> people(cell) > 0).count();
      told[g] = scores > 1 ? terms : Math.min(terms, 1);
    }
    int still = 0;
    double reached = logLik(shared, own);
    double damping = 0;
    for (int step = 0; step < STEPS; step++) {
      derive();
      while (true) {
        damped = damping;
        double[] sharedStep = sharedStep();
        double[][] ownStep = ownStep(sharedStep);
        double promised = promised(sharedStep, ownStep);
        double[] next = moved(shared, sharedStep);
        double[][] nextOwn = moved(own, ownStep);
        double there = logLik(next, nextOwn);
        boolean up = there >= reached - ROUNDING * Math.abs(reached);
        if (up) {
          still = there - reached > STILL * Math.abs(reached) ? 0 : still + 1;
          shared = next;
          own = nextOwn;
          reached = there;
          damping = damping > LEAST_DAMPING ? damping / 10 : 0;
        }
        if (promised < REST + ROUNDING * Math.abs(reached)
            || still > PATIENCE
            || damping > MOST_DAMPING) {
          return result(reached);
        }
        if (up) {
          break;
        }
        damping = Math.max(LEAST_DAMPING, 10 * damping);
      }
    }
    throw new ArithmeticException("The likelihood of an ordered answer does not come to rest.");
  }

  private ProportionalOdds result(double logLik) {
    Double[] thresholds = new Double[cuts];
    double slope = shared[cuts] / scale;
    for (int c = 0; c < cuts; c++) {
      thresholds[c] = shared[c] + slope * centre;
    }
    Double[] shifts = new Double[groups.size()];
    Double[] tilts = new Double[groups.size()];
    for (int g = 0; g < groups.size(); g++) {
      tilts[g] = terms > 1 ? own[g][1] / scale : 0;
      shifts[g] = terms > 0 ? own[g][0] - tilts[g] * centre : 0;
    }
    return new ProportionalOdds(
        logLik,
        List.of(thresholds),
        slope,
        List.of(shifts),
        List.of(tilts),
        Arrays.stream(told).sum());
  }

  private double score(Cell cell) {
    return (cell.x() - centre) / scale;
  }

  private double leaning(double[] common, double[] mine, double z) {
    return common[cuts] * z + (terms > 0 ? mine[0] : 0) + (terms > 1 ? mine[1] * z : 0);
  }

  /**
   * An answer between the cuts b and a has log(F(a) − F(b)), which is log F(a) + log(1 − F(b)) +
   * log(1 − eᵇ⁻ᵃ): written so, nothing cancels, and the last part is the same in every cell.
   */
  private double logLik(double[] common, double[][] mine) {
    for (int c = 1; c < cuts; c++) {
      if (!(common[c] > common[c - 1])) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    double sum = 0;
    for (int c = 1; c < cuts; c++) {
      sum += answers[c] * Math.log(-Math.expm1(common[c - 1] - common[c]));
    }
    for (int g = 0; g < mine.length; g++) {
      for (Cell cell : groups.get(g)) {
        double eta = leaning(common, mine[g], score(cell));
        double[] people = cell.people();
        for (int c = 0; c < cuts; c++) {
          // −log F(−t) is log(1 + eᵗ), and −log(1 − F(−t)) is that less t.
          double t = eta - common[c];
          double above = Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
          sum -= people[c] * above + people[c + 1] * (above - t);
        }
      }
    }
    return sum;
  }

  private static double logistic(double t) {
    return t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
  }

  /** First derivatives, and second ones with their sign turned. */
  private void derive() {
    int s = cuts + 1;
    sharedSlope = new double[s];
    sharedCurve = new double[s][s];
    ownSlope = new double[groups.size()][2];
    ownCurve = new double[groups.size()][2][2];
    cross = new double[groups.size()][2][s];
    double[] between = new double[s];
    double[] ratio = new double[s];
    for (int c = 1; c < cuts; c++) {
      double odds = Math.expm1(shared[c] - shared[c - 1]);
      ratio[c] = 1 / odds;
      between[c] = (1 + odds) / (odds * odds);
    }
    double[] f = new double[cuts];
    for (int g = 0; g < groups.size(); g++) {
      for (Cell cell : groups.get(g)) {
        double z = score(cell);
        double eta = leaning(shared, own[g], z);
        for (int c = 0; c < cuts; c++) {
          f[c] = logistic(shared[c] - eta);
        }
        derive(g, cell.people(), z, f, ratio, between);
      }
    }
  }

  private void derive(
      int g, double[] people, double z, double[] f, double[] ratio, double[] between) {
    double up = 0;
    double bend = 0;
    for (int c = 0; c < cuts; c++) {
      double density = f[c] * (1 - f[c]);
      double count = people[c] + people[c + 1];
      up -= people[c] * (1 - f[c]) - people[c + 1] * f[c];
      bend += count * density;
      sharedSlope[c] += people[c] * (1 - f[c] + ratio[c]) - people[c + 1] * (f[c] + ratio[c + 1]);
      sharedCurve[c][c] +=
          count * density + people[c] * between[c] + people[c + 1] * between[c + 1];
      if (c > 0) {
        sharedCurve[c][c - 1] -= people[c] * between[c];
        sharedCurve[c - 1][c] -= people[c] * between[c];
      }
      sharedCurve[c][cuts] -= count * density * z;
      sharedCurve[cuts][c] -= count * density * z;
      for (int t = 0; t < told[g]; t++) {
        cross[g][t][c] -= count * density * (t == 0 ? 1 : z);
      }
    }
    sharedSlope[cuts] += up * z;
    sharedCurve[cuts][cuts] += bend * z * z;
    for (int t = 0; t < told[g]; t++) {
      double factor = t == 0 ? 1 : z;
      ownSlope[g][t] += up * factor;
      cross[g][t][cuts] += bend * factor * z;
      for (int u = 0; u < told[g]; u++) {
        ownCurve[g][t][u] += bend * factor * (u == 0 ? 1 : z);
      }
    }
  }

  /** The step of what is shared, once groups are eliminated (Schur complement). */
  private double[] sharedStep() {
    int s = cuts + 1;
    double[] slope = sharedSlope.clone();
    double[][] curve = new double[s][];
    for (int i = 0; i < s; i++) {
      curve[i] = sharedCurve[i].clone();
      curve[i][i] *= 1 + damped;
    }
    for (int g = 1; g < groups.size(); g++) {
      double[] gain = solved(g, ownSlope[g]);
      double[] column = new double[2];
      for (int i = 0; i < s; i++) {
        for (int t = 0; t < terms; t++) {
          slope[i] -= cross[g][t][i] * gain[t];
          column[t] = cross[g][t][i];
        }
        double[] pull = solved(g, column);
        for (int j = 0; j < s; j++) {
          for (int t = 0; t < terms; t++) {
            curve[i][j] -= cross[g][t][j] * pull[t];
          }
        }
      }
    }
    DecompositionSolver solver =
        new QRDecomposition(new Array2DRowRealMatrix(curve, false), 0).getSolver();
    // What is not a number leads nowhere, so the diagonal will be enlarged.
    if (!solver.isNonSingular()) {
      Arrays.fill(slope, Double.NaN);
      return slope;
    }
    return solver.solve(new ArrayRealVector(slope, false)).toArray();
  }

  private double[][] ownStep(double[] sharedStep) {
    double[][] steps = new double[groups.size()][2];
    for (int g = 1; g < groups.size(); g++) {
      double[] left = ownSlope[g].clone();
      for (int t = 0; t < terms; t++) {
        for (int i = 0; i <= cuts; i++) {
          left[t] -= cross[g][t][i] * sharedStep[i];
        }
      }
      steps[g] = solved(g, left);
    }
    return steps;
  }

  /** The group's own part of the matrix, inverted, times this; 0 for what cannot be told. */
  private double[] solved(int g, double[] right) {
    double[] result = new double[2];
    if (told[g] == 0) {
      return result;
    }
    double[][] m = ownCurve[g];
    double level = m[0][0] * (1 + damped);
    double alone = level > 0 ? right[0] / level : 0;
    if (told[g] == 1) {
      result[0] = alone;
      return result;
    }
    double slope = m[1][1] * (1 + damped);
    double determinant = level * slope - m[0][1] * m[0][1];
    if (level <= 0) {
      return result;
    }
    if (determinant <= 1e-14 * level * slope) {
      Arrays.fill(result, Double.NaN);
      return result;
    }
    result[0] = (slope * right[0] - m[0][1] * right[1]) / determinant;
    result[1] = (level * right[1] - m[0][1] * right[0]) / determinant;
    return result;
  }

  /** How much log-likelihood the step would gain if it were a parabola. */
  private double promised(double[] sharedStep, double[][] ownStep) {
    double sum = 0;
    for (int i = 0; i <= cuts; i++) {
      sum += sharedStep[i] * sharedSlope[i];
    }
    for (int g = 1; g < ownStep.length; g++) {
      for (int t = 0; t < terms; t++) {
        sum += ownStep[g][t] * ownSlope[g][t];
      }
    }
    return sum / 2;
  }

  private static double[] moved(double[] from, double[] step) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += step[i];
    }
    return to;
  }

  private static double[][] moved(double[][] from, double[][] step) {
    double[][] to = new double[from.length][];
    for (int g = 0; g < to.length; g++) {
      to[g] = moved(from[g], step[g]);
    }
    return to;
  }
}
