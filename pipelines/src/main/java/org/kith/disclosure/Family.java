package org.kith.disclosure;

import java.util.ArrayList;
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

  /** By what they count. */
  final Map<Long, Integer> unpublished = new LinkedHashMap<>();

  /** Adds a table. */
  CountTable table(CountTable.Shape shape, List<long[]> counts, long[] kinds) {
    CountTable table = new CountTable(cells, shape, counts, kinds);
    tables.add(table);
    return table;
  }

  /** The cell of a number that several tables have in common and no figure shows. */
  int unpublished(long count) {
    return unpublished.computeIfAbsent(count, cells::add);
  }

  /** Adds what holds between cells, unless it does not hold: then nobody can know it. */
  void link(int[] cells, int[] weights, long low, long high) {
    Limit link = Limit.always(cells, weights, low, high);
    long sum = link.sum(this.cells.toArray());
    if (sum >= low && sum <= high) {
      links.add(link);
    }
  }
}
