package org.kith.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
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

  /** Another run of Java would shuffle them; see {@link StableFooter}. */
  @Test
  void encodings_stand_in_order_in_the_footer(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("distributions.parquet");
    RecordFile.write(file, DistributionRow.class, ROWS);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.getInt(bytes.limit() - 8);
    byte[] footer = new byte[length];
    bytes.get(bytes.limit() - 8 - length, footer);
    FileMetaData read = Util.readFileMetaData(new ByteArrayInputStream(footer));
    assertThat(read.getRow_groups()).isNotEmpty();
    assertThat(read.getRow_groups().get(0).getColumns())
        .hasSize(8)
        .allSatisfy(
            c ->
                assertThat(c.getMeta_data().getEncodings())
                    .isSortedAccordingTo(Comparator.comparingInt(Encoding::getValue)));

    for (ColumnChunk column : read.getRow_groups().get(0).getColumns()) {
      Collections.reverse(column.getMeta_data().getEncodings());
    }
    ByteArrayOutputStream shuffled = new ByteArrayOutputStream();
    Util.writeFileMetaData(read, shuffled);
    assertThat(shuffled.toByteArray()).isNotEqualTo(footer);
    assertThat(StableFooter.stable(shuffled.toByteArray())).isEqualTo(footer);
  }
}
