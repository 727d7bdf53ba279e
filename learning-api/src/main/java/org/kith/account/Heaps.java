package org.kith.account;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What people expected, heaped: no heap is so small that it could be somebody. */
final class Heaps {
  private static final int BAND = 10;

  private Heaps() {}

  /**
   * People whose middle of what they expected lies in a range.
   *
   * @param from of 100
   * @param to of 100, not itself in the heap unless it is 100
   */
  record Heap(int from, int to, int people) {
    String words() {
      return people + " of us said between " + from + " and " + to + "\u00a0%";
    }
  }

  /**
   * Heaps over bands of ten. Neighbours too small are put together, from the lowest on, until each
   * is large enough; nothing is left out, so nothing can be subtracted.
   *
   * @param few fewer people than this are no heap
   * @return empty when all of them together are too few
   */
  static List<Heap> of(List<Double> middles, int few) {
    if (middles.size() < few) {
      return List.of();
    }
    TreeMap<Integer, Integer> bands = new TreeMap<>();
    for (double middle : middles) {
      int band = (int) Math.min(9, Math.max(0, Math.floor(middle / BAND)));
      bands.merge(band, 1, Integer::sum);
    }
    List<Heap> heaps = new ArrayList<>();
    int from = bands.firstKey();
    int people = 0;
    for (var band : bands.entrySet()) {
      people += band.getValue();
      if (people >= few) {
        heaps.add(new Heap(from * BAND, (band.getKey() + 1) * BAND, people));
        from = band.getKey() + 1;
        people = 0;
      } else if (people == band.getValue()) {
        from = band.getKey();
      }
    }
    if (people > 0) {
      Heap last = heaps.remove(heaps.size() - 1);
      heaps.add(new Heap(last.from(), (bands.lastKey() + 1) * BAND, last.people() + people));
    }
    return List.copyOf(heaps);
  }
}
