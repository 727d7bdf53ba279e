package org.kith.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.groups.Panel;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.TransitionRow;
import org.kith.published.Visibility;

/**
 * Which answer followed which among people who answered an item in a wave and in the next
 * (statistic 10), over everyone. Every pair of valid answers has a row.
 */
final class Transitions {
  /** Two waves, one after the other. */
  record Pair(String from, String to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return from.compareTo(other.from);
    }
  }

  private Transitions() {}

  static List<TransitionRow> of(Survey survey, Panel panel) {
    List<TransitionRow> rows = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (Item item : instrument.items()) {
        List<Integer> codes =
            item.answers().stream().map(Answer::code).filter(item::valid).toList();
        people(panel, instrument, item)
            .forEach((pair, people) -> rows(rows, instrument, item, codes, pair, people));
      }
    }
    return rows;
  }

  /** People by earlier and later code, for each pair of waves. */
  static SortedMap<Pair, Map<Integer, Map<Integer, Long>>> people(
      Panel panel, Instrument instrument, Item item) {
    SortedMap<Pair, Map<Integer, Map<Integer, Long>>> people = new TreeMap<>();
    for (Panel.Transition t : panel.transitions()) {
      if (t.instrument().equals(instrument.id()) && t.item().equals(item.id())) {
        var of = people.computeIfAbsent(new Pair(t.from(), t.to()), p -> new TreeMap<>());
        t.people()
            .forEach(
                (before, after) ->
                    after.forEach(
                        (code, n) ->
                            of.computeIfAbsent(before, b -> new TreeMap<>())
                                .merge(code, n, Long::sum)));
      }
    }
    return people;
  }

  private static void rows(
      List<TransitionRow> rows,
      Instrument instrument,
      Item item,
      List<Integer> codes,
      Pair pair,
      Map<Integer, Map<Integer, Long>> people) {
    for (int before : codes) {
      Map<Integer, Long> after = people.getOrDefault(before, Map.of());
      long all = after.values().stream().mapToLong(Long::longValue).sum();
      for (int code : codes) {
        long n = after.getOrDefault(code, 0L);
        rows.add(
            new TransitionRow(
                instrument.id(),
                item.id(),
                pair.from(),
                pair.to(),
                before,
                code,
                Math.toIntExact(n),
                all == 0 ? null : Double.valueOf(100.0 * n / all),
                Visibility.SHOWN));
      }
    }
  }
}
