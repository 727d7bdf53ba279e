package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
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
 *
 * <p>Some cells are in nearly every table, such as how many returned the form: one more means one
 * more in each. Those stand still while the search moves others. They are moved on their own
 * beforehand, and what comes out are further tables to start from.
 */
final class Alternatives {
  private static final int DEPTH = 9;
  private static final int BREADTH = 4;

  /** Moves tried for one step before giving up: mostly a handful is enough. */
  private static final int TRIES = 120;

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

  /** What a secret was like. */
  private record Before(Secret secret, long low, long high) {}

  /** Cells and signs in the order they were moved. */
  private static final class Moves {
    private int[] signed = new int[64];
    private int size;

    void add(int cell, int move) {
      if (size == signed.length) {
        signed = Arrays.copyOf(signed, 2 * size);
      }
      // One more than the cell, with the move's sign.
      signed[size++] = move * (cell + 1);
    }

    int cell(int at) {
      return Math.abs(signed[at]) - 1;
    }

    int move(int at) {
      return Integer.signum(signed[at]);
    }
  }

  /** Cells that keep to every limit, and the sums of the limits. */
  private static final class Start {
    final long[] value;
    final long[] sum;

    Start(long[] value, long[] sum) {
      this.value = value;
      this.sum = sum;
    }
  }

  private final long[] value;
  private final List<Limit> limits;
  private final long[] least;
  private final long[] most;

  /** Per cell, the limits it is in, and how often. */
  private final int[][] limitsOf;

  private final int[][] weightsOf;

  /** Per limit, the most that moving a cell changes its sum by. */
  private final int[] heaviest;

  private final long[] trueSum;
  private final long[] sum;
  private final BitSet broken = new BitSet();
  private final List<Secret> secrets = new ArrayList<>();
  private final List<List<Integer>> secretsOf;

  /** Cells that move on their own only. */
  private final boolean[] still;

  /** Tables that keep to every limit, the true one first. */
  private final List<Start> starts = new ArrayList<>();

  private boolean reachedAll;

  /** Where the cells stand: the start they came from, and the cells moved since, one by one. */
  private Start came;

  private final Moves since = new Moves();

  private boolean[] inGoal;
  private long goalLeft;
  private int goalSign;
  private int[] goalCells = new int[0];
  private int[] moved;

  /** The cells moved in this step, some of them back again. */
  private final Moves touched = new Moves();

  /** Secrets that came to stand further apart while limits are only being tried, as they were. */
  private List<Before> before;

  private int tries;

  /**
   * Starts at the true cells.
   *
   * @param truth the cells
   * @param limits what sums they are in
   */
  Alternatives(long[] truth, List<Limit> limits) {
    this.value = truth.clone();
    this.limits = limits;
    this.least = new long[limits.size()];
    this.most = new long[limits.size()];
    this.trueSum = limits.stream().mapToLong(l -> l.sum(truth)).toArray();
    this.sum = trueSum.clone();
    this.heaviest =
        limits.stream()
            .mapToInt(l -> Arrays.stream(l.weights).map(Math::abs).max().orElse(0))
            .toArray();
    int[] uses = new int[truth.length];
    limits.forEach(l -> Arrays.stream(l.cells).forEach(c -> uses[c]++));
    this.limitsOf = new int[truth.length][];
    this.weightsOf = new int[truth.length][];
    this.secretsOf = new ArrayList<>();
    for (int c = 0; c < truth.length; c++) {
      limitsOf[c] = new int[uses[c]];
      weightsOf[c] = new int[uses[c]];
      secretsOf.add(new ArrayList<>());
    }
    for (int l = 0; l < limits.size(); l++) {
      Limit limit = limits.get(l);
      for (int i = 0; i < limit.cells.length; i++) {
        int c = limit.cells[i];
        limitsOf[c][--uses[c]] = l;
        weightsOf[c][uses[c]] = limit.weights[i];
      }
    }
    this.still = new boolean[truth.length];
    this.inGoal = new boolean[truth.length];
    this.moved = new int[truth.length];
    this.starts.add(new Start(truth, trueSum));
    this.came = starts.get(0);
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
    for (int c : secret.cells) {
      secretsOf.get(c).add(secrets.size());
    }
    secrets.add(secret);
  }

  List<Secret> secrets() {
    return secrets;
  }

  /**
   * Moves cells that are in nearly every table as far as the margin, up and down. Limits may only
   * be widened from then on; done again, it goes on where it came to a halt.
   */
  void startBeside(Collection<Integer> cells, int margin) {
    if (reachedAll) {
      return;
    }
    starts.subList(1, starts.size()).clear();
    reachedAll = true;
    cells.forEach(cell -> still[cell] = true);
    for (int cell : cells) {
      for (int sign : new int[] {1, -1}) {
        start(starts.get(0));
        int depth = DEPTH + limitsOf[cell].length;
        int steps = 0;
        while (steps < margin && step(new int[] {cell}, sign, depth, TRIES + depth)) {
          seen();
          steps++;
        }
        if (steps > 0) {
          starts.add(new Start(value.clone(), sum.clone()));
        }
        reachedAll &= steps == margin;
      }
    }
  }

  private void start(Start from) {
    if (came == from) {
      for (int i = since.size - 1; i >= 0; i--) {
        change(since.cell(i), -since.move(i));
      }
    } else {
      System.arraycopy(from.value, 0, value, 0, value.length);
      System.arraycopy(from.sum, 0, sum, 0, sum.length);
      came = from;
    }
    since.size = 0;
  }

