package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for other answers that would have been published in exactly the same way.
 *
 * <p>What an outsider knows of a table is a list of limits: each published number says that the sum
 * of certain cells lies in a range, and no cell is below 0. The true cells keep to all limits. So
 * may others, and then nobody outside can tell which are true. A hidden number is safe when two
 * tables that keep to every limit disagree about it by a wide enough margin.
 *
 * <p>The usual way is to bound the hidden number by linear programming and to look at the width of
 * the bound. We look for the two tables themselves, starting from the true one. That proves more,
 * since they are whole numbers of people while the ends of a linear bound need not be, and costs
 * far less, since a few people changing their answers is mostly enough. When the search gives up a
 * number counts as unsafe: the error is on the side of hiding. (The tests play the outsider with
 * linear programming.)
 *
 * <p>The search moves one person at a time. Moving the hidden sum by 1 breaks some limits; the
 * first broken one is mended by moving another of its cells, which may break others, and so on to a
 * small depth. In a table this finds, for instance, the square: one more and one fewer in this
 * organisation's line, one fewer and one more in another's. The order of choices is fixed, so that
 * the same counts are always treated in the same way.
 */
final class Alternatives {
  private static final int DEPTH = 9;
  private static final int BREADTH = 4;
  private static final int TRIES = 240;

  /** A sum that is hidden, and how far apart the answers found for it are. */
  static final class Secret {
    final Figure figure;
    final int[] cells;
    private long low;
    private long high;

    Secret(Figure figure, int[] cells, long truth) {
      this.figure = figure;
      this.cells = cells;
      this.low = truth;
      this.high = truth;
    }

    boolean wide(int margin) {
      return high - low >= margin;
    }

    private void seen(long[] value) {
      long sum = 0;
      for (int c : cells) {
        sum += value[c];
      }
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
  }

  private final long[] truth;
  private final long[] value;
  private final int[][] limitCells;
  private final long[] least;
  private final long[] most;
  private final int[][] limitsOf;
  private final long[] trueSum;
  private final long[] sum;
  private final BitSet broken = new BitSet();
  private final List<Secret> secrets = new ArrayList<>();

  private boolean[] inGoal;
  private long goalLeft;
  private int goalSign;
  private int[] goalCells;
  private int[] moved;
  private int tries;

  /**
   * Starts at the true cells.
   *
   * @param truth the cells
   * @param limitCells per limit, the cells it sums
   */
  Alternatives(long[] truth, List<int[]> limitCells) {
    this.truth = truth;
    this.value = truth.clone();
    this.limitCells = limitCells.toArray(int[][]::new);
    this.least = new long[limitCells.size()];
    this.most = new long[limitCells.size()];
    Arrays.fill(most, Long.MAX_VALUE);
    this.trueSum = new long[limitCells.size()];
    int[] uses = new int[truth.length];
    for (int l = 0; l < this.limitCells.length; l++) {
      for (int c : this.limitCells[l]) {
        uses[c]++;
        trueSum[l] += truth[c];
      }
    }
    this.limitsOf = new int[truth.length][];
    for (int c = 0; c < truth.length; c++) {
      limitsOf[c] = new int[uses[c]];
    }
    for (int l = 0; l < this.limitCells.length; l++) {
      for (int c : this.limitCells[l]) {
        limitsOf[c][--uses[c]] = l;
      }
    }
    this.sum = trueSum.clone();
    this.inGoal = new boolean[truth.length];
    this.moved = new int[truth.length];
  }

  /** Sets what an outsider knows of a sum. The truth must be within. */
  void limit(int limit, long low, long high) {
    if (trueSum[limit] < low || trueSum[limit] > high) {
      throw new IllegalStateException("A limit leaves out the truth.");
    }
    least[limit] = low;
    most[limit] = high;
  }

  void add(Secret secret) {
    secrets.add(secret);
  }

  List<Secret> secrets() {
    return secrets;
  }

  /** Looks for answers that disagree about one of the secrets by the margin; true when found. */
  boolean widen(Secret secret, int margin) {
    for (int sign : new int[] {1, -1}) {
      System.arraycopy(truth, 0, value, 0, truth.length);
      System.arraycopy(trueSum, 0, sum, 0, sum.length);
      while (!secret.wide(margin) && step(secret, sign)) {
        secrets.forEach(each -> each.seen(value));
      }
      if (secret.wide(margin)) {
        return true;
      }
    }
    return false;
  }

  /**
   * As {@link #widen} with limits that are only being tried: what was found stays only if it is
   * enough, since then the limits do.
   */
  boolean wouldWiden(Secret secret, int margin) {
    long[] low = secrets.stream().mapToLong(s -> s.low).toArray();
    long[] high = secrets.stream().mapToLong(s -> s.high).toArray();
    boolean found = widen(secret, margin);
    if (!found) {
      for (int s = 0; s < low.length; s++) {
        secrets.get(s).low = low[s];
        secrets.get(s).high = high[s];
      }
    }
    return found;
  }

  /** Moves the secret sum by one, keeping to every limit. */
  private boolean step(Secret secret, int sign) {
    Arrays.fill(inGoal, false);
    for (int c : secret.cells) {
      inGoal[c] = true;
    }
    goalCells = secret.cells;
    goalSign = sign;
    goalLeft = 1;
    tries = TRIES;
    broken.clear();
    Arrays.fill(moved, 0);
    return mend(DEPTH);
  }

  private boolean mend(int depth) {
    int limit = broken.nextSetBit(0);
    if (limit < 0 && goalLeft <= 0) {
      return true;
    }
    if (depth == 0 || --tries < 0) {
      return false;
    }
    // The goal last: a table that keeps to its limits is the better start for the next move.
    int[] cells = limit < 0 ? goalCells : limitCells[limit];
    int move = limit < 0 ? goalSign : sum[limit] > most[limit] ? -1 : 1;
    int[] best = new int[BREADTH];
    long[] bestCost = new long[BREADTH];
    int found = 0;
    for (int c : cells) {
      // A cell that moved one way does not move back: that would only undo.
      if (value[c] + move < 0 || moved[c] * move < 0) {
        continue;
      }
      long cost = cost(c, move);
      int at = found < BREADTH ? found++ : BREADTH;
      while (at > 0 && bestCost[at - 1] > cost) {
        if (at < BREADTH) {
          best[at] = best[at - 1];
          bestCost[at] = bestCost[at - 1];
        }
        at--;
      }
      if (at < BREADTH) {
        best[at] = c;
        bestCost[at] = cost;
      }
    }
    for (int i = 0; i < found; i++) {
      move(best[i], move);
      if (mend(depth - 1)) {
        return true;
      }
      move(best[i], -move);
    }
    return false;
  }

  /** By how much moving a cell makes the broken limits worse. */
  private long cost(int cell, int move) {
    long cost = inGoal[cell] ? -goalSign * (long) move : 0;
    for (int l : limitsOf[cell]) {
      cost += excess(l, sum[l] + move) - excess(l, sum[l]);
    }
    return cost;
  }

  private long excess(int limit, long sum) {
    return sum > most[limit] ? sum - most[limit] : Math.max(0, least[limit] - sum);
  }

  private void move(int cell, int move) {
    value[cell] += move;
    moved[cell] += move;
    if (inGoal[cell]) {
      goalLeft -= goalSign * (long) move;
    }
    for (int l : limitsOf[cell]) {
      sum[l] += move;
      broken.set(l, excess(l, sum[l]) > 0);
    }
  }
}
