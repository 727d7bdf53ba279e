package org.kith.published;

/**
 * Something that happened and may belong beside a line of points. A mark, never an explanation.
 *
 * @param date ISO 8601 day
 * @param wave the wave the day falls in, or the next one
 * @param scope whom it concerned
 * @param unit the place or organisation, or {@code all}
 * @param words what happened
 */
public record EventRow(String date, String wave, Scope scope, String unit, String words) {}