  private void change(int cell, int move) {
    value[cell] += move;
    for (int i = 0; i < limitsOf[cell].length; i++) {
      sum[limitsOf[cell][i]] += (long) move * weightsOf[cell][i];
    }
  }

  /** Looks for answers that disagree about one of the secrets by the margin; true when found. */
  boolean widen(Secret secret, int margin) {
    for (Start from : starts) {
      see(secret, from.value);
      for (int sign : new int[] {1, -1}) {
        start(from);
        while (!secret.wide(margin) && step(secret.cells, sign, DEPTH, TRIES)) {
          seen();
        }
        if (secret.wide(margin)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * As {@link #widen} with limits that are only being tried: what was found stays only if it is
   * enough, since then the limits do.
   */
  boolean wouldWiden(Secret secret, int margin) {
    before = new ArrayList<>();
    boolean found = widen(secret, margin);
    if (!found) {
      // The earliest note of a secret comes last, and stays.
      for (int i = before.size() - 1; i >= 0; i--) {
        Before was = before.get(i);
        was.secret().low = was.low();
        was.secret().high = was.high();
      }
    }
    before = null;
    return found;
  }

  /** Notes what the last step tells of any secret. */
  private void seen() {
    BitSet concerned = new BitSet();
    for (int i = 0; i < touched.size; i++) {
      int c = touched.cell(i);
      if (moved[c] != 0) {
        secretsOf.get(c).forEach(concerned::set);
      }
    }
    concerned.stream().forEach(s -> see(secrets.get(s), value));
  }

  private void see(Secret secret, long[] cells) {
    if (before != null) {
      before.add(new Before(secret, secret.low, secret.high));
    }
    secret.seen(cells);
  }

  /** Moves a sum by one, keeping to every limit. */
  private boolean step(int[] cells, int sign, int depth, int most) {
    for (int c : goalCells) {
      inGoal[c] = false;
    }
    for (int c : cells) {
      inGoal[c] = true;
    }
    goalCells = cells;
    goalSign = sign;
    goalLeft = 1;
    tries = most;
    broken.clear();
    for (int i = 0; i < touched.size; i++) {
      moved[touched.cell(i)] = 0;
    }
    touched.size = 0;
    int from = since.size;
    if (mend(depth)) {
      return true;
    }
    // What was tried was moved back.
    since.size = from;
    return false;
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
    int[] cells = limit < 0 ? goalCells : limits.get(limit).cells;
    int[] weights = limit < 0 ? null : limits.get(limit).weights;
    int sign = limit < 0 ? goalSign : sum[limit] > most[limit] ? -1 : 1;
    int[] best = new int[BREADTH];
    long[] bestCost = new long[BREADTH];
    int found = 0;
    long ideal = ideal(limit);
    int idealMoves = 0;
    // Of equals the first are taken, so that after enough ideal moves none is looked for.
    for (int i = 0; i < cells.length && idealMoves < BREADTH; i++) {
      int c = cells[i];
      int move = weights == null || weights[i] > 0 ? sign : -sign;
      // A cell that moved one way does not move back: that would only undo.
      if (value[c] + move < 0 || moved[c] * move < 0 || (still[c] && !inGoal[c])) {
        continue;
      }
      long cost = cost(c, move);
      if (cost <= ideal) {
        idealMoves++;
      }
      int at = found < BREADTH ? found++ : BREADTH;
      while (at > 0 && bestCost[at - 1] > cost) {
        if (at < BREADTH) {
          best[at] = best[at - 1];
          bestCost[at] = bestCost[at - 1];
        }
        at--;
      }
      if (at < BREADTH) {
        // One more than the cell, with the move's sign.
        best[at] = move * (c + 1);
        bestCost[at] = cost;
      }
    }
    for (int i = 0; i < found; i++) {
      int cell = Math.abs(best[i]) - 1;
      int move = Integer.signum(best[i]);
      move(cell, move);
      if (mend(depth - 1)) {
        return true;
      }
      move(cell, -move);
    }
    return false;
  }

  /** What no move costs less than: mending all that is broken at once, and serving the goal. */
  private long ideal(int limit) {
    long ideal = limit < 0 || holdsOfGoal(limit) ? -1 : 0;
    for (int l = broken.nextSetBit(0); l >= 0; l = broken.nextSetBit(l + 1)) {
      ideal -= Math.min(excess(l, sum[l]), heaviest[l]);
    }
    return ideal;
  }

  private boolean holdsOfGoal(int limit) {
    for (int c : goalCells) {
      for (int l : limitsOf[c]) {
        if (l == limit) {
          return true;
        }
      }
    }
    return false;
  }

  /** By how much moving a cell makes the broken limits worse. */
  private long cost(int cell, int move) {
    long cost = inGoal[cell] ? -goalSign * (long) move : 0;
    for (int i = 0; i < limitsOf[cell].length; i++) {
      int l = limitsOf[cell][i];
      cost += excess(l, sum[l] + (long) move * weightsOf[cell][i]) - excess(l, sum[l]);
    }
    return cost;
  }

  private long excess(int limit, long sum) {
    return sum > most[limit] ? sum - most[limit] : Math.max(0, least[limit] - sum);
  }

  private void move(int cell, int move) {
    value[cell] += move;
    moved[cell] += move;
    touched.add(cell, move);
    since.add(cell, move);
    if (inGoal[cell]) {
      goalLeft -= goalSign * (long) move;
    }
    for (int i = 0; i < limitsOf[cell].length; i++) {
      int l = limitsOf[cell][i];
      sum[l] += (long) move * weightsOf[cell][i];
      broken.set(l, excess(l, sum[l]) > 0);
    }
  }
}
