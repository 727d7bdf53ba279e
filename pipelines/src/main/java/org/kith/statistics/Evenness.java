package org.kith.statistics;

import java.util.Arrays;

/**
 * How a theme spreads over organisations (statistic 17).
 *
 * <p>{@code holding} is how many of {@code K} organisations have any of it. {@code evenness = H /
 * ln K} with {@code H = −Σ pⱼ ln pⱼ} over the organisations' shares of all its authors (Pielou
 * 1966, doi:10.1016/0022-5193(66)90013-0, over all K): 1 when all hold it alike, 0 when one
 * organisation has it all.
 *
 * <p>No units. An organisation without authors of the theme counts as 0, and in K. Assumes
 * organisations of like size: with unequal ones the largest weighs most, and an evenness below 1
 * says no more than that. It is no measure of how good anything is.
 *
 * @param holding how many organisations have any of it
 * @param of K, how many there are
 * @param evenness 0 to 1, or null when fewer than two hold it
 */
public record Evenness(int holding, int of, Double evenness) {

  /**
   * Over organisations.
   *
   * @param counts authors of the theme in each, 0 or more
   * @throws IllegalArgumentException if a count is below 0
   */
  public static Evenness of(double... counts) {
    if (Arrays.stream(counts).anyMatch(c -> !(c >= 0))) {
      throw new IllegalArgumentException("Nobody can be counted fewer than 0 times.");
    }
    double sum = Arrays.stream(counts).sum();
    int holding = (int) Arrays.stream(counts).filter(c -> c > 0).count();
    if (holding < 2) {
      return new Evenness(holding, counts.length, null);
    }
    double entropy =
        Arrays.stream(counts).filter(c -> c > 0).map(c -> -c / sum * Math.log(c / sum)).sum();
    return new Evenness(holding, counts.length, entropy / Math.log(counts.length));
  }
}
