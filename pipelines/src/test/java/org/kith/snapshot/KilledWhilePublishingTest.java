package org.kith.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.disclosure.Disclosure;
import org.kith.lake.Snapshot;
import org.kith.published.Manifest;
import org.kith.published.PlaceRow;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

class KilledWhilePublishingTest {
  private static final int KILLS = 8;

  @TempDir Path root;

  /** Publishes one snapshot after another until somebody kills it. */
  static final class Publisher {
    private Publisher() {}

    public static void main(String[] args) throws IOException {
      Workspace workspace = new Workspace(Path.of(args[0]));
      for (int i = 0; i < 100_000; i++) {
        publish(workspace, "run " + args[1] + " snapshot " + i);
        System.out.println("published");
        System.out.flush();
      }
    }
  }

  @Test
  void a_kill_at_any_moment_leaves_a_complete_snapshot_to_read() throws Exception {
    Workspace workspace = new Workspace(root);
    publish(workspace, "the first");
    Random random = new Random(9);
    int halfWritten = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Publisher.class.getName(),
                  root.toString(),
                  String.valueOf(kill))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo("published");
        Thread.sleep(random.nextInt(150));
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(process.exitValue()).as("it was killed, not done").isEqualTo(137);

      Snapshot current = Snapshot.current(workspace);
      assertThat(current.tampered()).isEmpty();
      assertThat(current.read(Table.PLACES).get(0).name()).startsWith("run " + kill + " ");
      for (String id : Snapshot.ids(workspace)) {
        assertThat(Snapshot.open(workspace, id).tampered()).isEmpty();
      }
      halfWritten += leftovers(workspace);
    }
    assertThat(halfWritten).as("kills that hit a snapshot half written").isPositive();

    publish(workspace, "the last");
    assertThat(leftovers(workspace)).as("left half written").isZero();
    assertThat(Snapshot.current(workspace).read(Table.PLACES).get(0).name()).isEqualTo("the last");
  }

  private static int leftovers(Workspace workspace) throws IOException {
    try (Stream<Path> files = Files.list(workspace.published())) {
      return (int) files.filter(f -> f.getFileName().toString().startsWith(".writing-")).count();
    }
  }

  private static void publish(Workspace workspace, String name) throws IOException {
    List<PlaceRow> places =
        IntStream.range(0, 20_000).mapToObj(i -> new PlaceRow("place" + i, name)).toList();
    new SnapshotWriter(workspace, Clock.systemUTC())
        .publish(
            new SnapshotWriter.Origin(
                "test",
                "test",
                Manifest.About.NOTHING,
                new Manifest.DisclosureRules(10, 5, 3, 11),
                List.of()),
            List.of(
                Disclosure.reference(Table.PLACES, places),
                Disclosure.reference(Table.ORGANISATIONS, List.of())));
  }
}
