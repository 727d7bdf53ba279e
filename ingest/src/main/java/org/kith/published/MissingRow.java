package org.kith.published;

/**
 * How many people left an item unanswered, by kind, over everyone taking part (statistic 1).
 *
 * @param kind {@code answered}, {@code excluded}, or a kind of missing in lower case: {@code
 *     not_asked}, {@code skipped}, {@code declined}, {@code dont_know}, {@code dropped_out}
 * @param people to the nearest 5, or null when hidden
 */
public record MissingRow(
    String instrument,
    String item,
    String wave,
    String kind,
    Integer people,
    Visibility visibility) {}
