package org.kith.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.published.Indicator;

/** The address of an indicator, and the rows of which table it stands for. */
record FigureAddress(Indicator indicator, List<String> parts) {
  private static final int PARTS = 6;
  private static final String NONE = "-";

  /** The tables whose name is not the indicator's. */
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("distribution", "distributions"),
          Map.entry("level", "levels"),
          Map.entry("scale-score", "scales"),
          Map.entry("over-time", "control_points"),
          Map.entry("missing-answers", "missing"),
          Map.entry("change", "changes"),
          Map.entry("panel", "panels"),
          Map.entry("funnel", "funnels"));

  static FigureAddress parse(String id) {
    String[] parts = id.split("\\.", PARTS);
    Indicator indicator =
        Arrays.stream(Indicator.values())
            .filter(i -> i.id().equals(parts[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' begins with none of the indicators: %s."
                            .formatted(
                                id,
                                String.join(
                                    ", ",
                                    Arrays.stream(Indicator.values())
                                        .map(Indicator::id)
                                        .toList()))));
    if (parts.length < PARTS) {
      throw new IllegalArgumentException(
          "'%s' is not the address of an indicator. Write its kind, instrument, measure, wave, scope"
                  .formatted(id)
              + " and unit with dots between, and - for what does not apply:"
              + " level.cls_trust_neighbourhood.STrust.2025q4.all.all");
    }
    return new FigureAddress(indicator, List.of(parts));
  }

  String table() {
    return TABLES.getOrDefault(indicator.id(), indicator.id().replace('-', '_'));
  }

  /** The question for its rows; what the marks stand for is put into {@code parameters}. */
  String sql(List<String> columns, List<Object> parameters) {
    List<String> conditions = new ArrayList<>();
    // A table calls its measure an item where only items have rows, its wave the later of two.
    where(conditions, parameters, columns, List.of("instrument"), parts.get(1));
    where(conditions, parameters, columns, List.of("measure", "item"), parts.get(2));
    where(conditions, parameters, columns, List.of("wave", "to"), parts.get(3));
    where(conditions, parameters, columns, List.of("scope"), parts.get(4).toUpperCase(Locale.ROOT));
    where(conditions, parameters, columns, List.of("unit"), parts.get(5));
    return "from " + table() + " where " + String.join(" and ", conditions);
  }

  private static void where(
      List<String> conditions,
      List<Object> parameters,
      List<String> columns,
      List<String> names,
      String value) {
    names.stream()
        .filter(name -> !value.equals(NONE) && columns.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              conditions.add('"' + name + "\" = ?");
              parameters.add(value);
            });
  }
}
