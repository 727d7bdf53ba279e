package org.kith.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kith.groups.LocalSpark;
import org.kith.lake.LakeLock;
import org.kith.progress.Progress;
import org.kith.published.Manifest;
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
    Workspace workspace = new Workspace(folder);
    try {
      Run run = new Run(workspace);
      LakeLock lock = LakeLock.take(workspace);
      try {
        publish(run, workspace, out);
      } finally {
        lock.close();
      }
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
            () -> LocalSpark.start(cores),
            Clock.systemUTC(),
            Version.current(),
            Progress.onStandardError());
    if (Instant.parse(manifest.made()).isBefore(began)) {
      out.printf(
          "Nothing has changed: snapshot %s, published %s, stays current.%n",
          manifest.id(), manifest.made());
    } else {
      out.printf(
          "Published snapshot %s in %s.%n",
          manifest.id(), workspace.published().resolve(manifest.id()));
    }
    out.println("To look at it: kith serve --workspace " + folder);
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
