package org.kith.published;

/**
 * Where one organisation plausibly lies once it leans on the rest (statistic 6). Named rows are for
 * that organisation alone; anyone else sees the set without names and without order.
 *
 * <p>Worked out from the published count and share or mean and the published model, so that it
 * tells no more than they do. An instrument that is scored item by item has no rows: what is
 * published of an organisation are shares, and its model is of the answers' codes.
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
