package org.kith.statistics;

import java.util.List;

/**
 * How much ordinary waves of one organisation differ, beyond what drawing people makes them differ.
 *
 * <p>Of values {@code y} with sampling variances {@code v} in several waves of several
 * organisations, each with a level of its own: {@code Q = Σ (y − ȳ)² / v} about each organisation's
 * weighted mean, on {@code df = waves − organisations} degrees of freedom. Two readings of it: a
 * factor {@code φ = Q / df}, at least 1 (McCullagh and Nelder 1989, section 4.5), and a variance
 * {@code τ² = (Q − df) / Σ (Σw − Σw²/Σw)} with {@code w = 1/v}, at least 0 (DerSimonian and Laird
 * 1986, doi:10.1016/0197-2456(86)90046-2). R: {@code metafor::rma(y, v, mods = ~ 0 + organisation,
 * method = "DL")}.
 *
 * <p>A wave without a value is left out. Assumes that organisations are alike in how much their
 * waves differ. It misleads when a trend or an earlier sign is among the waves: either widens it.
 *
 * @param factor φ
 * @param variance τ², in the square of the values' unit
 * @param df degrees of freedom, 0 when no organisation has two waves
 */
public record WaveSpread(double factor, double variance, int df) {

  /** Values of one organisation, with their variances. */
  public static final class Series {
    private final double[] values;
    private final double[] variances;

    /** Values in the order of waves, and the sampling variance of each. */
    public Series(double[] values, double[] variances) {
      this.values = values.clone();
      this.variances = variances.clone();
    }

    double[] values() {
      return values;
    }

    double[] variances() {
      return variances;
    }

    double mean() {
      double weights = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        weights += 1 / variances[i];
        sum += values[i] / variances[i];
      }
      return sum / weights;
    }
  }

  /** Of the waves of these organisations. */
  public static WaveSpread of(List<Series> organisations) {
    double q = 0;
    double c = 0;
    int df = 0;
    for (Series series : organisations) {
      double[] y = series.values();
      double[] v = series.variances();
      if (y.length < 2) {
        continue;
      }
      double mean = series.mean();
      double w = 0;
      double w2 = 0;
      for (int i = 0; i < y.length; i++) {
        q += (y[i] - mean) * (y[i] - mean) / v[i];
        w += 1 / v[i];
        w2 += 1 / (v[i] * v[i]);
      }
      c += w - w2 / w;
      df += y.length - 1;
    }
    return df == 0
        ? new WaveSpread(1, 0, 0)
        : new WaveSpread(Math.max(1, q / df), Math.max(0, (q - df) / c), df);
  }

  /** The variance of a wave's value with this sampling variance: the wider of the two readings. */
  double of(double sampling) {
    return Math.max(factor * sampling, sampling + variance);
  }
}
