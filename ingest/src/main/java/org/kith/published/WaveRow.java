package org.kith.published;

/**
 * One round of asking.
 *
 * @param wave its id, which sorts in time order: {@code 2025q4}
 * @param label its name for people: "Autumn 2025"
 * @param position 1 for the earliest
 * @param starts first day, ISO 8601
 * @param ends last day, ISO 8601
 */
public record WaveRow(String wave, String label, int position, String starts, String ends) {}
