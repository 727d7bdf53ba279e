package org.kith.published;

import java.util.List;

/**
 * The published tables: one record per table is its Parquet schema, its JSON shape and its notebook
 * column names (in snake case).
 *
 * @param name file name without its ending
 * @param row the record of one row
 */
public record Table<T extends Record>(String name, Class<T> row) {
  public static final Table<PlaceRow> PLACES = new Table<>("places", PlaceRow.class);
  public static final Table<OrganisationRow> ORGANISATIONS =
      new Table<>("organisations", OrganisationRow.class);
  public static final Table<WaveRow> WAVES = new Table<>("waves", WaveRow.class);
  public static final Table<EventRow> EVENTS = new Table<>("events", EventRow.class);
  public static final Table<ConstructRow> CONSTRUCTS =
      new Table<>("constructs", ConstructRow.class);
  public static final Table<InstrumentRow> INSTRUMENTS =
      new Table<>("instruments", InstrumentRow.class);
  public static final Table<ItemRow> ITEMS = new Table<>("items", ItemRow.class);
  public static final Table<AnswerRow> ANSWERS = new Table<>("answers", AnswerRow.class);
  public static final Table<DistributionRow> DISTRIBUTIONS =
      new Table<>("distributions", DistributionRow.class);
  public static final Table<LevelRow> LEVELS = new Table<>("levels", LevelRow.class);
  public static final Table<MissingRow> MISSING = new Table<>("missing", MissingRow.class);
  public static final Table<ScaleRow> SCALES = new Table<>("scales", ScaleRow.class);
  public static final Table<BetweenRow> BETWEEN = new Table<>("between", BetweenRow.class);
  public static final Table<PooledRow> POOLED = new Table<>("pooled", PooledRow.class);
  public static final Table<ControlPointRow> CONTROL_POINTS =
      new Table<>("control_points", ControlPointRow.class);
  public static final Table<RespondentsRow> RESPONDENTS =
      new Table<>("respondents", RespondentsRow.class);
  public static final Table<AccountRow> ACCOUNTS = new Table<>("accounts", AccountRow.class);

  /** Every table of a snapshot. */
  public static final List<Table<?>> ALL =
      List.of(
          PLACES,
          ORGANISATIONS,
          WAVES,
          EVENTS,
          CONSTRUCTS,
          INSTRUMENTS,
          ITEMS,
          ANSWERS,
          DISTRIBUTIONS,
          LEVELS,
          MISSING,
          SCALES,
          BETWEEN,
          POOLED,
          CONTROL_POINTS,
          RESPONDENTS,
          ACCOUNTS);
}
