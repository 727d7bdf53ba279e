package org.kith.published;

/**
 * What a funnel of organisations needs: how far their values scatter by chance alone at any number
 * of people, and how much more they do scatter (statistic 12). From published counts; names no
 * organisation and gives none a place.
 *
 * @param measure an item id (percent) or {@code scale} (score)
 * @param organisations with a shown value
 * @param people behind them, to the nearest 5
 * @param pooled percent or score over them together, to 2 decimals: not a goal
 * @param sd of one person's score, to 3 significant digits; null for a percent, whose spread
 *     follows from {@code pooled}
 * @param dispersion Spiegelhalter's φ from z-values winsorised at 10 %, to 3 decimals; 1 is chance
 * @param tau spread between organisations beyond chance, added to the limits, in the measure's
 *     unit, to 3 significant digits; 0 when there is none
 */
public record FunnelRow(
    String instrument,
    String measure,
    String wave,
    Integer organisations,
    Integer people,
    Double pooled,
    Double sd,
    Double dispersion,
    Double tau,
    Visibility visibility) {}
