package org.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.ingest.FileReport.Outcome;
import org.kith.lake.LakeLock;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseRows;
import org.kith.lake.RowAccount;
import org.kith.protect.KeyException;
import org.kith.protect.Pseudonyms;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;

class IngestTest {
  private static final String HEADINGS = "id,who,org,wave,trust,belong\n";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void a_workspace() throws IOException {
    workspace = new Workspace(folder);
    Invented.write(folder.resolve("mappings/plain.yaml"), Invented.PLAIN_MAPPING);
  }

  private Path raw(String name, String rows) throws IOException {
    return Invented.write(folder.resolve("raw").resolve(name), HEADINGS + rows);
  }

  /** Every file of the lake with its time and bytes. */
  private Map<String, String> lake() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var tree = Files.walk(folder.resolve("lake"))) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.getLastModifiedTime(file)
                + " "
                + java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    ProtectedLake lake = ProtectedLake.of(workspace);
    for (var part : Invented.parts(workspace)) {
      for (String row : ResponseRows.of(lake.root().resolve(part.path()))) {
        rows.add(row.substring(row.indexOf(',') + 1));
      }
    }
    return rows;
  }

  @Test
  void the_same_file_twice_changes_no_byte_and_no_time() throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4,1,2\n2,bob,harbour,2026q1,3,4\n");
    assertThat(Invented.take(workspace))
        .extracting(FileReport::outcome)
        .containsOnly(Outcome.INGESTED);
    Map<String, String> before = lake();
    assertThat(Invented.take(workspace))
        .extracting(FileReport::outcome)
        .containsOnly(Outcome.UNCHANGED);
    assertThat(lake()).isEqualTo(before);
  }

  @Test
  void a_corrected_export_replaces_its_own_rows_only() throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4,1,2\n2,bob,millbrook,2026q1,1,1\n");
    raw("b.csv", "1,cid,harbour,2025q4,4,5\n");
    Invented.take(workspace);
    Map<String, String> before = lake();

    raw("a.csv", "1,ann,millbrook,2025q4,2,2\n2,bob,millbrook,2026q1,1,1\n");
    assertThat(Invented.take(workspace))
        .extracting(FileReport::outcome)
        .containsExactly(Outcome.INGESTED, Outcome.UNCHANGED);
    assertThat(rows())
        .containsExactly(
            "millbrook,2025q4,a,null,null,null,2,2",
            "millbrook,2026q1,a,null,null,null,1,1",
            "harbour,2025q4,b,null,null,null,4,5");
    Map<String, String> after = lake();
    assertThat(after).hasSameSizeAs(before);
    List<String> untouched =
        before.keySet().stream().filter(f -> before.get(f).equals(after.get(f))).toList();
    // b's record and part, a's part of the quarter that stayed as it was, and the lock.
    assertThat(untouched).hasSize(4);
  }

  @Test
  void a_changed_mapping_is_a_reason_to_read_again() throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4,1,2\n");
    Invented.take(workspace);
    Invented.write(
        folder.resolve("mappings/plain.yaml"),
        Invented.PLAIN_MAPPING + "missing: {\"2\": declined}\n");
    assertThat(Invented.take(workspace))
        .extracting(FileReport::outcome)
        .containsOnly(Outcome.INGESTED);
    assertThat(rows()).containsExactly("millbrook,2025q4,a,null,null,null,1,-3");
  }

  @Test
  void a_refused_file_leaves_the_lake_as_it_was() throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4,1,2\n");
    Invented.take(workspace);
    Map<String, String> before = lake();
    Invented.write(
        folder.resolve("raw/a.csv"), "id,who,org,wave,trust\n1,ann,millbrook,2025q4,4\n");
    FileReport report = Invented.take(workspace).get(0);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.problems())
        .containsExactly(
            "a.csv has no column \"belong\", which mappings/plain.yaml names. Its headings start"
                + " with \"id\", \"who\", \"org\", \"wave\", \"trust\".");
    assertThat(lake()).isEqualTo(before);
  }

  @Test
  void a_mapping_with_mistakes_says_where_each_one_is() throws IOException {
    Invented.write(
        folder.resolve("mappings/plain.yaml"),
        """
        match: "*.csv"
        tool: carrier-pigeon
        organisation: {column: org, values: {A: nowhere}}
        wave: {constant: autumn}
        items:
          - {instrument: trust, item: STrsut, column: trust}
          - {instrument: trust, item: SBelong, column: belong, codes: {A: 9, B: never}}
        """);
    raw("a.csv", "1,ann,millbrook,2025q4,1,2\n");
    assertThat(Invented.take(workspace).get(0).problems())
        .anyMatch(p -> p.startsWith("mappings/plain.yaml, line 2: \"tool\" must be one of"))
        .anyMatch(
            p -> p.contains("line 3") && p.contains("nowhere, which is not in organisations.csv"))
        .anyMatch(p -> p.contains("line 4") && p.contains("must be a wave like 2025q4, not autumn"))
        .anyMatch(
            p -> p.contains("line 6") && p.contains("is not one of trust's items: STrust, SBelong"))
        .anyMatch(p -> p.contains("line 7") && p.contains("maps A to 9, which is not an answer"))
        .anyMatch(
            p -> p.contains("line 7") && p.contains("maps B to never; write an answer's number"));
  }

  @Test
  void accounts_add_up_for_every_mixture_of_rows() throws IOException {
    RandomGenerator random = new java.util.Random(5);
    for (int round = 0; round < 20; round++) {
      StringBuilder rows = new StringBuilder();
      int received = random.nextInt(40);
      for (int i = 0; i < received; i++) {
        rows.append(
            "%d,p%d,%s,2025q%d,%d,%d%n"
                .formatted(
                    random.nextInt(30),
                    random.nextInt(20),
                    random.nextInt(9) == 0 ? "nowhere" : "millbrook",
                    1 + random.nextInt(4),
                    1 + random.nextInt(5),
                    1 + random.nextInt(5)));
      }
      raw("a.csv", rows.toString());
      RowAccount account = Invented.take(workspace).get(0).rows();
      assertThat(account.received()).isEqualTo(received);
      assertThat(rows()).hasSize((int) (account.accepted() + account.partial()));
    }
  }

  @Test
  void two_ingests_do_not_run_at_once() throws IOException {
    Path file = raw("a.csv", "1,ann,millbrook,2025q4,1,2\n");
    LakeLock lock = LakeLock.take(workspace);
    try {
      assertThatThrownBy(() -> Invented.rejections(workspace, file))
          .isInstanceOf(InvalidFileException.class)
          .hasMessageContaining("is going on. Wait until it is done.");
    } finally {
      lock.close();
    }
    assertThat(Invented.rejections(workspace, file)).isEmpty();
  }

  @Test
  void the_key_is_for_its_owner_alone_and_its_loss_stops_the_ingest() throws IOException {
    Path file = raw("a.csv", "1,ann,millbrook,2025q4,1,2\n");
    Invented.take(workspace);
    assertThat(Files.size(workspace.key())).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.key())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(workspace.key().getParent())))
        .isEqualTo("rwx------");

    Files.setPosixFilePermissions(workspace.key(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> Invented.rejections(workspace, file))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("Run: chmod 600 " + workspace.key());

    Files.delete(workspace.key());
    Map<String, String> before = lake();
    assertThatThrownBy(() -> Invented.rejections(workspace, file))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("is gone, but the lake holds people under pseudonyms");
    assertThat(lake()).isEqualTo(before);
    assertThat(workspace.key()).doesNotExist();
  }

  @Test
  void a_person_has_one_pseudonym_across_files_and_waves_and_another_under_another_key()
      throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4,1,2\n");
    raw("b.csv", "1,ann,harbour,2026q1,1,2\n");
    Invented.take(workspace);
    ProtectedLake lake = ProtectedLake.of(workspace);
    List<String> people = new ArrayList<>();
    for (var part : Invented.parts(workspace)) {
      String row = ResponseRows.of(lake.root().resolve(part.path())).get(0);
      people.add(row.substring(0, row.indexOf(',')));
    }
    assertThat(people).hasSize(2);
    assertThat(people.get(0)).isEqualTo(people.get(1)).hasSize(22).doesNotContain("ann");
    Pseudonyms other = Pseudonyms.passing(new java.util.Random(99));
    assertThat(other.of("person\0ann")).isNotEqualTo(people.get(0));
  }
}
