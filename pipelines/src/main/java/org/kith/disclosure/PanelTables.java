package org.kith.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.kith.indicators.Behind.Of;
import org.kith.indicators.Measurement;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.PanelRow;
import org.kith.published.Scope;
import org.kith.published.TransitionRow;

/** The tables of people who answered twice, decided on when all of each wave is. */
final class PanelTables {
  private final List<PanelTable> tables = new ArrayList<>();

  /**
   * Makes them safe.
   *
   * @param exact what was counted of everyone in each wave
   * @param distributions as they are published
   * @param levels likewise
   */
  PanelTables(
      Measurement measurement,
      Behinds behinds,
      Map<String, Instrument> instruments,
      List<DistributionRow> exact,
      List<DistributionRow> distributions,
      List<LevelRow> levels,
      Threshold threshold,
      BiConsumer<Family, Threshold> suppression) {
    Map<List<String>, PanelTable.Waves> waves = new HashMap<>();
    for (DistributionRow row : exact) {
      if (row.scope() == Scope.ALL) {
        of(waves, row.instrument(), row.item(), threshold).counted(row);
      }
    }
    for (DistributionRow row : distributions) {
      if (row.scope() == Scope.ALL) {
        of(waves, row.instrument(), row.item(), threshold).published(row);
      }
    }
    for (LevelRow row : levels) {
      if (row.scope() == Scope.ALL) {
        of(waves, row.instrument(), row.item(), threshold).published(row);
      }
    }
    Map<PanelTable.Key, Map<List<Integer>, Integer>> people = new HashMap<>();
    for (TransitionRow row : measurement.transitions()) {
      if (row.people() != null) {
        people
            .computeIfAbsent(PanelTable.Key.of(row), k -> new HashMap<>())
            .put(List.of(row.before(), row.after()), row.people());
      }
    }
    Set<PanelTable.Key> keys = new LinkedHashSet<>();
    measurement.panels().forEach(row -> keys.add(PanelTable.Key.of(row)));
    measurement.transitions().forEach(row -> keys.add(PanelTable.Key.of(row)));
    for (PanelTable.Key key : keys) {
      Item item = instruments.get(key.instrument()).item(key.item()).orElseThrow();
      tables.add(
          new PanelTable(
              key,
              item,
              people.getOrDefault(key, Map.of()),
              Behinds.array(
                  behinds.of(Of.TWICE, key.instrument(), key.item(), key.from(), key.to())),
              of(waves, key.instrument(), key.item(), threshold),
              threshold));
    }
    tables.parallelStream().forEach(table -> suppression.accept(table.family, threshold));
  }

  private static PanelTable.Waves of(
      Map<List<String>, PanelTable.Waves> waves, String instrument, String item, Threshold k) {
    return waves.computeIfAbsent(List.of(instrument, item), i -> new PanelTable.Waves(k));
  }

  List<PanelRow> panels() {
    return tables.stream().map(PanelTable::row).toList();
  }

  List<TransitionRow> transitions() {
    return tables.stream().flatMap(table -> table.transitions().stream()).toList();
  }
}
