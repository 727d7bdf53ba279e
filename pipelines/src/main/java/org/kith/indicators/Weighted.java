package org.kith.indicators;

import java.util.List;
import org.kith.published.WeightedRow;

/** Shares and means that speak of residents. */
final class Weighted {
  private Weighted() {}

  static List<WeightedRow> of(Survey survey, Models models, Known known) {
    return List.of();
  }
}
