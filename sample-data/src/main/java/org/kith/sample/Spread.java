package org.kith.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How organisations differ: effects with mean exactly 0 and standard deviation exactly 1 over the
 * organisations, so that the spread between them is the one intended and not one more thing left to
 * chance.
 */
final class Spread {
  private Spread() {}

  /**
   * Normal scores in an order drawn at random. Their standard deviation has divisor n − 1, as an
   * estimate of the variance between organisations has.
   *
   * @param count how many organisations, at least 2
   */
  static double[] of(int count, Random random) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scores.add(normal.inverseCumulativeProbability((i + 0.5) / count));
    }
    Collections.shuffle(scores, random);
    double[] effects = scores.stream().mapToDouble(Double::doubleValue).toArray();
    double sd = Math.sqrt(variance(effects));
    double mean = mean(effects);
    for (int i = 0; i < count; i++) {
      effects[i] = (effects[i] - mean) / sd;
    }
    return effects;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Variance with divisor n − 1. */
  static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }

  /** Variance between ÷ (variance between + mean variance within). */
  static double between(double[] means, double[] within) {
    double between = variance(means);
    return between / (between + mean(within));
  }
}
