package org.kith.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kith.groups.ClusterSpark;
import org.kith.groups.LocalSpark;
import org.kith.lake.LakeLock;
import org.kith.progress.Progress;
import org.kith.published.Manifest;
import org.kith.workspace.Wave;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith run}: computes the indicators of a workspace and publishes a snapshot of them. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = RunCommand.Version.class,
    sortOptions = false,
    description = {
      "Computes indicators from the ingested answers and publishes a snapshot of them.",
      "The same answers and settings give the same snapshot."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:published, or published before",
      "1:the data needs attention; the message says what",
      "2:wrong usage, or a file of the workspace cannot be used as it is"
    })
public final class RunCommand implements Callable<Integer> {
  private static final int ATTENTION = 1;
  private static final int MISUSE = 2;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with kith.yaml in it (default: the current one)")
  private Path folder;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "processor cores to use (default: all there are)")
  private int cores = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "count on a Spark cluster, such as spark://head:7077, whose machines see the workspace",
        "under the same path (default: on this machine, or where spark-submit says)"
      })
  private String master = System.getProperty("spark.master");

  @Option(
      names = "--responses",
      paramLabel = "URI",
      description = {
        "have Spark read a copy of lake/protected/responses there, such as s3a://bucket/responses;",
        "a copy that lacks something is refused (default: the lake itself)"
      })
  private URI responses;

  @Option(
      names = "--until",
      paramLabel = "WAVE",
      description = {
        "stop at a wave, such as 2025q3: publish what was known by the end of it.",
        "That snapshot is then the one shown, until the next run"
      })
  private String until;

  @Option(
      names = "--then-all",
      description = "with --until: afterwards publish all there is, in the same go")
  private boolean thenAll;

  @Spec private CommandSpec spec;

  /** Runs the command and leaves with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RunCommand()).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (cores < 1) {
      err.println("--cores must be at least 1, not " + cores + ".");
      return MISUSE;
    }
    if (thenAll && until == null) {
      err.println("--then-all needs --until and a wave to stop at first.");
      return MISUSE;
    }
    if (until != null && !until.matches("\\d{4}q[1-4]")) {
      err.println("--until needs a wave like 2025q4, not " + until + ".");
      return MISUSE;
    }
    Workspace workspace = new Workspace(folder);
    try {
      List<Run> runs = new ArrayList<>();
      if (until != null) {
        runs.add(new Run(workspace, Wave.of(until), responses));
      }
      if (until == null || thenAll) {
        runs.add(new Run(workspace, null, responses));
      }
      LakeLock lock = LakeLock.take(workspace);
      try {
        for (Run run : runs) {
          publish(run, workspace, out);
        }
      } finally {
        lock.close();
      }
      out.println("To look at it: kith serve --workspace " + folder);
      return 0;
    } catch (InvalidFileException e) {
      err.println(e.getMessage());
      return MISUSE;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return ATTENTION;
    }
  }

  private void publish(Run run, Workspace workspace, PrintWriter out) throws IOException {
    Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Manifest manifest =
        run.publish(
            () -> master == null ? LocalSpark.start(cores) : ClusterSpark.start(master),
            Clock.systemUTC(),
            Version.current(),
            Progress.onStandardError());
    if (Instant.parse(manifest.made()).isBefore(began)) {
      out.printf(
          "Nothing has changed: snapshot %s, published %s, stays current.%n",
          manifest.id(), manifest.made());
    } else {
      out.printf(
          "Published snapshot %s%s in %s.%n",
          manifest.id(),
          manifest.until() == null
              ? ""
              : ", what was known by the end of " + manifest.until() + ",",
          workspace.published().resolve(manifest.id()));
    }
  }

  /** The version of the jar; of classes outside a jar, nothing is known. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Kith " + current()};
    }

    static String current() {
      return Optional.ofNullable(RunCommand.class.getPackage().getImplementationVersion())
          .orElse("development");
    }
  }
}
