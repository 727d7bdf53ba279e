package org.kith.indicators;

import java.util.List;
import org.kith.groups.Panel;
import org.kith.published.GrowthRow;

/** How people move over waves (statistic 9). */
final class Growing {
  private Growing() {}

  static List<GrowthRow> of(Survey survey, Panel panel) {
    return List.of();
  }
}
