package org.kith.statistics;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** First and second derivatives of smooth functions, by central differences made finer once. */
final class Derivatives {
  private static final double STEP = 1e-3;
  private static final double LEAST = 1e-2;

  private Derivatives() {}

  /** A function of several numbers. */
  @FunctionalInterface
  interface Function {
    double of(double[] x);
  }

  static double[] gradient(Function f, double[] x) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double h = step(x[i]);
      // Richardson: the error of the square of the step falls out.
      gradient[i] = (4 * slope(f, x, i, h / 2) - slope(f, x, i, h)) / 3;
    }
    return gradient;
  }

  static RealMatrix hessian(Function f, double[] x) {
    int k = x.length;
    RealMatrix hessian = MatrixUtils.createRealMatrix(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        double hi = 10 * step(x[i]);
        double hj = 10 * step(x[j]);
        double value = (4 * curve(f, x, i, j, hi / 2, hj / 2) - curve(f, x, i, j, hi, hj)) / 3;
        hessian.setEntry(i, j, value);
        hessian.setEntry(j, i, value);
      }
    }
    return hessian;
  }

  private static double step(double x) {
    return STEP * Math.max(Math.abs(x), LEAST);
  }

  private static double slope(Function f, double[] x, int i, double h) {
    return (moved(f, x, i, h, i, 0) - moved(f, x, i, -h, i, 0)) / (2 * h);
  }

  private static double curve(Function f, double[] x, int i, int j, double hi, double hj) {
    if (i == j) {
      return (moved(f, x, i, hi, i, 0) - 2 * f.of(x) + moved(f, x, i, -hi, i, 0)) / (hi * hi);
    }
    return (moved(f, x, i, hi, j, hj)
            - moved(f, x, i, hi, j, -hj)
            - moved(f, x, i, -hi, j, hj)
            + moved(f, x, i, -hi, j, -hj))
        / (4 * hi * hj);
  }

  private static double moved(Function f, double[] x, int i, double hi, int j, double hj) {
    double[] there = x.clone();
    there[i] += hi;
    there[j] += hj;
    return f.of(there);
  }
}
