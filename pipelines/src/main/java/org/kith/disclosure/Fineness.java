package org.kith.disclosure;

/**
 * How finely a result over everyone may be said.
 *
 * <p>Reliability, variances and slopes are of all people together, and rounding their counts does
 * nothing for them. Whoever knows the answers of all but one could work the last one's out from
 * enough decimals. Nobody outside does; but a decimal that one person moves is a statement about
 * one person. One of n moves a correlation, a share or a coefficient of reliability by about 1/n,
 * often less. So there are no such results of fewer than 100 people, two decimals (or significant
 * digits) from 100 on, since 0.01 is what one of 100 moves, and the third from 1,000 on. What one
 * person moves is then mostly rounded away, and where it is not, many others would have moved it
 * alike: {@code FinenessTest} tries it.
 */
final class Fineness {
  static final int FEWEST = 100;
  private static final int FINE = 1_000;

  private final boolean fine;

  private Fineness(boolean fine) {
    this.fine = fine;
  }

  static Fineness of(long people) {
    return new Fineness(people >= FINE);
  }

  /** To that many decimals with people in plenty, otherwise to two at most. */
  Double places(Double number, int places) {
    return Decimals.places(number, fine ? places : Math.min(places, 2));
  }

  /** Likewise significant digits. */
  Double digits(Double number, int digits) {
    return Decimals.digits(number, fine ? digits : Math.min(digits, 2));
  }
}
