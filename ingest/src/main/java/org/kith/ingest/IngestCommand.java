package org.kith.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kith.dialect.Export;
import org.kith.ingest.FileReport.Outcome;
import org.kith.instrument.InstrumentLibrary;
import org.kith.progress.Progress;
import org.kith.protect.KeyException;
import org.kith.workspace.Organisation;
import org.kith.workspace.Settings;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Workspace;
import org.kith.workspace.WorkspaceTables;
import org.kith.yaml.InvalidFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that reads survey exports into the protected lake. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads survey exports into the protected lake: checked, pseudonymised, generalised.",
      "What identifies people and what they wrote in their own words stays behind."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 an export was refused or there is none, 2 wrong usage or set-up."
    })
public final class IngestCommand implements Callable<Integer> {
  private static final int ATTENTION = 1;
  private static final int WRONG = 2;
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".xlsx", ".sav");

  @Spec private CommandSpec spec;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that holds kith.yaml (default: the current folder).")
  private Path root;

  @Option(names = "--dry-run", description = "Show what each export would give, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--brief",
      description = "Say three lines of each export; the rest is in reports/.")
  private boolean brief;

  @Option(
      names = "--suggest",
      paramLabel = "FILE",
      description = "Propose a mapping for an export that has none, for you to correct.")
  private Path suggest;

  @Option(
      names = "--out",
      paramLabel = "NAME",
      description = "With --suggest: write the proposal to mappings/NAME instead of showing it.")
  private String out;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Exports to read (default: every .csv, .tsv, .txt, .xlsx and .sav in raw/).")
  private List<Path> files = new ArrayList<>();

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs the command. */
  static int run(String... args) {
    CommandLine line = new CommandLine(new IngestCommand());
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof InvalidFileException || e instanceof KeyException) {
            command.getErr().println(e.getMessage());
            return WRONG;
          }
          if (e instanceof IOException) {
            command.getErr().println("A file could not be read or written: " + e.getMessage());
            return WRONG;
          }
          throw e;
        });
    return line.execute(args);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    Workspace workspace = new Workspace(root);
    if (!Files.exists(workspace.settings())) {
      throw new InvalidFileException(
          List.of(
              "There is no kith.yaml in "
                  + root.toAbsolutePath().normalize()
                  + ". Go to your workspace, or name it with --workspace DIR."));
    }
    Settings settings = SettingsFile.read(workspace.settings());
    List<Organisation> organisations = WorkspaceTables.organisations(workspace.organisations());
    InstrumentLibrary library = InstrumentLibrary.with(workspace.instruments());
    if (suggest != null) {
      String proposal =
          MappingProposal.of(found(workspace, suggest), library, settings, organisations);
      MappingProposal.give(proposal, workspace, out, terminal);
      return 0;
    }
    List<Path> exports = exports(workspace);
    if (exports.isEmpty()) {
      terminal.println(
          "There is nothing to read: put exports as .csv, .tsv, .xlsx or .sav into "
              + workspace.raw()
              + ".");
      return ATTENTION;
    }
    Ingest ingest =
        new Ingest(
            workspace,
            settings,
            organisations,
            List.copyOf(library.instruments()),
            new SecureRandom(),
            Progress.onStandardError(),
            version());
    List<FileReport> reports = new ArrayList<>();
    Ingest.Listener listener =
        (report, rejections, shown) -> {
          reports.add(report);
          print(workspace, report, rejections, shown, terminal);
        };
    if (dryRun) {
      ingest.show(exports, listener);
    } else {
      ingest.take(exports, listener);
    }
    return reports.stream().anyMatch(r -> r.outcome() == Outcome.REFUSED) ? ATTENTION : 0;
  }

  private void print(
      Workspace workspace,
      FileReport report,
      Rejections rejections,
      List<String> shown,
      PrintWriter terminal) {
    String file = workspace.reports().resolve(report.source() + ".txt").normalize().toString();
    boolean written = report.outcome() == Outcome.INGESTED || report.outcome() == Outcome.REFUSED;
    if (brief && written) {
      Reports.brief(report, rejections, file).forEach(terminal::println);
      return;
    }
    Reports.lines(report).forEach(terminal::println);
    Reports.lines(report, rejections).forEach(terminal::println);
    if (report.rows() != null && report.rows().rejected() > 0 && written) {
      terminal.println("  Every rejection is in " + file);
    }
    if (!shown.isEmpty()) {
      terminal.println("  The first rows would be:");
      shown.forEach(row -> terminal.println("    " + row));
    }
    terminal.flush();
  }

  private List<Path> exports(Workspace workspace) throws IOException {
    if (!files.isEmpty()) {
      List<Path> named = new ArrayList<>();
      for (Path file : files) {
        named.add(found(workspace, file));
      }
      return named;
    }
    if (!Files.isDirectory(workspace.raw())) {
      return List.of();
    }
    try (var raw = Files.list(workspace.raw())) {
      List<Path> exports = new ArrayList<>();
      for (Path file : raw.filter(IngestCommand::readable).sorted().toList()) {
        // A dictionary is read with its export.
        if (Files.isRegularFile(file) && !Export.isCompanion(file)) {
          exports.add(file);
        }
      }
      return exports;
    }
  }

  private static boolean readable(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static Path found(Workspace workspace, Path file) {
    if (Files.isRegularFile(file)) {
      return file;
    }
    Path inRaw = workspace.raw().resolve(file);
    if (Files.isRegularFile(inRaw)) {
      return inRaw;
    }
    throw new InvalidFileException(
        List.of("There is no file " + file + ", neither here nor in " + workspace.raw() + "."));
  }

  private static String version() {
    String version = IngestCommand.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
