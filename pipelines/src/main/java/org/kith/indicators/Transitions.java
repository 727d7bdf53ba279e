package org.kith.indicators;

import java.util.List;
import org.kith.groups.Panel;
import org.kith.published.TransitionRow;

/** Which answer followed which (statistic 10). */
final class Transitions {
  private Transitions() {}

  static List<TransitionRow> of(Survey survey, Panel panel) {
    return List.of();
  }
}
