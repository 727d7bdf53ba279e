package org.kith.groups;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.kith.instrument.Instrument;

/**
 * Another pass over people, that only matches them anew: {@link Rematch} on the files of a lake.
 */
public final class RematchJob {
  /** Columns before the items: organisation and wave. */
  private static final int FIXED = 2;

  private RematchJob() {}

  /**
   * Matches the people in these files who gave a valid answer to every item on the sum of some.
   *
   * @param items ids of those items
   * @param heldOut pseudonyms of people who are not to be counted
   * @throws IOException if a file cannot be read; the message names it and what to do
   * @throws IllegalArgumentException if one of the items has no values
   */
  public static Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>>
      run(
          SparkSession spark,
          Instrument instrument,
          List<URI> parts,
          Set<String> items,
          Set<String> heldOut)
          throws IOException {
    Matching matching = Matching.on(instrument, ItemValues.of(instrument), items);
    if (parts.isEmpty()) {
      return Map.of();
    }
    int answers = instrument.items().size();
    Matched matched =
        LakeScan.of(spark, instrument, parts, heldOut)
            .fold(
                LakeScan.items(LakeScan.groups(), instrument),
                rows -> Matched.of(matching, answers, rows),
                Matched::merge);
    return matched.people(matching);
  }

  /** Counts per wave and organisation. */
  private static final class Matched implements Serializable {
    private final Numbered organisations = new Numbered();
    private final Numbered waves = new Numbered();
    private int[][][] counts = new int[0][][];

    private static Matched of(Matching matching, int items, Iterator<InternalRow> rows) {
      Matched all = new Matched();
      int[] answers = new int[items];
      int[] steps = new int[matching.items()];
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        for (int i = 0; i < items; i++) {
          answers[i] = LakeScan.answer(row, FIXED + i);
        }
        int wave = all.waves.of(row.getUTF8String(1));
        int organisation = all.organisations.of(row.getUTF8String(0));
        matching.count(answers, steps, null, all.of(wave, organisation, matching.matchedSize()));
      }
      return all;
    }

    private int[] of(int wave, int organisation, int size) {
      if (wave >= counts.length) {
        counts = Arrays.copyOf(counts, wave + 1);
        counts[wave] = new int[0][];
      }
      if (organisation >= counts[wave].length) {
        counts[wave] =
            Arrays.copyOf(counts[wave], Math.max(organisation + 1, organisations.size()));
      }
      if (counts[wave][organisation] == null) {
        counts[wave][organisation] = new int[size];
      }
      return counts[wave][organisation];
    }

    private Matched merge(Matched other) {
      for (int w = 0; w < other.counts.length; w++) {
        for (int o = 0; o < other.counts[w].length; o++) {
          int[] theirs = other.counts[w][o];
          if (theirs != null) {
            int wave = waves.of(other.waves.text(w));
            int[] mine = of(wave, organisations.of(other.organisations.text(o)), theirs.length);
            for (int i = 0; i < mine.length; i++) {
              mine[i] = Math.addExact(mine[i], theirs[i]);
            }
          }
        }
      }
      return this;
    }

    private Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>>
        people(Matching matching) {
      Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> people =
          new HashMap<>();
      for (int w = 0; w < counts.length; w++) {
        for (int o = 0; o < counts[w].length; o++) {
          if (counts[w][o] != null && Arrays.stream(counts[w][o]).anyMatch(n -> n > 0)) {
            people.put(
                new Rematch.Group(organisations.text(o).toString(), waves.text(w).toString()),
                matching.matched(counts[w][o]));
          }
        }
      }
      return people;
    }
  }
}
