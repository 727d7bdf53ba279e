package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
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
 * The people of one partition, folded into a few arrays of sums per organisation and wave. It grows
 * with groups, not with people, and two of them merge. All sums are whole numbers, so the order of
 * people and of partitions leaves no trace.
 *
 * <p>Rows hold the organisation, the wave, the export and the weight, then known groups, then
 * items, as {@link GroupStatisticsJob} selects them. They are read in Spark's own form because
 * making an object of every answer costs more than counting it.
 */
final class Tallies implements Serializable {
  private static final int FIXED = 4;
  private static final int SOURCE = 2;
  private static final int WEIGHT = 3;

  /** Bits of a profile's number for each dimension. */
  private static final int BITS = 10;

  /** A weight of one, in the millionths it is kept in. */
  static final long ONE = 1_000_000;

  private static final double MILLIONTHS = ONE;

  /** Sums per measure in a profile's array, after the number of people. */
  private static final int SUMS = 5;

  /** One organisation in one wave. */
  private record Group(UTF8String organisation, UTF8String wave) implements Serializable {}

  /** What is counted of a group. */
  private static final class Tally implements Serializable {
    private long people;
    private final long[] counts;
    private final long[] complete;
    private final Map<Long, long[]> profiles = new HashMap<>();
    private final Map<UTF8String, long[]> sources = new HashMap<>();

    private Tally(int size, int complete) {
      this.counts = new long[size];
      this.complete = new long[complete];
    }

    private void fromSource(UTF8String source, long people) {
      long[] n = sources.get(source);
      if (n == null) {
        // A row's text lies in a buffer that the next row overwrites.
        n = new long[1];
        sources.put(source.copy(), n);
      }
      n[0] += people;
    }
  }

  private final Map<Group, Tally> groups = new HashMap<>();

  /** Per dimension, the names of its groups by number; 0 stands for not known. */
  private final List<List<UTF8String>> names = new ArrayList<>();

  private final List<Map<UTF8String, Integer>> numbers = new ArrayList<>();

  private transient int[] answers;
  private transient int[] steps;
  private transient Group lastGroup;
  private transient Tally lastTally;

  /** Counts one person. */
  Tallies add(Layout layout, int dimensions, InternalRow row) {
    Tally tally = tally(layout, row.getUTF8String(0), row.getUTF8String(1));
    tally.people++;
    tally.fromSource(row.getUTF8String(SOURCE), 1);
    if (answers == null) {
      answers = new int[layout.items()];
      steps = new int[layout.items()];
      name(dimensions);
    }
    for (int i = 0; i < answers.length; i++) {
      int column = FIXED + dimensions + i;
      // A file written before an item was added has no such column.
      answers[i] = row.isNullAt(column) ? Missing.NOT_ASKED.code() : row.getInt(column);
    }
    layout.count(answers, tally.counts);
    if (layout.complete().any()) {
      layout.complete().count(answers, steps, tally.complete);
    }
    MeasureValues measures = layout.measures();
    long[] profile =
        tally.profiles.computeIfAbsent(
            profile(dimensions, row), p -> new long[1 + SUMS * measures.measures()]);
    profile[0]++;
    long weight = row.isNullAt(WEIGHT) ? ONE : row.getLong(WEIGHT);
    int at = 1;
    for (int m = 0; m < measures.measures(); m++, at += SUMS) {
      long value = measures.value(m, answers);
      if (value != MeasureValues.NONE) {
        profile[at]++;
        profile[at + 1] += value;
        profile[at + 2] += value * value;
        profile[at + 3] += weight;
        profile[at + 4] += weight * value;
      }
    }
    return this;
  }

  /** Rows of an export come in runs of one organisation, so the last one is likely the next. */
  private Tally tally(Layout layout, UTF8String organisation, UTF8String wave) {
    if (lastGroup != null
        && lastGroup.organisation.equals(organisation)
        && lastGroup.wave.equals(wave)) {
      return lastTally;
    }
    Group group = new Group(organisation, wave);
    Tally tally = groups.get(group);
    if (tally == null) {
      group = new Group(organisation.copy(), wave.copy());
      tally = new Tally(layout.size(), layout.complete().size());
      groups.put(group, tally);
    } else {
      group = new Group(organisation.copy(), wave.copy());
    }
    lastGroup = group;
    lastTally = tally;
    return tally;
  }

  /** The number of a person's profile: their groups' numbers, ten bits each. */
  private long profile(int dimensions, InternalRow row) {
    long profile = 0;
    for (int d = 0; d < dimensions; d++) {
      profile = profile << BITS | (row.isNullAt(FIXED + d) ? 0 : number(d, row.getUTF8String(FIXED + d)));
    }
    return profile;
  }

