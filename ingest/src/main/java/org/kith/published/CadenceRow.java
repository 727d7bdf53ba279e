package org.kith.published;

/**
 * In how many weeks of a period teams wrote anything that was shared. A team of fewer than k people
 * is not in it, and no row is about a person.
 *
 * @param unit {@code all}, a place, or an organisation for its own eyes
 * @param teams how many teams are behind it, or null when hidden
 * @param weeks team-weeks in the period, or null when hidden
 * @param percent of them with at least one shared reflection, to the nearest 5, or null when hidden
 */
public record CadenceRow(
    String period,
    Scope scope,
    String unit,
    Integer teams,
    Integer weeks,
    Double percent,
    Visibility visibility) {}
