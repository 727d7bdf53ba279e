package org.kith.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.published.BetweenRow;
import org.kith.published.FunnelRow;
import org.kith.published.Gate;
import org.kith.published.HealthRow;
import org.kith.published.Visibility;

/**
 * Whether organisations may be looked at beside one another in a measure and wave, as the published
 * row of its health says. Where they may not, nothing that compares them is published: how much
 * lies between them, their pooled estimates, their funnel.
 */
final class Gates {
  private final Map<List<String>, Gate> gates = new HashMap<>();

  Gates(List<HealthRow> published) {
    published.forEach(
        row -> gates.put(List.of(row.instrument(), row.measure(), row.wave()), row.gate()));
  }

  /**
   * Shown, or the reason why it is withheld. Without any row of health nothing was asked about it,
   * and nothing is withheld; beside others, a measure without a row cannot be known to be sound.
   */
  Visibility of(String instrument, String measure, String wave) {
    if (gates.isEmpty()) {
      return Visibility.SHOWN;
    }
    return switch (gates.getOrDefault(List.of(instrument, measure, wave), Gate.NOT_KNOWN)) {
      case OPEN -> Visibility.SHOWN;
      case NOT_RELIABLE -> Visibility.NOT_RELIABLE;
      case NOT_COMPARABLE -> Visibility.NOT_COMPARABLE;
      case NOT_KNOWN -> Visibility.NOT_KNOWN_COMPARABLE;
    };
  }

  /** The row without what lies between organisations, where that is withheld. */
  BetweenRow apply(BetweenRow row) {
    Visibility gate = of(row.instrument(), row.measure(), row.wave());
    return row.visibility() != Visibility.SHOWN || gate == Visibility.SHOWN
        ? row
        : new BetweenRow(
            row.instrument(),
            row.measure(),
            row.wave(),
            row.organisations(),
            row.people(),
            row.mean(),
            row.low(),
            row.high(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            gate);
  }

  /** The row, or its reason, where comparing is withheld. */
  FunnelRow apply(FunnelRow row) {
    Visibility gate = of(row.instrument(), row.measure(), row.wave());
    return row.visibility() != Visibility.SHOWN || gate == Visibility.SHOWN
        ? row
        : new FunnelRow(
            row.instrument(), row.measure(), row.wave(), null, null, null, null, null, null, gate);
  }
}
