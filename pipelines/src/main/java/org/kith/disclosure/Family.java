package org.kith.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables that are decided on together, because something links their cells beside the sums inside
 * each.
 */
final class Family {
  final Cells cells = new Cells();
  final List<CountTable> tables = new ArrayList<>();
  final List<Limit> links = new ArrayList<>();

  /** Further links, to the cells of tables that are told aside. */
  final List<Limit> asideLinks = new ArrayList<>();

  /** By what they count. */
  final Map<Long, Integer> unpublished = new LinkedHashMap<>();

  private final Map<Object, Integer> people = new HashMap<>();
  private boolean sharesPeople;

  /**
   * Adds a table.
   *
   * @param counts per organisation, a count for each column
   * @param kinds further counts over everyone
   */
  CountTable table(CountTable.Shape shape, List<long[]> counts, long[] kinds) {
    return add(shape, counts.stream().map(cells::addAll).toList(), kinds);
  }

  /**
   * Adds a table of people who may be in other tables too: where an organisation has the same
   * counts for the same columns, they are taken for the same people, as anybody would.
   *
   * @param organisations their ids
   * @param columns what the columns are called
   * @param counts per organisation, a count for each column
   */
  CountTable tableOfPeople(
      CountTable.Shape shape,
      List<String> organisations,
      List<String> columns,
      List<long[]> counts) {
    List<Integer> starts = new ArrayList<>();
    for (int o = 0; o < counts.size(); o++) {
      List<Long> line = Arrays.stream(counts.get(o)).boxed().toList();
      Object who = List.of(organisations.get(o), columns, line);
      sharesPeople |= people.containsKey(who);
      long[] count = counts.get(o);
      starts.add(people.computeIfAbsent(who, w -> cells.addAll(count)));
    }
    return add(shape, starts, new long[0]);
  }

  private CountTable add(CountTable.Shape shape, List<Integer> starts, long[] kinds) {
    CountTable table = new CountTable(cells, shape, starts, kinds);
    tables.add(table);
    return table;
  }

  /** Whether some cells are in several tables. */
  boolean sharesPeople() {
    return sharesPeople;
  }

  /** The cell of a number that several tables have in common and no figure shows. */
  int unpublished(long count) {
    return unpublished.computeIfAbsent(count, cells::add);
  }

  /** Adds what holds between cells, unless it does not hold: then nobody can know it. */
  void link(int[] cells, int[] weights, long low, long high) {
    link(links, cells, weights, low, high);
  }

  /** The same for what holds of cells that are told aside. */
  void linkAside(int[] cells, int[] weights, long low, long high) {
    link(asideLinks, cells, weights, low, high);
  }

  private void link(List<Limit> to, int[] cells, int[] weights, long low, long high) {
    long sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum += weights[i] * this.cells.sum(new int[] {cells[i]});
    }
    if (sum >= low && sum <= high) {
      to.add(Limit.always(cells, weights, low, high));
    }
  }
}
