package org.kith.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith backup}: writes the learning store to a file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes the learning store to one file, as of one moment; kith serve may be running.",
      "The file holds everything that people wrote, in clear text: keep it where only you can read"
          + " it. It can be restored into either database. The key behind pseudonyms is not in it;"
          + " keep keys/ apart."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:wrong usage, or the store cannot be used as it is"})
public final class BackupCommand implements Callable<Integer> {
  private static final int MISUSE = 2;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with kith.yaml in it (default: the current one)")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "the backup, a zip; must not exist yet")
  private Path file;

  @Spec private CommandSpec spec;

  private BackupCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  static CommandLine line() {
    return new CommandLine(new BackupCommand());
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Store store = Store.existing(new Workspace(folder))) {
      Contents contents = Backup.write(store, file, version(), Clock.systemUTC());
      out.printf("Wrote %s to %s.%n", what(contents), file);
      return 0;
    } catch (InvalidFileException | IOException e) {
      err.println(e.getMessage());
      return MISUSE;
    }
  }

  /** What a backup holds, in a few words. */
  static String what(Contents contents) {
    return "%d people, %d reflections and %d lines of the audit"
        .formatted(contents.rows("person"), contents.rows("reflection"), contents.rows("audit"));
  }

  private static String version() {
    return Optional.ofNullable(BackupCommand.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
