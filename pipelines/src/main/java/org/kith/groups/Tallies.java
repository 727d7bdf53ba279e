package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.kith.instrument.Missing;

/**
 * The people of one partition, folded into one array of counts per organisation and wave. It grows
 * with groups, not with people, and two of them merge.
 *
 * <p>Rows hold the organisation, the wave, then known groups, then items, as {@link
 * GroupStatisticsJob} selects them. They are read in Spark's own form because making an object of
 * every answer costs more than counting it.
 */
final class Tallies implements Serializable {
  private static final int FIXED = 2;

  /** One organisation in one wave. */
  private record Group(UTF8String organisation, UTF8String wave) implements Serializable {}

  /** What is counted of a group; {@code known} holds a map per dimension. */
  private static final class Tally implements Serializable {
    private long people;
    private final long[] counts;
    private final List<Map<UTF8String, long[]>> known = new ArrayList<>();

    private Tally(int size, int dimensions) {
      counts = new long[size];
      for (int d = 0; d < dimensions; d++) {
        known.add(new HashMap<>());
      }
    }

    private void merge(Tally other) {
      people += other.people;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += other.counts[i];
      }
      for (int d = 0; d < known.size(); d++) {
        Map<UTF8String, long[]> mine = known.get(d);
        other.known.get(d).forEach((group, n) -> add(mine, group, n[0]));
      }
    }

    private static void add(Map<UTF8String, long[]> to, UTF8String group, long people) {
      long[] n = to.get(group);
      if (n == null) {
        // A row's text lies in a buffer that the next row overwrites.
        n = new long[1];
        to.put(group.copy(), n);
      }
      n[0] += people;
    }
  }

  private final Map<Group, Tally> groups = new HashMap<>();
  private transient int[] answers;

  /** Counts one person. */
  Tallies add(Layout layout, int dimensions, InternalRow row) {
    Group group = new Group(row.getUTF8String(0), row.getUTF8String(1));
    Tally tally = groups.get(group);
    if (tally == null) {
      tally = new Tally(layout.size(), dimensions);
      groups.put(new Group(group.organisation.copy(), group.wave.copy()), tally);
    }
    tally.people++;
    for (int d = 0; d < dimensions; d++) {
      if (!row.isNullAt(FIXED + d)) {
        Tally.add(tally.known.get(d), row.getUTF8String(FIXED + d), 1);
      }
    }
    if (answers == null) {
      answers = new int[layout.items()];
    }
    for (int i = 0; i < answers.length; i++) {
      int column = FIXED + dimensions + i;
      // A file written before an item was added has no such column.
      answers[i] = row.isNullAt(column) ? Missing.NOT_ASKED.code() : row.getInt(column);
    }
    layout.count(answers, tally.counts);
    return this;
  }

  /** Adds the people of another partition. */
  Tallies merge(Tallies other) {
    other.groups.forEach(
        (group, tally) -> {
          Tally mine = groups.putIfAbsent(group, tally);
          if (mine != null) {
            mine.merge(tally);
          }
        });
    return this;
  }

  /** What was counted, by organisation and wave. */
  List<GroupStatistics> statistics(String instrument, Layout layout, List<String> dimensions) {
    return groups.entrySet().stream()
        .map(
            entry -> {
              Tally tally = entry.getValue();
              SortedMap<String, Map<String, Long>> known = new TreeMap<>();
              for (int d = 0; d < dimensions.size(); d++) {
                SortedMap<String, Long> people = new TreeMap<>();
                tally.known.get(d).forEach((group, n) -> people.put(group.toString(), n[0]));
                known.put(dimensions.get(d), people);
              }
              return new GroupStatistics(
                  instrument,
                  entry.getKey().organisation.toString(),
                  entry.getKey().wave.toString(),
                  tally.people,
                  layout.answers(tally.counts),
                  known,
                  layout.scores(tally.counts));
            })
        .sorted(
            Comparator.comparing(GroupStatistics::organisation)
                .thenComparing(GroupStatistics::wave))
        .toList();
  }
}
