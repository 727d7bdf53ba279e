package org.kith.published;

/**
 * At which level a theme is spoken of, over all periods and everyone.
 *
 * @param level id of a level
 * @param authors distinct authors who tapped both, to the nearest 5, or null when hidden
 */
public record ThemeLevelRow(String theme, String level, Integer authors, Visibility visibility) {}
