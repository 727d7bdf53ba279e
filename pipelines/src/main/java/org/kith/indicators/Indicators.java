package org.kith.indicators;

import java.util.List;
import java.util.Map;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Panel;
import org.kith.groups.Rematch;
import org.kith.instrument.Instrument;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.MissingRow;
import org.kith.published.PooledRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.workspace.Margin;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;

/**
 * Every indicator, exact: unrounded and nothing hidden. Kept in the protected zone; only {@code
 * Disclosure} turns it into what may be published. Rows are in a fixed order: instrument, item in
 * asked order, wave, scope, unit in the order of {@code organisations.csv}; never by a value.
 */
public record Indicators(
    List<DistributionRow> distributions,
    List<LevelRow> levels,
    List<MissingRow> missing,
    List<ScaleRow> scales,
    List<BetweenRow> between,
    List<PooledRow> pooled,
    List<ControlPointRow> controlPoints,
    List<RespondentsRow> respondents,
    Measurement measurement) {

  /** Of counts alone. */
  public Indicators(
      List<DistributionRow> distributions,
      List<LevelRow> levels,
      List<MissingRow> missing,
      List<ScaleRow> scales,
      List<BetweenRow> between,
      List<PooledRow> pooled,
      List<ControlPointRow> controlPoints,
      List<RespondentsRow> respondents) {
    this(
        distributions,
        levels,
        missing,
        scales,
        between,
        pooled,
        controlPoints,
        respondents,
        Measurement.NONE);
  }

  /**
   * Everything that is worked out, one class each.
   *
   * @param groups one for each instrument, organisation and wave that has answers
   * @param instruments every instrument that may have answers, in the order rows are to have
   * @param organisations every organisation that may have answers, likewise
   * @param margins who lives in the places; may be empty
   * @param dimensions the known groups of {@code kith.yaml}
   * @throws IllegalArgumentException if there are answers of an instrument or organisation that is
   *     not known, or the same ones twice
   */
  public static Indicators of(
      List<GroupStatistics> groups,
      List<Instrument> instruments,
      List<Organisation> organisations,
      List<Margin> margins,
      List<Settings.Group> dimensions) {
    return of(
        groups,
        Panel.NONE,
        (instrument, items) -> Map.of(),
        instruments,
        organisations,
        new Known(dimensions, margins, List.of(), List.of(), Map.of()));
  }

  /**
   * Everything that is worked out, of people known over several waves too.
   *
   * @param panel who answered when
   * @param rematch matches people anew, where items have to be left out of the matching
   * @param known what is known beside the answers
   * @throws IllegalArgumentException if there are answers of an instrument or organisation that is
   *     not known, or the same ones twice
   */
  public static Indicators of(
      List<GroupStatistics> groups,
      Panel panel,
      Rematch rematch,
      List<Instrument> instruments,
      List<Organisation> organisations,
      Known known) {
    Survey survey = Survey.of(groups, instruments, organisations);
    Models models = Models.of(survey);
    List<LevelRow> levels = Levels.of(survey, models);
    List<ScaleRow> scales = ScaleScores.of(survey, models);
    return new Indicators(
        Distributions.of(survey),
        levels,
        MissingAnswers.of(survey),
        scales,
        Between.of(models),
        Pooled.of(models),
        OverTime.of(levels, scales),
        Respondents.of(survey, known.margins(), known.dimensions()),
        Measurement.of(survey, panel, rematch, known));
  }
}
