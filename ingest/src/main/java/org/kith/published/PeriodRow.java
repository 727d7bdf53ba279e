package org.kith.published;

/**
 * A period reflections are counted in: a quarter of a year.
 *
 * @param period its id, such as 2025q3
 * @param label its name for people: "July to September 2025"
 * @param starts ISO 8601 day
 * @param ends ISO 8601 day, the last one
 */
public record PeriodRow(String period, String label, String starts, String ends) {}
