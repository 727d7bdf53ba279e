package org.kith.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.published.Drift;
import org.kith.statistics.AngularShare;
import org.kith.statistics.Heap;

/**
 * One thing that is looked at in the answers of one organisation in one wave, to be held beside the
 * same in its earlier waves.
 *
 * @param key what is looked at, the same in every wave: a group, a tool, an answer
 * @param family readings that the sign's chance of a false alarm is shared out among
 * @param value on a scale where people drawn at random make it differ by {@code variance}
 * @param share the same as a plain share, for judging whether it is large enough to matter
 */
record Reading(String key, String family, double value, double variance, double share) {
  /** Scores this far apart on their grid are neighbours. */
  private static final int NEIGHBOURS = 3;

  /** Fewer values a score can have are answers rather than a grid. */
  private static final int GRID = 2 * NEIGHBOURS + 1;

  /**
   * What people may be, so that those who were not there are read as a share of 0.
   *
   * @param tools the survey tool behind each export, by the export's name
   * @param used the tools that anybody came through
   * @param groups per known dimension, the groups that anybody is of
   */
  record Kinds(
      Map<String, String> tools, SortedSet<String> used, SortedMap<String, Set<String>> groups) {

    static Kinds of(Collection<GroupStatistics> all, Map<String, String> tools) {
      SortedSet<String> used = new TreeSet<>();
      SortedMap<String, Set<String>> groups = new TreeMap<>();
      for (GroupStatistics group : all) {
        group.sources().keySet().forEach(source -> used.add(tools.getOrDefault(source, source)));
        group
            .known()
            .forEach(
                (dimension, people) ->
                    groups
                        .computeIfAbsent(dimension, d -> new TreeSet<>())
                        .addAll(people.keySet()));
      }
      return new Kinds(tools, used, groups);
    }

    private Map<String, Long> byTool(GroupStatistics group) {
      Map<String, Long> people = new HashMap<>();
      group
          .sources()
          .forEach((source, n) -> people.merge(tools.getOrDefault(source, source), n, Long::sum));
      return people;
    }
  }

  /** All readings of a sign; none where the sign cannot be looked for. */
  static List<Reading> of(Drift sign, Instrument instrument, GroupStatistics group, Kinds kinds) {
    return switch (sign) {
      case HEAPING -> heaps(instrument, group);
      case STRAIGHT_LINING -> straight(group);
      case MISSING -> missing(instrument, group);
      case MODE -> shares("tool", kinds.used(), kinds.byTool(group));
      case CASE_MIX -> {
        List<Reading> all = new ArrayList<>();
        group
            .known()
            .forEach(
                (dimension, people) ->
                    all.addAll(shares(dimension, kinds.groups().get(dimension), people)));
        yield all;
      }
    };
  }

  private static Reading share(String key, String family, double counted, double of) {
    AngularShare angular = AngularShare.of(counted, of);
    return new Reading(key, family, angular.angle(), angular.variance(), counted / of);
  }

  private static List<Reading> shares(String what, Set<String> kinds, Map<String, Long> people) {
    double all = people.values().stream().mapToLong(Long::longValue).sum();
    return all == 0
        ? List.of()
        : kinds.stream()
            .map(kind -> share(what + " " + kind, "", (double) people.getOrDefault(kind, 0L), all))
            .toList();
  }

  private static List<Reading> straight(GroupStatistics group) {
    double complete = group.complete().values().n();
    // The count is 0 by definition where an instrument's questions cannot be answered alike; then
    // it never moves, and nothing is ever noticed.
    return complete > 0
        ? List.of(share("straight", "", (double) group.complete().straight(), complete))
        : List.of();
  }

  /** Questions left, of those that were put; by whatever way of not answering. */
  private static List<Reading> missing(Instrument instrument, GroupStatistics group) {
    long left = 0;
    long put = 0;
    for (Item item : instrument.items()) {
      for (Map.Entry<Integer, Long> e : answers(group, item).entrySet()) {
        if (e.getKey() != Missing.NOT_ASKED.code()) {
          put += e.getValue();
          left += e.getKey() < 0 ? e.getValue() : 0;
        }
      }
    }
    return put == 0 ? List.of() : List.of(share("left", "", (double) left, (double) put));
  }

  private static SortedMap<Integer, Long> answers(GroupStatistics group, Item item) {
    return group.answers().getOrDefault(item.id(), new TreeMap<>());
  }

  private static List<Reading> heaps(Instrument instrument, GroupStatistics group) {
    List<Reading> readings = new ArrayList<>();
    Map<List<Integer>, long[]> together = new HashMap<>();
    Map<List<Integer>, Integer> items = new HashMap<>();
    for (Item item : instrument.items()) {
      List<Integer> codes =
          item.answers().stream().map(a -> a.code()).filter(item::valid).sorted().toList();
      if (codes.size() >= 3) {
        SortedMap<Integer, Long> answers = answers(group, item);
        long[] counts = codes.stream().mapToLong(c -> answers.getOrDefault(c, 0L)).toArray();
        heaps(readings, "item " + item.id(), "one question", codes, counts);
        long[] sum = together.computeIfAbsent(codes, c -> new long[c.size()]);
        for (int c = 0; c < counts.length; c++) {
          sum[c] += counts[c];
        }
        items.merge(codes, 1, Integer::sum);
      }
    }
    together.forEach(
        (codes, counts) -> {
          if (items.get(codes) > 1) {
            heaps(readings, "answers " + codes, "all questions", codes, counts);
          }
        });
    scores(readings, group.scores());
    return readings;
  }

  private static void heaps(
      List<Reading> to, String what, String family, List<Integer> codes, long[] counts) {
    double all = 0;
    for (long count : counts) {
      all += count;
    }
    if (all > 0) {
      for (int c = 0; c < counts.length; c++) {
        Heap heap = Heap.of(counts, c);
        String key = what + " " + codes.get(c);
        to.add(new Reading(key, family, heap.height(), heap.variance(), counts[c] / all));
      }
    }
  }

  /**
   * Scores lie on a fine grid, where a value has few people and the grid's own pattern: so a
   * value's share of the people near it, which a shift of all scores hardly moves.
   */
  private static void scores(List<Reading> to, SortedMap<Double, Long> scores) {
    List<Double> grid = List.copyOf(scores.keySet());
    if (grid.size() < GRID) {
      return;
    }
    for (int s = 0; s < grid.size(); s++) {
      double near = 0;
      int from = Math.max(0, Math.min(s - NEIGHBOURS, grid.size() - GRID));
      for (int n = from; n < from + GRID; n++) {
        near += scores.get(grid.get(n));
      }
      to.add(share("score " + grid.get(s), "score", (double) scores.get(grid.get(s)), near));
    }
  }
}
