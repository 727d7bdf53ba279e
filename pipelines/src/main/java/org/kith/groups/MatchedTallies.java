package org.kith.groups;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.kith.instrument.Missing;

/** The complete cases of one partition, matched on some items, per organisation and wave. */
final class MatchedTallies implements Serializable {
  /** Where items begin in the rows of {@link GroupStatisticsJob#columns}. */
  private static final int FIXED = 4;

  /** One organisation in one wave. */
  private record Key(String organisation, String wave) implements Serializable {}

  private final Map<Key, long[]> groups = new HashMap<>();
  private transient int[] answers;
  private transient int[] steps;

  MatchedTallies add(CompleteLayout layout, int items, InternalRow row) {
    if (answers == null) {
      answers = new int[items];
      steps = new int[items];
    }
    for (int i = 0; i < items; i++) {
      answers[i] =
          row.isNullAt(FIXED + i) ? Missing.NOT_ASKED.code() : row.getInt(FIXED + i);
    }
    Key key = new Key(row.getUTF8String(0).toString(), row.getUTF8String(1).toString());
    layout.count(answers, steps, groups.computeIfAbsent(key, k -> new long[layout.size()]));
    return this;
  }

  MatchedTallies merge(MatchedTallies other) {
    other.groups.forEach(
        (key, counts) ->
            groups.merge(
                key,
                counts,
                (a, b) -> {
                  for (int i = 0; i < a.length; i++) {
                    a[i] += b[i];
                  }
                  return a;
                }));
    return this;
  }

  Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> matched(
      CompleteLayout layout) {
    Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> matched =
        new HashMap<>();
    groups.forEach(
        (key, counts) ->
            matched.put(
                new Rematch.Group(key.organisation(), key.wave()), layout.matched(counts)));
    return matched;
  }
}
