package org.kith.published;

/**
 * A word or phrase that is newly said, or no longer (statistic 16): weighted log-odds with an
 * informative prior, this period against the one before. Only those that pass are rows: |z| above
 * 1.96, at least k authors, teams and organisations enough. Alphabetical within a period.
 *
 * @param phrase one to three words, lower case
 * @param movement emerging or fading
 * @param z of the weighted log-odds, to 1 decimal
 * @param authors distinct authors in the period where it is said more, to the nearest 5
 * @param teams their teams
 * @param organisations their organisations
 */
public record WordRow(
    String period,
    String phrase,
    Movement movement,
    Double z,
    Integer authors,
    Integer teams,
    Integer organisations) {}
