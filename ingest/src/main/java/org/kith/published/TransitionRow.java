package org.kith.published;

/**
 * Of people who gave one answer in a wave, how many gave another in the next (statistic 10), over
 * everyone taking part.
 *
 * @param before code of the earlier answer
 * @param after code of the later answer
 * @param people who gave both, to the nearest 5, or null when hidden
 * @param percent of the people shown who gave {@code before} and answered again, to the nearest
 *     whole; null when hidden
 */
public record TransitionRow(
    String instrument,
    String item,
    String from,
    String to,
    int before,
    int after,
    Integer people,
    Double percent,
    Visibility visibility) {}
