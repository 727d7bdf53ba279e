package org.kith.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Instrument;
import org.kith.published.RespondentsRow;
import org.kith.published.Visibility;
import org.kith.workspace.Margin;
import org.kith.workspace.Settings;

/**
 * Who answered, by a known group, beside who lives there.
 *
 * <p>A place is the sum of its organisations, everyone the sum over places; an organisation stands
 * beside the residents of its place. Percentages are of people whose group is known. Residents of
 * everyone are given only when every place gave them, for a part would stand for the whole.
 */
final class Respondents {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private Respondents() {}

  static List<RespondentsRow> of(
      Survey survey, List<Margin> margins, List<Settings.Group> dimensions) {
    List<RespondentsRow> rows = new ArrayList<>();
    Map<String, List<String>> groups = new HashMap<>();
    Map<String, Residents> residents = new HashMap<>();
    for (Settings.Group dimension : dimensions) {
      List<Margin> known =
          margins.stream().filter(margin -> margin.dimension().equals(dimension.id())).toList();
      residents.put(dimension.id(), Residents.of(known, survey.places()));
      groups.put(dimension.id(), groups(survey, known, dimension));
    }
    for (Instrument instrument : survey.instruments()) {
      for (String wave : survey.waves(instrument)) {
        for (Survey.Unit unit : survey.units(instrument, wave)) {
          for (Settings.Group dimension : dimensions) {
            List<String> names = groups.get(dimension.id());
            Map<String, Long> people = people(unit, dimension.id());
            long known = people.values().stream().mapToLong(Long::longValue).sum();
            for (int position = 0; position < names.size(); position++) {
              String group = names.get(position);
              long count = people.getOrDefault(group, 0L);
              rows.add(
                  new RespondentsRow(
                      instrument.id(),
                      wave,
                      unit.scope(),
                      unit.id(),
                      dimension.name(),
                      group,
                      position + 1,
                      Math.toIntExact(count),
                      known == 0 ? null : 100.0 * count / known,
                      residents.get(dimension.id()).percent(unit.place(), group),
                      Visibility.SHOWN));
            }
          }
        }
      }
    }
    return rows;
  }

  private static Map<String, Long> people(Survey.Unit unit, String dimension) {
    Map<String, Long> people = new HashMap<>();
    for (GroupStatistics member : unit.members()) {
      member
          .known()
          .getOrDefault(dimension, Map.of())
          .forEach((group, count) -> people.merge(group, count, Long::sum));
    }
    return people;
  }

  /** Every group somebody belongs to, in the order {@code kith.yaml} gives or that of numbers. */
  private static List<String> groups(
      Survey survey, List<Margin> margins, Settings.Group dimension) {
    Set<String> found =
        margins.stream().map(Margin::group).collect(Collectors.toCollection(TreeSet::new));
    for (Instrument instrument : survey.instruments()) {
      for (String wave : survey.waves(instrument)) {
        found.addAll(people(survey.units(instrument, wave).get(0), dimension.id()).keySet());
      }
    }
    List<String> ordered = new ArrayList<>();
    if (dimension.rule() == Settings.Group.Rule.LISTED) {
      dimension.values().stream().filter(found::contains).forEach(ordered::add);
    }
    found.stream()
        .filter(group -> !ordered.contains(group))
        .sorted(
            Comparator.comparing((String group) -> !group.startsWith("under "))
                .thenComparing(group -> letters(group))
                .thenComparing(group -> number(group))
                .thenComparing(group -> group))
        .toList()
        .forEach(ordered::add);
    return ordered;
  }

  /**
   * What stands before the first number: LM2 comes before LM10, as 16 to 34 before 100 and over.
   */
  private static String letters(String group) {
    Matcher number = NUMBER.matcher(group);
    return number.find() ? group.substring(0, number.start()) : group;
  }

  private static long number(String group) {
    Matcher number = NUMBER.matcher(group);
    return number.find() ? Long.parseLong(number.group()) : 0;
  }

  /** Residents of one dimension by place and group; null stands for all places. */
  private record Residents(Map<String, Map<String, Long>> places) {

    static Residents of(List<Margin> margins, Set<String> takingPart) {
      Map<String, Map<String, Long>> places = new HashMap<>();
      Map<String, Long> everyone = new HashMap<>();
      for (Margin margin : margins) {
        if (takingPart.contains(margin.place())) {
          places
              .computeIfAbsent(margin.place(), p -> new HashMap<>())
              .merge(margin.group(), margin.residents(), Long::sum);
          everyone.merge(margin.group(), margin.residents(), Long::sum);
        }
      }
      if (places.keySet().containsAll(takingPart)) {
        places.put(null, everyone);
      }
      return new Residents(places);
    }

    /** Percent of residents, or null where nobody gave it. */
    Double percent(String place, String group) {
      Map<String, Long> residents = places.getOrDefault(place, Map.of());
      long all = residents.values().stream().mapToLong(Long::longValue).sum();
      return all == 0 || !residents.containsKey(group)
          ? null
          : Double.valueOf(100.0 * residents.get(group) / all);
    }
  }
}
