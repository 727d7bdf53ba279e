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
  public static final Table<ReliabilityRow> RELIABILITY =
      new Table<>("reliability", ReliabilityRow.class);
  public static final Table<ItemBehaviourRow> ITEM_BEHAVIOUR =
      new Table<>("item_behaviour", ItemBehaviourRow.class);
  public static final Table<ComparabilityRow> COMPARABILITY =
      new Table<>("comparability", ComparabilityRow.class);
  public static final Table<HealthRow> HEALTH = new Table<>("health", HealthRow.class);
  public static final Table<ChangeRow> CHANGES = new Table<>("changes", ChangeRow.class);
  public static final Table<PanelRow> PANELS = new Table<>("panels", PanelRow.class);
  public static final Table<TransitionRow> TRANSITIONS =
      new Table<>("transitions", TransitionRow.class);
  public static final Table<GrowthRow> GROWTH = new Table<>("growth", GrowthRow.class);
  public static final Table<PredictorRow> PREDICTORS =
      new Table<>("predictors", PredictorRow.class);
  public static final Table<FunnelRow> FUNNELS = new Table<>("funnels", FunnelRow.class);
  public static final Table<RepresentationRow> REPRESENTATION =
      new Table<>("representation", RepresentationRow.class);
  public static final Table<WeightedRow> WEIGHTED = new Table<>("weighted", WeightedRow.class);
  public static final Table<DriftRow> DRIFT = new Table<>("drift", DriftRow.class);
  public static final Table<AccountRow> ACCOUNTS = new Table<>("accounts", AccountRow.class);
  public static final Table<PeriodRow> PERIODS = new Table<>("periods", PeriodRow.class);
  public static final Table<ThemeRow> THEMES = new Table<>("themes", ThemeRow.class);
  public static final Table<ThemePeriodRow> THEME_PERIODS =
      new Table<>("theme_periods", ThemePeriodRow.class);
  public static final Table<ThemeLevelRow> THEME_LEVELS =
      new Table<>("theme_levels", ThemeLevelRow.class);
  public static final Table<WordRow> WORDS = new Table<>("words", WordRow.class);
  public static final Table<LadderRow> LADDER = new Table<>("ladder", LadderRow.class);
  public static final Table<BarrierRow> BARRIERS = new Table<>("barriers", BarrierRow.class);
  public static final Table<CarriedRow> CARRIED = new Table<>("carried", CarriedRow.class);
  public static final Table<CadenceRow> CADENCE = new Table<>("cadence", CadenceRow.class);
  public static final Table<LoopRow> LOOPS = new Table<>("loops", LoopRow.class);
  public static final Table<SuggestionRow> SUGGESTIONS =
      new Table<>("suggestions", SuggestionRow.class);

  /** The tables that say how far what was measured can be relied on. */
  public static final List<Table<?>> OF_MEASUREMENT =
      List.of(
          RELIABILITY,
          ITEM_BEHAVIOUR,
          COMPARABILITY,
          HEALTH,
          CHANGES,
          PANELS,
          TRANSITIONS,
          GROWTH,
          PREDICTORS,
          FUNNELS,
          REPRESENTATION,
          WEIGHTED,
          DRIFT);

  /** The tables made from reflections; empty where nothing was shared. */
  public static final List<Table<?>> OF_REFLECTIONS =
      List.of(
          PERIODS,
          THEMES,
          THEME_PERIODS,
          THEME_LEVELS,
          WORDS,
          LADDER,
          BARRIERS,
          CARRIED,
          CADENCE,
          LOOPS,
          SUGGESTIONS);

  /** The tables every snapshot has; those of a source without data are empty. */
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
          RELIABILITY,
          ITEM_BEHAVIOUR,
          COMPARABILITY,
          HEALTH,
          CHANGES,
          PANELS,
          TRANSITIONS,
          GROWTH,
          PREDICTORS,
          FUNNELS,
          REPRESENTATION,
          WEIGHTED,
          DRIFT,
          ACCOUNTS,
          PERIODS,
          THEMES,
          THEME_PERIODS,
          THEME_LEVELS,
          WORDS,
          LADDER,
          BARRIERS,
          CARRIED,
          CADENCE,
          LOOPS,
          SUGGESTIONS);
}
