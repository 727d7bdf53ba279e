package org.kith.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith restore}: puts a backup into an empty learning store. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts a backup into the learning store of a workspace, which must be empty: all or nothing.",
      "Everybody signs in anew, and invitations that were still open are to be sent again: whoever"
          + " signed out or was refused since the backup would otherwise have a way in again.",
      "Restore only a backup that you made: its hashes show damage, not who wrote it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:restored",
      "2:wrong usage, or the store or the backup cannot be used as it is; nothing was restored"
    })
public final class RestoreCommand implements Callable<Integer> {
  private static final int MISUSE = 2;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with kith.yaml in it (default: the current one)")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "FILE|FOLDER",
      required = true,
      description = "the backup, or a folder with what was in it")
  private Path from;

  @Spec private CommandSpec spec;

  private RestoreCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command as a line is typed. */
  public static CommandLine line() {
    return new CommandLine(new RestoreCommand());
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Store store = Store.of(new Workspace(folder))) {
      out.printf("Restored %s.%n", BackupCommand.what(Restore.read(from, store)));
      return 0;
    } catch (InvalidFileException | IOException e) {
      err.println(e.getMessage());
      return MISUSE;
    }
  }
}
