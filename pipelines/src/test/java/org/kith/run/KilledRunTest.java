package org.kith.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.lake.Snapshot;
import org.kith.published.Table;
import org.kith.workspace.Workspace;

class KilledRunTest {
  private static final int KILLS = 3;

  @TempDir Path root;

  @Test
  void a_kill_at_any_moment_of_a_run_leaves_the_snapshot_before_or_the_one_after()
      throws Exception {
    Workspace workspace = SmallWorkspace.ingested(root, 1);
    long began = System.nanoTime();
    assertThat(start().waitFor()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      String before = Snapshot.current(workspace).id();
      SmallWorkspace.ingested(root, 2 + kill);
      Process process = start();
      // From the middle on, where something is written.
      process.waitFor(whole / 2 + random.nextLong(whole / 2), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();

      Snapshot current = Snapshot.current(workspace);
      assertThat(current.tampered()).isEmpty();
      assertThat(current.read(Table.LEVELS)).isNotEmpty();
      assertThat(Snapshot.ids(workspace)).contains(before, current.id());
    }
    assertThat(start().waitFor()).as("a run after all the kills").isZero();
    assertThat(Snapshot.current(workspace).manifest().inputs())
        .singleElement()
        .extracting("sha256")
        .isEqualTo("%064x".formatted(1 + KILLS));
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    // As the tests were started, but for the coverage agent.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RunCommand.class.getName(), "--workspace", root.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
