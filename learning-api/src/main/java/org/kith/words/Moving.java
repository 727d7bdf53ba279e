package org.kith.words;

import java.util.Locale;
import java.util.Map;
import org.kith.published.ChangeRow;
import org.kith.published.GrowthRow;
import org.kith.published.PanelRow;
import org.kith.published.Visibility;

/** How answers moved from one time to another, in words. */
public final class Moving {
  private static final double OFTEN = 0.5;
  private static final double SELDOM = 0.05;

  /** Two people in three of a normal spread lie within one standard deviation. */
  private static final String MOST = "About two people in three";

  private Moving() {}

  /**
   * How far a share moved between two waves of different people.
   *
   * @param labels name of each wave
   * @param countedAs what the people counted did
   */
  public static String change(
      ChangeRow row, Map<String, String> labels, String countedAs, int people, int organisations) {
    if (row.visibility() != Visibility.SHOWN || row.difference() == null) {
      return Hidden.of(row.visibility(), people, organisations);
    }
    long points = Math.round(Math.abs(row.difference()));
    String interval = Numbers.differences(row.low() / 100, row.high() / 100, 100, "fewer");
    boolean chance = row.low() <= 0 && row.high() >= 0;
    String much =
        points == 0
            ? "about as many "
            : "about " + points + " in 100 " + (row.difference() < 0 ? "fewer " : "more ");
    return "In "
        + when(labels, row.to())
        + ", "
        + much
        + countedAs
        + (points == 0 ? " as in " : " than in ")
        + when(labels, row.from())
        + " ("
        + interval
        + ")"
        + (chance && points > 0 ? "; chance alone could give this." : ".");
  }

  /** The caution that belongs to every change between different people. */
  public static String others() {
    return "Different people were asked each time, so this is not about anybody changing their mind.";
  }

  /** Of 100 people who answered both times … */
  public static String panel(PanelRow row, int people, int organisations) {
    if (row.visibility() != Visibility.SHOWN
        || row.up() == null
        || row.down() == null
        || row.same() == null) {
      return Hidden.of(
          row.visibility() == Visibility.SHOWN ? Visibility.FEWER_THAN_K : row.visibility(),
          people,
          organisations);
    }
    String moved =
        "Of 100 people who answered both times, about "
            + Math.round(row.up())
            + " moved up, "
            + Math.round(row.down())
            + " moved down and "
            + Math.round(row.same())
            + " stayed.";
    long more = Math.round(row.up()) - Math.round(row.down());
    if (more == 0 || row.chance() == null) {
      return more == 0 ? moved + " As many moved up as down." : moved;
    }
    String which = " That is more movement " + (more > 0 ? "up than down" : "down than up");
    if (row.chance() > OFTEN) {
      return moved + which + ", but chance alone gives a difference this size more often than not.";
    }
    return moved
        + which
        + (row.chance() < SELDOM
            ? "; a difference this size comes by chance only "
            : ", but a difference this size can come by chance ")
        + Numbers.times(row.chance())
        + ".";
  }

  /**
   * How people move over the waves on the whole.
   *
   * @param percent whether it is a share
   * @param countedAs what the people counted did, or empty for a score
   */
  public static String growth(
      GrowthRow row, boolean percent, String countedAs, int people, int organisations) {
    if (row.visibility() != Visibility.SHOWN || row.slope() == null) {
      return Hidden.of(row.visibility(), people, organisations);
    }
    double unit = percent ? 100 : 1;
    String less = percent ? "fewer" : "less";
    String interval = Numbers.differences(row.slopeLow(), row.slopeHigh(), unit, less);
    String who = percent ? "the number who " + countedAs : "people’s scores";
    if (row.slopeLow() <= 0 && row.slopeHigh() >= 0) {
      return "On the whole, "
          + who
          + " stayed about where "
          + (percent ? "it was" : "they were")
          + ": chance alone could give the movement seen ("
          + interval
          + (percent ? " of 100" : "")
          + " a year).";
    }
    String much =
        percent ? Math.round(Math.abs(row.slope() * unit)) + " in 100" : Numbers.size(row.slope());
    return "On the whole, "
        + who
        + " moved "
        + (row.slope() > 0 ? "up" : "down")
        + " by about "
        + much
        + " a year ("
        + interval
        + ").";
  }

  /** How differently people move, or an empty text. */
  public static String spread(GrowthRow row, boolean percent) {
    if (row.visibility() != Visibility.SHOWN || row.slopeSd() == null || row.slope() == null) {
      return "";
    }
    double unit = percent ? 100 : 1;
    if (row.slopeSd() * unit < 0.005) {
      return "Nothing was found that some people move differently from others, beyond what chance would"
          + " give.";
    }
    return MOST
        + " have a line of their own that goes from "
        + Numbers.differences(
            row.slope() - row.slopeSd(), row.slope() + row.slopeSd(), unit, "less")
        + " a year; the others go outside that.";
  }

  private static String when(Map<String, String> labels, String wave) {
    return labels.getOrDefault(wave, wave).toLowerCase(Locale.UK);
  }
}
