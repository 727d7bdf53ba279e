package org.kith.published;

/**
 * Who answered, by a known group, beside who lives here.
 *
 * @param dimension heading for people: "Age", "Home"
 * @param group one group of it: "16 to 34"
 * @param position order of the group inside its dimension
 * @param people who answered, to the nearest 5, or null when hidden
 * @param percent of the people who answered and whose group is known, from rounded counts, to 1
 *     decimal; null when the group or all of them together are hidden
 * @param residents percent of residents, to 1 decimal, or null where nobody gave it
 * @param visibility of {@code people}; a group that hardly anybody belongs to and whose residents
 *     nobody gave has no row at all
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
