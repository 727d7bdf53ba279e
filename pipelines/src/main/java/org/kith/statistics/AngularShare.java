package org.kith.statistics;

/**
 * A share on a scale where its sampling variance does not depend on it: {@code asin √((x + 3/8) /
 * (n + 3/4))}, in radians, with variance {@code 1 / (4n + 2)} (Anscombe 1948,
 * doi:10.1093/biomet/35.3-4.246).
 *
 * <p>Made for looking at shares over time, those near 0 included. Missing answers are not in {@code
 * n}. The variance is that of people drawn one by one: what makes waves differ beyond that is for
 * {@link WaveSpread} to say. It misleads where read as a share: the distance from 1 % to 4 % is as
 * large here as from 40 % to 50 %.
 *
 * @param angle 0 to π/2
 * @param variance of it
 */
public record AngularShare(double angle, double variance) {

  /**
   * The share {@code counted / of}.
   *
   * @throws IllegalArgumentException if there is nobody, or a count is outside 0 to {@code of}
   */
  public static AngularShare of(double counted, double of) {
    if (!(of > 0) || !(counted >= 0 && counted <= of)) {
      throw new IllegalArgumentException(counted + " of " + of + " is not a share.");
    }
    return new AngularShare(
        Math.asin(Math.sqrt((counted + 0.375) / (of + 0.75))), 1 / (4 * of + 2));
  }
}
