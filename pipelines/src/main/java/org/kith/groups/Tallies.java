package org.kith.groups;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The people of one partition, folded into arrays of counts per organisation and wave. It grows
 * with groups, not with people, and two of them merge.
 *
 * <p>Rows are laid out as {@link GroupStatisticsJob#columns} selects them. They are read in Spark's
 * own form because making an object of every answer costs more than counting it. Texts are turned
 * into small numbers at once, a different one in each partition; {@link #merge} translates.
 */
final class Tallies implements Serializable {
  private static final int WAVE = 1;
  private static final int SOURCE = 2;
  private static final int WEIGHT = 3;

  /** Columns before the known groups. */
  static final int FIXED = 4;

  private final int dimensions;
  private final Numbered organisations;
  private final Numbered waves;
  private final Numbered sources;
  private final List<Numbered> groups;

  /** People alike in every known group: per dimension 0 where not known, or 1 + the group. */
  private final Paths profiles;

  /** Wave, then organisation. */
  private final Paths counted;

  /** By {@link #counted}; null for what is no organisation in a wave. */
  private final List<Tally> tallies;

  private Tallies(int dimensions) {
    this.dimensions = dimensions;
    organisations = new Numbered();
    waves = new Numbered();
    sources = new Numbered();
    groups = new ArrayList<>(Stream.generate(Numbered::new).limit(dimensions).toList());
    profiles = new Paths();
    counted = new Paths();
    tallies = new ArrayList<>();
  }

  private Tallies(Tallies all, List<Tally> some) {
    dimensions = all.dimensions;
    organisations = all.organisations;
    waves = all.waves;
    sources = all.sources;
    groups = all.groups;
    profiles = all.profiles;
    counted = all.counted;
    tallies = some;
  }

  /** Nobody. */
  static Tallies none(int dimensions) {
    return new Tallies(dimensions);
  }

  /** Those of one wave. They share with these what they are called by. */
  Tallies of(String wave) {
    List<Tally> some = new ArrayList<>();
    for (int n = 0; n < tallies.size(); n++) {
      boolean own =
          tallies.get(n) != null
              && waves.text(counted.sequence(n)[0]).equals(UTF8String.fromString(wave));
      some.add(own ? tallies.get(n) : null);
    }
    return new Tallies(this, some);
  }

  /** Counts everybody in these rows. */
  static Tallies of(Counting counting, int dimensions, Iterator<InternalRow> rows) {
    Tallies all = new Tallies(dimensions);
    Waiting waiting = new Waiting(counting);
    int items = counting.layout().items();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      for (int i = 0; i < items; i++) {
        waiting.answer(i, LakeScan.answer(row, FIXED + dimensions + i));
      }
      waiting.add(
          all.number(counting, row),
          all.profile(row),
          all.sources.of(row.getUTF8String(SOURCE)),
          row.isNullAt(WEIGHT) ? Tally.ONE : row.getLong(WEIGHT));
      if (waiting.full()) {
        waiting.count(all.tallies);
      }
    }
    waiting.count(all.tallies);
    return all;
  }

  private int profile(InternalRow row) {
    int profile = Paths.START;
    for (int d = 0; d < dimensions; d++) {
      int column = FIXED + d;
      int group = row.isNullAt(column) ? 0 : 1 + groups.get(d).of(row.getUTF8String(column));
      profile = profiles.step(profile, group);
    }
    return profile;
  }

  private int number(Counting counting, InternalRow row) {
    int number = number(waves.of(row.getUTF8String(WAVE)), organisations.of(row.getUTF8String(0)));
    if (tallies.get(number) == null) {
      tallies.set(number, new Tally(counting));
    }
    return number;
  }

  private int number(int wave, int organisation) {
    int number = counted.step(counted.step(Paths.START, wave), organisation);
    while (tallies.size() <= number) {
      tallies.add(null);
    }
    return number;
  }

  /** Adds the people of another partition. */
  Tallies merge(Tallies other) {
    int[] profileNumbers = new int[other.profiles.size()];
    for (int p = 0; p < profileNumbers.length; p++) {
      int at = Paths.START;
      int[] theirs = other.profiles.sequence(p);
      for (int d = 0; d < theirs.length; d++) {
        int group = theirs[d];
        at =
            profiles.step(
                at, group == 0 ? 0 : 1 + groups.get(d).of(other.groups.get(d).text(group - 1)));
      }
      profileNumbers[p] = at;
    }
    int[] sourceNumbers = new int[other.sources.size()];
    for (int s = 0; s < sourceNumbers.length; s++) {
      sourceNumbers[s] = sources.of(other.sources.text(s));
    }
    for (int n = 0; n < other.tallies.size(); n++) {
      Tally tally = other.tallies.get(n);
      if (tally != null) {
        int[] of = other.counted.sequence(n);
        int number =
            number(
                waves.of(other.waves.text(of[0])),
                organisations.of(other.organisations.text(of[1])));
        if (tallies.get(number) == null) {
          tallies.set(number, tally.renumbered(profileNumbers, sourceNumbers));
        } else {
          tallies.get(number).merge(tally, profileNumbers, sourceNumbers);
        }
      }
    }
    return this;
  }

  /** What was counted, by organisation and wave. */
  List<GroupStatistics> statistics(String instrument, Counting counting, List<String> ids) {
    List<GroupStatistics> all = new ArrayList<>();
    for (int n = 0; n < tallies.size(); n++) {
      Tally tally = tallies.get(n);
      if (tally != null) {
        int[] of = counted.sequence(n);
        all.add(
            new GroupStatistics(
                instrument,
                organisations.text(of[1]).toString(),
                waves.text(of[0]).toString(),
                tally.people,
                counting.layout().answers(tally.counts),
                known(tally, ids),
                counting.layout().scores(tally.counts),
                counting.matching().cases(tally.sums, tally.matched),
                profiles(tally, counting.measures()),
                exports(tally)));
      }
    }
    all.sort(
        Comparator.comparing(GroupStatistics::organisation).thenComparing(GroupStatistics::wave));
    return List.copyOf(all);
  }

  /** People per known group, those whose group is not known left out. */
  private SortedMap<String, Map<String, Long>> known(Tally tally, List<String> ids) {
    SortedMap<String, Map<String, Long>> known = new TreeMap<>();
    for (int d = 0; d < dimensions; d++) {
      SortedMap<String, Long> people = new TreeMap<>();
      for (int p = 0; p < tally.profiles(); p++) {
        if (tally.people(p) > 0 && profiles.sequence(p)[d] > 0) {
          people.merge(group(p, d), tally.people(p), Long::sum);
        }
      }
      known.put(ids.get(d), people);
    }
    return known;
  }

  private String group(int profile, int dimension) {
    int group = profiles.sequence(profile)[dimension];
    return group == 0 ? "" : groups.get(dimension).text(group - 1).toString();
  }

  /** By their groups, in the order of dimensions. */
  private List<Profile> profiles(Tally tally, MeasureValues measures) {
    List<Profile> all = new ArrayList<>();
    for (int p = 0; p < tally.profiles(); p++) {
      if (tally.people(p) > 0) {
        List<String> of = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
          of.add(group(p, d));
        }
        all.add(tally.profile(p, of, measures));
      }
    }
    all.sort(Tallies::byGroups);
    return all;
  }

  private static int byGroups(Profile a, Profile b) {
    int order = 0;
    for (int d = 0; order == 0 && d < a.groups().size(); d++) {
      order = a.groups().get(d).compareTo(b.groups().get(d));
    }
    return order;
  }

  private SortedMap<String, Long> exports(Tally tally) {
    SortedMap<String, Long> people = new TreeMap<>();
    for (int s = 0; s < tally.sources(); s++) {
      if (tally.ofSource(s) > 0) {
        people.put(sources.text(s).toString(), tally.ofSource(s));
      }
    }
    return people;
  }
}
