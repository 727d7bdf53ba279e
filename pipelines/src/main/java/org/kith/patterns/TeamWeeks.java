package org.kith.patterns;

/**
 * In how many weeks of a period a team shared anything.
 *
 * @param team its pseudonym
 * @param period id of the period
 * @param weeks distinct weeks
 * @param authors distinct authors
 */
public record TeamWeeks(String team, String period, long weeks, long authors) {}
