package org.kith.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.groups.GroupStatisticsFile.Kind;
import org.kith.groups.GroupStatisticsFile.LongRow;
import org.kith.lake.RecordFile;

class GroupStatisticsFileTest {
  @Test
  void every_number_has_a_row_of_its_own(@TempDir Path folder) throws IOException {
    GroupStatistics group =
        new GroupStatistics(
            "trust",
            "millbrook",
            "2025q4",
            3,
            new TreeMap<>(Map.of("STrust", new TreeMap<>(Map.of(-2, 1L, 1, 2L)))),
            new TreeMap<>(Map.of("age", Map.of("16 to 34", 2L))),
            new TreeMap<>(Map.of(2.5, 3L)));
    Path file = folder.resolve("group-statistics").resolve("trust.parquet");
    GroupStatisticsFile.write(file, List.of());
    GroupStatisticsFile.write(file, List.of(group));
    assertThat(RecordFile.read(file, LongRow.class))
        .containsExactly(
            row(Kind.PEOPLE, null, null, null, null, 3),
            row(Kind.ANSWER, "STrust", -2, null, null, 1),
            row(Kind.ANSWER, "STrust", 1, null, null, 2),
            row(Kind.KNOWN, "age", null, "16 to 34", null, 2),
            row(Kind.SCORE, null, null, null, 2.5, 3));
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("nothing half written is left").containsExactly(file);
    }
  }

  private static LongRow row(
      Kind kind, String name, Integer code, String group, Double score, long people) {
    return new LongRow("trust", "millbrook", "2025q4", kind, name, code, group, score, people);
  }
}
