package org.kith.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kith.groups.GroupStatisticsFile.Kind;
import org.kith.groups.GroupStatisticsFile.LongRow;
import org.kith.groups.SharedSpark;
import org.kith.lake.LakeLock;
import org.kith.lake.RecordFile;
import org.kith.lake.Snapshot;
import org.kith.published.InstrumentRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest;
import org.kith.published.OrganisationRow;
import org.kith.published.PlaceRow;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

@ExtendWith(SharedSpark.class)
class RunCommandTest {
  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_workspace_ends_in_a_snapshot_with_every_table(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 1);
    assertThat(run("--workspace", root.toString())).as(err.toString()).isZero();
    Snapshot snapshot = Snapshot.current(workspace);
    assertThat(out.toString())
        .contains("Published snapshot " + snapshot.id())
        .contains("kith serve --workspace " + root);
    assertThat(snapshot.tampered()).isEmpty();
    assertThat(snapshot.manifest().tables())
        .extracting(Manifest.TableFile::name)
        .containsExactlyElementsOf(Table.ALL.stream().map(Table::name).toList());
    for (Table<?> table : Table.ALL) {
      // Nobody shared a reflection here.
      assertThat(snapshot.read(table).isEmpty())
          .as(table.name())
          .isEqualTo(Table.OF_REFLECTIONS.contains(table));
    }
    assertThat(snapshot.read(Table.PLACES))
        .containsExactly(new PlaceRow("dale", "The Dale"), new PlaceRow("hills", "The Hills"));
    assertThat(snapshot.read(Table.ORGANISATIONS))
        .extracting(OrganisationRow::name)
        .containsExactly("The askew", "The beck", "The fell", "The millbrook", "The tarn");
    assertThat(snapshot.read(Table.INSTRUMENTS))
        .extracting(InstrumentRow::instrument)
        .containsExactlyElementsOf(SmallWorkspace.INSTRUMENTS);
    assertThat(snapshot.manifest().inputs()).extracting("source").containsExactly("export");
  }

  @Test
  void the_protected_zone_keeps_exact_figures(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 2);
    assertThat(run("--workspace", root.toString())).as(err.toString()).isZero();
    Path lake = workspace.protectedZone();
    assertThat(
            RecordFile.read(
                    lake.resolve("group-statistics/cls_trust_neighbourhood.parquet"), LongRow.class)
                .stream()
                .filter(row -> row.kind() == Kind.PEOPLE))
        .as("an organisation and wave each")
        .hasSize(10)
        .allMatch(row -> row.people() == SmallWorkspace.PEOPLE);
    assertThat(RecordFile.read(lake.resolve("indicators/levels.parquet"), LevelRow.class))
        .isNotEmpty()
        .allMatch(row -> row.visibility() == Visibility.SHOWN);
  }

  @Test
  void the_same_answers_give_the_same_bytes(SparkSession spark, @TempDir Path elsewhere)
      throws IOException {
    SmallWorkspace.ingested(root, 3);
    SmallWorkspace.ingested(elsewhere, 3);
    assertThat(run("--workspace", root.toString())).isZero();
    assertThat(run("--workspace", elsewhere.toString(), "--cores", "1")).isZero();
    assertThat(bytes(root, "lake/published")).isNotEmpty();
    assertThat(bytes(root, "lake/published").keySet())
        .isEqualTo(bytes(elsewhere, "lake/published").keySet());
    bytes(root, "lake")
        .forEach(
            (name, hash) -> {
              if (name.endsWith(".parquet")) {
                assertThat(bytes(elsewhere, "lake")).as(name).containsEntry(name, hash);
              }
            });
  }

  @Test
  void running_again_changes_nothing_and_says_so(SparkSession spark) throws IOException {
    SmallWorkspace.ingested(root, 4);
    assertThat(run("--workspace", root.toString())).isZero();
    Map<String, String> before = bytes(root, "lake/published");
    // The manifest tells whole seconds.
    Path manifest =
        Path.of(before.keySet().stream().filter(f -> f.endsWith("json")).findAny().get());
    String text = Files.readString(root.resolve(manifest));
    Files.writeString(
        root.resolve(manifest),
        text.replaceAll("\"made\" : \"[^\"]*\"", "\"made\" : \"2026-01-01T00:00:00Z\""));
    before = bytes(root, "lake/published");
    assertThat(run("--workspace", root.toString())).isZero();
    assertThat(out.toString())
        .containsPattern("Nothing has changed: snapshot .*, published 2026-01-01T00:00:00Z, stays");
    assertThat(bytes(root, "lake/published")).isEqualTo(before);
  }

  @Test
  void a_run_until_a_wave_publishes_what_was_known_by_its_end(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 1);
    Files.writeString(
        root.resolve("events.csv"),
        "date,scope,unit,words\n2025-09-30,all,all,A flood\n2025-10-01,all,all,A fair\n");
    assertThat(run("--workspace", root.toString(), "--until", "2025q3", "--then-all"))
        .as(err.toString())
        .isZero();

    assertThat(Snapshot.ids(workspace)).hasSize(2);
    Snapshot then = Snapshot.open(workspace, Snapshot.ids(workspace).get(0));
    Snapshot now = Snapshot.open(workspace, Snapshot.ids(workspace).get(1));
    assertThat(Snapshot.current(workspace).id()).isEqualTo(now.id());
    assertThat(then.manifest().until()).isEqualTo("2025q3");
    assertThat(now.manifest().until()).isNull();
    assertThat(out.toString())
        .contains(then.id() + ", what was known by the end of 2025q3, in")
        .contains("Published snapshot " + now.id() + " in");
    assertThat(then.tampered()).isEmpty();
    assertThat(then.read(Table.WAVES)).extracting("wave").containsExactly("2025q3");
    assertThat(now.read(Table.WAVES)).extracting("wave").containsExactly("2025q3", "2025q4");
    assertThat(then.read(Table.EVENTS)).extracting("words").containsExactly("A flood");
    assertThat(now.read(Table.EVENTS)).extracting("words").containsExactly("A flood", "A fair");
    // Where rows went is told of whole exports, so what is known later is not told by subtraction.
    assertThat(then.read(Table.ACCOUNTS)).isEqualTo(now.read(Table.ACCOUNTS));
    assertThat(then.read(Table.DISTRIBUTIONS))
        .isNotEmpty()
        .isEqualTo(
            now.read(Table.DISTRIBUTIONS).stream().filter(r -> r.wave().equals("2025q3")).toList());
  }

  @Test
  void a_run_until_the_last_wave_is_a_snapshot_of_its_own_with_the_same_tables(SparkSession spark)
      throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 2);
    assertThat(run("--workspace", root.toString())).isZero();
    Manifest all = Snapshot.current(workspace).manifest();
    assertThat(run("--workspace", root.toString(), "--until", "2025q4")).isZero();
    Manifest until = Snapshot.current(workspace).manifest();
    assertThat(until.id()).isNotEqualTo(all.id());
    assertThat(until.tables()).isEqualTo(all.tables());
    assertThat(run("--workspace", root.toString())).isZero();
    assertThat(Snapshot.current(workspace).manifest()).isEqualTo(all);
  }

  @Test
  void a_wave_that_nobody_answered_in_is_named(SparkSession spark) throws IOException {
    SmallWorkspace.ingested(root, 3);
    assertThat(run("--workspace", root.toString(), "--until", "2025q2")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "Nobody answered in wave 2025q2. Answers go from 2025q3 to 2025q4.\n");
    assertThat(root.resolve("lake/published")).doesNotExist();
  }

  @Test
  void until_needs_something_that_can_be_a_wave_and_then_all_needs_until() throws IOException {
    SmallWorkspace.empty(root);
    assertThat(run("--workspace", root.toString(), "--until", "autumn")).isEqualTo(2);
    assertThat(err.toString()).contains("--until needs a wave like 2025q4, not autumn.");
    assertThat(run("--workspace", root.toString(), "--then-all")).isEqualTo(2);
    assertThat(err.toString()).contains("--then-all needs --until");
  }

  @Test
  void nothing_ingested_yet_says_what_to_run() throws IOException {
    SmallWorkspace.empty(root);
    assertThat(run("--workspace", root.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "Nothing is ingested yet. Put exports into "
                + root.resolve("raw")
                + ", then run: kith ingest --workspace "
                + root
                + "\n");
    assertThat(root.resolve("lake/published")).doesNotExist();
  }

  @Test
  void a_run_does_not_start_while_another_command_works_on_the_lake() throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 5);
    LakeLock held = LakeLock.take(workspace);
    try {
      assertThat(run("--workspace", root.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("is going on. Wait until it is done.");
      assertThat(root.resolve("lake/published")).doesNotExist();
    } finally {
      held.close();
    }
  }

  @Test
  void a_folder_that_is_no_workspace_is_wrong_usage() {
    assertThat(run("--workspace", root.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("kith.yaml").doesNotContain("\tat ");
  }

  @Test
  void cores_must_be_at_least_one() throws IOException {
    SmallWorkspace.empty(root);
    assertThat(run("--workspace", root.toString(), "--cores", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--cores must be at least 1, not 0.");
  }

  @Test
  void a_damaged_file_is_named_and_the_snapshot_stays(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 5);
    assertThat(run("--workspace", root.toString())).isZero();
    String id = Snapshot.current(workspace).id();
    Path part =
        workspace
            .protectedZone()
            .resolve("responses/cls_trust_neighbourhood/wave=2025q4/export-5.parquet");
    byte[] whole = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(whole, whole.length - 9));
    assertThat(run("--workspace", root.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            part
                + " cannot be read as Parquet. Delete the record of its export in"
                + " lake/protected/ingested, then ingest the export again.\n");
    assertThat(Snapshot.current(workspace).id()).isEqualTo(id);

    Files.write(part, whole);
    assertThat(run("--workspace", root.toString())).isZero();
    assertThat(Snapshot.current(workspace).id()).isEqualTo(id);
  }

  @Test
  void a_file_with_other_rows_than_were_ingested_is_noticed(SparkSession spark) throws IOException {
    Workspace workspace = SmallWorkspace.ingested(root, 6);
    Path responses = workspace.protectedZone().resolve("responses/ipip_spi_trust4");
    Path record = workspace.ingested().resolve("export.json");
    Files.writeString(
        record, Files.readString(record).replaceFirst("\"rows\" : 200", "\"rows\" : 201"));
    assertThat(responses).exists();
    assertThat(run("--workspace", root.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("There are 400 responses to cls_trust_neighbourhood in")
        .contains("but 401 were ingested. Delete lake/protected/ingested and ingest");
  }

  private int run(String... args) {
    return new CommandLine(new RunCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private static Map<String, String> bytes(Path root, String folder) {
    Map<String, String> bytes = new HashMap<>();
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
