package org.kith.statistics;

import java.util.Optional;

/**
 * How evenly the groups of a population answered: {@code R = 1 − 2·S(ρ̂)}, with ρ̂ the share of
 * each group's residents who answered and S its standard deviation over residents (divisor N − 1).
 *
 * <p>R is 1 when every group answered alike and falls as far as 0. Where few of all residents
 * answered S must be small, whoever they were; then {@code CV = S/ρ̄} says more: it bounds how far
 * a mean can be off because of who answered. Groups whose residents are not known are left out.
 * Assumes that residents of a group answer alike, which nobody can check: a high R does not prove
 * that nobody is missing. Source: Schouten, Cobben and Bethlehem 2009, Survey Methodology 35,
 * 101–113. R: formula.
 *
 * @param response share of residents who answered
 * @param r the R-indicator
 * @param cv coefficient of variation of the groups' response
 * @param spread S(ρ̂), the unconditional partial indicator of the dimension
 */
public record RIndicator(double response, double r, double cv, double spread) {

  /** Why it cannot be worked out, if it cannot. */
  public static Optional<String> whyNot(double[] answered, double[] residents) {
    if (answered.length != residents.length) {
      return Optional.of("Each group needs a number of people and of residents.");
    }
    if (answered.length < 2) {
      return Optional.of("Evenness needs at least two groups.");
    }
    double people = 0;
    for (int g = 0; g < answered.length; g++) {
      if (!(residents[g] > 0)) {
        return Optional.of("A group without residents cannot have answered.");
      }
      people += answered[g];
    }
    return people > 0 ? Optional.empty() : Optional.of("Nobody answered.");
  }

  /**
   * Of the groups of one dimension.
   *
   * @param answered people of each group who answered
   * @param residents people of each group who live here
   * @throws IllegalArgumentException with the reason, if {@link #whyNot} gives one
   */
  public static RIndicator of(double[] answered, double[] residents) {
    whyNot(answered, residents)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    double people = 0;
    double all = 0;
    for (int g = 0; g < answered.length; g++) {
      people += answered[g];
      all += residents[g];
    }
    double mean = people / all;
    double squares = 0;
    for (int g = 0; g < answered.length; g++) {
      double deviation = answered[g] / residents[g] - mean;
      squares += residents[g] * deviation * deviation;
    }
    double spread = Math.sqrt(squares / (all - 1));
    return new RIndicator(mean, 1 - 2 * spread, spread / mean, spread);
  }
}
