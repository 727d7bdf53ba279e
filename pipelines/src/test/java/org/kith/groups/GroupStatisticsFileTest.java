package org.kith.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.groups.GroupStatisticsFile.Kind;
import org.kith.groups.GroupStatisticsFile.LongRow;
import org.kith.instrument.Instrument;
import org.kith.instrument.Scoring;
import org.kith.lake.RecordFile;
import org.kith.statistics.CrossProducts;

class GroupStatisticsFileTest {
  private static final Instrument INSTRUMENT =
      Instruments.of(
          "trust",
          Instruments.scoring(Scoring.Method.SUM, 2),
          Instruments.item("a", 2, false, Set.of()),
          Instruments.item("b", 2, false, Set.of()));

  @TempDir Path folder;

  @Test
  void every_count_has_a_row_of_its_own() throws IOException {
    GroupStatistics group =
        new GroupStatistics(
            "trust",
            "millbrook",
            "2025q4",
            3,
            new TreeMap<>(Map.of("a", new TreeMap<>(Map.of(-2, 1L, 1, 2L)))),
            new TreeMap<>(Map.of("age", Map.of("16 to 34", 2L))),
            new TreeMap<>(Map.of(2.5, 3L)));
    GroupStatisticsFile.write(folder, INSTRUMENT, List.of(), Panel.NONE);
    Set<Path> written = GroupStatisticsFile.write(folder, INSTRUMENT, List.of(group), Panel.NONE);
    Path file = folder.resolve("trust.parquet");
    assertThat(written).containsExactly(file);
    assertThat(RecordFile.read(file, LongRow.class))
        .containsExactly(
            row(Kind.PEOPLE, null, null, null, null, 3),
            row(Kind.ANSWER, "a", -2, null, null, 1),
            row(Kind.ANSWER, "a", 1, null, null, 2),
            row(Kind.KNOWN, "age", null, "16 to 34", null, 2),
            row(Kind.SCORE, null, null, null, 2.5, 3));
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing half written is left").containsExactly(file);
    }
  }

  @Test
  void every_sum_has_a_row_of_its_own() throws IOException {
    // Two people who answered 1 2 and 2 2; the first is known in another wave too.
    GroupStatistics group =
        new GroupStatistics(
            "trust",
            "millbrook",
            "2025q4",
            2,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new CompleteCases(
                CrossProducts.of(new double[][] {{1, 2}, {2, 2}}, 2),
                1,
                new TreeMap<>(
                    Map.of("a", new TreeMap<>(Map.of(3.0, new TreeMap<>(Map.of(1, 1L))))))),
            List.of(
                new Profile(
                    List.of("16 to 34", ""),
                    new double[] {0, 2, 2},
                    new double[] {0, 0, 7},
                    new double[] {0, 0, 25},
                    new double[] {0, 2, 3},
                    new double[] {0, 0, 10})),
            new TreeMap<>(Map.of("autumn", 2L)));
    Panel panel =
        new Panel(
            List.of(
                new Panel.Pattern(
                    "trust",
                    "scale",
                    "millbrook",
                    List.of("2025q3", "2025q4"),
                    CrossProducts.of(new double[][] {{2, 3}}, 2))),
            List.of(
                new Panel.Transition(
                    "trust",
                    "a",
                    "millbrook",
                    "2025q3",
                    "2025q4",
                    new TreeMap<>(Map.of(2, new TreeMap<>(Map.of(1, 1L)))))));
    assertThat(GroupStatisticsFile.write(folder, INSTRUMENT, List.of(group), panel)).hasSize(6);
    assertThat(read("trust", LongRow.class))
        .containsExactly(
            row(Kind.PEOPLE, null, null, null, null, 2),
            row(Kind.SOURCE, "autumn", null, null, null, 2),
            row(Kind.COMPLETE, null, null, null, null, 2),
            row(Kind.STRAIGHT, null, null, null, null, 1));
    assertThat(read("trust-products", SumRows.Product.class))
        .containsExactly(
            new SumRows.Product("trust", "millbrook", "2025q4", "a", null, 3),
            new SumRows.Product("trust", "millbrook", "2025q4", "a", "a", 5),
            new SumRows.Product("trust", "millbrook", "2025q4", "a", "b", 6),
            new SumRows.Product("trust", "millbrook", "2025q4", "b", null, 4),
            new SumRows.Product("trust", "millbrook", "2025q4", "b", "b", 8));
    assertThat(read("trust-matched", SumRows.Matched.class))
        .containsExactly(new SumRows.Matched("trust", "millbrook", "2025q4", "a", 3, 1, 1));
    List<String> alike = List.of("16 to 34", "");
    assertThat(read("trust-profiles", SumRows.OfProfile.class))
        .containsExactly(
            new SumRows.OfProfile("trust", "millbrook", "2025q4", alike, "b", 2, 0, 0, 2, 0),
            new SumRows.OfProfile("trust", "millbrook", "2025q4", alike, "scale", 2, 7, 25, 3, 10));
    assertThat(read("trust-patterns", SumRows.OfPattern.class))
        .containsExactly(
            pattern("2025q3", null, 2),
            pattern("2025q3", "2025q3", 4),
            pattern("2025q3", "2025q4", 6),
            pattern("2025q4", null, 3),
            pattern("2025q4", "2025q4", 9));
    assertThat(read("trust-transitions", SumRows.OfTransition.class))
        .containsExactly(
            new SumRows.OfTransition("trust", "a", "millbrook", "2025q3", "2025q4", 2, 1, 1));
  }

  private <T extends Record> List<T> read(String name, Class<T> type) throws IOException {
    return RecordFile.read(folder.resolve(name + ".parquet"), type);
  }

  private static SumRows.OfPattern pattern(String wave, String other, double sum) {
    List<String> waves = List.of("2025q3", "2025q4");
    return new SumRows.OfPattern("trust", "scale", "millbrook", waves, 1, wave, other, sum);
  }

  private static LongRow row(
      Kind kind, String name, Integer code, String group, Double score, long people) {
    return new LongRow("trust", "millbrook", "2025q4", kind, name, code, group, score, people);
  }
}
