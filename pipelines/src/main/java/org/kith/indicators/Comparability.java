package org.kith.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Rematch;
import org.kith.instrument.Item;
import org.kith.published.ComparabilityRow;
import org.kith.published.Visibility;
import org.kith.statistics.DifferentialItemFunctioning;
import org.kith.statistics.Purification;

/**
 * Whether an item means the same in every organisation, in each wave: {@link
 * DifferentialItemFunctioning} with organisations as groups, purified. Of people who answered every
 * item. Instruments that read each item alone have no row.
 *
 * <p>The score of all items comes with the first pass over people. Another pass is made only where
 * at least one item is found apart, and once for each set of items that is matched on, for all
 * waves together.
 */
final class Comparability {
  private final ItemSet set;
  private final Rematch rematch;
  private final Map<
          Set<String>,
          Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>>>
      anew = new HashMap<>();

  private Comparability(ItemSet set, Rematch rematch) {
    this.set = set;
    this.rematch = rematch;
  }

  static List<ComparabilityRow> of(Survey survey, Rematch rematch) {
    List<ComparabilityRow> rows = new ArrayList<>();
    for (var instrument : survey.instruments()) {
      ItemSet.of(instrument)
          .ifPresent(set -> rows.addAll(new Comparability(set, rematch).rows(survey)));
    }
    return rows;
  }

  private List<ComparabilityRow> rows(Survey survey) {
    Map<String, Purification> waves = new LinkedHashMap<>();
    for (String wave : survey.waves(set.instrument())) {
      List<GroupStatistics> members = survey.units(set.instrument(), wave).get(0).members();
      waves.put(
          wave,
          Purification.of(set.items().size(), (item, on) -> matched(members, wave, item, on)));
    }
    List<ComparabilityRow> rows = new ArrayList<>();
    for (int item = 0; item < set.items().size(); item++) {
      for (var wave : waves.entrySet()) {
        rows.add(row(set.items().get(item), item, wave.getKey(), wave.getValue()));
      }
    }
    return rows;
  }

  private ComparabilityRow row(Item item, int at, String wave, Purification purified) {
    Optional<DifferentialItemFunctioning> of = purified.items().get(at);
    return new ComparabilityRow(
        set.instrument().id(),
        item.id(),
        wave,
        of.map(DifferentialItemFunctioning::groups).orElse(null),
        of.map(d -> Math.toIntExact(d.people())).orElse(null),
        of.map(DifferentialItemFunctioning::uniform).orElse(null),
        of.map(DifferentialItemFunctioning::nonUniform).orElse(null),
        of.map(DifferentialItemFunctioning::p).orElse(null),
        of.map(d -> purified.apart().contains(at)).orElse(null),
        of.isPresent() ? Visibility.SHOWN : Visibility.NOT_TO_BE_WORKED_OUT);
  }

  private List<SortedMap<Double, SortedMap<Integer, Long>>> matched(
      List<GroupStatistics> members, String wave, int item, Set<Integer> on) {
    String id = set.items().get(item).id();
    boolean all = on.size() == set.items().size();
    List<SortedMap<Double, SortedMap<Integer, Long>>> groups = new ArrayList<>();
    for (GroupStatistics member : members) {
      var matched =
          all
              ? member.complete().matched()
              : onAnew(on)
                  .getOrDefault(new Rematch.Group(member.organisation(), wave), new TreeMap<>());
      groups.add(matched.getOrDefault(id, new TreeMap<>()));
    }
    return groups;
  }

  private Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> onAnew(
      Set<Integer> on) {
    Set<String> ids = new TreeSet<>();
    on.forEach(item -> ids.add(set.items().get(item).id()));
    return anew.computeIfAbsent(ids, items -> rematch.on(set.instrument(), items));
  }
}
