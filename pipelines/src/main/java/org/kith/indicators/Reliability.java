package org.kith.indicators;

import java.util.List;
import org.kith.published.ReliabilityRow;

/** How well an instrument's items hang together (statistic 4), in each wave. */
final class Reliability {
  private Reliability() {}

  static List<ReliabilityRow> of(Survey survey) {
    return List.of();
  }
}
