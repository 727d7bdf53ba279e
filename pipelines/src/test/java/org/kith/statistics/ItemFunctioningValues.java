package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kith.statistics.ProportionalOdds.Cell;
import org.kith.statistics.ProportionalOdds.Groups;

/** Holds an item's models against what R says of the same counts. */
final class ItemFunctioningValues {
  /** Eight significant digits. */
  private static final double EIGHT = 1e-6;

  /** By group. */
  final SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> counts = new TreeMap<>();

  void add(String group, double score, int code, long people) {
    counts
        .computeIfAbsent(group, g -> new TreeMap<>())
        .computeIfAbsent(score, s -> new TreeMap<>())
        .merge(code, people, Long::sum);
  }

  DifferentialItemFunctioning item() {
    return DifferentialItemFunctioning.of(List.copyOf(counts.values()));
  }

  void equal(JsonNode r) {
    DifferentialItemFunctioning item = item();
    assertThat(item.groups()).isEqualTo(r.get("groups").asInt());
    assertThat(item.leftOut()).isEqualTo(r.get("left_out").asInt());
    assertThat(item.people()).isEqualTo(r.get("people").asLong());
    assertThat(item.levels()).isEqualTo(r.get("df").asInt());
    assertThat(item.slopes()).isEqualTo(r.get("df").asInt());
    close(item.nullLogLik(), r.get("null"));
    close(item.byScore(), r.get("by_score"));
    close(item.byLevel(), r.get("by_level"));
    close(item.bySlope(), r.get("by_slope"));
    close(item.uniform(), r.get("uniform"));
    close(item.nonUniform(), r.get("non_uniform"));
    close(item.p(), r.get("p"));
    close(item.pUniform(), r.get("p_uniform"));
    close(item.pNonUniform(), r.get("p_non_uniform"));
  }

  /** Coefficients too, against the first group. */
  void coefficients(JsonNode r) {
    List<List<Cell>> cells = cells();
    for (Map.Entry<String, Groups> model :
        Map.of("alike", Groups.ALIKE, "shifted", Groups.SHIFTED, "tilted", Groups.TILTED)
            .entrySet()) {
      ProportionalOdds fit = ProportionalOdds.of(cells, model.getValue());
      JsonNode of = r.get(model.getKey());
      all(fit.thresholds(), of.get("thresholds"));
      close(fit.slope(), of.get("slope"));
      if (of.has("shifts")) {
        all(fit.shifts(), of.get("shifts"));
      }
      if (of.has("tilts")) {
        all(fit.tilts(), of.get("tilts"));
      }
    }
  }

  private List<List<Cell>> cells() {
    List<SortedMap<Double, SortedMap<Integer, Long>>> enough =
        counts.values().stream()
            .filter(
                group ->
                    group.values().stream()
                            .flatMap(answers -> answers.values().stream())
                            .mapToLong(people -> people)
                            .sum()
                        >= DifferentialItemFunctioning.FEWEST)
            .toList();
    SortedSet<Integer> codes = new TreeSet<>();
    enough.forEach(group -> group.values().forEach(answers -> codes.addAll(answers.keySet())));
    List<List<Cell>> cells = new ArrayList<>();
    for (SortedMap<Double, SortedMap<Integer, Long>> group : enough) {
      List<Cell> of = new ArrayList<>();
      group.forEach(
          (score, answers) ->
              of.add(
                  new Cell(
                      score,
                      codes.stream().mapToDouble(c -> answers.getOrDefault(c, 0L)).toArray())));
      cells.add(of);
    }
    return cells;
  }

  private static void all(List<Double> ours, JsonNode r) {
    assertThat(ours).hasSize(r.size());
    for (int i = 0; i < ours.size(); i++) {
      close(ours.get(i), r.get(i));
    }
  }

  private static void close(double ours, JsonNode r) {
    assertThat(ours).isCloseTo(r.asDouble(), withinPercentage(EIGHT));
  }
}
