package org.kith.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.published.Scope;
import org.kith.statistics.ItemDistribution;
import org.kith.workspace.Organisation;

/** What was answered, laid out the way indicators walk through it. */
final class Survey {
  private final List<Instrument> instruments;
  private final List<Organisation> organisations;

  /** By instrument, wave and organisation. */
  private final Map<String, SortedMap<String, Map<String, GroupStatistics>>> groups;

  private Survey(
      List<Instrument> instruments,
      List<Organisation> organisations,
      Map<String, SortedMap<String, Map<String, GroupStatistics>>> groups) {
    this.instruments = instruments;
    this.organisations = organisations;
    this.groups = groups;
  }

  static Survey of(
      List<GroupStatistics> groups,
      List<Instrument> instruments,
      List<Organisation> organisations) {
    Set<String> known = new TreeSet<>();
    organisations.forEach(organisation -> known.add(organisation.id()));
    Set<String> asked = new TreeSet<>();
    instruments.forEach(instrument -> asked.add(instrument.id()));
    Map<String, SortedMap<String, Map<String, GroupStatistics>>> index = new HashMap<>();
    for (GroupStatistics group : groups) {
      if (!asked.contains(group.instrument())) {
        throw new IllegalArgumentException(
            "There are answers to instrument '"
                + group.instrument()
                + "' but no such instrument. Add its file to instruments/.");
      }
      if (!known.contains(group.organisation())) {
        throw new IllegalArgumentException(
            "Organisation '"
                + group.organisation()
                + "' has answers but no line in organisations.csv. Add one.");
      }
      GroupStatistics before =
          index
              .computeIfAbsent(group.instrument(), i -> new TreeMap<>())
              .computeIfAbsent(group.wave(), w -> new HashMap<>())
              .put(group.organisation(), group);
      if (before != null) {
        throw new IllegalArgumentException(
            "There are two statistics of "
                + group.instrument()
                + " for organisation '"
                + group.organisation()
                + "' in "
                + group.wave()
                + "; there must be one.");
      }
    }
    return new Survey(instruments, organisations, index);
  }

  /** Those with answers, in the order given. */
  List<Instrument> instruments() {
    return instruments.stream().filter(i -> groups.containsKey(i.id())).toList();
  }

  List<Organisation> organisations() {
    return organisations;
  }

  /** The waves an instrument was answered in, earliest first. */
  List<String> waves(Instrument instrument) {
    return List.copyOf(groups.get(instrument.id()).keySet());
  }

  /** Everyone, then places, then organisations: those that answered in this wave. */
  List<Unit> units(Instrument instrument, String wave) {
    Map<String, GroupStatistics> answered = groups.get(instrument.id()).get(wave);
    List<GroupStatistics> all = new ArrayList<>();
    Map<String, List<GroupStatistics>> places = new LinkedHashMap<>();
    List<Unit> own = new ArrayList<>();
    for (Organisation organisation : organisations) {
      GroupStatistics group = answered.get(organisation.id());
      if (group != null) {
        all.add(group);
        places.computeIfAbsent(organisation.place(), p -> new ArrayList<>()).add(group);
        own.add(
            new Unit(Scope.ORGANISATION, organisation.id(), organisation.place(), List.of(group)));
      }
    }
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(Scope.ALL, "all", null, all));
    places.forEach((place, of) -> units.add(new Unit(Scope.PLACE, place, place, of)));
    units.addAll(own);
    return units;
  }

  /** The places organisations are in, in their order. */
  Set<String> places() {
    Set<String> places = new LinkedHashSet<>();
    organisations.forEach(organisation -> places.add(organisation.place()));
    return places;
  }

  /**
   * The people a row speaks of.
   *
   * @param place where they are, or null for everyone
   * @param members their organisations' statistics
   */
  record Unit(Scope scope, String id, String place, List<GroupStatistics> members) {

    /** What they answered to an item, summed over organisations. */
    ItemDistribution distribution(Item item) {
      Map<Integer, Long> people = new TreeMap<>();
      for (GroupStatistics member : members) {
        member
            .answers()
            .getOrDefault(item.id(), new TreeMap<>())
            .forEach((code, count) -> people.merge(code, count, Long::sum));
      }
      return ItemDistribution.of(people, item);
    }

    /** Their scores, summed over organisations. */
    SortedMap<Double, Long> scores() {
      SortedMap<Double, Long> people = new TreeMap<>();
      for (GroupStatistics member : members) {
        member.scores().forEach((score, count) -> people.merge(score, count, Long::sum));
      }
      return people;
    }
  }
}
