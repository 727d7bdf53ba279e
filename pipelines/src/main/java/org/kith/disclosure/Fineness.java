package org.kith.disclosure;

/**
 * How finely a result over everyone may be said.
 *
 * <p>Reliability, variances and slopes are of all people together, and rounding their counts does
 * nothing for them. Whoever knew the answers of all but one could work the last one's out from
 * enough decimals. Nobody outside does; but a decimal that one person moves is a statement about
 * one person. One of n moves a correlation or coefficient by a few times 1/n at most. So nothing of
 * the kind is said of fewer than 100 people; of fewer than 300 one decimal of reliability and
 * nothing of models; then two decimals (or significant digits), and the third from 1,000 on.
 *
 * <p>{@code FinenessTest} tries it against somebody who has everybody's former answers: when one
 * answer changes, ten people or more could have changed it in 98 of 100 cases at 100 people, in 92
 * at 300 and in 93 at 1,000. With a decimal more it would be 41, 55, and at 100 people and three
 * decimals none. What is rounded away lies far inside the interval.
 */
final class Fineness {
  static final int FEWEST = 100;

  /** Fewest people of a model. */
  static final int OF_MODEL = 300;

  private static final int FINE = 1_000;

  private final int most;

  private Fineness(int most) {
    this.most = most;
  }

  static Fineness of(long people) {
    return new Fineness(people >= FINE ? 3 : people >= OF_MODEL ? 2 : 1);
  }

  /** To so many decimals with people in plenty, otherwise to fewer. */
  Double places(Double number, int places) {
    return Decimals.places(number, Math.min(places, most));
  }

  /** Likewise significant digits. */
  Double digits(Double number, int digits) {
    return Decimals.digits(number, Math.min(digits, most));
  }
}
