package org.kith.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kith.published.Signal;

/**
 * A chart of single values over time with the range they usually keep to, worked out from how much
 * each differs from the one before.
 *
 * <p>Centre: the mean. Limits: {@code mean ± 2.66 × mean moving range}, where moving ranges of
 * 3.267 times their mean or more are set aside once before the mean is taken again (Wheeler and
 * Chambers 1992). A point carries the first of these signals that holds: outside the limits; part
 * of seven points that each rise, or each fall; within a third of the limits' width of a limit, in
 * a run of three on one side of the centre of which two are; part of seven points on one side of
 * the centre. The rules, their order and their numbers are those of NHSRplotthedots 0.2.2. No
 * direction is called better.
 *
 * <p>Unit: that of the values. A missing value (NaN) has no point; it breaks moving ranges and
 * runs, for values on either side of a gap do not follow one another. Limits start again at a
 * rebase, which needs a written reason. They may be held to the first points of each stretch, so
 * that later points are read against a range they did not help to make. Limits from fewer than
 * {@value #LOCKABLE} points are trial limits and will still move. Values that do not vary have no
 * usual range: limits are absent, and only runs can be signals.
 *
 * <p>Assumes points made alike: the same question, similar numbers of people. It misleads when an
 * event beside a point is taken for its cause, when the range is taken for a goal, and when many
 * charts are searched for a signal, since one point in a few hundred falls outside by chance.
 *
 * @param points one for each value given, in order
 */
public record XmR(List<Point> points) {

  /** Fewer points than this give trial limits. */
  public static final int LOCKABLE = 12;

  private static final double LIMIT = 2.66;
  private static final double SCREEN = 3.267;
  private static final int RUN = 7;

  /**
   * One value and how it is read.
   *
   * @param value the value, or null where it is missing
   * @param centre middle of the usual range, or null with fewer than two values
   * @param lower lower limit, or null where values do not vary or do not follow one another
   * @param upper upper limit, likewise
   * @param baseline how many values the centre and limits rest on
   * @param trial whether these are fewer than {@value XmR#LOCKABLE}
   * @param signal what the point shows
   */
  public record Point(
      Double value,
      Double centre,
      Double lower,
      Double upper,
      int baseline,
      boolean trial,
      Signal signal) {}

  public XmR {
    points = List.copyOf(points);
  }

  /** With limits from all values. */
  public static XmR of(double[] values) {
    return of(values, new int[0]);
  }

  /**
   * With limits that start again at each rebase.
   *
   * @param rebases positions, counted from 0, of the first value of each new stretch, rising
   */
  public static XmR of(double[] values, int[] rebases) {
    return of(values, rebases, Integer.MAX_VALUE);
  }

