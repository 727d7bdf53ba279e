package org.kith.published;

/**
 * The share of valid answers that an item counts, with a Wilson interval (statistic 2).
 *
 * <p>There is one row for every item, also for items that count nothing: those give {@code
 * answered} only, the denominator of their distribution.
 *
 * @param organisations how many organisations answers came from
 * @param answered people with a valid answer, to the nearest 5, or null when hidden
 * @param counted people whose answer is counted, to the nearest 5, or null
 * @param percent 100 × counted ÷ answered, from the rounded counts, or null
 * @param low lower end of the 95 % interval, percent, or null
 * @param high upper end, or null
 * @param designEffect how much the clustering of people in organisations widens the variance; 1
 *     within one organisation
 * @param visibility of the share; {@code answered} can be shown while the share is hidden
 */
public record LevelRow(
    String instrument,
    String item,
    String wave,
    Scope scope,
    String unit,
    Integer organisations,
    Integer answered,
    Integer counted,
    Double percent,
    Double low,
    Double high,
    Double designEffect,
    Visibility visibility) {}
