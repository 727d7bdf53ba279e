package org.kith.published;

/**
 * Whether an item means the same in every organisation: differential item functioning by ordinal
 * logistic regression on the score, after purification. Over everyone taking part; no organisation
 * is named. Null, all but the ids, when hidden or when it cannot be worked out. Below 1,000 people
 * to two decimals.
 *
 * @param organisations how many were compared
 * @param people complete cases in them, to the nearest 5; null when it would tell how few are not
 * @param uniform how much McFadden's pseudo-R² rises, beyond what chance alone adds, when
 *     organisations may differ at the same score, to 4 decimals; a little below 0 where it rises
 *     less than by chance
 * @param nonUniform how much more it rises when the slope may differ too, likewise
 * @param p of both together, to 4 decimals
 * @param apart whether the item is unlike the others: too unlikely by chance, and large enough to
 *     matter
 */
public record ComparabilityRow(
    String instrument,
    String item,
    String wave,
    Integer organisations,
    Integer people,
    Double uniform,
    Double nonUniform,
    Double p,
    Boolean apart,
    Visibility visibility) {}
