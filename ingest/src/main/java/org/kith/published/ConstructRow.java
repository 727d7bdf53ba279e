package org.kith.published;

/**
 * What a group of instruments speaks of: trust, belonging, pride, mutual aid.
 *
 * @param construct id, for addresses
 * @param name for people
 * @param about one plain sentence
 */
public record ConstructRow(String construct, String name, String about) {}
