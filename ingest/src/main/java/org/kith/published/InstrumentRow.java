package org.kith.published;

/**
 * An instrument that was asked, with what its licence and its owner want shown.
 *
 * @param instrument id
 * @param construct id of its construct
 * @param counting how answers become a figure, in one plain sentence
 * @param scale whether people get a score over several items
 * @param scaleMin lowest possible score
 * @param scaleMax highest possible score
 * @param minAnswered the fewest items a person needs for a score
 */
public record InstrumentRow(
    String instrument,
    String name,
    String construct,
    String licence,
    String attribution,
    String source,
    String wordingEvidence,
    String notes,
    String counting,
    boolean scale,
    double scaleMin,
    double scaleMax,
    int minAnswered) {}
