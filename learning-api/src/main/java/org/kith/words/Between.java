package org.kith.words;

import org.kith.published.BetweenRow;
import org.kith.published.Visibility;

/** How much of the difference lies between organisations, in words. */
public final class Between {

  private Between() {}

  /** Where most of the difference is. */
  public static String of(BetweenRow row, int people, int organisations) {
    if (row.organisations() != null && row.organisations() == 1) {
      return "Only one organisation asked this, so nothing can be said about differences between"
          + " organisations.";
    }
    if (row.visibility() != Visibility.SHOWN || row.icc() == null) {
      return Hidden.of(row.visibility(), people, organisations);
    }
    if (Boolean.TRUE.equals(row.atBoundary())) {
      return "The difference is between people: nothing was found that lies between organisations,"
          + " beyond what chance would give.";
    }
    String share = share(row.icc());
    return row.icc() < 0.5
        ? "Most of the difference is between people, not between organisations: "
            + share
            + " lies between organisations."
        : "Much of the difference is between organisations: "
            + share
            + " lies between them, the rest between people.";
  }

  /** What an order would be worth. */
  public static String order(BetweenRow row) {
    if (row.visibility() != Visibility.SHOWN || row.rankability() == null) {
      return "";
    }
    if (Boolean.TRUE.equals(row.atBoundary())) {
      return "If you put them in order, all of the order would be chance.";
    }
    return "If you put them in order, "
        + noise(1 - row.rankability())
        + " of the order would be chance.";
  }

  /** The share between organisations, as parts of 100 for a drawing. */
  public static int parts(BetweenRow row) {
    return (int) Math.max(0, Math.min(100, Math.round(100 * row.icc())));
  }

  private static String share(double icc) {
    double percent = 100 * icc;
    return percent < 0.5 ? "less than 1" + Numbers.HARD + "%" : "about " + Numbers.percent(percent);
  }

  private static String noise(double share) {
    if (share < 0.15) {
      return "a small part";
    }
    if (share < 0.29) {
      return "about a quarter";
    }
    if (share < 0.42) {
      return "about a third";
    }
    if (share < 0.58) {
      return "about half";
    }
    if (share < 0.71) {
      return "about two thirds";
    }
    if (share < 0.85) {
      return "about three quarters";
    }
    return share < 0.97 ? "nearly all" : "all";
  }
}
