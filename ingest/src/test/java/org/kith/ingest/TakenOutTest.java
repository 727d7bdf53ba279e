package org.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.ingest.FileReport.Outcome;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseRows;
import org.kith.lake.RowAccount;
import org.kith.protect.Pseudonyms;
import org.kith.resident.ResidentCode;
import org.kith.resident.TakingOut;
import org.kith.resident.Withdrawn;
import org.kith.workspace.Workspace;

/** Answers that somebody took out with their code are out of the lake, and stay out. */
class TakenOutTest {
  private static final String ANN = "QH2S-2JRJ-7VNB-S208";
  private static final String BOB = "DS4Y-V4PX-JZ1H-4ZF0";
  private static final String CAT = "AD8A-DE47-Q1E6-57ER";

  private static final String MAPPING =
      """
      match: "*.csv"
      organisation: {column: org}
      wave: {column: wave}
      person: {column: who}
      response: {column: id}
      code: slip
      items:
        - {instrument: trust, item: STrust, column: trust}
        - {instrument: helped, item: gp, column: gp}
      """;

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void a_workspace() throws IOException {
    workspace = new Workspace(folder);
    Invented.write(folder.resolve("mappings/slips.yaml"), MAPPING);
  }

  private void raw(String name, String... rows) throws IOException {
    Invented.write(
        folder.resolve("raw").resolve(name),
        "id,who,org,wave,slip,trust,gp\n" + String.join("\n", rows) + "\n");
  }

  private Pseudonyms key() throws IOException {
    return Pseudonyms.open(workspace.key(), true, new Random());
  }

  private long takeOut(String... codes) throws IOException {
    Withdrawn withdrawn = Withdrawn.read(workspace);
    List<String> prints = new ArrayList<>();
    for (String code : codes) {
      prints.add(ResidentCode.read(code).print(key()));
    }
    withdrawn.addCodes(prints);
    return TakingOut.from(workspace, withdrawn);
  }

  /** Answers in the lake, by instrument and wave: the rows without their pseudonyms. */
  private Map<String, List<String>> answers() throws IOException {
    Map<String, List<String>> answers = new TreeMap<>();
    for (IngestRecord.Part part : Invented.parts(workspace)) {
      List<String> rows =
          ResponseRows.of(workspace.protectedZone().resolve(part.path())).stream()
              .map(row -> row.substring(row.indexOf(',') + 1).replaceAll(",null", ""))
              .toList();
      assertThat(rows).hasSize(part.rows());
      answers.merge(
          part.instrument() + " " + part.wave(),
          rows,
          (a, b) -> {
            List<String> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
          });
    }
    return answers;
  }

  private RowAccount account(String source) throws IOException {
    return ProtectedLake.of(workspace).record(source).orElseThrow().rows();
  }

  /** Every byte of the lake but the list of those who are out. */
  private String lakeText() throws IOException {
    StringBuilder text = new StringBuilder();
    try (var tree = Files.walk(workspace.protectedZone())) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.startsWith(workspace.residents())) {
          text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return text.toString();
  }

  /** Parts and accounts, without the time of anything. */
  private Map<String, List<String>> parts() throws IOException {
    Map<String, List<String>> parts = new TreeMap<>();
    for (IngestRecord record : ProtectedLake.of(workspace).records()) {
      parts.put(
          record.source() + " " + record.rows(),
          record.parts().stream().map(IngestRecord.Part::path).toList());
    }
    return parts;
  }

  @Test
  void one_code_takes_out_every_wave_and_every_instrument_of_that_person() throws IOException {
    raw(
        "a.csv",
        "1,ann,millbrook,2025q4,,1,1",
        "2,bob,millbrook,2025q4," + BOB + ",2,0",
        "3,ann,millbrook,2026q1," + ANN + ",3,1");
    raw("b.csv", "1,ann,harbour,2026q2,,4,0", "2,cat,harbour,2026q2," + CAT + ",1,1");
    Invented.take(workspace);
    String ann = key().of("person\0ann");
    assertThat(lakeText()).contains(ann);

    assertThat(takeOut(ANN.toLowerCase(Locale.ROOT))).isEqualTo(3);

    assertThat(answers())
        .isEqualTo(
            Map.of(
                "trust 2025q4", List.of("millbrook,2025q4,a,2,-1"),
                "helped 2025q4", List.of("millbrook,2025q4,a,-1,0,-1"),
                "trust 2026q2", List.of("harbour,2026q2,b,1,-1"),
                "helped 2026q2", List.of("harbour,2026q2,b,-1,1,-1")));
    assertThat(account("a")).isEqualTo(new RowAccount(3, 1, 0, 0, 0, 2, 0));
    assertThat(account("b")).isEqualTo(new RowAccount(2, 1, 0, 0, 0, 1, 0));
    assertThat(lakeText())
        .doesNotContain(ann)
        .doesNotContain(ResidentCode.read(ANN).print(key()))
        .contains(ResidentCode.read(BOB).print(key()));
    assertThat(takeOut(ANN)).as("a second time there is nothing to do").isZero();
  }

