package org.kith.indicators;

import java.util.List;
import org.kith.published.PredictorRow;

/** What goes with belonging to a known group, within and between organisations (statistic 8). */
final class Predictors {
  private Predictors() {}

  static List<PredictorRow> of(Survey survey, Known known) {
    return List.of();
  }
}
