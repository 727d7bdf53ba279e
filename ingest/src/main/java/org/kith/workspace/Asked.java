package org.kith.workspace;

/**
 * How many people were asked: one line of the optional {@code asked.csv} ({@code
 * organisation,wave,people}).
 *
 * @param organisation id
 * @param wave id
 * @param people how many were given the form
 */
public record Asked(String organisation, String wave, long people) {}
