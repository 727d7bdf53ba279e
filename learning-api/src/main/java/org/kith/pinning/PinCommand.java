package org.kith.pinning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith pin}: what was restored is pinned to the snapshots of this workspace. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Evidence and reviews that were restored can name a snapshot by what it holds, “until 2025q3”"
          + " or “all”, where nobody could know its id yet. This looks up which snapshot of the"
          + " workspace that is, and writes its id and the hash of each pinned figure.",
      "What names a snapshot by its id is never touched. Run it again, and nothing changes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is pinned to a snapshot that is there",
      "1:a snapshot or a figure is missing; the message says which, and nothing is changed",
      "2:wrong usage, or something cannot be used as it is"
    })
public final class PinCommand implements Callable<Integer> {
  private static final int ATTENTION = 1;
  private static final int MISUSE = 2;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with kith.yaml in it (default: the current one)")
  private Path folder;

  @Spec private CommandSpec spec;

  private PinCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command line, for tests and for the help. */
  public static CommandLine line() {
    return new CommandLine(new PinCommand());
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workspace workspace = new Workspace(folder);
    try (Store store = Store.existing(workspace)) {
      int pinned = store.write(h -> NamedSnapshots.of(workspace).settle(h));
      out.println(
          pinned == 0
              ? "Nothing names a snapshot by what it holds."
              : "Pinned to the snapshots of this workspace: "
                  + pinned
                  + " figures, themes and reviews.");
      return 0;
    } catch (NotPublishedException e) {
      err.println(e.getMessage());
      return ATTENTION;
    } catch (InvalidFileException | IOException e) {
      err.println(e.getMessage());
      return MISUSE;
    }
  }
}
