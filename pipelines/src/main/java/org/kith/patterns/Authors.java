package org.kith.patterns;

/**
 * Distinct authors of one organisation.
 *
 * @param fact what they are counted for
 * @param key which theme, barrier, or what it is of the fact; empty where there is one only
 * @param level id of a level, or empty
 * @param period id of a period, or empty when over all of them
 * @param organisation their organisation
 * @param authors how many
 * @param teams how many teams they are in
 */
public record Authors(
    Fact fact,
    String key,
    String level,
    String period,
    String organisation,
    long authors,
    long teams) {}
