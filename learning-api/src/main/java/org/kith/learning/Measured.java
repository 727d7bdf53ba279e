package org.kith.learning;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.kith.lake.Snapshot;
import org.kith.published.ChangeRow;
import org.kith.published.ComparabilityRow;
import org.kith.published.DriftRow;
import org.kith.published.FunnelRow;
import org.kith.published.Gate;
import org.kith.published.GrowthRow;
import org.kith.published.HealthRow;
import org.kith.published.ItemBehaviourRow;
import org.kith.published.PanelRow;
import org.kith.published.PredictorRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.RepresentationRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.TransitionRow;
import org.kith.published.WeightedRow;

/**
 * How far what a snapshot measured can be relied on, as one viewer may see it. Every list is in the
 * order it was published in. All are empty in snapshots made before measurement was looked at.
 */
public final class Measured {
  private final Map<Evidence.Key, List<HealthRow>> health;
  private final Map<Evidence.Key, List<ReliabilityRow>> reliability;
  private final Map<Evidence.Key, List<ItemBehaviourRow>> items;
  private final Map<Evidence.Key, List<ComparabilityRow>> comparability;
  private final Map<Evidence.Key, List<ChangeRow>> changes;
  private final Map<Evidence.Key, List<PanelRow>> panels;
  private final Map<Evidence.Key, List<TransitionRow>> transitions;
  private final Map<Evidence.Key, List<GrowthRow>> growth;
  private final Map<Evidence.Key, List<PredictorRow>> predictors;
  private final Map<Evidence.Key, List<FunnelRow>> funnels;
  private final Map<Evidence.Key, List<RepresentationRow>> representation;
  private final Map<Evidence.Key, List<WeightedRow>> weighted;
  private final Map<Evidence.Key, List<DriftRow>> drift;
  private final BiPredicate<Scope, String> wall;

  private Measured(Measured all, BiPredicate<Scope, String> wall) {
    health = all.health;
    reliability = all.reliability;
    items = all.items;
    comparability = all.comparability;
    changes = all.changes;
    panels = all.panels;
    transitions = all.transitions;
    growth = all.growth;
    predictors = all.predictors;
    funnels = all.funnels;
    representation = all.representation;
    weighted = all.weighted;
    drift = all.drift;
    this.wall = wall;
  }

  private Measured(Snapshot from) throws IOException {
    health =
        Evidence.index(
            read(from, Table.HEALTH),
            r -> Evidence.everyone(r.instrument(), r.measure(), r.wave()));
    reliability =
        Evidence.index(
            read(from, Table.RELIABILITY),
            r -> Evidence.everyone(r.instrument(), "", Evidence.EVERY_WAVE));
    items =
        Evidence.index(
            read(from, Table.ITEM_BEHAVIOUR), r -> Evidence.everyone(r.instrument(), "", r.wave()));
    comparability =
        Evidence.index(
            read(from, Table.COMPARABILITY), r -> Evidence.everyone(r.instrument(), "", r.wave()));
    changes =
        Evidence.index(
            read(from, Table.CHANGES),
            r ->
                new Evidence.Key(
                    r.instrument(), r.measure(), Evidence.EVERY_WAVE, r.scope(), r.unit()));
    panels =
        Evidence.index(
            read(from, Table.PANELS),
            r -> Evidence.everyone(r.instrument(), r.item(), Evidence.EVERY_WAVE));
    transitions =
        Evidence.index(
            read(from, Table.TRANSITIONS),
            r -> Evidence.everyone(r.instrument(), r.item(), r.to()));
    growth =
        Evidence.index(
            read(from, Table.GROWTH),
            r -> Evidence.everyone(r.instrument(), r.measure(), Evidence.EVERY_WAVE));
    predictors =
        Evidence.index(
            read(from, Table.PREDICTORS),
            r -> Evidence.everyone(r.instrument(), r.measure(), r.wave()));
    funnels =
        Evidence.index(
            read(from, Table.FUNNELS),
            r -> Evidence.everyone(r.instrument(), r.measure(), r.wave()));
    representation =
        Evidence.index(
            read(from, Table.REPRESENTATION),
            r -> new Evidence.Key(r.instrument(), "", r.wave(), r.scope(), r.unit()));
    weighted =
        Evidence.index(
            read(from, Table.WEIGHTED),
            r -> new Evidence.Key(r.instrument(), r.measure(), r.wave(), r.scope(), r.unit()));
    drift =
        Evidence.index(
            read(from, Table.DRIFT),
            r -> new Evidence.Key(r.instrument(), "", Evidence.EVERY_WAVE, r.scope(), r.unit()));
    // Nothing is given out before there is a viewer.
    wall = (scope, unit) -> false;
  }

