package org.kith.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The least value of a deviance that hangs on one variance ratio λ, 0 or more. Every stretch of log
 * λ in which it turns is looked at, so a second, worse minimum is not mistaken for the answer.
 */
final class LeastDeviance {
  private static final double STEP = 0.25;
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

  private LeastDeviance() {}

  /**
   * The λ of the least value.
   *
   * @param slope of the deviance by λ; it decides the last digits
   * @param low below this λ even the largest group's weight would move by less than a part in 10⁹
   * @param high above this the deviance only rises
   */
  static double at(
      DoubleUnaryOperator deviance, DoubleUnaryOperator slope, double low, double high) {
    List<Double> minima = new ArrayList<>();
    if (slope.applyAsDouble(0) >= 0) {
      minima.add(0.0);
    }
    double below = 0;
    double slopeBelow = slope.applyAsDouble(0);
    for (double t = Math.log(low); t <= Math.log(high); t += STEP) {
      double lambda = Math.exp(t);
      double here = slope.applyAsDouble(lambda);
      if (slopeBelow < 0 && here >= 0) {
        minima.add(root(slope, below, lambda));
      }
      below = lambda;
      slopeBelow = here;
    }
    if (minima.isEmpty()) {
      minima.add(below);
    }
    double best = minima.get(0);
    for (double candidate : minima) {
      if (deviance.applyAsDouble(candidate) < deviance.applyAsDouble(best)) {
        best = candidate;
      }
    }
    return best;
  }

  /** The zero of a slope that rises through it, by halving and regula falsi in turn. */
  private static double root(DoubleUnaryOperator slope, double low, double high) {
    double a = low;
    double b = high;
    double fa = slope.applyAsDouble(a);
    double fb = slope.applyAsDouble(b);
    for (int i = 0; i < 300 && b - a > 1e-15 * b; i++) {
      double secant = a + (b - a) * (-fa / (fb - fa));
      double next = i % 3 == 2 || !(secant > a && secant < b) ? a + (b - a) * GOLDEN : secant;
      double f = slope.applyAsDouble(next);
      if (f < 0) {
        a = next;
        fa = f;
      } else {
        b = next;
        fb = f;
      }
    }
    return b;
  }
}
