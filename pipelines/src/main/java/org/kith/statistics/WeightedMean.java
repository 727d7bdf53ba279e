package org.kith.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A mean with people weighted so that it speaks of a population, with its linearised standard
 * error: organisations are the clusters that people came in.
 *
 * <p>Weights are design weights, if the survey has them, brought to known margins by raking: each
 * is multiplied by one factor per group of each dimension until every group has its share of
 * residents. The standard error is that of calibration: of each person's deviation from the mean,
 * what a weighted regression on the groups leaves, summed per organisation, {@code v = J/(J − 1)·
 * Σ(zⱼ − z̄)²}. The interval is a t interval with J − 1 degrees of freedom. Source: Deville,
 * Särndal and Sautory 1993, JASA 88, 1013–1020; Lumley 2010, Complex Surveys, chapter 7. R: {@code
 * survey}: {@code svydesign(ids = ~org, weights = ~w)}, {@code calibrate(calfun = "raking")},
 * {@code svymean}.
 *
 * <p>From sums per organisation and profile of groups alone. Unit: that of the values; a share is a
 * mean of 0 and 1. People of an unknown group have no place in the margins and are left out.
 * Assumes that people of a group who answered are like those who did not: weights mend who is
 * missing as far as the groups say, and no further.
 *
 * @param estimate the weighted mean
 * @param se its standard error
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param designEffect variance ÷ that of a simple random sample of as many people
 * @param people behind it
 * @param organisations behind it
 */
