package org.kith.instrument;

/**
 * How an instrument turns answers into a figure.
 *
 * @param method the instrument's own rule
 * @param minAnswered the fewest valid items a person needs to have a score
 * @param min the lowest possible score
 * @param max the highest possible score
 * @param higherIs what a higher figure means, in words
 */
public record Scoring(Method method, int minAnswered, double min, double max, String higherIs) {

  /** The rules of real instruments; they give different numbers and are never interchanged. */
  public enum Method {
    /** Share of valid answers that are counted, each item alone. No scale. */
    PERCENT_IN_CODES,
    /** Mean of the codes, each item alone. No scale. */
    MEAN_PER_ITEM,
    /** Sum of (reversed) codes per person. */
    SUM,
    /** Mean of (reversed) codes per person over the items answered. */
    MEAN,
    /** Mean of the answers' scores per person over the items answered. */
    MEAN_OF_SCORE_MAP,
    /** Share of counted answers among all valid answers to all items, pooled over people. */
    THEME_PERCENT_POSITIVE
  }

  public Scoring {
    if (minAnswered < 1) {
      throw new IllegalArgumentException("min_answered must be at least 1, not " + minAnswered);
    }
    if (min >= max) {
      throw new IllegalArgumentException("range must rise: " + min + " to " + max);
    }
  }

  /** Whether people get a score of their own over several items. */
  public boolean scalesPeople() {
    return method == Method.SUM || method == Method.MEAN || method == Method.MEAN_OF_SCORE_MAP;
  }
}
