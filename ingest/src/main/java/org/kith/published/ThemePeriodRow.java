package org.kith.published;

/**
 * How many authors spoke of a theme in a period (statistics 16 and 17). An author counts once,
 * however much they write.
 *
 * @param unit {@code all}, a place or an organisation; an organisation's row is shown to that
 *     organisation only
 * @param authors distinct authors who tapped the theme, to the nearest 5, or null when hidden
 * @param active distinct authors who shared anything, to the nearest 5, or null when hidden
 * @param percent 100 × authors ÷ active, from the rounded counts, or null
 * @param low lower end of its 95 % Wilson interval, or null
 * @param high upper end
 * @param organisations how many organisations hold the theme; null in an organisation's own row,
 *     when hidden, or when fewer than three contribute
 * @param contributing how many organisations shared anything; null likewise
 * @param evenness H ÷ ln K over the organisations' authors, 1 when all hold it alike, to 2
 *     decimals; null when fewer than two hold it or when hidden
 * @param movement against the period before
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
