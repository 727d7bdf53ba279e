package org.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  @BeforeEach
  void a_workspace() throws IOException {
    Invented.write(folder.resolve("kith.yaml"), "name: Invented\n");
    Invented.write(
        folder.resolve("organisations.csv"),
        "organisation,name,place,place_name\nmillbrook,Millbrook,mill,Mill End\n");
    Invented.write(
        folder.resolve("mappings/a.yaml"),
        """
        match: "a*.csv"
        organisation: {constant: millbrook}
        wave: {constant: 2025q4}
        response: {column: id}
        items:
          - {instrument: cls_trust_neighbourhood, item: STrust, column: trust}
        """);
  }

  private Said run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var outBytes = new ByteArrayOutputStream();
    var errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = IngestCommand.run(args);
      return new Said(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Said ingest(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "--workspace";
    args[1] = folder.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return run(args);
  }

  @Test
  void every_export_of_raw_is_taken_in_and_the_second_time_nothing_is_to_do() throws IOException {
    Invented.write(folder.resolve("raw/a.csv"), "id,trust\n1,1\n2,9\n");
    Said first = ingest();
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("a.csv: taken in as an export of csv.")
        .contains(
            "2 received = 1 accepted + 0 partial + 0 preview or test + 0 duplicate + 0 withdrawn + 1 rejected")
        .contains("a.csv, row 3, column \"trust\": code 9 is not an answer of item STrust")
        .contains("Every rejection is in " + folder.resolve("reports/a.txt"));
    assertThat(folder.resolve("reports/a.json")).exists();
    Said second = ingest();
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("a.csv: nothing to do, the lake has exactly this.");
  }

  @Test
  void the_same_rejection_is_said_once_with_how_often() throws IOException {
    Invented.write(folder.resolve("raw/a.csv"), "id,trust\n1,9\n2,9\n3,9\n4,9\n5,1\n");
    assertThat(ingest().out())
        .contains("a.csv, 4 rows (2, 3, 4, …), column \"trust\": code 9 is not an answer")
        .doesNotContain("row 5, column");
    assertThat(folder.resolve("reports/a.txt")).content().contains("row 5, column \"trust\"");
  }

  @Test
  void briefly_an_export_is_three_lines() throws IOException {
    Invented.write(folder.resolve("raw/a.csv"), "id,trust\n1,1\n2,9\n3,9\n");
    Invented.write(folder.resolve("raw/a2.csv"), "id,trust\n1,1\n");
    Invented.write(folder.resolve("raw/other.csv"), "id,trust\n1,1\n");
    List<String> lines = ingest("--brief").out().lines().toList();
    assertThat(lines)
        .containsExactly(
            "a.csv: taken in as an export of csv.",
            "  3 received = 1 accepted + 0 partial + 0 preview or test + 0 duplicate + 0 withdrawn + 2 rejected",
            "  2 rejected, the first: row 3, column \"trust\": code 9 is not an answer of item"
                + " STrust (1–4); all of them in "
                + folder.resolve("reports/a.txt"),
            "a2.csv: taken in as an export of csv.",
            "  1 received = 1 accepted + 0 partial + 0 preview or test + 0 duplicate + 0 withdrawn + 0 rejected",
            "other.csv: refused; the lake stays as it was.",
            lines.get(6));
    assertThat(lines.get(6)).contains("No mapping in mappings/ has a match line for other.csv.");
  }

  @Test
  void another_export_of_the_same_wave_is_named_because_people_may_be_in_both() throws IOException {
    Invented.write(folder.resolve("raw/a.csv"), "id,trust\n1,1\n");
    Invented.write(folder.resolve("raw/a2.csv"), "id,trust\n1,1\n");
    assertThat(ingest().out())
        .contains(
            "Duplicates are looked for within one export: who also answered in a.csv in the same"
                + " wave counts in each.");
  }

  @Test
  void a_dry_run_shows_the_first_rows_and_writes_nothing() throws IOException {
    Invented.write(folder.resolve("raw/a.csv"), "id,trust\n1,1\n2,4\n");
    Said said = ingest("--dry-run");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("what it would give as an export of csv; nothing is written.")
        .containsPattern(
            "cls_trust_neighbourhood: person=.{4}…, organisation=millbrook, wave=2025q4, STrust=4");
    try (var left = Files.list(folder)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("kith.yaml", "organisations.csv", "mappings", "raw");
    }
  }

  @Test
  void an_export_without_a_mapping_is_refused_with_what_to_do() throws IOException {
    Invented.write(folder.resolve("raw/other.csv"), "id,trust\n1,1\n");
    Said said = ingest();
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains("other.csv: refused; the lake stays as it was.")
        .contains("No mapping in mappings/ has a match line for other.csv.")
        .contains("./kith ingest --suggest");
  }

  @Test
  void nothing_to_read_asks_for_attention() {
    Said said = ingest();
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains("There is nothing to read: put exports as .csv, .tsv, .xlsx or .sav into");
  }

  @Test
  void a_file_that_is_not_there_is_wrong_usage() {
    Said said = ingest("b.csv");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("There is no file b.csv, neither here nor in");
  }

  @Test
  void a_folder_that_is_no_workspace_is_wrong_usage(@TempDir Path other) {
    Said said = run("--workspace", other.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("There is no kith.yaml in")
        .contains("--workspace DIR")
        .doesNotContain("\tat ");
  }

  @Test
  void a_proposed_mapping_is_shown_or_written_and_never_written_over() throws IOException {
    Invented.write(
        folder.resolve("raw/new.csv"),
        """
        No,Organisation,Quarter,How far can people in this neighbourhood be trusted?
        1,millbrook,2025q4,Many of the people in your neighbourhood can be trusted
        """);
    Said shown = ingest("--suggest", "new.csv");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("match: \"new*.csv\"").contains("organisation:");

    Said written = ingest("--suggest", "new.csv", "--out", "new");
    assertThat(written.code()).isZero();
    assertThat(written.out()).contains("Proposed").contains("./kith ingest --dry-run");
    assertThat(folder.resolve("mappings/new.yaml")).hasContent(shown.out());

    Said again = ingest("--suggest", "new.csv", "--out", "new");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is there already. Choose another name with --out");
  }
}
