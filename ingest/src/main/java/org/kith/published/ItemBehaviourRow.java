package org.kith.published;

/**
 * How one item goes with the others of its instrument, over everyone taking part (statistic 4). Of
 * complete cases. Null, all but the ids, when hidden or when it cannot be worked out. Decimals are
 * as few as in {@link ReliabilityRow}.
 *
 * @param people complete cases, as in {@link ReliabilityRow}
 * @param itemRest correlation of the item with the sum of the other items, to 3 decimals
 * @param alphaIfDropped Cronbach's α of the other items, to 3 decimals; null with fewer than two
 */
public record ItemBehaviourRow(
    String instrument,
    String item,
    String wave,
    Integer people,
    Double itemRest,
    Double alphaIfDropped,
    Visibility visibility) {}
