package org.kith.published;

/**
 * Who answered, by a known group, beside who lives here.
 *
 * @param dimension heading for people: "Age", "Home"
 * @param group one group of it: "16 to 34"
 * @param position order of the group inside its dimension
 * @param people who answered, to the nearest 5, or null when hidden
 * @param percent of the people who answered and whose group is known, from rounded counts, or null
 * @param residents percent of residents, or null where nobody gave it
 */
public record RespondentsRow(
    String instrument,
    String wave,
    Scope scope,
    String unit,
    String dimension,
    String group,
    int position,
    Integer people,
    Double percent,
    Double residents,
    Visibility visibility) {}
