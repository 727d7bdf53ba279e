package org.kith.published;

/**
 * How long questions stay open (statistic 18): Kaplan–Meier over barriers raised, closed when a
 * later reflection carries on from them, with a log-log 95 % interval. One row a day named; hidden
 * when fewer than k authors are behind it.
 *
 * @param days after it was raised: 30, 90, 180, 365
 * @param open share still open, in whole percent, or null when hidden
 * @param low lower end of the interval
 * @param high upper end
 * @param authors distinct authors still watched then, to the nearest 5, or null when hidden
 */
public record LoopRow(
    int days, Double open, Double low, Double high, Integer authors, Visibility visibility) {}
