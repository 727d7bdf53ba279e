package org.kith.published;

/**
 * How people move over waves: a line for each person inside a line for their organisation, by REML
 * (statistic 9), over everyone taking part. Of people who answered in at least one of the waves;
 * standard deviations in the measure's unit. Decimals and digits are two below 1,000 people.
 *
 * @param measure an item id (0–1) or {@code scale}
 * @param from id of the first wave, whose start is time 0
 * @param to id of the last wave
 * @param waves how many there are
 * @param organisations with at least 10 people
 * @param people to the nearest 5; null when it would tell how few did not answer in some wave
 * @param start mean at the first wave, to 3 decimals
 * @param startLow lower end of its 95 % interval, by Satterthwaite
 * @param startHigh upper end
 * @param slope change in a year, to 3 decimals
 * @param slopeLow lower end of its 95 % interval
 * @param slopeHigh upper end
 * @param organisationSd spread of organisations, to 3 significant digits
 * @param personSd spread of people at the first wave
 * @param slopeSd spread of people's change in a year
 * @param correlation of a person's start with their change; null at a boundary
 * @param residualSd what is left from wave to wave
 * @param atBoundary whether a spread is estimated as exactly none, or the correlation as ±1
 */
public record GrowthRow(
    String instrument,
    String measure,
    String from,
    String to,
    Integer waves,
    Integer organisations,
    Integer people,
    Double start,
    Double startLow,
    Double startHigh,
    Double slope,
    Double slopeLow,
    Double slopeHigh,
    Double organisationSd,
    Double personSd,
    Double slopeSd,
    Double correlation,
    Double residualSd,
    Boolean atBoundary,
    Visibility visibility) {}
