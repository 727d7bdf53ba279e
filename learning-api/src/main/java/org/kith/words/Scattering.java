package org.kith.words;

import org.kith.published.FunnelRow;
import org.kith.published.Visibility;

/** How far organisations scatter, in words. */
public final class Scattering {

  private Scattering() {}

  /**
   * Whether it is more than chance.
   *
   * @param within how many lie inside the inner limits, or null
   * @param shown how many are shown
   */
  public static String of(
      FunnelRow row, Visibility visibility, Integer within, int shown, int people, int fewest) {
    if (visibility != Visibility.SHOWN || row.pooled() == null) {
      return Hidden.of(visibility, people, fewest);
    }
    if (row.tau() != null && row.tau() > 0) {
      return "Organisations scatter more than chance alone would make them.";
    }
    return within != null && within < shown * 0.9
        ? "Organisations scatter about as chance alone would make them."
        : "Most organisations lie where chance alone would put them.";
  }

  /** How many lie inside, and what the lines are. */
  public static String lines(FunnelRow row, Integer within, int shown, int hidden) {
    boolean beyond = row.tau() != null && row.tau() > 0;
    StringBuilder words = new StringBuilder();
    words.append(
        beyond
            ? "The lines allow for the scatter that is usual here, and narrow where more people"
                + " answered. "
            : "The lines show how far chance alone reaches; they narrow where more people answered. ");
    if (within != null) {
      words.append(
          Numbers.capital(Numbers.small(within))
              + " of "
              + Numbers.small(shown)
              + " lie within the inner ones, where 95 of 100 would. ");
    }
    if (hidden > 0) {
      words.append(
          Numbers.capital(Numbers.counted(hidden, "organisation"))
              + (hidden == 1 ? " is" : " are")
              + " left out, because too few answered to show "
              + (hidden == 1 ? "its number. " : "their numbers. "));
    }
    return words.toString().strip();
  }
}
