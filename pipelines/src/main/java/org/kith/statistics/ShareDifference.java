package org.kith.statistics;

/**
 * How far a share moved between two groups of different people, with Newcombe's hybrid score
 * interval: {@code d ± √((p₂ − l₂)² + (u₁ − p₁)²)} downwards and {@code √((u₂ − p₂)² + (p₁ − l₁)²)}
 * upwards, where l and u are Wilson's limits of each share.
 *
 * <p>Unit: shares, −1 to 1. People without a valid answer are left out of both. Assumes the two
 * groups were drawn apart: where some people are in both, the interval is wider than it need be.
 * Clustering comes in through each share's design effect. Source: Newcombe 1998, Statistics in
 * Medicine 17, 873–890, method 10. R: by hand from {@code prop.test(correct = FALSE)}.
 *
 * <p>It misleads when read as people changing their minds: other people may have been asked.
 *
 * @param estimate second share − first share
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record ShareDifference(double estimate, double low, double high) {

  /** From the two shares. */
  public static ShareDifference of(Wilson first, Wilson second) {
    double d = second.estimate() - first.estimate();
    return new ShareDifference(
        d,
        d - Math.hypot(second.estimate() - second.low(), first.high() - first.estimate()),
        d + Math.hypot(second.high() - second.estimate(), first.estimate() - first.low()));
  }
}
