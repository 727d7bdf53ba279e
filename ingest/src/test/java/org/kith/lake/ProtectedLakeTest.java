package org.kith.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.workspace.Workspace;

class ProtectedLakeTest {
  @TempDir Path folder;

  private static final ResponseFile.Columns COLUMNS =
      new ResponseFile.Columns(List.of("age"), List.of("q1", "q2"));

  private static void writeTwo(Path file) throws IOException {
    try (ResponseFile out = ResponseFile.create(file, "2025q4", "a", COLUMNS)) {
      out.write("p1", "millbrook", List.of("16 to 34"), new int[] {3, -2});
      out.write("p2", "millbrook", Arrays.asList((String) null), new int[] {1, 2});
    }
  }

  private static IngestRecord record(String source, String... paths) {
    List<IngestRecord.Part> parts = new ArrayList<>();
    for (String path : paths) {
      parts.add(new IngestRecord.Part("trust", "2025q4", path, 2));
    }
    return new IngestRecord(
        source, source + ".csv", "csv", "0", "0", "test", new RowAccount(2, 2, 0, 0, 0, 0), parts);
  }

  @Test
  void a_response_file_has_the_fixed_columns_then_groups_then_items_then_what_is_of_the_row()
      throws IOException {
    Path file = folder.resolve("a.parquet");
    writeTwo(file);
    try (ParquetFileReader in = ParquetFileReader.open(new LocalInputFile(file))) {
      assertThat(in.getFileMetaData().getSchema().getColumns())
          .extracting(c -> c.getPath()[0])
          .containsExactly(
              "person",
              "organisation",
              "wave",
              "source",
              "group_age",
              "q1",
              "q2",
              "row_submitted",
              "row_code");
      assertThat(in.getRecordCount()).isEqualTo(2);
    }
    assertThat(ResponseRows.of(file))
        .containsExactly("p1,millbrook,2025q4,a,16 to 34,3,-2", "p2,millbrook,2025q4,a,null,1,2");
  }

  @Test
  void the_same_responses_give_the_same_bytes() throws IOException {
    writeTwo(folder.resolve("a.parquet"));
    writeTwo(folder.resolve("b.parquet"));
    assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
  }

  @Test
  void only_parts_that_a_record_names_are_in_the_lake() throws IOException {
    ProtectedLake lake = ProtectedLake.of(new Workspace(folder));
    String kept = "responses/trust/wave=2025q4/a-1.parquet";
    String orphan = "responses/trust/wave=2026q1/a-2.parquet";
    writeTwo(lake.root().resolve(kept));
    writeTwo(lake.root().resolve(orphan));
    lake.commit(record("a", kept));
    assertThat(lake.parts("trust")).containsExactly(lake.root().resolve(kept));
    assertThat(lake.instruments()).containsExactly("trust");
    assertThat(lake.record("a")).contains(record("a", kept));

    lake.sweep();
    assertThat(lake.root().resolve(kept)).exists();
    assertThat(lake.root().resolve(orphan).getParent()).doesNotExist();
  }

  @Test
  void a_record_cannot_name_a_part_that_is_not_there() {
    ProtectedLake lake = ProtectedLake.of(new Workspace(folder));
    assertThatThrownBy(() -> lake.commit(record("a", "responses/none.parquet")))
        .hasMessage("Part responses/none.parquet is not in the lake: a");
    assertThat(folder.resolve("lake/protected/ingested/a.json")).doesNotExist();
  }

  @Test
  void a_damaged_record_says_which_file_and_what_to_do() throws IOException {
    ProtectedLake lake = ProtectedLake.of(new Workspace(folder));
    Files.createDirectories(lake.root().resolve("ingested"));
    Files.writeString(lake.root().resolve("ingested/a.json"), "{");
    assertThatThrownBy(lake::records)
        .hasMessageContaining("a.json is not a record of an ingest")
        .hasMessageContaining("ingest its export again");
  }

  @Test
  void who_stays_keeps_their_weight_when_others_go() throws IOException {
    Path file = folder.resolve("responses/trust/wave=2025q4/a-0.parquet");
    var columns = new ResponseFile.Columns(List.of("age"), List.of("q1"), true);
    try (ResponseFile out = ResponseFile.create(file, "2025q4", "a", columns)) {
      out.write("p1", "millbrook", List.of("16-24"), new int[] {1}, true, null, 750_000);
      out.write("p2", "millbrook", List.of("25-34"), new int[] {2}, true, null, 1_250_000);
    }
    var part = new IngestRecord.Part("trust", "2025q4", folder.relativize(file).toString(), 2);
    var left =
        StoredResponses.without(folder, "a", part, whose -> whose.person().equals("p1"))
            .orElseThrow();
    List<Object> weights = new ArrayList<>();
    StoredResponses.rows(
        folder.resolve(left.path()), row -> weights.add(row.get(Responses.WEIGHT)));
    assertThat(weights).containsExactly(1_250_000L);
  }
}
