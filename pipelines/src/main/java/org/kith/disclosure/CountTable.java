package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kith.published.Scope;

/**
 * Counts that belong together because sums link them, such as one question in one wave: a cell for
 * each answer in each organisation, a line of figures for each organisation, place and everyone.
 *
 * <p>A table knows nothing of questions or people's groups. {@link Suppression} decides on it; what
 * made it reads the decision off its lines.
 */
final class CountTable {

  /**
   * The figures of one organisation, one place or everyone.
   *
   * @param organisations positions of its organisations
   * @param total what the parts add up to
   * @param parts the answers that are in the total
   * @param counted sum of the parts a share counts, or null
   * @param inCounted which parts those are
   * @param outside answers that are not in the total
   * @param allOutside sum of those, or null when it is not published
   */
  record Line(
      Scope scope,
      String unit,
      List<Integer> organisations,
      Figure total,
      List<Figure> parts,
      Figure counted,
      List<Boolean> inCounted,
      List<Figure> outside,
      Figure allOutside) {}

  /**
   * How a table is laid out.
   *
   * @param name for error messages; no numbers in it
   * @param parts how many columns are in the total
   * @param outside how many are not
   * @param inCounted which of the parts a share counts, or null without a share
   * @param complements whether a part that is nearly all of its total is hidden too
   * @param totalCost what hiding a total costs; parts cost 1
   */
  record Shape(
      String name,
      int parts,
      int outside,
      List<Boolean> inCounted,
      boolean complements,
      int totalCost) {
    int width() {
      return parts + outside;
    }
  }

  final Shape shape;
  private final Cells cells;

  /** Where the cells of each organisation start. */
  private final List<Integer> starts;

  final List<Line> lines = new ArrayList<>();

  /** Figures over everyone that are no part of a line: people by kind of missing answer. */
  final List<Figure> kinds = new ArrayList<>();

  /** Other sums of cells that something tells of, such as how many left a question. */
  final List<Figure> others = new ArrayList<>();

  /** People per organisation, where the cells hold organisations added up already. */
  private long[] addedUp;

  private boolean aside;

  /**
   * Starts a table.
   *
   * @param cells where its counts are, among those of other tables
   * @param starts per organisation, its first cell; a cell for each column, those in the total
   *     first
   * @param kinds further counts over everyone
   */
  CountTable(Cells cells, Shape shape, List<Integer> starts, long[] kinds) {
    this.shape = shape;
    this.cells = cells;
    this.starts = List.copyOf(starts);
    for (int kind = 0; kind < kinds.length; kind++) {
      int cell = cells.add(kinds[kind]);
      int column = shape.width() + 3 + kind;
      this.kinds.add(new Figure(this, -1, column, new int[] {cell}, kinds[kind], 1));
    }
  }

  /** The cells of an organisation: those in the total, then those outside it. */
  int[] cells(int organisation) {
    int from = starts.get(organisation);
    return range(from, from + shape.width());
  }

  /** The cells of an organisation that are in the total. */
  int[] inTotal(int organisation) {
    return Arrays.copyOf(cells(organisation), shape.parts());
  }

  /** How many organisations a line speaks through. */
  int contributing(Line line, Threshold threshold) {
    return (int) Arrays.stream(totals(line)).filter(threshold::speaks).count();
  }

  /** Whether a line over several organisations may say anything. */
  boolean pools(Line line, Threshold threshold) {
    return threshold.pools(totals(line));
  }

  /** Whether the people of a part over several organisations come from enough of them. */
  boolean heldByEnough(Figure part, Threshold threshold) {
    long holding = Arrays.stream(part.cells).filter(c -> cells.sum(new int[] {c}) > 0).count();
    return !threshold.countsHolders() || holding >= threshold.organisations();
  }

  /** Says that what it shows is told beside what people answered, and goes first. */
  CountTable asAside() {
    aside = true;
    return this;
  }

  boolean aside() {
    return aside;
  }

  /** Says of whom the cells are the sum, for a table of everyone that has no cells below that. */
  CountTable addedUpFrom(long[] people) {
    addedUp = people.clone();
    return this;
  }

  /** Adds a sum of cells, as dear as a single number of one organisation. */
  Figure other(int[] sum) {
    int column = shape.width() + 3 + kinds.size() + others.size();
    Figure figure = new Figure(this, -1, column, sum, cells.sum(sum), 1);
    others.add(figure);
    return figure;
  }

  private long[] totals(Line line) {
    if (addedUp != null) {
      return addedUp;
    }
    return line.organisations().stream().mapToLong(o -> cells.sum(inTotal(o))).toArray();
  }

  /** Adds the line of some of the organisations. */
  Line line(Scope scope, String unit, int[] of, boolean allOutsideIsPublished) {
    return line(
        scope,
        unit,
        of,
        allOutsideIsPublished,
        switch (scope) {
          case ORGANISATION -> 1;
          case PLACE -> 20;
          case ALL -> 400;
        });
  }

  /**
   * Adds a line.
   *
   * @param weight what hiding one of its figures costs
   */
  Line line(Scope scope, String unit, int[] of, boolean allOutsideIsPublished, int weight) {
    int at = lines.size();
    int[] inTotal = range(0, shape.parts());
    List<Figure> parts = new ArrayList<>();
    for (int c : inTotal) {
      parts.add(figure(at, c, of, new int[] {c}, weight));
    }
    List<Figure> outside = new ArrayList<>();
    for (int c : range(shape.parts(), shape.width())) {
      outside.add(figure(at, c, of, new int[] {c}, weight));
    }
    Figure total = figure(at, shape.width(), of, inTotal, weight * shape.totalCost());
    Figure counted = null;
    if (shape.inCounted() != null) {
      int[] columns = Arrays.stream(inTotal).filter(c -> shape.inCounted().get(c)).toArray();
      counted = figure(at, shape.width() + 1, of, columns, weight * 4);
    }
    Figure allOutside =
        allOutsideIsPublished && shape.outside() > 0
            ? figure(at, shape.width() + 2, of, range(shape.parts(), shape.width()), weight)
            : null;
    Line line =
        new Line(
            scope,
            unit,
            Arrays.stream(of).boxed().toList(),
            total,
            parts,
            counted,
            shape.inCounted(),
            outside,
            allOutside);
    lines.add(line);
    return line;
  }

  /** Every published figure. */
  List<Figure> figures() {
    List<Figure> all = new ArrayList<>();
    for (Line line : lines) {
      all.addAll(line.parts());
      all.addAll(line.outside());
      all.add(line.total());
      if (line.counted() != null) {
        all.add(line.counted());
      }
      if (line.allOutside() != null) {
        all.add(line.allOutside());
      }
    }
    all.addAll(kinds);
    all.addAll(others);
    return all;
  }

  private Figure figure(int line, int column, int[] of, int[] columns, int cost) {
    int[] sum = new int[of.length * columns.length];
    int next = 0;
    for (int o : of) {
      for (int c : columns) {
        sum[next] = starts.get(o) + c;
        next++;
      }
    }
    return new Figure(this, line, column, sum, cells.sum(sum), cost);
  }

  /** What is left of one figure's cells without another's. */
  static int[] without(Figure whole, Figure part) {
    int[] sorted = part.cells.clone();
    Arrays.sort(sorted);
    return Arrays.stream(whole.cells).filter(c -> Arrays.binarySearch(sorted, c) < 0).toArray();
  }

  static int[] range(int from, int to) {
    int[] range = new int[to - from];
    for (int i = from; i < to; i++) {
      range[i - from] = i;
    }
    return range;
  }
}
