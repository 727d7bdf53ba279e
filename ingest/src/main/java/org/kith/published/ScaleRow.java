package org.kith.published;

/**
 * Where people's scores lie (statistic 3): quartiles exact on the score's grid, the mean with a 95
 * % interval.
 *
 * @param people with a score, to the nearest 5, or null when hidden
 * @param mean to 2 decimals, or null
 */
public record ScaleRow(
    String instrument,
    String wave,
    Scope scope,
    String unit,
    Integer organisations,
    Integer people,
    Double mean,
    Double low,
    Double high,
    Double lowerQuartile,
    Double median,
    Double upperQuartile,
    Visibility visibility) {}
