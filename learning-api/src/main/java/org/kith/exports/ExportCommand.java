package org.kith.exports;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.kith.lake.Snapshot;
import org.kith.learning.Viewer;
import org.kith.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith export}: takes data away, labelled, with the terms they go under. */
@Command(
    name = "kith export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes the published tables of a snapshot: counts rounded, small numbers hidden, of"
          + " organisations only the one that --as names.",
      "With --protected it writes people's pseudonymised answers for an approved researcher, inside"
          + " lake/protected/exports of the machine that holds the lake, and logs that it did."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written",
      "1:nothing is published yet, or the conditions were not accepted",
      "2:wrong usage, or something cannot be read or written"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final int ATTENTION = 1;
  private static final int MISUSE = 2;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with kith.yaml in it (default: the current one)")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "FOLDER|FILE",
      required = true,
      description =
          "where to: a folder, or a file that ends in .zip or .xlsx. With --protected, a name of"
              + " its own inside lake/protected/exports")
  private Path to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "package",
      description = "csv, parquet, json, xlsx or package (default: ${DEFAULT-VALUE})")
  private String format;

  @Option(names = "--bom", description = "begin CSV files with a byte order mark, for Excel")
  private boolean mark;

  @Option(names = "--table", paramLabel = "NAME", description = "only this table; may be repeated")
  private List<String> tables = List.of();

  @Option(
      names = "--snapshot",
      paramLabel = "ID",
      defaultValue = "",
      description = "an earlier snapshot (default: the one in use)")
  private String snapshot;

  @Option(
      names = "--as",
      paramLabel = "ORGANISATION",
      description = "with the rows of this organisation too")
  private String organisation;

  @Option(
      names = "--protected",
      description = "people's pseudonymised answers, for an approved researcher")
  private boolean rows;

  @Option(
      names = "--researcher",
      paramLabel = "NAME",
      defaultValue = "",
      description = "with --protected: who is to work with them")
  private String researcher;

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "with --protected: what for, as it was approved")
  private String purpose;

  @Option(
      names = "--accept-conditions",
      description = "with --protected: the researcher has read the conditions and keeps to them")
  private boolean accepted;

  @Spec private CommandSpec spec;

  private ExportCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command line, for tests and for the help. */
  public static CommandLine line() {
    return new CommandLine(new ExportCommand());
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workspace workspace = new Workspace(folder);
    try {
      return rows ? takeRows(workspace, out, err) : takeTables(workspace, out, err);
    } catch (FileNotFoundException e) {
      err.println(e.getMessage());
      return ATTENTION;
    } catch (IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      return MISUSE;
    }
  }

  private int takeTables(Workspace workspace, PrintWriter out, PrintWriter err) throws IOException {
    var wanted = Export.Format.of(format);
    if (wanted.isEmpty()) {
      err.println(
          "There is no format '" + format + "'. Choose csv, parquet, json, xlsx or package.");
      return MISUSE;
    }
    Snapshot from =
        snapshot.isEmpty() ? Snapshot.current(workspace) : Snapshot.open(workspace, snapshot);
    Viewer viewer = organisation == null ? Viewer.NOBODY : Viewer.of(organisation);
    Export export = Export.of(from, viewer::sees, tables);
    String name = to.getFileName().toString();
    if (name.endsWith(".zip") || name.endsWith(".xlsx")) {
      boolean fits = name.endsWith("." + wanted.get().ending());
      if (!fits) {
        err.println(
            "An export as " + format + " ends in ." + wanted.get().ending() + ", not as " + name);
        return MISUSE;
      }
      Aside.file(to, export.bytes(wanted.get(), mark));
    } else {
      Aside.folder(to, export.files(wanted.get(), mark));
    }
    out.println("Wrote snapshot " + from.id() + " as " + format + " to " + to + ".");
    return 0;
  }

  private int takeRows(Workspace workspace, PrintWriter out, PrintWriter err) throws IOException {
    if (researcher.isBlank() || purpose.isBlank()) {
      err.println(
          "--protected needs --researcher and --purpose: who works with the rows, and for what.");
      return MISUSE;
    }
    if (!accepted) {
      err.println(ProtectedExport.CONDITIONS);
      err.println("If the researcher keeps to this, say so with --accept-conditions.");
      return ATTENTION;
    }
    if (!Files.exists(workspace.protectedZone())) {
      err.println("There is no lake in " + workspace.root() + " yet. Run: kith ingest");
      return ATTENTION;
    }
    ProtectedExport.Taken taken =
        new ProtectedExport(workspace, Clock.systemUTC(), new SecureRandom())
            .take(to, new ProtectedExport.Why(researcher, purpose));
    out.println("Wrote " + taken.files() + " files to " + taken.folder() + ".");
    out.println(
        taken.heldOut().isEmpty()
            ? "Nobody said that research may not use their answers."
            : "Left out, because they said so with their code: " + taken.heldOut() + ".");
    return 0;
  }
}
