package org.kith.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Design weights, as whole millionths so that sums of them do not depend on their order.
 *
 * <p>A weight says how many people of the population somebody stands for, or is scaled so that the
 * weights average 1; only their ratios count.
 */
final class Weights {
  /** The largest weight that is accepted. */
  static final int MOST = 100_000;

  /** Not a weight. */
  static final long NONE = -1;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}([.,]\\d{1,20})?|[.,]\\d{1,20}");

  private Weights() {}

  /**
   * Reads a weight; a decimal comma is a point.
   *
   * @return millionths, rounded half to even and at least one; {@link #NONE} when it is not a
   *     number above 0 and at most {@link #MOST}
   */
  static long of(String cell) {
    if (!NUMBER.matcher(cell).matches()) {
      return NONE;
    }
    BigDecimal number = new BigDecimal(cell.replace(',', '.'));
    if (number.signum() == 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      return NONE;
    }
    long millionths = number.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return Math.max(1, millionths);
  }
}
