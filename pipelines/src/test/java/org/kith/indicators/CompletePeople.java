package org.kith.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.groups.CompleteCases;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Rematch;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.statistics.CrossProducts;

/**
 * People a case gives one by one, in its table {@code people}: {@code 1154:3} are three who gave
 * answers 1, 1, 5 and 4. All of them answered everything, and have the sum as their score.
 */
final class CompletePeople {
  private CompletePeople() {}

  /** The same organisation and wave, with these people's answers. */
  static GroupStatistics added(
      GroupStatistics group, CaseFile given, List<Instrument> instruments) {
    Instrument instrument = instrument(instruments, group.instrument());
    Map<List<Integer>, Long> people = people(given, group);
    if (people.isEmpty()) {
      return group;
    }
    List<Item> items = instrument.items();
    double[] sums = new double[items.size()];
    double[] products = new double[items.size() * (items.size() + 1) / 2];
    long n = 0;
    for (var person : people.entrySet()) {
      long count = person.getValue();
      n += count;
      double score = 0;
      int at = 0;
      for (int i = 0; i < items.size(); i++) {
        double value = value(items.get(i), person.getKey().get(i));
        score += value;
        sums[i] += count * value;
        for (int j = i; j < items.size(); j++) {
          products[at++] += count * value * value(items.get(j), person.getKey().get(j));
        }
        group
            .answers()
            .computeIfAbsent(items.get(i).id(), id -> new TreeMap<>())
            .merge(person.getKey().get(i), count, Long::sum);
      }
      if (instrument.scoring().scalesPeople()) {
        group.scores().merge(score, count, Long::sum);
      }
    }
    Set<String> all = new TreeSet<>();
    items.forEach(item -> all.add(item.id()));
    return new GroupStatistics(
        group.instrument(),
        group.organisation(),
        group.wave(),
        n,
        group.answers(),
        group.known(),
        group.scores(),
        new CompleteCases(
            new CrossProducts(n, sums, products), 0, matched(instrument, people, all)),
        group.profiles(),
        group.sources());
  }

  static Rematch rematch(CaseFile given, List<GroupStatistics> groups) {
    return (instrument, items) -> {
      Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> matched =
          new HashMap<>();
      for (GroupStatistics group : groups) {
        if (group.instrument().equals(instrument.id())) {
          matched.put(
              new Rematch.Group(group.organisation(), group.wave()),
              matched(instrument, people(given, group), items));
        }
      }
      return matched;
    };
  }

  private static SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched(
      Instrument instrument, Map<List<Integer>, Long> people, Set<String> on) {
    SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched = new TreeMap<>();
    people.forEach(
        (answers, count) -> {
          double score = 0;
          for (int i = 0; i < answers.size(); i++) {
            Item item = instrument.items().get(i);
            score += on.contains(item.id()) ? value(item, answers.get(i)) : 0;
          }
          for (int i = 0; i < answers.size(); i++) {
            matched
                .computeIfAbsent(instrument.items().get(i).id(), id -> new TreeMap<>())
                .computeIfAbsent(score, s -> new TreeMap<>())
                .merge(answers.get(i), count, Long::sum);
          }
        });
    return matched;
  }

  private static double value(Item item, int code) {
    int ends =
        item.answers().stream().mapToInt(Answer::code).min().orElseThrow()
            + item.answers().stream().mapToInt(Answer::code).max().orElseThrow();
    return item.reversed() ? ends - code : code;
  }

  private static Map<List<Integer>, Long> people(CaseFile given, GroupStatistics group) {
    Map<List<Integer>, Long> people = new HashMap<>();
    for (Map<String, String> row : given.given("people")) {
      if (row.get("instrument").equals(group.instrument())
          && row.get("organisation").equals(group.organisation())
          && row.get("wave").equals(group.wave())) {
        for (String pair : row.get("people").split(", ?", -1)) {
          String[] parts = pair.split(":", -1);
          people.merge(
              parts[0].chars().mapToObj(digit -> digit - '0').toList(),
              Long.parseLong(parts[1]),
              Long::sum);
        }
      }
    }
    return people;
  }

  private static Instrument instrument(List<Instrument> instruments, String id) {
    return instruments.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }
}
