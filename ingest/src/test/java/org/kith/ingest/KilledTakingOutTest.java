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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.lake.StoredResponses;
import org.kith.resident.Withdrawn;
import org.kith.workspace.Workspace;

/**
 * A real process that takes answers out is killed at many moments. After each kill an export's rows
 * are as before or as after, its account adds up, and the next time completes it.
 */
class KilledTakingOutTest {
  private static final int ROWS = 1_200;
  private static final int LEAVING = 40;

  @TempDir Path folder;
  @TempDir Path kept;
  private Workspace workspace;
  private final Set<String> leaving = new HashSet<>();
  private long rowsOfLeaving;

  @BeforeEach
  void a_lake_that_some_people_leave() throws IOException {
    workspace = new Workspace(folder);
    IngestBenchmark.workspace(folder, ROWS);
    complete();
    List<String> people = new ArrayList<>(new HashSet<>(people()));
    people.sort(Comparator.naturalOrder());
    leaving.addAll(people.subList(0, LEAVING));
    Withdrawn withdrawn = Withdrawn.none();
    leaving.forEach(person -> withdrawn.learn(person, null));
    withdrawn.write(workspace);
    copy(folder.resolve("lake"), kept.resolve("lake"));
    long before = record().rows().accepted() + record().rows().partial();
    complete();
    rowsOfLeaving = before - record().rows().accepted() - record().rows().partial();
    assertThat(rowsOfLeaving).isGreaterThanOrEqualTo(LEAVING);
  }

  @Test
  void they_are_in_the_lake_or_out_of_it_whenever_the_process_is_killed() throws Exception {
    List<String> after = lake();
    back();
    List<String> before = lake();
    assertThat(before).isNotEqualTo(after);
    long began = System.nanoTime();
    assertThat(start().waitFor(120, TimeUnit.SECONDS)).isTrue();
    long whole = System.nanoTime() - began;
    assertThat(lake()).as(Files.readString(folder.resolve("said.txt"))).isEqualTo(after);

    int asBefore = 0;
    int asAfter = 0;
    for (int kill = 0; kill < 7; kill++) {
      back();
      long until = System.nanoTime() + (long) (whole * (0.3 + 0.8 * new Random(kill).nextDouble()));
      String stamp = Files.readString(workspace.ingested().resolve("benchmark.json"));
      BooleanSupplier moment =
          switch (kill) {
            case 0 -> () -> files(".writing") > 0;
            case 1 -> () -> Files.exists(workspace.ingested().resolve("benchmark.json.writing"));
            case 2 -> () -> !stamp.equals(read(workspace.ingested().resolve("benchmark.json")));
            default ->
                () -> {
                  LockSupport.parkNanos(200_000);
                  return System.nanoTime() > until;
                };
          };
      Process process = start();
      while (process.isAlive() && !moment.getAsBoolean()) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      List<String> now = lake();
      assertThat(now.equals(before) || now.equals(after)).as("kill %d", kill).isTrue();
      asBefore += now.equals(before) ? 1 : 0;
      asAfter += now.equals(after) ? 1 : 0;
      complete();
      assertThat(lake()).as("kill %d: the next time completes it", kill).isEqualTo(after);
      assertThat(people()).as("kill %d", kill).doesNotContainAnyElementsOf(leaving);
      assertThat(files(".writing")).isZero();
      assertThat(files(".parquet"))
          .as("tables that still hold their rows")
          .isEqualTo(record().parts().size());
      assertThat(record().rows().withdrawn()).isEqualTo(rowsOfLeaving);
    }
    assertThat(asBefore).as("kills before the record was renamed").isPositive();
    assertThat(asAfter).as("kills after it").isPositive();
  }

  private IngestRecord record() throws IOException {
    return ProtectedLake.of(workspace).record("benchmark").orElseThrow();
  }

  private List<String> people() throws IOException {
    List<String> people = new ArrayList<>();
    for (IngestRecord.Part part : record().parts()) {
      StoredResponses.each(
          workspace.protectedZone().resolve(part.path()), row -> people.add(row.person()));
    }
    return people;
  }

  /** The lake as it was before anybody left. */
  private void back() throws IOException {
    delete(folder.resolve("lake"));
    copy(kept.resolve("lake"), folder.resolve("lake"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
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

  private void complete() {
    PrintStream out = System.out;
    try {
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
      assertThat(IngestCommand.run("--workspace", folder.toString())).isZero();
    } finally {
      System.setOut(out);
    }
  }

  private long files(String ending) {
    try (var tree = Files.walk(workspace.protectedZone().resolve("responses"))) {
      return tree.filter(f -> f.toString().endsWith(ending)).count();
    } catch (IOException | UncheckedIOException e) {
      return 0; // a file went away while the tree was walked
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** What a reader of the lake sees: the account, and each part that the record names. */
  private List<String> lake() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(record().rows().toString());
    for (IngestRecord.Part part : record().parts()) {
      long[] rows = {0};
      StoredResponses.each(workspace.protectedZone().resolve(part.path()), row -> rows[0]++);
      assertThat(rows[0]).isEqualTo(part.rows());
      lines.add(part.path());
    }
    return lines;
  }
}
