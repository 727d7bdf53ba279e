package org.kith.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.published.PredictorRow;
import org.kith.published.Visibility;

/** What goes with belonging to a known group, in words. */
public final class AmongPeople {

  private AmongPeople() {}

  /**
   * The first group that answered otherwise beyond chance, in the order of the form; or that none
   * did.
   *
   * @param percent whether it is a share
   * @param countedAs what the people counted did, or empty for a score
   */
  public static String of(
      List<PredictorRow> rows, boolean percent, String countedAs, int people, int organisations) {
    if (rows.stream().allMatch(r -> r.within() == null)) {
      return rows.isEmpty() ? "" : Hidden.of(rows.get(0).visibility(), people, organisations);
    }
    Optional<PredictorRow> first = rows.stream().filter(AmongPeople::beyondChance).findFirst();
    return first
        .map(r -> within(r, percent, countedAs))
        .orElse(
            "Among people of the same organisation, no group that is known answered differently from"
                + " another beyond what chance would give.");
  }

  private static boolean beyondChance(PredictorRow r) {
    return r.visibility() == Visibility.SHOWN
        && r.within() != null
        && (r.withinLow() > 0 || r.withinHigh() < 0);
  }

  /** Among people of the same organisation, those aged … */
  public static String within(PredictorRow r, boolean percent, String countedAs) {
    return "Among people of the same organisation, "
        + much(r.within(), r.withinLow(), r.withinHigh(), percent, countedAs, r)
        + ".";
  }

  private static String much(
      double value, double low, double high, boolean percent, String countedAs, PredictorRow r) {
    String those = those(r.dimension(), r.group());
    String than = those(r.dimension(), r.reference());
    if (percent) {
      return "about "
          + Math.round(Math.abs(value * 100))
          + " in 100 "
          + (value < 0 ? "fewer" : "more")
          + " of "
          + those
          + " "
          + countedAs
          + " than of "
          + than
          + " ("
          + Numbers.differences(low, high, 100, "fewer")
          + ")";
    }
    return those
        + " scored about "
        + Numbers.size(value)
        + (value < 0 ? " less (" : " more (")
        + bare(Numbers.differences(low, high, 1, "less"))
        + ") than "
        + than;
  }

  /** Without the word that was just said, where both ends go one way. */
  private static String bare(String interval) {
    return interval.contains("less" + Numbers.HARD)
        ? interval
        : interval.replaceAll(Numbers.HARD + "(more|less)$", "");
  }

  /** Of organisations as wholes, where anything can be said; else an empty text. */
  public static String between(List<PredictorRow> rows) {
    boolean any =
        rows.stream()
            .anyMatch(r -> r.between() != null && (r.betweenLow() > 0 || r.betweenHigh() < 0));
    boolean known = rows.stream().anyMatch(r -> r.between() != null);
    if (!known) {
      return "";
    }
    return any
        ? "Organisations where more people belong to a group differ too, as the table says; that is of"
            + " organisations as wholes, not of the people in them."
        : "Of organisations as wholes nothing can be said beyond chance.";
  }

  /** Those of a group: "those aged 16 to 34", "those of ‘Owns it’ (home)". */
  static String those(String dimension, String group) {
    String name = heading(dimension);
    return name.equals("Age")
        ? "those aged " + group
        : "those of “" + group + "” (" + name.toLowerCase(Locale.UK) + ")";
  }

  /** A dimension as a heading: "Age", "Main language". */
  public static String heading(String dimension) {
    return Numbers.capital(dimension.replace('-', ' ').replace('_', ' '));
  }
}
