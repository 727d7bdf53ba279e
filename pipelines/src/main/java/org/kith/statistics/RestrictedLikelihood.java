package org.kith.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The profiled restricted likelihood of a random-intercept model as a function of {@code λ = τ²/σ²}
 * alone; see {@link RandomIntercept} for the formula.
 */
final class RestrictedLikelihood {
  /** Step of the first look along log λ. A minimum narrower than this has not been seen. */
  private static final double STEP = 0.25;

  private final double[] n;
  private final double[] mean;
  private final double people;
  private final double within;

  /**
   * The likelihood at one λ, with its slope and curvature.
   *
   * @param mean μ̂ given λ
   * @param w {@code Σ n/(1 + λn)}
   * @param q weighted sum of squares
   * @param minus2LogLik −2 log L
   * @param slope its first derivative by λ
   * @param curvature its second
   */
  record At(double mean, double w, double q, double minus2LogLik, double slope, double curvature) {}

  RestrictedLikelihood(double[] n, double[] mean, double[] ss) {
    this.n = n.clone();
    this.mean = mean.clone();
    double people = 0;
    double within = 0;
    for (int j = 0; j < n.length; j++) {
      people += n[j];
      within += ss[j];
    }
    this.people = people;
    this.within = within;
  }

  double people() {
    return people;
  }

  /** The λ, 0 or more, where −2 log L is least. */
  double minimum() {
    List<Double> minima = new ArrayList<>();
    if (at(0).slope() >= 0) {
      minima.add(0.0);
    }
    double largest = 0;
    for (double size : n) {
      largest = Math.max(largest, size);
    }
    // Below this λ even the largest group's mean would move by less than a part in 10⁹.
    double low = 1e-9 / largest;
    double slopeBelow = at(0).slope();
    double below = 0;
    for (double t = Math.log(low); ; t += STEP) {
      double lambda = Math.exp(t);
      double slope = at(lambda).slope();
      if (slopeBelow < 0 && slope >= 0) {
        minima.add(root(below, lambda));
      }
      // Once σ² no longer feels τ², −2 log L rises as (J − 1) log λ for ever.
      if (slope > 0 && farOut(lambda)) {
        break;
      }
      below = lambda;
      slopeBelow = slope;
    }
    double best = minima.get(0);
    for (double candidate : minima) {
      if (at(candidate).minus2LogLik() < at(best).minus2LogLik()) {
        best = candidate;
      }
    }
    return best;
  }

  /** Where Q has all but stopped falling and every {@code λn} is large. */
  private boolean farOut(double lambda) {
    double between = at(lambda).q() - within;
    return lambda > 1e3 && between < 1e-3 * within;
  }

  /** Brent's method finds the zero of the slope; Newton's steps make its last digits right. */
  private double root(double low, double high) {
    double lambda =
        new BrentSolver(1e-14, 1e-300, 1e-300).solve(200, x -> at(x).slope(), low, high);
    for (int i = 0; i < 20; i++) {
      At here = at(lambda);
      double next = lambda - here.slope() / here.curvature();
      if (!(here.curvature() > 0) || next <= low || next >= high) {
        break;
      }
      boolean settled = Math.abs(next - lambda) <= 1e-15 * lambda;
      lambda = next;
      if (settled) {
        break;
      }
    }
    return lambda;
  }

  At at(double lambda) {
    double w = 0;
    double w2 = 0;
    double w3 = 0;
    double logs = 0;
    double weighted = 0;
    for (int j = 0; j < n.length; j++) {
      double weight = n[j] / (1 + lambda * n[j]);
      w += weight;
      w2 += weight * weight;
      w3 += weight * weight * weight;
      logs += Math.log1p(lambda * n[j]);
      weighted += weight * (mean[j] - mean[0]);
    }
    double centre = mean[0] + weighted / w;
    double between = 0;
    double first = 0;
    double second = 0;
    double drift = 0;
    for (int j = 0; j < n.length; j++) {
      double weight = n[j] / (1 + lambda * n[j]);
      double deviation = mean[j] - centre;
      double square = deviation * deviation;
      between += weight * square;
      first -= weight * weight * square;
      second += 2 * weight * weight * weight * square;
      drift += weight * weight * deviation;
    }
    second -= 2 * drift * drift / w;
    double q = within + between;
    double df = people - 1;
    double value = df * (1 + Math.log(2 * Math.PI * q / df)) + logs + Math.log(w);
    double slope = df * first / q + w - w2 / w;
    double ratio = first / q;
    double curvature = df * (second / q - ratio * ratio) - w2 + (2 * w3 * w - w2 * w2) / (w * w);
    return new At(centre, w, q, value, slope, curvature);
  }
}
