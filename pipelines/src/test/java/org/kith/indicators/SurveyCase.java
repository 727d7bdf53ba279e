package org.kith.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.groups.GroupStatistics;
import org.kith.groups.Panel;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.workspace.Asked;
import org.kith.workspace.Margin;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;

/** The survey a case file describes: who was asked what, and what they answered. */
public final class SurveyCase {
  private SurveyCase() {}

  /** Indicators by the names a case calls its tables. */
  public static Map<String, List<? extends Record>> tables(Indicators indicators) {
    Map<String, List<? extends Record>> tables = new HashMap<>();
    tables.put("distributions", indicators.distributions());
    tables.put("levels", indicators.levels());
    tables.put("missing", indicators.missing());
    tables.put("scales", indicators.scales());
    tables.put("between", indicators.between());
    tables.put("pooled", indicators.pooled());
    tables.put("control points", indicators.controlPoints());
    tables.put("respondents", indicators.respondents());
    tables.put("reliability", indicators.measurement().reliability());
    tables.put("item behaviour", indicators.measurement().itemBehaviour());
    tables.put("comparability", indicators.measurement().comparability());
    tables.put("health", indicators.measurement().health());
    return tables;
  }

  /** The indicators of the answers a case gives. */
  public static Indicators indicators(CaseFile given) {
    List<Instrument> instruments = instruments(given);
    List<GroupStatistics> groups =
        groups(given).stream()
            .map(group -> CompletePeople.added(group, given, instruments))
            .toList();
    return Indicators.of(
        groups,
        Panel.NONE,
        CompletePeople.rematch(given, groups),
        instruments,
        organisations(given),
        new Known(dimensions(given), margins(given), List.of(), asked(given), Map.of()));
  }

  private static List<Asked> asked(CaseFile given) {
    return given.given("asked").stream()
        .map(r -> new Asked(r.get("organisation"), r.get("wave"), Long.parseLong(r.get("people"))))
        .toList();
  }

  private static List<Margin> margins(CaseFile given) {
    return given.given("margins").stream()
        .map(
            r ->
                new Margin(
                    r.get("place"),
                    r.get("dimension"),
                    r.get("group"),
                    Long.parseLong(r.get("residents"))))
        .toList();
  }

  private static List<Settings.Group> dimensions(CaseFile given) {
    return given.given("dimensions").stream()
        .map(
            r ->
                new Settings.Group(
                    r.get("id"),
                    r.get("name"),
                    Settings.Group.Rule.valueOf(r.get("rule").toUpperCase(Locale.ROOT)),
                    codes(r.get("bands")),
                    list(r.get("values"))))
        .toList();
  }

  /** The organisations a case gives, in its order. */
  public static List<Organisation> organisations(CaseFile given) {
    return given.given("organisations").stream()
        .map(r -> new Organisation(r.get("organisation"), "", r.get("place"), ""))
        .toList();
  }

  /** The instruments a case gives, by their items. */
  public static List<Instrument> instruments(CaseFile given) {
    Map<String, List<Map<String, String>>> items = new LinkedHashMap<>();
    for (Map<String, String> row : given.given("items")) {
      items.computeIfAbsent(row.get("instrument"), i -> new ArrayList<>()).add(row);
    }
    List<Instrument> instruments = new ArrayList<>();
    items.forEach(
        (id, rows) ->
            instruments.add(
                new Instrument(
                    id,
                    id,
                    "trust",
                    "",
                    "",
                    "",
                    "",
                    "",
                    new Scoring(
                        Scoring.Method.valueOf(rows.get(0).get("method").toUpperCase(Locale.ROOT)),
                        1,
                        Double.parseDouble(rows.get(0).getOrDefault("min", "0")),
                        Double.parseDouble(rows.get(0).getOrDefault("max", "10")),
                        "more"),
                    rows.stream().map(SurveyCase::item).toList())));
    return instruments;
  }

  private static Item item(Map<String, String> row) {
    return new Item(
        row.get("item"),
        "",
        codes(row.get("answers")).stream()
            .map(code -> new Answer(code, "answer " + code, "" + code, null))
            .toList(),
        row.getOrDefault("reversed", "no").equals("yes"),
        Map.of(),
        Set.copyOf(codes(row.getOrDefault("excluded", ""))),
        Set.copyOf(codes(row.getOrDefault("counted", ""))),
        "");
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(", ?", -1));
  }

  private static List<Integer> codes(String cell) {
    return list(cell).stream().map(Integer::valueOf).toList();
  }

  private record Key(String instrument, String organisation, String wave) {
    static Key of(Map<String, String> row) {
      return new Key(row.get("instrument"), row.get("organisation"), row.get("wave"));
    }
  }

  private static List<GroupStatistics> groups(CaseFile given) {
    Set<Key> keys = new LinkedHashSet<>();
    for (String table : List.of("people", "answers", "scores", "known")) {
      given.given(table).forEach(row -> keys.add(Key.of(row)));
    }
    return keys.stream().map(key -> group(given, key)).toList();
  }

  private static GroupStatistics group(CaseFile given, Key key) {
    GroupStatistics group =
        new GroupStatistics(
            key.instrument(),
            key.organisation(),
            key.wave(),
            people(given, key),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    for (Map<String, String> row : rows(given, "answers", key)) {
      // "1:12, 2:8, -2:3": twelve people gave answer 1, eight 2, three left it blank.
      group
          .answers()
          .put(
              row.get("item"),
              list(row.get("people")).stream()
                  .map(pair -> pair.split(":", -1))
                  .collect(
                      Collectors.toMap(
                          pair -> Integer.valueOf(pair[0]),
                          pair -> Long.valueOf(pair[1]),
                          Long::sum,
                          TreeMap::new)));
    }
    for (Map<String, String> row : rows(given, "scores", key)) {
      for (String pair : list(row.get("people"))) {
        String[] parts = pair.split(":", -1);
        group.scores().put(Double.valueOf(parts[0]), Long.valueOf(parts[1]));
      }
    }
    for (Map<String, String> row : rows(given, "known", key)) {
      group
          .known()
          .computeIfAbsent(row.get("dimension"), d -> new TreeMap<>())
          .put(row.get("group"), Long.valueOf(row.get("people")));
    }
    return group;
  }

  /** As many as an item has counts of; as have scores, where there are only those. */
  private static long people(CaseFile given, Key key) {
    return Stream.of("answers", "scores")
        .flatMap(table -> rows(given, table, key).stream())
        .mapToLong(
            row ->
                list(row.get("people")).stream()
                    .mapToLong(pair -> Long.parseLong(pair.split(":", -1)[1]))
                    .sum())
        .max()
        .orElse(0);
  }

  private static List<Map<String, String>> rows(CaseFile given, String table, Key key) {
    return given.given(table).stream().filter(row -> Key.of(row).equals(key)).toList();
  }
}