  /** Makes room for the names of so many dimensions' groups. */
  private void name(int dimensions) {
    while (names.size() < dimensions) {
      names.add(new ArrayList<>(List.of(UTF8String.EMPTY_UTF8)));
      numbers.add(new HashMap<>());
    }
  }

  private int number(int dimension, UTF8String name) {
    Integer number = numbers.get(dimension).get(name);
    if (number == null) {
      UTF8String kept = name.copy();
      number = names.get(dimension).size();
      if (number >= 1 << BITS) {
        throw new IllegalArgumentException(
            "A known group has more than "
                + ((1 << BITS) - 1)
                + " values, such as '"
                + kept
                + "'. Make fewer of them in kith.yaml (groups).");
      }
      names.get(dimension).add(kept);
      numbers.get(dimension).put(kept, number);
    }
    return number;
  }

  /** Adds the people of another partition. */
  Tallies merge(Tallies other) {
    name(other.names.size());
    int[][] here = new int[other.names.size()][];
    for (int d = 0; d < here.length; d++) {
      here[d] = new int[other.names.get(d).size()];
      for (int i = 1; i < here[d].length; i++) {
        here[d][i] = number(d, other.names.get(d).get(i));
      }
    }
    other.groups.forEach(
        (group, tally) -> {
          Tally mine =
              groups.computeIfAbsent(
                  group, g -> new Tally(tally.counts.length, tally.complete.length));
          mine.people += tally.people;
          add(tally.counts, mine.counts);
          add(tally.complete, mine.complete);
          tally.sources.forEach((source, n) -> mine.fromSource(source, n[0]));
          tally.profiles.forEach(
              (profile, sums) ->
                  add(
                      sums,
                      mine.profiles.computeIfAbsent(
                          renumbered(profile, here), p -> new long[sums.length])));
        });
    return this;
  }

  private static void add(long[] from, long[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private static long renumbered(long profile, int[][] here) {
    long renumbered = 0;
    for (int d = 0; d < here.length; d++) {
      int shift = BITS * (here.length - 1 - d);
      int number = (int) (profile >> shift) & ((1 << BITS) - 1);
      renumbered |= (long) here[d][number] << shift;
    }
    return renumbered;
  }

  /** What was counted, by organisation and wave. */
  List<GroupStatistics> statistics(String instrument, Layout layout, List<String> dimensions) {
    return groups.entrySet().stream()
        .map(
            entry -> {
              Tally tally = entry.getValue();
              List<Profile> profiles = new ArrayList<>();
              SortedMap<String, Map<String, Long>> known = new TreeMap<>();
              dimensions.forEach(d -> known.put(d, new TreeMap<>()));
              tally.profiles.forEach(
                  (number, sums) -> {
                    List<String> of = groupsOf(number, dimensions.size());
                    profiles.add(profile(layout.measures(), of, sums));
                    for (int d = 0; d < of.size(); d++) {
                      if (!of.get(d).isEmpty()) {
                        known.get(dimensions.get(d)).merge(of.get(d), sums[0], Long::sum);
                      }
                    }
                  });
              profiles.sort(Comparator.comparing(p -> String.join("\u0000", p.groups())));
              SortedMap<String, Long> sources = new TreeMap<>();
              tally.sources.forEach((source, n) -> sources.put(source.toString(), n[0]));
              return new GroupStatistics(
                  instrument,
                  entry.getKey().organisation.toString(),
                  entry.getKey().wave.toString(),
                  tally.people,
                  layout.answers(tally.counts),
                  known,
                  layout.scores(tally.counts),
                  layout.complete().cases(tally.complete),
                  List.copyOf(profiles),
                  sources);
            })
        .sorted(
            Comparator.comparing(GroupStatistics::organisation)
                .thenComparing(GroupStatistics::wave))
        .toList();
  }

  private List<String> groupsOf(long profile, int dimensions) {
    String[] groups = new String[dimensions];
    Arrays.fill(groups, "");
    for (int d = 0; d < dimensions; d++) {
      int number = (int) (profile >> BITS * (dimensions - 1 - d)) & ((1 << BITS) - 1);
      if (number > 0) {
        groups[d] = names.get(d).get(number).toString();
      }
    }
    return List.of(groups);
  }

  private static Profile profile(MeasureValues measures, List<String> groups, long[] sums) {
    int k = measures.measures();
    double[][] of = new double[SUMS][k];
    for (int m = 0; m < k; m++) {
      int at = 1 + SUMS * m;
      double units = measures.unitsPerPoint(m);
      of[0][m] = sums[at];
      of[1][m] = sums[at + 1] / units;
      of[2][m] = sums[at + 2] / (units * units);
      of[3][m] = sums[at + 3] / MILLIONTHS;
      of[4][m] = sums[at + 4] / (MILLIONTHS * units);
    }
    return new Profile(groups, of[0], of[1], of[2], of[3], of[4]);
  }
}
