package org.kith.published;

/**
 * What goes with belonging to a known group, apart for people of the same organisation and for
 * organisations as wholes (statistic 8), over everyone taking part. Of people whose groups are all
 * known. Intervals by Kenward and Roger. Two decimals below 1,000 people.
 *
 * @param measure an item id (0–1) or {@code scale}
 * @param dimension id of the known group in {@code kith.yaml}
 * @param group the group
 * @param reference the group it is beside
 * @param organisations with at least 10 such people
 * @param people to the nearest 5; null when it would tell of how few the groups are not known
 * @param within mean difference to the reference among people of the same organisation, others
 *     alike in the other dimensions, to 3 decimals
 * @param withinLow lower end of its 95 % interval
 * @param withinHigh upper end
 * @param between difference between an organisation where everybody is of the group and one where
 *     everybody is of the reference; of organisations, not of people
 * @param betweenLow lower end of its 95 % interval
 * @param betweenHigh upper end
 */
public record PredictorRow(
    String instrument,
    String measure,
    String wave,
    String dimension,
    String group,
    String reference,
    Integer organisations,
    Integer people,
    Double within,
    Double withinLow,
    Double withinHigh,
    Double between,
    Double betweenLow,
    Double betweenHigh,
    Visibility visibility) {}
