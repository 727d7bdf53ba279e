package org.kith.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.kith.statistics.CronbachAlpha;
import org.kith.statistics.CrossProducts;
import org.kith.statistics.Omega;
import org.kith.statistics.RandomIntercept;
import org.kith.statistics.Wilson;
import org.kith.statistics.WithinBetween;
import org.kith.statistics.XmR;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What single statistics take once people are sums: that their number does not matter any more, and
 * how the number of organisations does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class StatisticsBenchmark {
  private static final int ITEMS = 8;
  private static final int PREDICTORS = 4;
  private static final int WAVES = 24;
  private static final long SEED = 20261126;

  /** How many. */
  @Param({"12", "200", "2000"})
  public int organisations;

  private double[] n;
  private double[] mean;
  private double[] squares;
  private final List<CrossProducts> groups = new ArrayList<>();
  private CrossProducts items;
  private double[] shares;

  /** Invents people, of whom only sums are kept. */
  @Setup
  public void invent() {
    Random random = new Random(SEED);
    n = new double[organisations];
    mean = new double[organisations];
    squares = new double[organisations];
    for (int o = 0; o < organisations; o++) {
      int people = 30 + random.nextInt(200);
      double level = 3 + 0.3 * random.nextGaussian();
      double[][] rows = new double[people][PREDICTORS + 1];
      double sum = 0;
      for (double[] row : rows) {
        double value = level;
        for (int p = 0; p < PREDICTORS; p++) {
          row[p] = random.nextInt(2);
          value += 0.1 * row[p];
        }
        row[PREDICTORS] = value + random.nextGaussian();
        sum += row[PREDICTORS];
      }
      n[o] = people;
      mean[o] = sum / people;
      for (double[] row : rows) {
        squares[o] += (row[PREDICTORS] - mean[o]) * (row[PREDICTORS] - mean[o]);
      }
      groups.add(CrossProducts.of(rows, PREDICTORS + 1));
    }
    double[][] answers = new double[5_000][ITEMS];
    for (double[] row : answers) {
      double level = random.nextGaussian();
      for (int i = 0; i < ITEMS; i++) {
        row[i] = level + random.nextGaussian();
      }
    }
    items = CrossProducts.of(answers, ITEMS);
    shares = random.doubles(WAVES, 40, 60).toArray();
  }

  /** A random intercept by REML. */
  @Benchmark
  public Object random_intercept() {
    return RandomIntercept.of(n, mean, squares);
  }

  /** Four known groups within and between organisations, with Kenward–Roger. */
  @Benchmark
  public Object within_between() {
    return WithinBetween.of(groups);
  }

  /** Cronbach's α of eight items, with Feldt's interval. */
  @Benchmark
  public Object alpha() {
    return CronbachAlpha.of(items);
  }

  /** McDonald's ω of eight items. */
  @Benchmark
  public Object omega() {
    return Omega.of(items);
  }

  /** A chart of 24 waves. */
  @Benchmark
  public Object control_chart() {
    return XmR.of(shares);
  }

  /** An interval of a share. */
  @Benchmark
  public Object share() {
    return Wilson.of(61, 120, 1.3);
  }
}
