package org.kith.published;

/**
 * The share of valid answers that an item counts, with a Wilson interval (statistic 2).
 *
 * <p>There is one row for every item, also for items that count nothing: those give {@code
 * answered} only, the denominator of their distribution.
 *
 * @param organisations how many organisations have at least 10 people with a valid answer; null
 *     where fewer than 3 do and the unit is a place or everyone
 * @param answered people with a valid answer, to the nearest 5, or null when hidden
 * @param counted people whose answer is counted, to the nearest 5; null, with all that follows,
 *     when hidden or when the item counts nothing
 * @param percent 100 × counted ÷ answered, from the rounded counts, to 2 decimals
 * @param low lower end of the 95 % interval, percent, to 2 decimals
 * @param high upper end
 * @param designEffect how much the clustering of people in organisations widens the variance, to 2
 *     decimals; 1 within one organisation
 * @param visibility of the share, or of {@code answered} for an item that counts nothing; {@code
 *     answered} can be shown while the share is hidden
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
