package org.kith.lake;

import java.util.List;

/**
 * The columns every table of responses has before its items: {@code
 * lake/protected/responses/<instrument>/wave=<wave>/<source>-<hash>.parquet}.
 *
 * <p>A row is one person's answers to one instrument in one wave. Item columns are whole numbers
 * named by the item: an answer's code, or a negative code of {@link org.kith.instrument.Missing}.
 * Known groups (age band, home, …) are text columns whose names start with {@link #GROUP_PREFIX};
 * null means not known. After the items come {@link #SUBMITTED} and {@link #CODE}, which are about
 * the row and are never published.
 */
public final class Responses {
  /** The person's keyed pseudonym: the same person in two waves has the same one. */
  public static final String PERSON = "person";

  /** The organisation's id. */
  public static final String ORGANISATION = "organisation";

  /** The wave's id. */
  public static final String WAVE = "wave";

  /** The export the row came from. */
  public static final String SOURCE = "source";

  /** What the name of a known group's column starts with. */
  public static final String GROUP_PREFIX = "group_";

  /** The fixed columns, in file order. */
  public static final List<String> FIXED = List.of(PERSON, ORGANISATION, WAVE, SOURCE);

  /** Whether the row was submitted; a kept row that was not is partial. */
  public static final String SUBMITTED = "row_submitted";

  /** The keyed print of the code that the person holds, or null when the row has none. */
  public static final String CODE = "row_code";

  /** The row's design weight in millionths; null, or no such column, for a weight of 1. */
  public static final String WEIGHT = "row_weight";

  /** The weight of somebody who counts as one, in the millionths of {@link #WEIGHT}. */
  public static final long ONE = 1_000_000;

  private Responses() {}
}
