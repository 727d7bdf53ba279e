package org.kith.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long things stay open, when some were still open when last looked at (statistic 18).
 *
 * <p>{@code S(t) = Π (1 − dᵢ/nᵢ)} over the times up to {@code t} at which {@code dᵢ} of {@code nᵢ}
 * still watched were closed (Kaplan and Meier 1958, doi:10.2307/2281868). Its variance is
 * Greenwood's, and the 95 % interval is taken on the scale {@code ln(−ln S)}, so that it stays
 * between 0 and 1: {@code S^exp(±1.959964·√V / ln S)} with {@code V = Σ dᵢ/(nᵢ(nᵢ−dᵢ))}. What is
 * closed and what stops being watched at the same time is taken in that order. Where S is 1 nothing
 * was closed yet, and where it is 0 everything was: there is no interval then (R says {@code NA} or
 * the estimate itself).
 *
 * <p>Time is in the unit it is given in, here days; shares lie between 0 and 1. What was not closed
 * counts as long as it was watched. Assumes that what stopped being watched is like what went on:
 * true when the only reason is that the data ends. It misleads in its tail, where few are left, so
 * look at how many still were ({@code watched}). R: {@code survival::survfit(conf.type =
 * "log-log")}.
 *
 * @param steps the times at which something was closed, in order
 * @param watched what it rests on, by time
 */
public record KaplanMeier(List<Step> steps, List<Watched> watched) {

  /** The normal distribution's 97.5 % point. */
  private static final double Z = 1.959963984540054;

  /**
   * Things that were watched for the same time.
   *
   * @param time how long
   * @param closed whether they were closed then
   * @param count how many, above 0
   */
  public record Watched(double time, boolean closed, long count) {
    public Watched {
      if (!(time >= 0) || count < 1) {
        throw new IllegalArgumentException("Things are watched for 0 days or more.");
      }
    }
  }

  /**
   * The curve from a time on.
   *
   * @param time of this step
   * @param watched how many were still watched just before
   * @param open share still open from here on
   * @param low lower end of the interval, or null
   * @param high upper end, or null
   */
  public record Step(double time, long watched, double open, Double low, Double high) {}

  public KaplanMeier {
    steps = List.copyOf(steps);
    watched = List.copyOf(watched);
  }

  /**
   * The curve of these.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static KaplanMeier of(List<Watched> watched) {
    if (watched.isEmpty()) {
      throw new IllegalArgumentException("A curve needs at least one thing that was watched.");
    }
    List<Watched> sorted =
        watched.stream().sorted(Comparator.comparingDouble(Watched::time)).toList();
    long left = sorted.stream().mapToLong(Watched::count).sum();
    List<Step> steps = new ArrayList<>();
    double open = 1;
    double greenwood = 0;
    int at = 0;
    while (at < sorted.size()) {
      double time = sorted.get(at).time();
      long closed = 0;
      long over = 0;
      while (at < sorted.size() && sorted.get(at).time() == time) {
        closed += sorted.get(at).closed() ? sorted.get(at).count() : 0;
        over += sorted.get(at).count();
        at++;
      }
      if (closed > 0) {
        open = closed == left ? 0 : open * (1 - (double) closed / left);
        greenwood += (double) closed / left / (left - closed);
        steps.add(step(time, left, open, greenwood));
      }
      left -= over;
    }
    return new KaplanMeier(steps, sorted);
  }

  private static Step step(double time, long left, double open, double greenwood) {
    if (open == 0) {
      return new Step(time, left, 0, null, null);
    }
    double half = Z * Math.sqrt(greenwood) / Math.log(open);
    return new Step(
        time, left, open, Math.pow(open, Math.exp(-half)), Math.pow(open, Math.exp(half)));
  }

  /** The curve at a time; open is 1 before anything was closed. */
  public Step at(double time) {
    long left = watched.stream().filter(w -> w.time() >= time).mapToLong(Watched::count).sum();
    Step last = new Step(0, left, 1, null, null);
    for (Step step : steps) {
      if (step.time() <= time) {
        last = step;
      }
    }
    return new Step(time, left, last.open(), last.low(), last.high());
  }
}
