package org.kith.indicators;

import java.util.List;
import org.kith.published.ComparabilityRow;
import org.kith.published.HealthRow;
import org.kith.published.ReliabilityRow;

/** What to know of a measure before what people said. */
final class Health {
  private Health() {}

  static List<HealthRow> of(
      Survey survey,
      List<ReliabilityRow> reliability,
      List<ComparabilityRow> comparability,
      Known known) {
    return List.of();
  }
}