  /**
   * With limits from the first {@code baseline} values of each stretch, held still after them.
   *
   * @param values in time order; NaN where there is none
   * @param rebases positions, counted from 0, of the first value of each new stretch, rising
   * @param baseline how many values limits may rest on, at least 2
   * @throws IllegalArgumentException if a value is infinite, a rebase lies outside the values or
   *     before the one ahead of it, or the baseline is below 2
   */
  public static XmR of(double[] values, int[] rebases, int baseline) {
    if (baseline < 2) {
      throw new IllegalArgumentException("Limits need at least 2 values, not " + baseline + ".");
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw new IllegalArgumentException("Value " + (i + 1) + " is infinite.");
      }
    }
    List<Point> points = new ArrayList<>(values.length);
    int from = 0;
    for (int rebase : rebases) {
      if (rebase <= from || rebase >= values.length) {
        throw new IllegalArgumentException(
            "A rebase at position "
                + rebase
                + " is outside the "
                + values.length
                + " values, at their start, or not after the one before.");
      }
      points.addAll(stretch(Arrays.copyOfRange(values, from, rebase), baseline));
      from = rebase;
    }
    points.addAll(stretch(Arrays.copyOfRange(values, from, values.length), baseline));
    return new XmR(points);
  }

  private static List<Point> stretch(double[] values, int baseline) {
    Limits limits = Limits.of(values, baseline);
    Signal[] signals = signals(values, limits);
    List<Point> points = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      boolean known = limits.points() >= 2;
      points.add(
          new Point(
              Double.isNaN(values[i]) ? null : Double.valueOf(values[i]),
              known ? limits.centre() : null,
              limits.given() ? limits.lower() : null,
              limits.given() ? limits.upper() : null,
              limits.points(),
              limits.points() < LOCKABLE,
              signals[i]));
    }
    return points;
  }

  /** The first rule that holds speaks for the point. */
  private static Signal[] signals(double[] values, Limits limits) {
    Signal[] signals = new Signal[values.length];
    Arrays.fill(signals, Signal.NONE);
    if (limits.points() < 2) {
      return signals;
    }
    int[] side = new int[values.length];
    int[] move = new int[values.length];
    boolean[] near = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      side[i] = (int) Math.signum(values[i] - limits.centre());
      if (i > 0 && !Double.isNaN(values[i - 1])) {
        move[i] = (int) Math.signum(values[i] - values[i - 1]);
      }
      near[i] = limits.near(values[i]);
    }
    markRuns(side, RUN, 0, Signal.SHIFT, signals);
    for (int i = 0; i + 2 < values.length; i++) {
      boolean oneSide = Math.abs(side[i] + side[i + 1] + side[i + 2]) == 3;
      int close = (near[i] ? 1 : 0) + (near[i + 1] ? 1 : 0) + (near[i + 2] ? 1 : 0);
      if (oneSide && close >= 2) {
        for (int k = i; k <= i + 2; k++) {
          if (near[k]) {
            signals[k] = Signal.TWO_OF_THREE;
          }
        }
      }
    }
    // Six moves one way join seven points: those moved to, and the one moved from.
    markRuns(move, RUN - 1, 1, Signal.TREND, signals);
    for (int i = 0; i < values.length; i++) {
      if (limits.outside(values[i])) {
        signals[i] = Signal.OUTSIDE_LIMITS;
      }
    }
    return signals;
  }

  /** Marks runs of at least {@code length} equal, non-zero signs and {@code before} points more. */
  private static void markRuns(int[] sign, int length, int before, Signal mark, Signal[] signals) {
    int start = 0;
    for (int i = 0; i <= sign.length; i++) {
      if (i < sign.length && i > start && sign[i] == sign[start]) {
        continue;
      }
      if (i - start >= length && sign[start] != 0) {
        Arrays.fill(signals, start - before, i, mark);
      }
      start = i;
    }
  }

  /**
   * The usual range of one stretch.
   *
   * @param points how many values it rests on
   * @param centre their mean; 0 without any
   * @param range their mean moving range once screened; 0 when they do not vary or follow
   */
  private record Limits(int points, double centre, double range) {

    static Limits of(double[] values, int baseline) {
      int points = 0;
      double origin = 0;
      double sum = 0;
      double previous = Double.NaN;
      List<Double> ranges = new ArrayList<>();
      for (double value : values) {
        if (points == baseline) {
          break;
        }
        if (!Double.isNaN(value)) {
          // Differences from the first value keep a flat series exactly flat.
          origin = points == 0 ? value : origin;
          sum += value - origin;
          points++;
          if (!Double.isNaN(previous)) {
            ranges.add(Math.abs(value - previous));
          }
        }
        previous = value;
      }
      double centre = points == 0 ? 0 : origin + sum / points;
      double most = SCREEN * mean(ranges);
      return new Limits(points, centre, mean(ranges.stream().filter(r -> r < most).toList()));
    }

    private static double mean(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    double lower() {
      return centre - LIMIT * range;
    }

    double upper() {
      return centre + LIMIT * range;
    }

    boolean given() {
      return range > 0;
    }

    boolean outside(double value) {
      return given() && (value > upper() || value < lower());
    }

    boolean near(double value) {
      return given() && !outside(value) && Math.abs(value - centre) > 2 * (LIMIT / 3) * range;
    }
  }
}
