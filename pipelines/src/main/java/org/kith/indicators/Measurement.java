package org.kith.indicators;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
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
    // None needs another, but health, and each takes its time.
    var behaviour = started(() -> ItemBehaviour.of(survey));
    var panels = started(() -> Panels.of(survey, panel));
    var transitions = started(() -> Transitions.of(survey, panel));
    var growth = started(() -> Growing.of(survey, panel));
    var predictors = started(() -> Predictors.of(survey, known));
    var weighted = started(() -> Weighted.of(survey, known));
    var drift = started(() -> Drifting.of(survey, known));
    var behind = started(() -> Behind.of(survey, panel, known));
    List<ReliabilityRow> reliability = Reliability.of(survey);
    List<ComparabilityRow> comparability = Comparability.of(survey, rematch);
    return new Measurement(
        reliability,
        behaviour.join(),
        comparability,
        Health.of(survey, reliability, comparability, known),
        panels.join(),
        transitions.join(),
        growth.join(),
        predictors.join(),
        weighted.join(),
        drift.join(),
        behind.join());
  }

  /** Work that goes on beside. What it throws is thrown where its result is wanted. */
  private static <T> ForkJoinTask<T> started(Callable<T> work) {
    return ForkJoinTask.adapt(work).fork();
  }
}
