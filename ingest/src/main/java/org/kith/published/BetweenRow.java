package org.kith.published;

/**
 * How much of the difference lies between organisations (statistics 5 and 7), over everyone taking
 * part. Shares are between 0 and 1, to 3 decimals.
 *
 * <p>The model is of everyone's answers, also of organisations too small to be shown: leaving them
 * out would bend it. The two counts are the published ones. All is null when the figure over
 * everyone is hidden, and all but the counts when the model has no answer.
 *
 * @param measure an item id, or {@code scale}
 * @param organisations with at least 10 valid answers
 * @param people to the nearest 5
 * @param mean of the model, in the measure's unit (0–1 for a proportion, the answers' codes for an
 *     instrument that is scored item by item), to 3 decimals
 * @param low lower end of the 95 % interval of the mean, by Kenward and Roger
 * @param high upper end
 * @param between variance between organisations, to 4 significant digits
 * @param within variance within them
 * @param icc between ÷ (between + within)
 * @param anovaIcc1 the ANOVA estimate of the same share, which may be below 0
 * @param anovaIcc2 reliability of an organisation's mean
 * @param rankability share of the visible spread that is not chance; the rest is noise in any order
 * @param atBoundary whether the estimate is exactly none
 */
public record BetweenRow(
    String instrument,
    String measure,
    String wave,
    Integer organisations,
    Integer people,
    Double mean,
    Double low,
    Double high,
    Double between,
    Double within,
    Double icc,
    Double anovaIcc1,
    Double anovaIcc2,
    Double rankability,
    Boolean atBoundary,
    Visibility visibility) {}
