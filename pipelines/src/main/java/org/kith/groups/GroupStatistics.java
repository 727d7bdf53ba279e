package org.kith.groups;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Spark makes of people: everything later mathematics needs about one organisation's answers
 * to one instrument in one wave. Exact, so it stays in the protected zone.
 *
 * @param instrument id
 * @param organisation id
 * @param wave id
 * @param people rows: people who returned the form, complete or partial
 * @param answers per item, people per answer code; negative codes are the kinds of missing of
 *     {@link org.kith.instrument.Missing}. The counts of an item sum to {@code people}
 * @param known per known group's column without its prefix ({@code age}), people per group; people
 *     whose group is not known are left out
 * @param scores people per score on the instrument's grid, for instruments that score people; empty
 *     otherwise. People below the fewest answered items have no score and are left out
 * @param complete those of them who answered every item
 * @param profiles people alike in every known group; their numbers sum to those of everybody
 * @param sources people per export they came from, by its name
 */
public record GroupStatistics(
    String instrument,
    String organisation,
    String wave,
    long people,
    SortedMap<String, SortedMap<Integer, Long>> answers,
    SortedMap<String, Map<String, Long>> known,
    SortedMap<Double, Long> scores,
    CompleteCases complete,
    List<Profile> profiles,
    SortedMap<String, Long> sources) {

  /** Of an instrument, organisation and wave of which only counts are wanted. */
  public GroupStatistics(
      String instrument,
      String organisation,
      String wave,
      long people,
      SortedMap<String, SortedMap<Integer, Long>> answers,
      SortedMap<String, Map<String, Long>> known,
      SortedMap<Double, Long> scores) {
    this(
        instrument,
        organisation,
        wave,
        people,
        answers,
        known,
        scores,
        CompleteCases.NONE,
        List.of(),
        new TreeMap<>());
  }
}
