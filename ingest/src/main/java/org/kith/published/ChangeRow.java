package org.kith.published;

/**
 * How far a share moved between two waves of different people (statistic 10), from published
 * counts, with Newcombe's interval.
 *
 * @param measure an item id that counts answers
 * @param from id of the earlier wave
 * @param to id of the next wave in which it was asked
 * @param before people with a valid answer in the earlier, to the nearest 5
 * @param after in the later
 * @param difference later percent − earlier percent, in percentage points, to 1 decimal
 * @param low lower end of the 95 % interval; both shares' design effects are in it
 * @param high upper end
 */
public record ChangeRow(
    String instrument,
    String measure,
    String from,
    String to,
    Scope scope,
    String unit,
    Integer before,
    Integer after,
    Double difference,
    Double low,
    Double high,
    Visibility visibility) {}
