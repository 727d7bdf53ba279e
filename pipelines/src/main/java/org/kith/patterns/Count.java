package org.kith.patterns;

import org.kith.published.Scope;

/**
 * So many of so many authors, exactly.
 *
 * @param fact what the authors are counted for
 * @param key which theme, barrier and so on, or empty
 * @param level id of a level, or empty
 * @param period id of a period, or empty when over all of them
 * @param scope whom it speaks of
 * @param unit {@code all}, a place or an organisation
 * @param authors distinct authors counted
 * @param of distinct authors who could have been: those who are active, or named a barrier
 * @param teams teams of the authors counted
 */
public record Count(
    Fact fact,
    String key,
    String level,
    String period,
    Scope scope,
    String unit,
    long authors,
    long of,
    long teams) {}
