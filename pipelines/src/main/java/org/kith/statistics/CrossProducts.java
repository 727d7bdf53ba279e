package org.kith.statistics;

import java.util.Arrays;
import java.util.Objects;

/**
 * What linear models need to know of a group: how many cases, the sums of some variables, and the
 * sums of their products. Exact while every sum is a whole number below 2⁵³ in the variables' unit.
 *
 * <p>Cases without a value of any variable are left out before. Unit: those of the variables and
 * their products. R: {@code nrow(x)}, {@code colSums(x)}, {@code crossprod(as.matrix(x))}.
 */
public final class CrossProducts {
  private final long n;
  private final double[] sums;

  /** Upper triangle, row by row. */
  private final double[] products;

  /**
   * From sums that were made elsewhere.
   *
   * @param n cases
   * @param sums per variable
   * @param products upper triangle with the diagonal, row by row
   * @throws IllegalArgumentException if the lengths do not fit
   */
  public CrossProducts(long n, double[] sums, double[] products) {
    if (products.length != sums.length * (sums.length + 1) / 2) {
      throw new IllegalArgumentException(
          sums.length + " variables do not have " + products.length + " products.");
    }
    this.n = n;
    this.sums = sums.clone();
    this.products = products.clone();
  }

  /** Of complete cases, one row each. */
  public static CrossProducts of(double[][] cases, int variables) {
    double[] sums = new double[variables];
    double[] products = new double[variables * (variables + 1) / 2];
    for (double[] values : cases) {
      int at = 0;
      for (int i = 0; i < variables; i++) {
        sums[i] += values[i];
        for (int j = i; j < variables; j++) {
          products[at++] += values[i] * values[j];
        }
      }
    }
    return new CrossProducts(cases.length, sums, products);
  }

  /** Of nobody. */
  public static CrossProducts none(int variables) {
    return new CrossProducts(0, new double[variables], new double[variables * (variables + 1) / 2]);
  }

  /** Of the cases of both. */
  public CrossProducts plus(CrossProducts other) {
    if (other.sums.length != sums.length) {
      throw new IllegalArgumentException(
          "Cross-products of "
              + sums.length
              + " and of "
              + other.sums.length
              + " variables do not add up.");
    }
    double[] sum = sums.clone();
    double[] product = products.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.sums[i];
    }
    for (int i = 0; i < product.length; i++) {
      product[i] += other.products[i];
    }
    return new CrossProducts(n + other.n, sum, product);
  }

  /** Cases. */
  public long n() {
    return n;
  }

  /** Variables. */
  public int variables() {
    return sums.length;
  }

  /** Sum of a variable. */
  public double sum(int i) {
    return sums[i];
  }

  /** Sum of the product of two variables. */
  public double product(int i, int j) {
    int a = Math.min(i, j);
    int b = Math.max(i, j);
    return products[a * sums.length - a * (a - 1) / 2 + b - a];
  }

  /** Mean of a variable; not a number without cases. */
  public double mean(int i) {
    return sums[i] / n;
  }

  /** Sum of the products of two variables' deviations from their means. */
  public double centred(int i, int j) {
    return product(i, j) - sums[i] * (sums[j] / n);
  }

  /** Covariance of two variables with the divisor n − 1; needs two cases. */
  public double covariance(int i, int j) {
    return centred(i, j) / (n - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossProducts c
        && n == c.n
        && Arrays.equals(sums, c.sums)
        && Arrays.equals(products, c.products);
  }

  @Override
  public int hashCode() {
    return Objects.hash(n, Arrays.hashCode(sums), Arrays.hashCode(products));
  }

  @Override
  public String toString() {
    return n + " " + Arrays.toString(sums) + " " + Arrays.toString(products);
  }
}
