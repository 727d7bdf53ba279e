package org.kith.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kith.published.DriftRow;
import org.kith.published.LevelRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * Signs of a number that became a target. Over everyone they count organisations, not people, and
 * say nothing while fewer than three were looked at. To an organisation they are a yes or no about
 * all of its people, where some number of its own is shown.
 */
final class DriftRows {
  private final Set<List<String>> speaking = new HashSet<>();
  private final Threshold threshold;

  DriftRows(List<LevelRow> levels, Threshold threshold) {
    this.threshold = threshold;
    for (LevelRow row : levels) {
      if (row.scope() == Scope.ORGANISATION && row.answered() != null) {
        speaking.add(List.of(row.instrument(), row.wave(), row.unit()));
      }
    }
  }

  List<DriftRow> of(List<DriftRow> exact) {
    return exact.stream().map(row -> row.scope() == Scope.ALL ? all(row) : own(row)).toList();
  }

  private DriftRow all(DriftRow row) {
    boolean enough = row.organisations() >= threshold.organisations();
    return new DriftRow(
        row.instrument(),
        row.wave(),
        row.scope(),
        row.unit(),
        row.sign(),
        enough ? row.organisations() : null,
        enough ? row.noticed() : null,
        null,
        enough ? Visibility.SHOWN : Visibility.FEWER_THAN_3_ORGANISATIONS);
  }

  private DriftRow own(DriftRow row) {
    boolean speaks = speaking.contains(List.of(row.instrument(), row.wave(), row.unit()));
    return new DriftRow(
        row.instrument(),
        row.wave(),
        row.scope(),
        row.unit(),
        row.sign(),
        null,
        null,
        speaks ? row.here() : null,
        speaks ? Visibility.SHOWN : Visibility.FEWER_THAN_K);
  }
}
