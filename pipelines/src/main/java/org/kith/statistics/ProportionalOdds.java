package org.kith.statistics;

import java.util.List;

/**
 * An ordered answer by a score and by group: proportional-odds logistic regression, fitted by
 * maximum likelihood from counts.
 *
 * <p>Model: {@code logit P(answer ≤ c) = θ_c − (β + δ_g)·x − γ_g} for the score {@code x} and the
 * group {@code g}, with {@code γ} and {@code δ} of the first group 0 (McCullagh 1980,
 * doi:10.1111/j.2517-6161.1980.tb01109.x). With two answers it is logistic regression. R: {@code
 * MASS::polr}; {@code glm(family = binomial)} for two answers.
 *
 * <p>The likelihood is concave, so Newton's method finds its one top. All that a group adds is its
 * own γ and δ, which no other group touches: they are eliminated one group after the other, and
 * what is left to solve has as many unknowns as there are answers, however many groups. Where a
 * group answers so alike that its γ has no finite best value, the likelihood still comes to rest
 * and γ stays where it was then.
 *
 * @param logLik log-likelihood, each person counted
 * @param thresholds θ, one fewer than answers
 * @param slope β
 * @param shifts γ per group; all 0 if groups may not differ
 * @param tilts δ per group; all 0 if slopes may not differ
 * @param free how many of γ and δ the counts can tell
 */
record ProportionalOdds(
    double logLik,
    List<Double> thresholds,
    double slope,
    List<Double> shifts,
    List<Double> tilts,
    int free) {

  /** What may differ between groups. */
  enum Groups {
    /** Nothing. */
    ALIKE(0),
    /** Their level: γ. */
    SHIFTED(1),
    /** Their level and their slope: γ and δ. */
    TILTED(2);

    final int terms;

    Groups(int terms) {
      this.terms = terms;
    }
  }

  /** People with one score in one group. */
  static final class Cell {
    private final double x;
    private final double[] people;

    /**
     * Some people.
     *
     * @param x their score
     * @param people how many gave each answer, lowest first
     */
    Cell(double x, double[] people) {
      this.x = x;
      this.people = people;
    }

    double x() {
      return x;
    }

    double[] people() {
      return people;
    }
  }

  /**
   * Fits the model.
   *
   * @param groups the cells of each group; every group has one, and every answer was given
   * @param may what may differ between groups
   * @throws ArithmeticException if the likelihood does not come to rest
   */
  static ProportionalOdds of(List<List<Cell>> groups, Groups may) {
    return new OrderedFit(groups).fit(may);
  }
}