public record WeightedMean(
    double estimate,
    double se,
    double low,
    double high,
    double designEffect,
    long people,
    int organisations) {
  private static final int ROUNDS = 1000;
  private static final double CLOSE = 1e-14;

  /**
   * People of one organisation who are alike in every dimension.
   *
   * @param organisation its number, from 0
   * @param groups number of the group in each dimension, from 0
   * @param n people with a value
   * @param weight sum of their design weights, above 0
   * @param weighted sum of their values, each times its weight
   * @param weightedSquares sum of their values' squares, each times its weight
   */
  public record Cell(
      int organisation,
      List<Integer> groups,
      double n,
      double weight,
      double weighted,
      double weightedSquares) {}

  /**
   * Why it cannot be worked out, if it cannot.
   *
   * @param margins per dimension, residents of each group; empty for design weights alone
   */
  public static Optional<String> whyNot(List<Cell> cells, List<double[]> margins) {
    long organisations = cells.stream().mapToInt(Cell::organisation).distinct().count();
    if (organisations < 2) {
      return Optional.of(
          "A spread between organisations needs at least two of them; there "
              + (organisations == 1 ? "is 1." : "are none."));
    }
    if (cells.stream().anyMatch(cell -> !(cell.weight() > 0))) {
      return Optional.of("Weights must be above 0.");
    }
    for (int d = 0; d < margins.size(); d++) {
      int at = d;
      for (int g = 0; g < margins.get(d).length; g++) {
        int group = g;
        boolean there = cells.stream().anyMatch(cell -> cell.groups().get(at) == group);
        if (there != margins.get(d)[g] > 0) {
          return Optional.of(
              there
                  ? "People answered of a group that no residents are known of."
                  : "Nobody answered of a group that has residents.");
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Works it out.
   *
   * @param margins per dimension, residents of each group; each dimension is taken as shares
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   * @throws ArithmeticException if no weights meet the margins
   */
  public static WeightedMean of(List<Cell> cells, List<double[]> margins) {
    whyNot(cells, margins)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    double[] g = raked(cells, margins);
    double total = 0;
    double sum = 0;
    double n = 0;
    double squares = 0;
    for (int c = 0; c < g.length; c++) {
      total += g[c] * cells.get(c).weight();
      sum += g[c] * cells.get(c).weighted();
      squares += g[c] * cells.get(c).weightedSquares();
      n += cells.get(c).n();
    }
    double mean = sum / total;
    double[] left = residuals(cells, margins, mean);
    int organisations = 1 + cells.stream().mapToInt(Cell::organisation).max().orElse(0);
    double[] z = new double[organisations];
    boolean[] there = new boolean[organisations];
    for (int c = 0; c < g.length; c++) {
      z[cells.get(c).organisation()] += g[c] * left[c] / total;
      there[cells.get(c).organisation()] = true;
    }
    double psus = 0;
    double centre = 0;
    for (int j = 0; j < organisations; j++) {
      psus += there[j] ? 1 : 0;
      centre += z[j];
    }
    centre /= psus;
    double variance = 0;
    for (int j = 0; j < organisations; j++) {
      variance += there[j] ? (z[j] - centre) * (z[j] - centre) : 0;
    }
    variance *= psus / (psus - 1);
    double se = Math.sqrt(variance);
    double half = new TDistribution(psus - 1).inverseCumulativeProbability(0.975) * se;
    // The weighted population variance, with the divisor n − 1 of people.
    double spread = (squares / total - mean * mean) * n / (n - 1);
    return new WeightedMean(
        mean,
        se,
        mean - half,
        mean + half,
        spread > 0 ? variance / (spread / n) : 1,
        Math.round(n),
        (int) psus);
  }

  /** What each cell's weights are multiplied by: iterative proportional fitting. */
  private static double[] raked(List<Cell> cells, List<double[]> margins) {
    double[] g = new double[cells.size()];
    Arrays.fill(g, 1);
    if (margins.isEmpty()) {
      return g;
    }
    double weight = cells.stream().mapToDouble(Cell::weight).sum();
    for (int round = 0; round < ROUNDS; round++) {
      double off = 0;
      for (int d = 0; d < margins.size(); d++) {
        double[] margin = margins.get(d);
        double residents = Arrays.stream(margin).sum();
        double[] now = new double[margin.length];
        for (int c = 0; c < g.length; c++) {
          now[cells.get(c).groups().get(d)] += g[c] * cells.get(c).weight();
        }
        for (int c = 0; c < g.length; c++) {
          int group = cells.get(c).groups().get(d);
          double factor = margin[group] / residents * weight / now[group];
          off = Math.max(off, Math.abs(factor - 1));
          g[c] *= factor;
        }
      }
      if (off < CLOSE || margins.size() == 1) {
        return g;
      }
    }
    throw new ArithmeticException(
        "No weights meet all margins at once: some groups hardly occur together.");
  }

  /** Per cell, the weighted sum of what the groups leave of people's deviations from the mean. */
  private static double[] residuals(List<Cell> cells, List<double[]> margins, double mean) {
    double[] left = new double[cells.size()];
    for (int c = 0; c < left.length; c++) {
      left[c] = cells.get(c).weighted() - mean * cells.get(c).weight();
    }
    if (margins.isEmpty()) {
      return left;
    }
    int columns = 1;
    for (double[] margin : margins) {
      columns += margin.length;
    }
    double[][] x = new double[left.length][columns];
    RealMatrix xx = MatrixUtils.createRealMatrix(columns, columns);
    double[] xy = new double[columns];
    for (int c = 0; c < left.length; c++) {
      x[c][0] = 1;
      int at = 1;
      for (int d = 0; d < margins.size(); d++) {
        x[c][at + cells.get(c).groups().get(d)] = 1;
        at += margins.get(d).length;
      }
      for (int i = 0; i < columns; i++) {
        xy[i] += x[c][i] * left[c];
        for (int j = 0; j < columns; j++) {
          xx.addToEntry(i, j, cells.get(c).weight() * x[c][i] * x[c][j]);
        }
      }
    }
    // Each dimension's groups sum to one, so a generalised inverse.
    double[] b = new SingularValueDecomposition(xx).getSolver().getInverse().operate(xy);
    for (int c = 0; c < left.length; c++) {
      double fitted = 0;
      for (int i = 0; i < columns; i++) {
        fitted += x[c][i] * b[i];
      }
      left[c] -= cells.get(c).weight() * fitted;
    }
    return left;
  }
}
