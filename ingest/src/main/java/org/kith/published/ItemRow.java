package org.kith.published;

/**
 * A question of an instrument.
 *
 * @param position 1 for the first asked
 * @param countedAs what the people a proportion counts did, or empty: "said many people here can be
 *     trusted"
 */
public record ItemRow(
    String instrument,
    String item,
    int position,
    String wording,
    boolean reversed,
    String countedAs) {}
