package org.kith.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.lake.ProtectedLake;
import org.kith.lake.ResponseRows;
import org.kith.workspace.Workspace;

/**
 * A real process, ingesting a corrected export over an earlier one, is killed at many moments: at
 * each step that leaves a trace on the disk, and after delays from a seed. After each kill the lake
 * reads as before or as after, and the next ingest completes it.
 */
class KilledIngestTest {
  private static final int ROWS = 8_000;
  private static final int RANDOM_KILLS = 5;

  @TempDir Path folder;
  private Workspace workspace;
  private Path export;
  private String first;
  private String corrected;
  private List<String> before;
  private List<String> after;

  @BeforeEach
  void an_export_and_its_correction() throws IOException {
    workspace = new Workspace(folder);
    IngestBenchmark.workspace(folder, ROWS);
    export = folder.resolve("raw/benchmark.csv");
    first = Files.readString(export);
    corrected = first.replace("\"A1\";\"A2\"", "\"A2\";\"A1\"");
    assertThat(corrected).isNotEqualTo(first);
    Files.writeString(export, corrected);
    complete();
    after = lake();
    Files.writeString(export, first);
    complete();
    before = lake();
    assertThat(before).isNotEqualTo(after);
  }

  @Test
  void the_lake_reads_as_before_or_as_after_whenever_the_process_is_killed() throws Exception {
    Path record = workspace.ingested().resolve("benchmark.json");
    long started = System.nanoTime();
    Files.writeString(export, corrected);
    assertThat(start().waitFor(120, TimeUnit.SECONDS)).isTrue();
    long whole = System.nanoTime() - started;
    assertThat(lake()).as(Files.readString(folder.resolve("said.txt"))).isEqualTo(after);

    int asBefore = 0;
    int asAfter = 0;
    boolean back = true;
    for (int kill = 0; kill < RANDOM_KILLS + 6; kill++) {
      // To and fro between the two exports, so that each completed ingest is the next one's start.
      List<String> from = back ? after : before;
      List<String> to = back ? before : after;
      assertThat(lake()).isEqualTo(from);
      Files.writeString(export, back ? first : corrected);
      back = !back;
      var stamp = Files.readString(record);
      Random random = new Random(kill);
      long until = System.nanoTime() + (long) (whole * (0.2 + 0.9 * random.nextDouble()));
      BooleanSupplier moment =
          switch (kill - RANDOM_KILLS) {
            case 0 -> () -> responses(".writing") > 0;
            case 1 -> () -> responses(".writing") > 20;
            case 2 -> () -> responses(".parquet") > 26;
            case 3 -> () -> responses(".parquet") > 40;
            case 4 -> () -> Files.exists(workspace.ingested().resolve("benchmark.json.writing"));
            case 5 -> () -> !stamp.equals(read(record));
            default -> () -> passed(until);
          };
      killAt(moment);
      List<String> now = lake();
      assertThat(now.equals(from) || now.equals(to))
          .as("kill %d: the lake reads as before or as after", kill)
          .isTrue();
      if (now.equals(from)) {
        asBefore++;
      } else {
        asAfter++;
      }
      complete();
      assertThat(lake()).as("kill %d: the next ingest completes it", kill).isEqualTo(to);
      assertThat(responses(".writing")).isZero();
      assertThat(responses(".parquet")).isEqualTo(Invented.parts(workspace).size());
    }
    assertThat(asBefore).as("kills that came before the commit").isGreaterThan(3);
    assertThat(asAfter).as("kills that came after the commit").isPositive();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.kith.ingest.IngestCommand",
            "--workspace",
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "said.txt"))
        .start();
  }

  /** The next ingest, in this very process, which is quicker. */
  private void complete() {
    PrintStream out = System.out;
    try {
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
      assertThat(IngestCommand.run("--workspace", folder.toString())).isZero();
    } finally {
      System.setOut(out);
    }
  }

  private void killAt(BooleanSupplier moment) throws Exception {
    Process process = start();
    while (process.isAlive() && !moment.getAsBoolean()) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
  }

  /** Leaves the processor to the process while it waits; the named steps are too short for that. */
  private static boolean passed(long until) {
    LockSupport.parkNanos(200_000);
    return System.nanoTime() > until;
  }

  private long responses(String ending) {
    try (var tree = Files.walk(workspace.protectedZone().resolve("responses"))) {
      return tree.filter(f -> f.toString().endsWith(ending)).count();
    } catch (IOException | UncheckedIOException e) {
      // A file went away while the tree was walked.
      return 0;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** What a reader of the lake sees: every row of every part that a record names. */
  private List<String> lake() throws IOException {
    ProtectedLake lake = ProtectedLake.of(workspace);
    List<String> rows = new ArrayList<>();
    for (String instrument : lake.instruments()) {
      for (Path part : lake.parts(instrument)) {
        rows.add(instrument + " " + part.getFileName() + " " + ResponseRows.of(part).hashCode());
      }
    }
    return rows;
  }
}
