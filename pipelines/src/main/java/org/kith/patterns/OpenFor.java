package org.kith.patterns;

/**
 * Barriers raised that were open for the same time.
 *
 * @param days until a later reflection carried on from them, or the data ended
 * @param closed whether one did
 * @param barriers how many reflections
 */
public record OpenFor(int days, boolean closed, long barriers) {}
