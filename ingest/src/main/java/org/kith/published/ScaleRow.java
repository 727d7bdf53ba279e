package org.kith.published;

/**
 * Where people's scores lie (statistic 3): quartiles exact on the score's grid, the mean with a 95
 * % interval, all to 2 decimals. All of these are null when hidden.
 *
 * <p>A quartile may be a single person's score. So a shown row has a median only when its number of
 * people stands for at least 20, 10 on either side, and quartiles only when it stands for 40.
 *
 * @param organisations how many organisations have at least 10 people with a score; null where
 *     fewer than 3 do and the unit is a place or everyone
 * @param people with a score, to the nearest 5
 * @param low lower end of the 95 % interval of the mean
 * @param high upper end
 * @param lowerQuartile null with fewer than 40 people for sure
 * @param median null with fewer than 20 people for sure
 * @param upperQuartile null with fewer than 40 people for sure
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
