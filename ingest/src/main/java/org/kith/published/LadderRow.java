package org.kith.published;

/**
 * Barriers by the level they were raised at, over all periods and everyone, from the closest level
 * outward.
 *
 * @param level id of a level
 * @param raised distinct authors who named a barrier there, to the nearest 5, or null when hidden
 * @param answered of them, how many saw a later reflection carry on from theirs, to the nearest 5,
 *     or null when hidden
 */
public record LadderRow(String level, Integer raised, Integer answered, Visibility visibility) {}
