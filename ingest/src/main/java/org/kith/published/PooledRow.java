package org.kith.published;

/**
 * Where one organisation plausibly lies once it leans on the rest (statistic 6). Named rows are for
 * that organisation alone; anyone else sees the set without names and without order.
 *
 * @param measure an item id, or {@code scale}
 * @param estimate percent to the nearest whole for an item, score to 1 decimal for a scale; null
 *     when hidden
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record PooledRow(
    String instrument,
    String measure,
    String wave,
    String organisation,
    Double estimate,
    Double low,
    Double high,
    Visibility visibility) {}
