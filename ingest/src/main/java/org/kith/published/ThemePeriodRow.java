package org.kith.published;

/**
 * How many authors spoke of a theme in a period (statistics 16 and 17). An author counts once,
 * however much they write.
 *
 * @param unit {@code all} or a place; no organisation has a row of its own staff
 * @param authors distinct authors who tapped the theme, to the nearest 5, or null when hidden
 * @param active distinct authors who shared anything, to the nearest 5, or null when hidden
 * @param percent 100 × authors ÷ active, from the rounded counts, or null
 * @param low lower end of its 95 % Wilson interval, or null
 * @param high upper end
 * @param organisations over everyone, in how many of the contributing organisations somebody tapped
 *     the theme; null in other rows, when fewer than three do, or when there are hardly more
 *     authors than organisations
 * @param contributing how many organisations have active authors; null when there are fewer than
 *     three, or when one without its own would leave fewer than k
 * @param evenness H ÷ ln K over the contributing organisations' authors, 1 when all hold it alike,
 *     to 1 decimal; null where {@code organisations} is
 * @param movement against the period before; null when it cannot be told: in the first period, next
 *     to a period that data covers in part only, or when too much is hidden
 */
public record ThemePeriodRow(
    String theme,
    String period,
    Scope scope,
    String unit,
    Integer authors,
    Integer active,
    Double percent,
    Double low,
    Double high,
    Integer organisations,
    Integer contributing,
    Double evenness,
    Movement movement,
    Visibility visibility) {}
