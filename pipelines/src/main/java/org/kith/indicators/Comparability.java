package org.kith.indicators;

import java.util.List;
import org.kith.groups.Rematch;
import org.kith.published.ComparabilityRow;

/** Whether an item means the same in every organisation, in each wave. */
final class Comparability {
  private Comparability() {}

  static List<ComparabilityRow> of(Survey survey, Rematch rematch) {
    return List.of();
  }
}
