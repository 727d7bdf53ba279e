package org.kith.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * People of one organisation and wave who are alike in every known group, with what models and
 * weights need of each measure.
 */
public final class Profile {
  private final List<String> groups;
  private final double[] n;
  private final double[] sum;
  private final double[] squares;
  private final double[] weight;
  private final double[] weighted;

  /**
   * Per measure, in the order of {@link Measure#of}.
   *
   * @param groups the group in each dimension of {@code kith.yaml}, in its order; "" when not known
   * @param n people with a value
   * @param sum of their values
   * @param squares sum of their values' squares
   * @param weight sum of their weights; the same as {@code n} without design weights
   * @param weighted sum of their values, each times its weight
   */
  public Profile(
      List<String> groups,
      double[] n,
      double[] sum,
      double[] squares,
      double[] weight,
      double[] weighted) {
    this.groups = List.copyOf(groups);
    this.n = n;
    this.sum = sum;
    this.squares = squares;
    this.weight = weight;
    this.weighted = weighted;
  }

  /** The group in each dimension, "" when not known. */
  public List<String> groups() {
    return groups;
  }

  /** People with a value of a measure. */
  public double n(int measure) {
    return n[measure];
  }

  /** Sum of their values. */
  public double sum(int measure) {
    return sum[measure];
  }

  /** Sum of their values' squares. */
  public double squares(int measure) {
    return squares[measure];
  }

  /** Sum of their weights. */
  public double weight(int measure) {
    return weight[measure];
  }

  /** Sum of their values, each times its weight. */
  public double weighted(int measure) {
    return weighted[measure];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile p
        && groups.equals(p.groups)
        && Arrays.equals(n, p.n)
        && Arrays.equals(sum, p.sum)
        && Arrays.equals(squares, p.squares)
        && Arrays.equals(weight, p.weight)
        && Arrays.equals(weighted, p.weighted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(groups, Arrays.hashCode(n), Arrays.hashCode(sum));
  }

  @Override
  public String toString() {
    return groups + " " + Arrays.toString(n) + " " + Arrays.toString(sum);
  }
}
