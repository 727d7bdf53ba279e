package org.kith.published;

/**
 * How many people gave one answer (statistic 1).
 *
 * @param unit the place or organisation, or {@code all}
 * @param code the answer's code
 * @param people to the nearest 5, or null when hidden
 */
public record DistributionRow(
    String instrument,
    String item,
    String wave,
    Scope scope,
    String unit,
    int code,
    Integer people,
    Visibility visibility) {}