  /** Everything a snapshot holds; only {@link #through} a wall does it leave this package. */
  static Measured of(Snapshot from) throws IOException {
    return new Measured(from);
  }

  /** A table that the manifest does not name was not made yet; one it names has to be there. */
  private static <T extends Record> List<T> read(Snapshot from, Table<T> table) throws IOException {
    boolean there = from.manifest().tables().stream().anyMatch(t -> t.name().equals(table.name()));
    return there ? from.read(table) : List.of();
  }

  /** The same without what a wall holds back. */
  Measured through(BiPredicate<Scope, String> held) {
    return new Measured(this, held);
  }

  /** What to know of a measure before what people said, over everyone taking part. */
  public Optional<HealthRow> health(String instrument, String measure, String wave) {
    return about(health, instrument, measure, wave, Unit.ALL).stream().findFirst();
  }

  /**
   * Whether organisations may be looked at beside one another in a measure; {@link Gate#OPEN} in a
   * snapshot made before that was asked, so that it always shows what it showed.
   */
  public Gate gate(String instrument, String measure, String wave) {
    return health(instrument, measure, wave).map(HealthRow::gate).orElse(Gate.OPEN);
  }

  /** How well the items hang together in each wave, earliest first. */
  public List<ReliabilityRow> reliability(String instrument) {
    return about(reliability, instrument, "", Evidence.EVERY_WAVE, Unit.ALL);
  }

  /** How well the items hang together in one wave. */
  public Optional<ReliabilityRow> reliability(String instrument, String wave) {
    return reliability(instrument).stream().filter(r -> r.wave().equals(wave)).findFirst();
  }

  /** How each item goes with the others, in asked order. */
  public List<ItemBehaviourRow> items(String instrument, String wave) {
    return about(items, instrument, "", wave, Unit.ALL);
  }

  /** Whether each item means the same everywhere, in asked order. */
  public List<ComparabilityRow> comparability(String instrument, String wave) {
    return about(comparability, instrument, "", wave, Unit.ALL);
  }

  /** How far a share moved from each wave to the next, earliest first. */
  public List<ChangeRow> changes(String instrument, String measure, Unit unit) {
    return about(changes, instrument, measure, Evidence.EVERY_WAVE, unit);
  }

  /** What became of the answers of people who answered twice, earliest first. */
  public List<PanelRow> panels(String instrument, String item) {
    return about(panels, instrument, item, Evidence.EVERY_WAVE, Unit.ALL);
  }

  /** The same up to one wave. */
  public Optional<PanelRow> panel(String instrument, String item, String to) {
    return panels(instrument, item).stream().filter(r -> r.to().equals(to)).findFirst();
  }

  /** Of people who gave one answer, how many gave another in this wave. */
  public List<TransitionRow> transitions(String instrument, String item, String to) {
    return about(transitions, instrument, item, to, Unit.ALL);
  }

  /** How people move over the waves. */
  public Optional<GrowthRow> growth(String instrument, String measure) {
    return about(growth, instrument, measure, Evidence.EVERY_WAVE, Unit.ALL).stream().findFirst();
  }

  /** What goes with belonging to a known group, in the order of the form. */
  public List<PredictorRow> predictors(String instrument, String measure, String wave) {
    return about(predictors, instrument, measure, wave, Unit.ALL);
  }

  /** How far organisations scatter beyond chance; without where any of them is. */
  Optional<FunnelRow> funnel(String instrument, String measure, String wave) {
    return about(funnels, instrument, measure, wave, Unit.ALL).stream().findFirst();
  }

  /** How evenly the groups of each dimension answered. */
  public List<RepresentationRow> representation(String instrument, String wave, Unit unit) {
    return about(representation, instrument, "", wave, unit);
  }

  /** A share or mean with people weighted, for each way of weighting there is. */
  public List<WeightedRow> weighted(String instrument, String measure, String wave, Unit unit) {
    return about(weighted, instrument, measure, wave, unit);
  }

  /** Whether answers changed in kind, wave by wave and sign by sign. */
  public List<DriftRow> drift(String instrument, Unit unit) {
    return about(drift, instrument, "", Evidence.EVERY_WAVE, unit);
  }

  private <T> List<T> about(
      Map<Evidence.Key, List<T>> table, String instrument, String measure, String wave, Unit unit) {
    return wall.test(unit.scope(), unit.id())
        ? table.getOrDefault(
            new Evidence.Key(instrument, measure, wave, unit.scope(), unit.id()), List.of())
        : List.of();
  }
}
