package org.kith.statistics;

/**
 * How far one answer stands above what its neighbours lead one to expect.
 *
 * <p>With counts {@code x} of neighbouring answers: {@code h = log x₀ − ½ log x₋₁ − ½ log x₁}; at
 * an end, where there are neighbours on one side only, {@code log x₀ − 2 log x₁ + log x₂}. Half is
 * added to each count. A natural logarithm, with variance {@code Σ w² / x}.
 *
 * <p>Why not the share itself: when people really come to agree more, every share moves, but a
 * shift that multiplies each answer's odds to the next by one factor leaves h where it was. What is
 * left is a heap: answers taken from both sides of a value, as when a number has to be reached. So
 * digit preference is told from a true distribution in demography and in medicine (Myers 1940;
 * Camarda, Eilers and Gampe 2008, doi:10.1177/1471082X0800800404), there over many values and here
 * against the same answers earlier.
 *
 * <p>Missing answers are not counted. It misleads where people fall into two camps, or change in
 * spread and not in place: that too bends a distribution.
 *
 * @param height h, 0 for a straight line of logarithms
 * @param variance of it
 */
public record Heap(double height, double variance) {

  /**
   * At one of at least three answers.
   *
   * @param counts people per answer, in the answers' order
   * @param at position of the answer
   * @throws IllegalArgumentException if there are fewer than three answers
   */
  public static Heap of(long[] counts, int at) {
    if (counts.length < 3) {
      throw new IllegalArgumentException(
          "A heap has neighbours: three answers at least, not " + counts.length + ".");
    }
    boolean first = at == 0;
    boolean last = at == counts.length - 1;
    if (first || last) {
      int in = first ? 1 : -1;
      return sum(counts, new int[] {at, at + in, at + 2 * in}, new double[] {1, -2, 1});
    }
    return sum(counts, new int[] {at, at - 1, at + 1}, new double[] {1, -0.5, -0.5});
  }

  private static Heap sum(long[] counts, int[] at, double[] weights) {
    double height = 0;
    double variance = 0;
    for (int i = 0; i < at.length; i++) {
      double x = counts[at[i]] + 0.5;
      height += weights[i] * Math.log(x);
      variance += weights[i] * weights[i] / x;
    }
    return new Heap(height, variance);
  }
}
