package org.kith.disclosure;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.kith.published.Movement;
import org.kith.published.Visibility;
import org.kith.statistics.TwoShares;

/**
 * Whether a theme is spoken of by more or fewer authors than in the period before: the
 * two-proportion test of distinct authors among active ones, and in the period where it is said
 * more at least k authors, of three teams or more.
 *
 * <p>All themes of a period are looked at together, so that one or another would move by chance
 * nearly every time. The chance of a false alarm is kept at 1 in 20 for all of them together
 * (Bonferroni): {@code |z|} must pass the normal quantile at 1 − 0.05 ÷ 2m, 2.89 for m = 13 themes.
 *
 * <p>It is worked out from what is published. A count that is hidden as fewer than k stands for all
 * it may be: the theme moved when that holds for 0 as well as for k − 1, it is steady when it holds
 * for neither, and otherwise nobody can tell.
 */
final class Moved {
  private static final double FALSE_ALARM = 0.05;
  private static final int TEAMS = 3;

  private final Threshold threshold;
  private final double beyondChance;

  /**
   * For themes of one codebook.
   *
   * @param themes how many are looked at together, at least 1
   */
  Moved(Threshold threshold, int themes) {
    this.threshold = threshold;
    this.beyondChance =
        new NormalDistribution().inverseCumulativeProbability(1 - FALSE_ALARM / (2 * themes));
  }

  /**
   * What is shown of a period.
   *
   * @param authors or null when hidden
   * @param active or null when hidden
   * @param teams of the authors; looked at only when their count is shown
   */
  record Side(Integer authors, Integer active, Visibility visibility, long teams) {
    boolean known() {
      return active != null && (authors != null || visibility == Visibility.FEWER_THAN_K);
    }
  }

  /** How it moved, or null when it cannot be told. */
  Movement between(Side now, Side before) {
    if (!now.known() || !before.known() || (now.authors() == null && before.authors() == null)) {
      return null;
    }
    Movement least = between(now, 0, before, 0);
    Movement most = between(now, threshold.people() - 1, before, threshold.people() - 1);
    return least == most ? least : null;
  }

  private Movement between(Side now, int hiddenNow, Side before, int hiddenBefore) {
    int one = now.authors() == null ? hiddenNow : now.authors();
    int two = before.authors() == null ? hiddenBefore : before.authors();
    double z = TwoShares.of(one, now.active(), two, before.active()).z();
    Side more = z > 0 ? now : before;
    if (Math.abs(z) <= beyondChance || more.authors() == null || more.teams() < TEAMS) {
      return Movement.STEADY;
    }
    return z > 0 ? Movement.EMERGING : Movement.FADING;
  }
}
