package org.kith.published;

/**
 * A share or a mean score with people weighted, so that it speaks of residents rather than of those
 * who answered. The interval is the linearised one, with organisations as clusters.
 *
 * @param measure an item id (percent, to the nearest whole) or {@code scale} (score, to 1 decimal)
 * @param weighting where the weights come from
 * @param margins the dimensions whose known margins were met, with commas between; empty for none
 * @param organisations behind it
 * @param people behind it, to the nearest 5
 * @param estimate the published unweighted percent, moved by what weights move it, or the score;
 *     null when hidden, as it is wherever the unweighted one is
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param designEffect variance ÷ that of a simple random sample of as many people, to 1 decimal
 */
public record WeightedRow(
    String instrument,
    String measure,
    String wave,
    Scope scope,
    String unit,
    Weighting weighting,
    String margins,
    Integer organisations,
    Integer people,
    Double estimate,
    Double low,
    Double high,
    Double designEffect,
    Visibility visibility) {

  /** Where weights come from. */
  public enum Weighting {
    /** A column of the export. */
    DESIGN,
    /** Known margins of the population alone. */
    MARGINS,
    /** A column of the export, then brought to known margins. */
    DESIGN_AND_MARGINS
  }
}
