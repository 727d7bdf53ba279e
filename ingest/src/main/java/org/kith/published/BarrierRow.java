package org.kith.published;

/**
 * What got in the way, in a period, over everyone; in the order of the form.
 *
 * @param barrier id of a barrier
 * @param authors distinct authors who tapped it, to the nearest 5, or null when hidden
 */
public record BarrierRow(String period, String barrier, Integer authors, Visibility visibility) {}
