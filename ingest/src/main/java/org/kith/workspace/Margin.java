package org.kith.workspace;

/**
 * How many residents belong to a known group: one line of {@code population.csv} ({@code
 * place,dimension,group,residents}).
 *
 * @param place id of the place
 * @param dimension id of the group rule in {@code kith.yaml}
 * @param group one of its groups
 * @param residents how many people
 */
public record Margin(String place, String dimension, String group, long residents) {}
