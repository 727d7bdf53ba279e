package org.kith.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding to what a published record says. */
final class Decimals {
  private Decimals() {}

  static Double places(Double number, int places) {
    return number == null
        ? null
        : Double.valueOf(
            BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_EVEN).doubleValue()
                + 0.0);
  }

  static Double digits(Double number, int digits) {
    return number == null
        ? null
        : Double.valueOf(
            BigDecimal.valueOf(number)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .doubleValue());
  }
}
