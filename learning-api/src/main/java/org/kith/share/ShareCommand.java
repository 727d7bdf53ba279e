package org.kith.share;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kith.ingest.StillInRaw;
import org.kith.protect.KeyException;
import org.kith.store.Store;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith share}: the first step of {@code kith run} where a workspace has a store. */
@Command(
    name = "share",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts what people share of their reflections into the protected lake, under pseudonyms and"
          + " scrubbed; kith run does this first. kith serve may be running.",
      "A reflection for its author only never leaves the store. What was withdrawn is gone from the"
          + " lake at once, and from every published table with the next snapshot.",
      "The answers of people who took them out with their code leave the lake too."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shared", "2:wrong usage, or something cannot be used as it is"})
public final class ShareCommand implements Callable<Integer> {
  private static final int MISUSE = 2;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with kith.yaml in it (default: the current one)")
  private Path folder;

  @Spec private CommandSpec spec;

  private ShareCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  static CommandLine line() {
    return new CommandLine(new ShareCommand());
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workspace workspace = new Workspace(folder);
    try (Store store = Store.existing(workspace)) {
      Shared shared = Share.from(store, workspace);
      out.printf(
          "Shared reflections in the lake: %d, %d of them with their words.%n",
          shared.reflections().size(), shared.withWords());
      tell(shared.takenOut(), out);
      if (!shared.unknown().isEmpty()) {
        err.println(
            "organisations.csv lacks "
                + String.join(", ", shared.unknown())
                + ", which people or teams in the store belong to. What they share is counted"
                + " without an organisation until it is added.");
      }
      return 0;
    } catch (InvalidFileException | KeyException | IOException e) {
      err.println(e.getMessage());
      return MISUSE;
    }
  }

  /** Whoever keeps the exports is the only one who can take rows out of them. */
  private static void tell(TakenOut takenOut, PrintWriter out) {
    if (takenOut.rows() > 0) {
      out.printf(
          "Taken out of the lake, because those who answered asked for it: %d %s of exports.%n",
          takenOut.rows(), takenOut.rows() == 1 ? "row" : "rows");
    }
    for (StillInRaw still : takenOut.stillInRaw()) {
      out.printf(
          "raw/%s still holds what was taken out, in %s %s. Delete %s there and in the survey tool,"
              + " then ingest the export again; backups of it need the same.%n",
          still.file(),
          still.rows().size() == 1 ? "row" : "rows",
          still.rows().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          still.rows().size() == 1 ? "it" : "them");
    }
  }
}
