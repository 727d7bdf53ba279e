package org.kith.statistics;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.kith.statistics.WaveSpread.Series;

/**
 * How unlike an organisation's own earlier waves its newest is.
 *
 * <p>{@code t = (y − ȳ) / √(V(y) + V(ȳ))}, where ȳ is the earlier waves' weighted mean and V the
 * sampling variance widened by how much ordinary waves differ: as everybody's do or as its own did,
 * whichever is more ({@link WaveSpread}). On 16 degrees of freedom more than its own waves give, or
 * those of everybody's spread if they are fewer: organisations are not all alike in how lively they
 * are, so everybody's waves say only so much of one. (A spread shrunk towards everybody's on a
 * prior's degrees of freedom is Smyth's, 2004, doi:10.2202/1544-6115.1027; here the wider of both
 * is taken and the prior is set by simulation instead of estimated.) It is a Shewhart chart for one
 * new point, with limits from ordinary variation instead of binomial variation, as Spiegelhalter
 * (2005, doi:10.1136/qshc.2005.013755) and Laney (2002, doi:10.1081/QEN-120006708) advise: with
 * many people, binomial limits alarm at nearly every wave.
 *
 * <p>No unit. Assumes nearly normal values, and that the next ordinary wave differs from the mean
 * as earlier ones did. It misleads where something good happened: a real change is as unlike the
 * past as a made-up one.
 *
 * @param t how many standard errors above (or below 0, under) the earlier waves
 * @param df degrees of freedom
 */
public record Departure(double t, int df) {
  /** How many waves everybody's spread counts for beside its own. */
  private static final int EVERYBODY = 16;

  /**
   * Of one wave.
   *
   * @param own its earlier waves, at least two
   * @param everybody how much waves differ, of all organisations; with a degree of freedom at least
   * @throws IllegalArgumentException if there are fewer waves than that
   */
  public static Departure of(Series own, double value, double variance, WaveSpread everybody) {
    if (own.values().length < 2 || everybody.df() < 1) {
      throw new IllegalArgumentException("A departure needs two earlier waves at least.");
    }
    WaveSpread itself = WaveSpread.of(List.of(own));
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < own.values().length; i++) {
      double v = Math.max(everybody.of(own.variances()[i]), itself.of(own.variances()[i]));
      weights += 1 / v;
      sum += own.values()[i] / v;
    }
    double now = Math.max(everybody.of(variance), itself.of(variance));
    int df = Math.min(everybody.df(), itself.df() + EVERYBODY);
    return new Departure((value - sum / weights) / Math.sqrt(now + 1 / weights), df);
  }

  /** The chance of at least so much above the earlier waves, in ordinary ones. */
  public double above() {
    return new TDistribution(df).cumulativeProbability(-t);
  }

  /** The chance of being at least so far off, either way. */
  public double either() {
    return 2 * new TDistribution(df).cumulativeProbability(-Math.abs(t));
  }
}
