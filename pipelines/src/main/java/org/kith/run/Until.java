package org.kith.run;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.kith.lake.IngestRecord;
import org.kith.workspace.Event;
import org.kith.workspace.Wave;

/** What was known by the end of a wave. Everywhere a null wave leaves nothing out. */
final class Until {
  private Until() {}

  /**
   * The exports with their parts of that wave and the waves before it; without those that have
   * parts of later waves only. An export's account of its rows stays whole: where rows went is not
   * known wave by wave.
   *
   * @throws IllegalArgumentException if nobody answered in that wave
   */
  static List<IngestRecord> records(List<IngestRecord> all, Wave until) {
    if (until == null) {
      return all;
    }
    checkAnswered(all, until);
    List<IngestRecord> known = new ArrayList<>();
    for (IngestRecord r : all) {
      List<IngestRecord.Part> parts =
          r.parts().stream().filter(p -> Wave.of(p.wave()).compareTo(until) <= 0).toList();
      if (r.parts().isEmpty() || !parts.isEmpty()) {
        known.add(
            new IngestRecord(
                r.source(),
                r.file(),
                r.tool(),
                r.sha256(),
                r.settings(),
                r.version(),
                r.rows(),
                parts));
      }
    }
    return known;
  }

  /** What had happened by its last day. */
  static List<Event> events(List<Event> all, Wave until) {
    return until == null ? all : all.stream().filter(e -> !e.date().isAfter(until.ends())).toList();
  }

  private static void checkAnswered(List<IngestRecord> all, Wave until) {
    TreeSet<Wave> answered =
        all.stream()
            .flatMap(record -> record.parts().stream())
            .map(part -> Wave.of(part.wave()))
            .collect(toCollection(TreeSet::new));
    if (answered.isEmpty()) {
      throw new IllegalArgumentException(
          "There are no answers yet, so there is no wave to stop at. Run without --until.");
    }
    if (!answered.contains(until)) {
      throw new IllegalArgumentException(
          "Nobody answered in wave "
              + until.id()
              + ". Answers go from "
              + answered.first().id()
              + " to "
              + answered.last().id()
              + ".");
    }
  }
}
