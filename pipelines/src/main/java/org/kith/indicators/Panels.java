package org.kith.indicators;

import java.util.List;
import org.kith.groups.Panel;
import org.kith.published.PanelRow;

/** What became of the answers of people who answered twice (statistic 10). */
final class Panels {
  private Panels() {}

  static List<PanelRow> of(Survey survey, Panel panel) {
    return List.of();
  }
}
