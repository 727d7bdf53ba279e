package org.kith.published;

/**
 * What to know before what people said: of one measure in one wave, over everyone taking part.
 *
 * @param measure an item id, or {@code scale}
 * @param people with a valid answer or a score, to the nearest 5; null, with all that follows but
 *     {@code gate}, when hidden
 * @param asked how many people were asked, from {@code asked.csv}, to the nearest 5; null where
 *     nobody said it
 * @param response percent of those asked who returned the form, to the nearest whole; null
 *     likewise. Above 100 where {@code asked.csv} is wrong
 * @param missing percent of people with a row of the instrument who have no valid answer or score,
 *     to the nearest whole; null when it would tell of a small number
 * @param alpha Cronbach's α of the scale, as in {@link ReliabilityRow}; null for a single item
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param floor percent of people at the lowest end, as in {@link ReliabilityRow}
 * @param ceiling percent at the highest end
 * @param gate whether organisations may be compared
 */
public record HealthRow(
    String instrument,
    String measure,
    String wave,
    Integer people,
    Integer asked,
    Double response,
    Double missing,
    Double alpha,
    Double low,
    Double high,
    Double floor,
    Double ceiling,
    Gate gate,
    Visibility visibility) {}
