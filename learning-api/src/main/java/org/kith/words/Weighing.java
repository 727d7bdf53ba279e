package org.kith.words;

import java.util.List;
import java.util.Locale;
import org.kith.published.RepresentationRow;
import org.kith.published.Visibility;
import org.kith.published.WeightedRow;

/** Whether those who answered stand for those who live here, in words. */
public final class Weighing {
  private static final double EVEN = 0.1;
  private static final double UNEVEN = 0.3;

  private Weighing() {}

  /** How evenly the groups of the known dimensions answered. */
  public static String even(List<RepresentationRow> rows, int people, int organisations) {
    List<RepresentationRow> shown = rows.stream().filter(r -> r.cv() != null).toList();
    if (shown.isEmpty()) {
      return rows.isEmpty()
          ? "Who lives here is not known, so how evenly people answered cannot be said."
          : Hidden.of(rows.get(0).visibility(), people, organisations);
    }
    List<String> evenly = names(shown, 0, EVEN);
    List<String> somewhat = names(shown, EVEN, UNEVEN);
    List<String> unevenly = names(shown, UNEVEN, Double.POSITIVE_INFINITY);
    StringBuilder said = new StringBuilder();
    add(said, unevenly, "unevenly");
    add(said, somewhat, "somewhat unevenly");
    add(said, evenly, "about evenly");
    return "Groups by " + said + ".";
  }

  private static void add(StringBuilder said, List<String> names, String how) {
    if (!names.isEmpty()) {
      said.append(said.isEmpty() ? "" : ", those by ").append(Numbers.list(names));
      said.append(said.indexOf("answered") < 0 ? " answered " : " ").append(how);
    }
  }

  private static List<String> names(List<RepresentationRow> rows, double from, double to) {
    return rows.stream()
        .filter(r -> r.cv() >= from && r.cv() < to)
        .map(r -> AmongPeople.heading(r.dimension()).toLowerCase(Locale.UK))
        .toList();
  }

  /**
   * The weighted number beside the one of those who answered.
   *
   * @param percent whether it is a share
   * @param answered the number of those who answered, or null when hidden
   */
  public static String beside(
      WeightedRow row, Double answered, boolean percent, int people, int organisations) {
    if (row.visibility() != Visibility.SHOWN || row.estimate() == null) {
      return Hidden.of(row.visibility(), people, organisations);
    }
    String weighted =
        percent
            ? Numbers.percent(row.estimate()) + " (" + Numbers.percents(row.low(), row.high()) + ")"
            : tenth(row.estimate()) + " (" + tenth(row.low()) + " to " + tenth(row.high()) + ")";
    String plain =
        answered == null
            ? ""
            : "; over those who answered it is "
                + (percent ? Numbers.percent(answered) : tenth(answered));
    return "With people counted for those who live here, the "
        + (percent ? "share" : "mean score")
        + " is "
        + weighted
        + plain
        + ".";
  }

  /** A weighted score is published to one decimal, so the one beside it is said so too. */
  private static String tenth(double score) {
    return Numbers.score(Math.round(score * 10) / 10.0);
  }

  /** Where the weights come from. */
  public static String from(WeightedRow row) {
    String margins =
        Numbers.list(
            List.of(row.margins().split(",")).stream()
                .filter(m -> !m.isBlank())
                .map(m -> AmongPeople.heading(m.strip()).toLowerCase(Locale.UK))
                .toList());
    return switch (row.weighting()) {
      case DESIGN -> "weights of the survey itself";
      case MARGINS -> "weights that meet who lives here by " + margins;
      case DESIGN_AND_MARGINS ->
          "weights of the survey itself, brought to who lives here by " + margins;
    };
  }
}
