package org.kith.indicators;

import java.util.List;
import org.kith.groups.Panel;
import org.kith.groups.Rematch;
import org.kith.published.ComparabilityRow;
import org.kith.published.DriftRow;
import org.kith.published.GrowthRow;
import org.kith.published.HealthRow;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.PanelRow;
import org.kith.published.PredictorRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.TransitionRow;
import org.kith.published.WeightedRow;

/**
 * How far what was measured can be relied on, exact: the part of {@link Indicators} that needs more
 * of people than counts.
 *
 * <p>Changes of shares, funnels and representation are not here: they are worked out from published
 * numbers, when those are known.
 */
public record Measurement(
    List<ReliabilityRow> reliability,
    List<ItemBehaviourRow> itemBehaviour,
    List<ComparabilityRow> comparability,
    List<HealthRow> health,
    List<PanelRow> panels,
    List<TransitionRow> transitions,
    List<GrowthRow> growth,
    List<PredictorRow> predictors,
    List<WeightedRow> weighted,
    List<DriftRow> drift,
    List<Behind> behind) {
  /** Of nobody. */
  public static final Measurement NONE =
      new Measurement(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of());

  static Measurement of(Survey survey, Panel panel, Rematch rematch, Known known) {
    List<ReliabilityRow> reliability = Reliability.of(survey);
    List<ComparabilityRow> comparability = Comparability.of(survey, rematch);
    return new Measurement(
        reliability,
        ItemBehaviour.of(survey),
        comparability,
        Health.of(survey, reliability, comparability, known),
        Panels.of(survey, panel),
        Transitions.of(survey, panel),
        Growing.of(survey, panel),
        Predictors.of(survey, known),
        Weighted.of(survey, known),
        Drifting.of(survey, known),
        Behind.of(survey, panel, known));
  }
}
