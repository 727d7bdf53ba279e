package org.kith.disclosure;

import java.util.List;
import org.kith.patterns.Count;
import org.kith.statistics.Evenness;

/**
 * How a theme spreads over the organisations that contribute (statistic 17), as far as it may be
 * said. No organisation's own number of authors is published anywhere, its own eyes included: of
 * one organisation's staff a count is small almost always, and a colleague is who would find out.
 *
 * <p><b>Holding</b> counts organisations in which anybody tapped the theme. Each has at least one
 * author, so there must be {@code margin} authors more than organisations, or it would say who
 * stands alone. It is said over everyone only, for places could be subtracted from it.
 *
 * <p><b>Evenness</b> is one number over all of them, to 1 decimal.
 *
 * @param holding how many, or null
 * @param evenness 0 to 1, or null
 */
record Spread(Integer holding, Double evenness) {
  private static final Spread UNSAID = new Spread(null, null);

  /**
   * Of one theme in one period.
   *
   * @param organisations the exact counts of every organisation
   */
  static Spread of(List<Count> organisations, Threshold threshold) {
    List<Count> contributing = organisations.stream().filter(c -> c.of() > 0).toList();
    int holding = (int) contributing.stream().filter(c -> c.authors() > 0).count();
    long authors = contributing.stream().mapToLong(Count::authors).sum();
    if (holding < threshold.organisations() || authors < holding + threshold.margin()) {
      return UNSAID;
    }
    Double evenness =
        Evenness.of(contributing.stream().mapToDouble(Count::authors).toArray()).evenness();
    return new Spread(holding, evenness == null ? null : Decimals.places(evenness, 1));
  }
}
