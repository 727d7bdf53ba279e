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
import org.kith.instrument.Instrument;
import org.kith.instrument.Missing;
import org.kith.statistics.CrossProducts;

/**
 * The people of one partition over their waves, folded into sums per organisation. Rows come sorted
 * by person, organisation, wave and export, so that one person is held at a time; of a person's two
 * rows in one wave the first counts.
 */
final class PanelTallies implements Serializable {
  private static final int FIXED = 4;

  /** People of one organisation with a value of one measure in the same waves. */
  private record Pattern(UTF8String organisation, int measure, long waves)
      implements Serializable {}

  /** People of one organisation who answered one item in a wave and in the next. */
  private record Move(UTF8String organisation, int item, int from) implements Serializable {}

  private final PanelLayout layout;
  private final Map<Pattern, long[]> patterns = new HashMap<>();
  private final Map<Move, long[]> moves = new HashMap<>();

  private UTF8String person;
  private UTF8String organisation;
  private long seen;

  /** Per wave, the person's answers; what was seen says which are theirs. */
  private final int[][] answers;

  PanelTallies(PanelLayout layout) {
    this.layout = layout;
    this.answers = new int[layout.waves().size()][layout.items()];
  }

  /** Takes the next row. */
  PanelTallies add(InternalRow row) {
    UTF8String who = row.getUTF8String(0);
    UTF8String where = row.getUTF8String(1);
    if (person == null || !person.equals(who) || !organisation.equals(where)) {
      close();
      person = who.copy();
      organisation = where.copy();
    }
    int wave = layout.waves().indexOf(row.getUTF8String(2).toString());
    if ((seen & 1L << wave) != 0) {
      return this;
    }
    seen |= 1L << wave;
    for (int i = 0; i < layout.items(); i++) {
      answers[wave][i] =
          row.isNullAt(FIXED + i) ? Missing.NOT_ASKED.code() : row.getInt(FIXED + i);
    }
    return this;
  }

  /** Counts the person at hand. */
  private void close() {
    if (seen == 0) {
      return;
    }
    MeasureValues measures = layout.measures();
    int waves = answers.length;
    long[] values = new long[waves];
    for (int m = 0; m < measures.measures(); m++) {
      long pattern = 0;
      int n = 0;
      for (int w = 0; w < waves; w++) {
        if ((seen & 1L << w) != 0) {
          long value = measures.value(m, answers[w]);
          if (value != MeasureValues.NONE) {
            pattern |= 1L << w;
            values[n++] = value;
          }
        }
      }
      if (n > 0) {
        int length = n;
        long[] sums =
            patterns.computeIfAbsent(
                new Pattern(organisation, m, pattern),
                p -> new long[1 + length + length * (length + 1) / 2]);
        sums[0]++;
        int at = 1 + n;
        for (int i = 0; i < n; i++) {
          sums[1 + i] += values[i];
          for (int j = i; j < n; j++) {
            sums[at++] += values[i] * values[j];
          }
        }
      }
    }
    for (int w = 0; w + 1 < waves; w++) {
      if ((seen & 3L << w) == 3L << w) {
        moved(w);
      }
    }
    seen = 0;
  }

  private void moved(int from) {
    for (int i = 0; i < layout.items(); i++) {
      int before = layout.position(i, answers[from][i]);
      int after = layout.position(i, answers[from + 1][i]);
      if (before >= 0 && after >= 0) {
        int codes = layout.codes(i).length;
        moves.computeIfAbsent(new Move(organisation, i, from), m -> new long[codes * codes])[
            before * codes + after]++;
      }
    }
  }

  /** Adds the people of another partition: others, since a person's rows are all in one. */
  PanelTallies merge(PanelTallies other) {
    close();
    other.close();
    other.patterns.forEach((key, sums) -> patterns.merge(key, sums, PanelTallies::sum));
    other.moves.forEach((key, sums) -> moves.merge(key, sums, PanelTallies::sum));
    return this;
  }

  private static long[] sum(long[] a, long[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }

  /** What was counted, by measure or item, organisation and waves. */
  Panel panel(Instrument instrument) {
    close();
    List<Measure> measures = Measure.of(instrument);
    List<Panel.Pattern> people = new ArrayList<>();
    patterns.forEach(
        (key, sums) -> {
          List<String> waves = new ArrayList<>();
          for (int w = 0; w < answers.length; w++) {
            if ((key.waves() & 1L << w) != 0) {
              waves.add(layout.waves().get(w));
            }
          }
          double units = layout.measures().unitsPerPoint(key.measure());
          int n = waves.size();
          people.add(
              new Panel.Pattern(
                  instrument.id(),
                  measures.get(key.measure()).name(),
                  key.organisation().toString(),
                  List.copyOf(waves),
                  new CrossProducts(
                      sums[0],
                      Arrays.stream(sums, 1, 1 + n).mapToDouble(s -> s / units).toArray(),
                      Arrays.stream(sums, 1 + n, sums.length)
                          .mapToDouble(s -> s / (units * units))
                          .toArray())));
        });
    people.sort(
        Comparator.comparing(Panel.Pattern::measure)
            .thenComparing(Panel.Pattern::organisation)
            .thenComparing(p -> String.join(" ", p.waves())));
    List<Panel.Transition> transitions = new ArrayList<>();
    moves.forEach(
        (key, counts) ->
            transitions.add(
                new Panel.Transition(
                    instrument.id(),
                    instrument.items().get(key.item()).id(),
                    key.organisation().toString(),
                    layout.waves().get(key.from()),
                    layout.waves().get(key.from() + 1),
                    people(layout.codes(key.item()), counts))));
    transitions.sort(
        Comparator.comparing(Panel.Transition::item)
            .thenComparing(Panel.Transition::organisation)
            .thenComparing(Panel.Transition::from));
    return new Panel(people, transitions);
  }

  private static SortedMap<Integer, SortedMap<Integer, Long>> people(int[] codes, long[] counts) {
    SortedMap<Integer, SortedMap<Integer, Long>> people = new TreeMap<>();
    for (int before = 0; before < codes.length; before++) {
      for (int after = 0; after < codes.length; after++) {
        long count = counts[before * codes.length + after];
        if (count > 0) {
          people
              .computeIfAbsent(codes[before], c -> new TreeMap<>())
              .put(codes[after], count);
        }
      }
    }
    return people;
  }
}
