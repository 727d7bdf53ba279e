package org.kith.run;

import static java.util.stream.Collectors.toMap;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kith.groups.LocalSpark;
import org.kith.lake.LakeLock;
import org.kith.lake.Snapshot;
import org.kith.progress.Progress;
import org.kith.published.Manifest;
import org.kith.published.Manifest.TableFile;
import org.kith.workspace.Wave;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code kith reproduce}: makes a snapshot anew from the lake and says whether the bytes agree.
 *
 * <p>What is made lies in a folder of the protected zone, since exact figures are among it, and is
 * deleted at the end. Consents are those of today: answers whose consent has ended are not used
 * again for the sake of a comparison.
 */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = RunCommand.Version.class,
    sortOptions = false,
    description = {
      "Makes a snapshot anew from the lake, beside it, and says whether the bytes agree.",
      "Where they cannot, it says what has changed since. Nothing is published."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every table agrees, byte by byte",
      "1:some do not, or it cannot be made; the message says what and why",
      "2:wrong usage, or a file of the workspace cannot be used as it is"
    })
public final class ReproduceCommand implements Callable<Integer> {
  private static final int ATTENTION = 1;
  private static final int MISUSE = 2;
  private static final String ASIDE = ".reproducing-";

  @Parameters(
      index = "0",
      paramLabel = "SNAPSHOT",
      description = "id of a snapshot, such as 7f3a-09c1, or current")
  private String id;

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
    System.exit(new CommandLine(new ReproduceCommand()).execute(args));
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
      Snapshot snapshot =
          id.equals(Snapshot.CURRENT) ? Snapshot.current(workspace) : Snapshot.open(workspace, id);
      Manifest then = snapshot.manifest();
      Run run = new Run(workspace, then.until() == null ? null : Wave.of(then.until()));
      Manifest now;
      LakeLock lock = LakeLock.take(workspace);
      try {
        now = rebuilt(run, workspace);
      } finally {
        lock.close();
      }
      return say(then, now, snapshot.tampered(), out);
    } catch (InvalidFileException | FileNotFoundException e) {
      err.println(e.getMessage());
      return MISUSE;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      err.println(e.getMessage());
      return ATTENTION;
    }
  }

  private Manifest rebuilt(Run run, Workspace workspace) throws IOException {
    Files.createDirectories(workspace.protectedZone());
    try (var left = Files.newDirectoryStream(workspace.protectedZone(), ASIDE + "*")) {
      for (Path path : left) {
        delete(path);
      }
    }
    Path aside = Files.createTempDirectory(workspace.protectedZone(), ASIDE);
    try {
      return run.into(
          new Workspace(aside),
          () -> LocalSpark.start(cores),
          Clock.systemUTC(),
          RunCommand.Version.current(),
          Progress.onStandardError());
    } finally {
      delete(aside);
    }
  }

  private static int say(Manifest then, Manifest now, List<String> tampered, PrintWriter out) {
    out.printf(
        "Snapshot %s, published %s by Kith %s%s, made anew.%n",
        then.id(),
        then.made(),
        then.version(),
        then.until() == null ? "" : ", what was known by the end of " + then.until());
    List<String> changed = Changed.between(then, now);
    if (then.madeFrom() == null) {
      out.println("Its manifest is of a version that did not say what else it was made from.");
    }
    if (!changed.isEmpty()) {
      out.println("Since then:");
      changed.forEach(what -> out.println("  " + what));
    }
    List<String> apart = apart(then, now);
    int tables = then.tables().size();
    if (apart.isEmpty()) {
      out.printf("All %d tables agree, byte by byte.%n", tables);
    } else {
      out.println("Tables that do not agree:");
      apart.forEach(what -> out.println("  " + what));
      out.println(
          changed.isEmpty()
              ? "Nothing that is known of it has changed, and yet it does not agree. Please report"
                  + " this, with the lines above."
              : "It cannot agree: what it was made from, or by, is no longer the same.");
    }
    if (!tampered.isEmpty()) {
      out.println("Apart from that, the snapshot's own folder is damaged:");
      tampered.forEach(what -> out.println("  " + what));
    }
    return apart.isEmpty() && tampered.isEmpty() ? 0 : ATTENTION;
  }

  /** A line for each table whose bytes differ. */
  private static List<String> apart(Manifest then, Manifest now) {
    Map<String, TableFile> made = now.tables().stream().collect(toMap(TableFile::name, t -> t));
    List<String> apart = new ArrayList<>();
    for (TableFile table : then.tables()) {
      TableFile other = made.remove(table.name());
      if (other == null) {
        apart.add(table.name() + ": no longer made");
      } else if (!table.sha256().equals(other.sha256())) {
        apart.add(
            table.name()
                + (table.rows() == other.rows()
                    ? ": other content in %,d rows".formatted(table.rows())
                    : ": %,d rows then, %,d now".formatted(table.rows(), other.rows())));
      }
    }
    now.tables().stream()
        .filter(table -> made.containsKey(table.name()))
        .forEach(table -> apart.add(table.name() + ": was not made then"));
    return apart;
  }

  private static void delete(Path path) throws IOException {
    try (var tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
