package org.kith.published;

/**
 * Where the rows of the exports went.
 *
 * @param source name of the export, or {@code all}
 * @param tool the survey tool it came from
 * @param outcome {@code received}, {@code accepted}, {@code partial}, {@code preview_or_test},
 *     {@code duplicate}, {@code withdrawn} (only when anybody took their answers out) or {@code
 *     rejected}; and over all, when there are any, {@code held_out}: of the rows kept, those whose
 *     owners do not let them be counted
 * @param rows to the nearest 5, or null when hidden
 */
public record AccountRow(
    String source, String tool, String outcome, Integer rows, Visibility visibility) {}
