package org.kith.learning;

import java.util.Locale;
import java.util.Optional;
import org.kith.published.Indicator;
import org.kith.published.Scope;

/**
 * The address of a figure inside a snapshot: {@code
 * level.cls_trust_neighbourhood.STrust.2025q4.place.larkmoor}. A part that does not apply is {@code
 * -}.
 *
 * @param indicator what kind of figure
 * @param instrument id
 * @param measure an item id, {@code scale}, or {@code -}
 * @param wave id, or {@code -} for a figure over all waves
 * @param scope whom it speaks of
 * @param unit id of the place or organisation, or {@code all}
 */
public record FigureId(
    Indicator indicator, String instrument, String measure, String wave, Scope scope, String unit) {
  /** Stands for a part that does not apply. */
  public static final String NONE = "-";

  private static final int PARTS = 6;

  /** The figure about a unit. */
  public static FigureId of(
      Indicator indicator, String instrument, String measure, String wave, Unit unit) {
    return new FigureId(indicator, instrument, measure, wave, unit.scope(), unit.id());
  }

  /** Reads an address; empty when it is not one. Case matters. */
  public static Optional<FigureId> parse(String text) {
    String[] parts = text.split("\\.", PARTS);
    if (parts.length < PARTS) {
      return Optional.empty();
    }
    for (Indicator indicator : Indicator.values()) {
      for (Scope scope : Scope.values()) {
        if (indicator.id().equals(parts[0]) && word(scope).equals(parts[4])) {
          return Optional.of(
              new FigureId(indicator, parts[1], parts[2], parts[3], scope, parts[5]));
        }
      }
    }
    return Optional.empty();
  }

  /** The address. */
  public String text() {
    return String.join(".", indicator.id(), instrument, measure, wave, word(scope), unit);
  }

  /** The scope as it is written in addresses: {@code all}, {@code place}, {@code organisation}. */
  public static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
