package org.kith.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kith.groups.SharedSpark;
import org.kith.lake.LakeLock;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.published.Table;
import org.kith.resident.TakingOut;
import org.kith.resident.Withdrawn;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

@ExtendWith(SharedSpark.class)
class ReproduceCommandTest {
  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_same_lake_gives_the_same_bytes_and_nothing_else_changes(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 1);
    publish("--until", "2025q3", "--then-all");
    Map<String, String> before = bytes("lake");
    for (String id : Snapshot.ids(workspace)) {
      assertThat(reproduce(id)).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("Snapshot " + id + ", published ")
          .endsWith("All %d tables agree, byte by byte.%n".formatted(Table.ALL.size()));
    }
    assertThat(out.toString()).contains("what was known by the end of 2025q3, made anew.");
    assertThat(reproduce("current")).isZero();
    assertThat(bytes("lake")).isEqualTo(before);
  }

  @Test
  void what_has_changed_since_is_said_and_which_tables_it_reaches(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 2);
    publish();
    String id = Snapshot.current(workspace).id();
    Files.writeString(
        root.resolve("events.csv"), "date,scope,unit,words\n2025-08-01,all,all,A drought\n");
    Path settings = root.resolve("kith.yaml");
    Files.writeString(settings, Files.readString(settings) + "disclosure: {people: 12}\n");

    assertThat(reproduce(id)).as(err.toString()).isEqualTo(1);

    assertThat(out.toString())
        .contains("  disclosure.people in kith.yaml was 10 and is 12.\n")
        .contains("  events.csv is not as it was: SHA-256 ")
        .contains("  kith.yaml is not as it was: SHA-256 ")
        .contains("  events: other content in 1 rows\n")
        .doesNotContain("  places:")
        .contains("It cannot agree: what it was made from, or by, is no longer the same.")
        .doesNotContain("report");
    assertThat(Snapshot.ids(workspace)).containsExactly(id);
  }

  @Test
  void a_comment_changes_nothing_that_is_published(SparkSession spark) throws IOException {
    SmallWorkspace.ingested(root, 3);
    publish();
    Path settings = root.resolve("kith.yaml");
    Files.writeString(settings, Files.readString(settings) + "# looked at in May\n");
    assertThat(reproduce("current")).isZero();
    assertThat(out.toString())
        .contains("  kith.yaml is not as it was: SHA-256 ")
        .contains("tables agree, byte by byte.");
  }

  @Test
  void another_export_is_named(SparkSession spark) throws IOException {
    SmallWorkspace.ingested(root, 4);
    publish();
    SmallWorkspace.ingested(root, 5);
    assertThat(reproduce("current")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "  Export 'export' is not as it was: SHA-256 %064x then, %064x now.\n".formatted(4, 5))
        .contains("  The answers in the lake are not those of then.\n")
        .contains("  distributions: other content in ");
  }

  @Test
  void somebody_who_took_their_answers_out_is_the_reason(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 6);
    publish();
    Withdrawn withdrawn = Withdrawn.none();
    withdrawn.learn("p7", null);
    assertThat(TakingOut.from(workspace, withdrawn)).isPositive();
    assertThat(reproduce("current")).as(err.toString()).isEqualTo(1);
    assertThat(out.toString())
        .contains("Since then:\n  Somebody took their answers out of the lake since.\nTables")
        .contains("It cannot agree")
        .doesNotContain("export");
  }

  @Test
  void a_manifest_of_before_can_be_read_and_says_less(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 7);
    publish();
    Snapshot snapshot = Snapshot.current(workspace);
    Path file = workspace.published().resolve(snapshot.id()).resolve(Snapshot.MANIFEST);
    Manifest m = snapshot.manifest();
    assertThat(m.madeFrom()).extracting("name").contains("kith.yaml", "answers");
    Manifest old =
        new Manifest(
            m.id(),
            m.made(),
            m.version(),
            m.workspace(),
            m.about(),
            m.disclosure(),
            m.inputs(),
            m.tables());
    assertThat(old.json()).doesNotContain("madeFrom").doesNotContain("until");
    Files.writeString(file, old.json());
    assertThat(reproduce("current")).isZero();
    assertThat(out.toString()).contains("did not say what else it was made from.");
    // The same again is the same snapshot: what it was made from is no part of the id.
    publish();
    assertThat(Snapshot.current(workspace).manifest()).isEqualTo(old);
  }

  @Test
  void a_damaged_snapshot_does_not_pass_though_it_can_be_made_anew(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 8);
    publish();
    Path file = Snapshot.current(workspace).file(Table.LEVELS);
    Files.writeString(file, "other");
    assertThat(reproduce("current")).isEqualTo(1);
    assertThat(out.toString())
        .contains("tables agree, byte by byte.")
        .contains("the snapshot's own folder is damaged:\n  " + file);
  }

  @Test
  void what_cannot_be_meant_is_wrong_usage() throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 9);
    assertThat(reproduce("1234-abcd")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no snapshot '1234-abcd' in ");
    assertThat(reproduce("../../raw")).isEqualTo(2);
    assertThat(reproduce("current")).isEqualTo(2);
    assertThat(err.toString()).contains("Nothing is published yet. Run: kith run --workspace ");
    assertThat(workspace.published()).doesNotExist();
  }

  @Test
  void it_waits_for_nobody_who_works_on_the_lake(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 10);
    publish();
    LakeLock held = LakeLock.take(workspace);
    try {
      assertThat(reproduce("current")).isEqualTo(2);
      assertThat(err.toString()).contains("is going on. Wait until it is done.");
    } finally {
      held.close();
    }
  }

  private void publish(String... more) {
    String[] args =
        Stream.concat(Stream.of("--workspace", root.toString()), Stream.of(more))
            .toArray(String[]::new);
    assertThat(execute(new CommandLine(new RunCommand()), args)).as(err.toString()).isZero();
  }

  private int reproduce(String id) {
    return execute(new CommandLine(new ReproduceCommand()), id, "--workspace", root.toString());
  }

  private int execute(CommandLine command, String... args) {
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private Map<String, String> bytes(String folder) {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(root.relativize(file).toString(), Snapshot.sha256(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }
}
