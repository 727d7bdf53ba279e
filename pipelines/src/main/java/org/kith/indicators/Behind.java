package org.kith.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Measure;
import org.kith.groups.Panel;
import org.kith.groups.Profile;
import org.kith.instrument.Instrument;

/**
 * The people of each organisation that a result over everyone rests on. It is published nowhere:
 * disclosure control decides by it whether the result may be.
 *
 * @param of what is counted
 * @param measure an item id, {@code scale}, or "" for the whole instrument
 * @param from id of the wave, or of the earlier of two; "" for all waves together
 * @param to id of the later wave, likewise; the same for a single one
 * @param group "dimension group" where people of one known group are counted, otherwise ""
 * @param people by organisation; those without anybody may be left out
 */
public record Behind(
    Of of,
    String instrument,
    String measure,
    String from,
    String to,
    String group,
    SortedMap<String, Long> people) {

  /** What is counted. */
  public enum Of {
    /** People with a valid answer to every item. */
    COMPLETE,
    /** People with the lowest possible score. */
    FLOOR,
    /** People with the highest possible score. */
    CEILING,
    /** People with a value whose groups are all known. */
    KNOWN,
    /** People with a value in at least one wave. */
    FOLLOWED,
    /** People with a valid answer in both waves. */
    TWICE
  }

  static List<Behind> of(Survey survey, Panel panel, Known known) {
    List<Behind> all = new ArrayList<>();
    for (Instrument instrument : survey.instruments()) {
      for (String wave : survey.waves(instrument)) {
        List<GroupStatistics> groups = survey.units(instrument, wave).get(0).members();
        if (instrument.scoring().scalesPeople()) {
          double min = instrument.scoring().min();
          double max = instrument.scoring().max();
          all.add(one(Of.FLOOR, instrument, wave, groups, g -> at(g, min)));
          all.add(one(Of.CEILING, instrument, wave, groups, g -> at(g, max)));
        }
        all.add(one(Of.COMPLETE, instrument, wave, groups, g -> g.complete().values().n()));
        all.addAll(known(instrument, wave, groups, known));
      }
    }
    followed(panel, all);
    return all;
  }

  private interface Count {
    long of(GroupStatistics group);
  }

  private static Behind one(
      Of of, Instrument instrument, String wave, List<GroupStatistics> groups, Count count) {
    SortedMap<String, Long> people = new TreeMap<>();
    groups.forEach(g -> people.put(g.organisation(), count.of(g)));
    String measure = of == Of.COMPLETE ? "" : Instrument.SCALE;
    return new Behind(of, instrument.id(), measure, wave, wave, "", people);
  }

  private static long at(GroupStatistics group, double end) {
    return group.scores().entrySet().stream()
        .filter(bar -> Math.abs(bar.getKey() - end) < 1e-9)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static List<Behind> known(
      Instrument instrument, String wave, List<GroupStatistics> groups, Known known) {
    List<Measure> measures = Measure.of(instrument);
    List<Behind> all = new ArrayList<>();
    for (int m = 0; m < measures.size(); m++) {
      Map<String, SortedMap<String, Long>> people = new LinkedHashMap<>();
      for (GroupStatistics group : groups) {
        for (Profile profile : group.profiles()) {
          if (!profile.groups().contains("")) {
            long n = Math.round(profile.n(m));
            add(people, "", group, n);
            for (int d = 0; d < profile.groups().size(); d++) {
              String name = known.dimensions().get(d).id() + " " + profile.groups().get(d);
              add(people, name, group, n);
            }
          }
        }
      }
      String measure = measures.get(m).name();
      people.forEach(
          (group, of) ->
              all.add(new Behind(Of.KNOWN, instrument.id(), measure, wave, wave, group, of)));
    }
    return all;
  }

  private static void add(
      Map<String, SortedMap<String, Long>> people, String group, GroupStatistics of, long n) {
    people.computeIfAbsent(group, g -> new TreeMap<>()).merge(of.organisation(), n, Long::sum);
  }

  private static void followed(Panel panel, List<Behind> to) {
    Map<List<String>, SortedMap<String, Long>> followed = new LinkedHashMap<>();
    for (Panel.Pattern pattern : panel.patterns()) {
      followed
          .computeIfAbsent(List.of(pattern.instrument(), pattern.measure()), k -> new TreeMap<>())
          .merge(pattern.organisation(), pattern.values().n(), Long::sum);
    }
    followed.forEach(
        (key, people) ->
            to.add(new Behind(Of.FOLLOWED, key.get(0), key.get(1), "", "", "", people)));
    Map<List<String>, SortedMap<String, Long>> twice = new LinkedHashMap<>();
    for (Panel.Transition t : panel.transitions()) {
      long n =
          t.people().values().stream()
              .flatMap(after -> after.values().stream())
              .mapToLong(Long::longValue)
              .sum();
      twice
          .computeIfAbsent(
              List.of(t.instrument(), t.item(), t.from(), t.to()), k -> new TreeMap<>())
          .merge(t.organisation(), n, Long::sum);
    }
    twice.forEach(
        (k, people) ->
            to.add(new Behind(Of.TWICE, k.get(0), k.get(1), k.get(2), k.get(3), "", people)));
  }
}
