package org.kith.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.format.Util;
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

  /** The writer's own order differs from process to process, which no test in one process sees. */
  @Test
  void the_encodings_of_every_column_are_listed_in_order(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.parquet");
    RecordFile.write(file, DistributionRow.class, ROWS);
    byte[] bytes = Files.readAllBytes(file);
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    var footer =
        Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
    var columns = footer.getRow_groups().get(0).getColumns();
    assertThat(columns).hasSize(8);
    assertThat(columns)
        .allSatisfy(
            c -> assertThat(c.getMeta_data().getEncodings()).hasSizeGreaterThan(1).isSorted());
  }
}
