package org.kith.patterns;

/**
 * A phrase that at least k authors used in some period, in one period.
 *
 * @param phrase one to three words, lower case
 * @param period id of the period
 * @param authors distinct authors who used it
 * @param teams their teams
 * @param organisations their organisations
 */
public record Phrase(String phrase, String period, long authors, long teams, long organisations) {}
