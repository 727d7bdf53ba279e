package org.kith.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.indicators.Behind;
import org.kith.indicators.Behind.Of;

/** The people of each organisation behind results over everyone, to be looked up. */
final class Behinds {
  private record Key(
      Of of, String instrument, String measure, String from, String to, String group) {}

  private final Map<Key, SortedMap<String, Long>> people = new HashMap<>();

  Behinds(List<Behind> all) {
    for (Behind b : all) {
      people.put(
          new Key(b.of(), b.instrument(), b.measure(), b.from(), b.to(), b.group()), b.people());
    }
  }

  /** By organisation; empty where nobody was counted. */
  SortedMap<String, Long> of(Of of, String instrument, String measure, String from, String to) {
    return people.getOrDefault(new Key(of, instrument, measure, from, to, ""), new TreeMap<>());
  }

  /** In one wave. */
  SortedMap<String, Long> of(Of of, String instrument, String measure, String wave) {
    return of(of, instrument, measure, wave, wave);
  }

  /** Everybody of one known group whose other groups are known too. */
  long ofGroup(String instrument, String measure, String wave, String dimension, String group) {
    return sum(
        people.getOrDefault(
            new Key(Of.KNOWN, instrument, measure, wave, wave, dimension + " " + group),
            new TreeMap<>()));
  }

  static long sum(SortedMap<String, Long> people) {
    return people.values().stream().mapToLong(Long::longValue).sum();
  }

  static long[] array(SortedMap<String, Long> people) {
    return people.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** The organisations named, in their order; 0 for those without anybody. */
  static long[] array(SortedMap<String, Long> people, List<String> organisations) {
    Set<String> unknown = new TreeSet<>(people.keySet());
    organisations.forEach(unknown::remove);
    if (unknown.stream().anyMatch(o -> people.get(o) > 0)) {
      throw new IllegalStateException(
          "People of "
              + unknown
              + " are counted in one table and not in another. The exact indicators are"
              + " inconsistent; run again from the responses.");
    }
    return organisations.stream().mapToLong(o -> people.getOrDefault(o, 0L)).toArray();
  }
}
