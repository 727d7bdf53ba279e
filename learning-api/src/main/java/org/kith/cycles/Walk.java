package org.kith.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A way walked back: on some day a cycle was at a place that it had been past before. It is read
 * from the days on which something was written down, and says nothing of how far anybody is.
 *
 * @param day ISO day
 */
public record Walk(Stage from, Stage to, String day) {

  /** Every walk back, first to last. */
  public static List<Walk> back(
      List<CycleEntry> entries, List<Experiment> experiments, List<Observation> notes) {
    SortedMap<String, SortedSet<Stage>> days = new TreeMap<>();
    entries.forEach(e -> at(days, day(e.created()), e.stage()));
    for (Experiment e : experiments) {
      at(days, day(e.created()), Stage.DESIGN);
      if (!e.state().equals("planned")) {
        at(days, e.starts(), Stage.TRY);
      }
    }
    notes.forEach(n -> at(days, n.happened(), Stage.TRY));
    List<Walk> walks = new ArrayList<>();
    Stage furthest = null;
    for (Map.Entry<String, SortedSet<Stage>> day : days.entrySet()) {
      Stage first = day.getValue().first();
      if (furthest != null && first.compareTo(furthest) < 0) {
        walks.add(new Walk(furthest, first, day.getKey()));
      }
      furthest = day.getValue().last();
    }
    return walks;
  }

  /** The last walk back to a place. */
  public static Optional<Walk> lastTo(List<Walk> walks, Stage to) {
    return walks.stream().filter(w -> w.to() == to).reduce((earlier, later) -> later);
  }

  private static void at(SortedMap<String, SortedSet<Stage>> days, String day, Stage stage) {
    days.computeIfAbsent(day, d -> new TreeSet<>()).add(stage);
  }

  static String day(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC).toString();
  }
}
