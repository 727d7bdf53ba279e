package org.kith.published;

/**
 * What carried progress, in a period: from outside the person to within.
 *
 * @param unit {@code all} or a place
 * @param carried me, service, community, person
 * @param authors distinct authors who tapped it, to the nearest 5, or null when hidden
 * @param active distinct authors who tapped any of them, to the nearest 5, or null when hidden
 * @param percent 100 × authors ÷ active, from the rounded counts, or null
 */
public record CarriedRow(
    String period,
    Scope scope,
    String unit,
    String carried,
    Integer authors,
    Integer active,
    Double percent,
    Visibility visibility) {}
