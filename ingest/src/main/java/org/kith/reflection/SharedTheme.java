package org.kith.reflection;

/**
 * A theme of the codebook: named by people, never by a machine.
 *
 * @param theme its id
 * @param name its name, in a few words
 * @param about what belongs to it, in a sentence, or empty
 */
public record SharedTheme(String theme, String name, String about) {}
