package org.kith.published;

/**
 * How well the items of an instrument hang together, over everyone taking part (statistic 4), and
 * how many people sit at the ends of its scale. Of complete cases: people who gave a valid answer
 * to every item. Null, all but the ids, when hidden or when it cannot be worked out. Decimals are
 * fewer where one person would move the last: two below 1,000 people, one below 300.
 *
 * @param people complete cases, to the nearest 5; null when it would give a hidden number away
 * @param items how many items were compared
 * @param alpha Cronbach's α, to 3 decimals; may be below 0
 * @param low lower end of its 95 % interval by Feldt
 * @param high upper end
 * @param omega McDonald's ω total from one minimum-residual factor, to 3 decimals; null where one
 *     factor cannot be fitted
 * @param floor percent of people with a score who have the lowest possible one, to the nearest
 *     whole; null when too few are there or elsewhere to say so, or when nobody has a score
 * @param ceiling percent of them who have the highest possible score, likewise
 */
public record ReliabilityRow(
    String instrument,
    String wave,
    Integer people,
    Integer items,
    Double alpha,
    Double low,
    Double high,
    Double omega,
    Double floor,
    Double ceiling,
    Visibility visibility) {}