  @Test
  void reading_the_same_export_again_gives_to_the_byte_what_taking_out_left() throws IOException {
    raw(
        "a.csv",
        "1,ann,millbrook,2025q4," + ANN + ",1,1",
        "2,bob,millbrook,2025q4," + BOB + ",2,0",
        "3,ann,millbrook,2025q4," + ANN + ",3,1");
    Invented.take(workspace);
    takeOut(ANN);
    Map<String, List<String>> left = parts();
    assertThat(left.keySet()).containsExactly("a " + new RowAccount(3, 1, 0, 0, 1, 1, 0));
    assertThat(Invented.take(workspace))
        .extracting(FileReport::outcome)
        .containsOnly(Outcome.UNCHANGED);

    Invented.write(folder.resolve("mappings/slips.yaml"), MAPPING + "# another hash\n");
    assertThat(Invented.take(workspace))
        .extracting(FileReport::outcome)
        .containsOnly(Outcome.INGESTED);
    assertThat(parts()).isEqualTo(left);
    assertThat(Reports.account(account("a")))
        .isEqualTo(
            "3 received = 1 accepted + 0 partial + 0 preview or test + 1 duplicate + 1 withdrawn +"
                + " 0 rejected");
  }

  @Test
  void the_same_person_stays_out_in_a_later_wave_with_or_without_the_code() throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4," + ANN + ",1,1", "2,bob,millbrook,2025q4,,2,0");
    Invented.take(workspace);
    takeOut(ANN);
    raw("b.csv", "1,ann,millbrook,2026q1,,1,1", "2,bob,millbrook,2026q1,,2,0");
    Invented.take(workspace);
    assertThat(account("b")).isEqualTo(new RowAccount(2, 1, 0, 0, 0, 1, 0));

    // A new slip in a later wave, by which an answer without an id is known.
    raw("c.csv", "1,ann,millbrook,2026q2," + CAT + ",1,1");
    raw("d.csv", "1,,millbrook,2026q3," + CAT + ",1,1", "2,,millbrook,2026q3," + BOB + ",1,1");
    Invented.take(workspace);
    assertThat(account("c")).isEqualTo(new RowAccount(1, 0, 0, 0, 0, 1, 0));
    assertThat(account("d")).isEqualTo(new RowAccount(2, 1, 0, 0, 0, 1, 0));
  }

  @Test
  void an_export_that_tells_whose_earlier_answers_these_were_takes_them_out_too()
      throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4,,1,1", "2,bob,millbrook,2025q4,,2,0");
    Invented.take(workspace);
    assertThat(takeOut(ANN)).as("nobody is known by it yet").isZero();
    raw("b.csv", "1,ann,millbrook,2026q1," + ANN + ",1,1");
    Invented.take(workspace);
    assertThat(account("b")).isEqualTo(new RowAccount(1, 0, 0, 0, 0, 1, 0));
    assertThat(account("a")).isEqualTo(new RowAccount(2, 1, 0, 0, 0, 1, 0));
    assertThat(answers())
        .containsOnlyKeys("trust 2025q4", "helped 2025q4")
        .containsEntry("trust 2025q4", List.of("millbrook,2025q4,a,2,-1"));
  }

  @Test
  void a_row_that_moves_up_in_the_export_is_not_taken_for_the_one_that_was_deleted()
      throws IOException {
    Invented.write(
        folder.resolve("mappings/slips.yaml"),
        MAPPING.replace("person: {column: who}\n", "").replace("response: {column: id}\n", ""));
    raw(
        "a.csv",
        "1,,millbrook,2025q4," + ANN + ",1,1",
        "2,,millbrook,2025q4,,2,0",
        "3,,millbrook,2025q4,,3,0");
    Invented.take(workspace);
    takeOut(ANN);
    assertThat(account("a")).isEqualTo(new RowAccount(3, 2, 0, 0, 0, 1, 0));
    raw("a.csv", "2,,millbrook,2025q4,,2,0", "3,,millbrook,2025q4,,3,0");
    Invented.take(workspace);
    takeOut(ANN);
    assertThat(account("a")).isEqualTo(new RowAccount(2, 2, 0, 0, 0, 0));
  }

  @Test
  void partial_answers_leave_the_number_of_partial_ones() throws IOException {
    Invented.write(
        folder.resolve("mappings/slips.yaml"),
        """
        match: "*.csv"
        tool: limesurvey
        organisation: {constant: millbrook}
        wave: {constant: 2025q4}
        response: {column: id}
        code: "slip. Your slip"
        items:
          - {instrument: trust, item: STrust, column: "trust. Trust"}
        """);
    Invented.write(
        folder.resolve("raw/ls.csv"),
        "\"id. Response ID\",\"submitdate. Date submitted\",\"lastpage. Last page\","
            + "\"startlanguage. Start language\",\"slip. Your slip\",\"trust. Trust\"\n"
            + "\"1\",\"\",\"1\",\"en\",\""
            + ANN
            + "\",\"1\"\n"
            + "\"2\",\"2025-11-02 10:00:00\",\"1\",\"en\",\""
            + BOB
            + "\",\"2\"\n"
            + "\"3\",\"\",\"1\",\"en\",\""
            + CAT
            + "\",\"3\"\n");
    Invented.take(workspace);
    assertThat(account("ls")).isEqualTo(new RowAccount(3, 1, 2, 0, 0, 0));
    takeOut(ANN);
    assertThat(account("ls")).isEqualTo(new RowAccount(3, 1, 1, 0, 0, 1, 0));
  }

  @Test
  void without_anybody_taking_anything_out_no_byte_changes() throws IOException {
    raw("a.csv", "1,ann,millbrook,2025q4," + ANN + ",1,1");
    Invented.take(workspace);
    Map<String, List<String>> before = parts();
    assertThat(TakingOut.from(workspace, Withdrawn.read(workspace))).isZero();
    assertThat(parts()).isEqualTo(before);
    assertThat(workspace.residents()).doesNotExist();
  }
}
