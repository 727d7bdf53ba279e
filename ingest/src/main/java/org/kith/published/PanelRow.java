package org.kith.published;

/**
 * What became of the answers of people who answered twice (statistic 10), over everyone taking
 * part. Up is towards more of what the instrument asks about, whichever way the item is worded.
 *
 * @param from id of the earlier wave
 * @param to id of the next wave in which it was asked
 * @param people who gave a valid answer both times, to the nearest 5
 * @param up percent of them, to the nearest whole; null when hidden
 * @param upLow lower end of the 95 % Wilson interval
 * @param upHigh upper end
 * @param chance how often chance alone would give a movement one way as uneven as this: the exact
 *     sign test's two-sided p, to 2 decimals
 */
public record PanelRow(
    String instrument,
    String item,
    String from,
    String to,
    Integer people,
    Double up,
    Double upLow,
    Double upHigh,
    Double same,
    Double sameLow,
    Double sameHigh,
    Double down,
    Double downLow,
    Double downHigh,
    Double chance,
    Visibility visibility) {}
