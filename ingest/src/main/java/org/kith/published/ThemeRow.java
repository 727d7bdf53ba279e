package org.kith.published;

/**
 * A theme of the codebook, named by people; alphabetical by name.
 *
 * @param theme its id
 * @param name its name
 * @param about what belongs to it, or empty
 */
public record ThemeRow(String theme, String name, String about) {}
