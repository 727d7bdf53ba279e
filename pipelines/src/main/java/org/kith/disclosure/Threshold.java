package org.kith.disclosure;

import java.util.Arrays;
import org.kith.published.Manifest.DisclosureRules;

/**
 * The arithmetic of the three settings.
 *
 * @param people k: counts below it, 0 included, are hidden
 * @param rounding counts are published as the nearest multiple of it; 1 leaves them as they are
 * @param organisations fewest organisations in a pooled figure
 * @param pooling what makes a figure over several organisations safe from each of them
 */
record Threshold(int people, int rounding, int organisations, Pooling pooling) {

  /** An organisation can take its own people away from a figure it is part of. */
  enum Pooling {
    /** At least so many organisations have k people each: for surveys, with people in plenty. */
    EACH_ENOUGH,
    /**
     * At least so many organisations have anybody, and whichever takes its own people away is left
     * with k people or more; what is counted of them comes from so many organisations as well. For
     * staff, of whom a whole organisation seldom has k.
     */
    REST_ENOUGH
  }

  Threshold {
    if (people < 3) {
      throw new IllegalArgumentException(
          "disclosure.people in kith.yaml is "
              + people
              + "; below 3 a hidden count could be worked out. Choose 3 or more; 10 is usual.");
    }
    if (rounding < 1 || rounding > people) {
      throw new IllegalArgumentException(
          "disclosure.rounding in kith.yaml is "
              + rounding
              + "; choose 1 (no rounding) to "
              + people
              + " (disclosure.people), or a count could be shown as 0. 5 is usual.");
    }
    if (organisations < 1) {
      throw new IllegalArgumentException(
          "disclosure.organisations in kith.yaml is "
              + organisations
              + "; choose 1 or more. 3 is usual.");
    }
  }

  static Threshold of(DisclosureRules rules) {
    return new Threshold(
        rules.people(), rules.rounding(), rules.organisations(), Pooling.EACH_ENOUGH);
  }

  /** The rules for what is counted of staff. */
  static Threshold ofStaff(DisclosureRules rules) {
    return new Threshold(
        rules.staff(), rules.rounding(), rules.organisations(), Pooling.REST_ENOUGH);
  }

  /** A count as it is published; halves go up. */
  int rounded(long count) {
    return rounded(count, rounding);
  }

  int rounded(long count, int step) {
    return Math.toIntExact((count + step / 2) / step * step);
  }

  /** The smallest count that is published as this one. Below k nothing is. */
  long least(int published) {
    return least(published, rounding);
  }

  long least(int published, int step) {
    return Math.max(people, published - step / 2);
  }

  /** The largest count that is published as this one. */
  long most(int published) {
    return most(published, rounding);
  }

  long most(int published, int step) {
    return (long) published + step - 1 - step / 2;
  }

  /**
   * What a count is rounded to that is told only as a whole percent of so many: to the hundredth
   * part, which is what a percent stands for, and never finer than other counts.
   */
  int percentOf(long whole) {
    return Math.max(rounding, Math.toIntExact(whole / 100) / rounding * rounding);
  }

  boolean small(long count) {
    return count < people;
  }

  /** Whether those who are counted must come from enough organisations too. */
  boolean countsHolders() {
    return pooling == Pooling.REST_ENOUGH;
  }

  /** Whether an organisation with so many people is one of those a pooled figure speaks through. */
  boolean speaks(long count) {
    return pooling == Pooling.EACH_ENOUGH ? !small(count) : count > 0;
  }

  /**
   * Whether a figure over several organisations may be shown.
   *
   * @param counts the people of each
   */
  boolean pools(long... counts) {
    long speaking = Arrays.stream(counts).filter(this::speaks).count();
    long most = Arrays.stream(counts).max().orElse(0);
    return speaking >= organisations
        && (pooling == Pooling.EACH_ENOUGH || !small(Arrays.stream(counts).sum() - most));
  }

  /**
   * How far apart two answers to "what is the hidden number?" must lie. At 10 and 5: 5, one more
   * than the width of a shown count (40 stands for 38 to 42), so that a hidden count is less
   * certain than any shown one. Without rounding a shown count has no width at all; then half of k
   * stands in. Never more than k − 1, the width that "fewer than k" leaves of itself.
   */
  int margin() {
    return Math.min(people - 1, Math.max(rounding, people / 2));
  }
}
