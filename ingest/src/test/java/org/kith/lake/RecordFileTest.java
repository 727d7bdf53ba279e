package org.kith.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.published.DistributionRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

class RecordFileTest {
  private static final List<DistributionRow> ROWS =
      List.of(
          new DistributionRow(
              "trust", "STrust", "2025q4", Scope.ALL, "all", 1, 45, Visibility.SHOWN),
          new DistributionRow(
              "trust", "STrust", "2025q4", Scope.ALL, "all", 2, null, Visibility.FEWER_THAN_K));

  @Test
  void rows_come_back_as_they_went_in(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("distributions.parquet");
    RecordFile.write(file, DistributionRow.class, ROWS);
    assertThat(RecordFile.read(file, DistributionRow.class)).isEqualTo(ROWS);
  }

  @Test
  void the_same_rows_give_the_same_bytes(@TempDir Path folder) throws IOException {
    RecordFile.write(folder.resolve("a.parquet"), DistributionRow.class, ROWS);
    RecordFile.write(folder.resolve("b.parquet"), DistributionRow.class, ROWS);
    assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing else is left behind").hasSize(2);
    }
  }
}
