package org.kith.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.published.RepresentationRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;
import org.kith.statistics.RIndicator;
import org.kith.workspace.Margin;
import org.kith.workspace.Settings;

/**
 * How evenly groups answered (statistic 13), from published counts, for everyone and for places. An
 * organisation has no residents of its own to be even about.
 */
public final class Representations {
  private record Key(String instrument, String wave, Scope scope, String unit, String dimension) {}

  private Representations() {}

  /** Of the people who answered, as they are published, beside who lives there. */
  public static List<RepresentationRow> of(List<RespondentsRow> published, Known known) {
    Map<String, Map<String, Map<String, Long>>> residents = residents(known);
    Map<Key, List<RespondentsRow>> groups = new LinkedHashMap<>();
    for (RespondentsRow row : published) {
      // Where nobody said how many live there, there is nothing to be even beside.
      if (row.scope() != Scope.ORGANISATION && row.residents() != null) {
        groups
            .computeIfAbsent(
                new Key(row.instrument(), row.wave(), row.scope(), row.unit(), row.dimension()),
                k -> new ArrayList<>())
            .add(row);
      }
    }
    List<RepresentationRow> rows = new ArrayList<>();
    groups.forEach(
        (key, of) -> {
          String place = key.scope() == Scope.ALL ? "" : key.unit();
          Map<String, Long> here =
              residents.getOrDefault(key.dimension(), Map.of()).getOrDefault(place, Map.of());
          rows.add(row(key, of, here));
        });
    return rows;
  }

  private static RepresentationRow row(
      Key key, List<RespondentsRow> groups, Map<String, Long> residents) {
    Visibility visibility =
        groups.stream()
            .map(RespondentsRow::visibility)
            .filter(v -> v != Visibility.SHOWN)
            .findFirst()
            .orElse(Visibility.SHOWN);
    double[] people =
        groups.stream().mapToDouble(g -> g.people() == null ? 0 : g.people()).toArray();
    double[] here =
        groups.stream().mapToDouble(g -> residents.getOrDefault(g.group(), 0L)).toArray();
    if (visibility == Visibility.SHOWN && RIndicator.whyNot(people, here).isPresent()) {
      visibility = Visibility.NOT_TO_BE_WORKED_OUT;
    }
    if (visibility != Visibility.SHOWN) {
      return new RepresentationRow(
          key.instrument(),
          key.wave(),
          key.scope(),
          key.unit(),
          key.dimension(),
          groups.size(),
          null,
          null,
          null,
          null,
          null,
          visibility);
    }
    RIndicator even = RIndicator.of(people, here);
    double all = 0;
    double live = 0;
    for (int g = 0; g < people.length; g++) {
      all += people[g];
      live += here[g];
    }
    return new RepresentationRow(
        key.instrument(),
        key.wave(),
        key.scope(),
        key.unit(),
        key.dimension(),
        groups.size(),
        (int) Math.round(all),
        (int) Math.round(live),
        Math.round(10000 * even.response()) / 100.0,
        Math.round(1000 * even.r()) / 1000.0,
        Math.round(1000 * even.cv()) / 1000.0,
        Visibility.SHOWN);
  }

  /**
   * Residents by dimension's name, place and group; place "" is everyone, where every place with
   * any margin has this one.
   */
  private static Map<String, Map<String, Map<String, Long>>> residents(Known known) {
    Set<String> places = new HashSet<>();
    known.margins().forEach(margin -> places.add(margin.place()));
    Map<String, Map<String, Map<String, Long>>> residents = new HashMap<>();
    for (Settings.Group dimension : known.dimensions()) {
      Map<String, Map<String, Long>> of = new HashMap<>();
      Map<String, Long> everyone = new HashMap<>();
      for (Margin margin : known.margins()) {
        if (margin.dimension().equals(dimension.id())) {
          of.computeIfAbsent(margin.place(), p -> new HashMap<>())
              .merge(margin.group(), margin.residents(), Long::sum);
          everyone.merge(margin.group(), margin.residents(), Long::sum);
        }
      }
      if (of.keySet().containsAll(places)) {
        of.put("", everyone);
      }
      residents.put(dimension.name(), of);
    }
    return residents;
  }
}
