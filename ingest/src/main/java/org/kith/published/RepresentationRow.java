package org.kith.published;

/**
 * How evenly the groups of one dimension answered, beside who lives there (statistic 13), from
 * published counts.
 *
 * @param dimension name of the known group
 * @param people whose group is known, to the nearest 5
 * @param residents of the dimension's groups, from {@code population.csv}
 * @param response people ÷ residents, percent, to 2 decimals
 * @param r the R-indicator 1 − 2·S(ρ̂) over the groups' response propensities, to 3 decimals; 1 is
 *     even
 * @param cv S(ρ̂) ÷ mean ρ̂, to 3 decimals: the same unevenness beside the response, which stays
 *     telling when few of all residents answered
 * @param groups in how many groups it is
 */
public record RepresentationRow(
    String instrument,
    String wave,
    Scope scope,
    String unit,
    String dimension,
    Integer groups,
    Integer people,
    Integer residents,
    Double response,
    Double r,
    Double cv,
    Visibility visibility) {}
