package org.kith.published;

/**
 * One point of an XmR chart (statistic 11). The band is how much the number moves when nothing in
 * particular has happened; it is not a goal.
 *
 * @param measure an item id (value in percent), or {@code scale} (value is the mean score)
 * @param value the point, or null when hidden
 * @param centre middle of the usual range, or null with fewer than two points
 * @param lower lower limit
 * @param upper upper limit
 * @param baseline how many points the limits were worked out from
 * @param trial whether fewer than 12 points are behind the limits
 * @param signal what the point shows
 */
public record ControlPointRow(
    String instrument,
    String measure,
    Scope scope,
    String unit,
    String wave,
    Double value,
    Double centre,
    Double lower,
    Double upper,
    Integer baseline,
    Boolean trial,
    Signal signal,
    Visibility visibility) {}
