package org.kith.reflections;

/**
 * That a reflection was opened, as its author is told.
 *
 * <p>A team mate is told by name: names are known on both sides there. In a learning cycle the
 * author has no name to readers, so readers have none to the author either.
 *
 * @param day ISO 8601 day (UTC); several times on one day are one opening
 * @param by name of the team mate who opened it, or null in a learning cycle
 * @param people how many opened it that day in the learning cycle; 1 for a team mate
 */
public record Opening(String day, String by, int people) {}
