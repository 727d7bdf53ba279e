package org.kith.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.generate.GenerateCommand;
import org.kith.lake.Snapshot;
import org.kith.run.RunCommand;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

/** The same run on this machine and on a cluster of it: the tables agree to the byte. */
class ClusterTest {
  /** In each of three waves some thousands of people, spread over several tasks. */
  private static final String PEOPLE = "60000";

  private static final String ORGANISATIONS = "20";

  @TempDir Path folder;

  @Test
  void a_cluster_publishes_the_same_bytes_also_when_a_worker_is_killed_in_mid_run()
      throws Exception {
    Path workspace = folder.resolve("place");
    int made =
        new CommandLine(new GenerateCommand())
            .execute(
                "--people",
                PEOPLE,
                "--organisations",
                ORGANISATIONS,
                "--workspace",
                "" + workspace);
    assertThat(made).isZero();

    run(List.of("--workspace", "" + workspace), System.getProperty("java.class.path"));
    Map<String, String> here = tables(workspace);
    assertThat(here).hasSizeGreaterThan(20);

    try (Cluster cluster = Cluster.of(folder, 2)) {
      forget(workspace);
      run(List.of("--workspace", "" + workspace, "--master", cluster.url()), cluster.kith());
      assertThat(tables(workspace)).as("on the cluster").isEqualTo(here);
      assertThat(executors("work-0") + executors("work-1")).as("processes at work").isEqualTo(2);

      forget(workspace);
      Path notes = folder.resolve("notes");
      submit(cluster, workspace, notes);
      assertThat(notes).content().isEqualTo("killed\nlost\nwent on\n");
      assertThat(tables(workspace)).as("with a worker killed").isEqualTo(here);
    }
  }

  /** As README tells to run it on a cluster that others use too. */
  private void submit(Cluster cluster, Path workspace, Path notes) throws Exception {
    String kith = cluster.kith();
    List<String> own =
        Stream.of(kith.split(File.pathSeparator))
            .filter(jar -> Path.of(jar).getFileName().toString().startsWith("kith-"))
            .toList();
    List<String> command =
        new ArrayList<>(
            List.of(
                "--class",
                RunCommand.class.getName(),
                "--master",
                cluster.url(),
                "--driver-class-path",
                kith,
                "--jars",
                String.join(",", own)));
    // For the test alone.
    Map<String, String> conf =
        Map.of(
            "spark.extraListeners", KillsAWorker.class.getName(),
            "spark.kith.test.worker", "" + cluster.firstWorker(),
            "spark.kith.test.notes", "" + notes);
    conf.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    command.add(own.get(0));
    command.addAll(List.of("--workspace", "" + workspace));
    java("org.apache.spark.deploy.SparkSubmit", command, kith, cluster);
  }

  private void run(List<String> arguments, String classPath) throws Exception {
    java(RunCommand.class.getName(), arguments, classPath, null);
  }

  private void java(String main, List<String> arguments, String classPath, Cluster cluster)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Cluster.java(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                // Several tasks a wave, though the files are small.
                "-Dspark.sql.files.maxPartitionBytes=150000",
                "-Dspark.sql.files.openCostInBytes=0",
                "-Dspark.executor.memory=700m"));
    command.addAll(Cluster.opens());
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    Path log = folder.resolve("run.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    if (cluster != null) {
      builder.environment().put("SPARK_HOME", "" + cluster.home());
    }
    assertThat(builder.start().waitFor()).as(() -> read(log)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private long executors(String work) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(work))) {
      return files.filter(file -> file.endsWith("stderr")).count();
    }
  }

  /** What was published, and the sums over people, by file name. */
  private static Map<String, String> tables(Path workspace) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    Path published = new Workspace(workspace).published();
    Path current = published.resolve(Snapshot.current(new Workspace(workspace)).id());
    for (Path from : List.of(current, workspace.resolve("lake/protected/group-statistics"))) {
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.toList()) {
          if (!file.endsWith(Snapshot.MANIFEST)) { // it says when
            tables.put(from.getFileName() + "/" + file.getFileName(), Snapshot.sha256(file));
          }
        }
      }
    }
    return tables;
  }

  /** Leaves of all runs nothing behind that another could use. */
  private static void forget(Path workspace) throws IOException {
    for (String made : List.of("published", "protected/counted", "protected/group-statistics")) {
      try (Stream<Path> files = Files.walk(workspace.resolve("lake").resolve(made))) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
