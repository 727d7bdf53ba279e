package org.kith.resident;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith codes}: makes codes for a survey, and keeps no record of them. */
@Command(
    name = "codes",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes codes for the slips that come with a survey. With one, whoever answered can say who may"
          + " use their answers, or take them out, and nobody can tell who they are.",
      "Give each person one, by chance: print them on slips, or let the survey tool hand them out."
          + " Nobody keeps a record of them, so delete the file when the slips are printed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:wrong usage, or the file cannot be written"})
public final class CodesCommand implements Callable<Integer> {
  private static final int MISUSE = 2;
  private static final int MOST = 1_000_000;

  @Option(names = "--count", paramLabel = "N", required = true, description = "How many codes.")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The CSV file to write, with one column, code; it must not be there yet.")
  private Path out;

  @Spec private CommandSpec spec;

  private CodesCommand() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  static CommandLine line() {
    return new CommandLine(new CodesCommand());
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (count < 1 || count > MOST) {
      err.printf("--count is from 1 to %,d.%n", MOST);
      return MISUSE;
    }
    try {
      write(out, count, new SecureRandom());
    } catch (FileAlreadyExistsException e) {
      err.println(
          out + " is there already, and its codes may be on somebody's slip. Choose another name.");
      return MISUSE;
    } catch (IOException e) {
      err.println(out + " could not be written: " + e.getMessage());
      return MISUSE;
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Wrote %,d codes to %s. Nobody keeps a record of them: delete the file when they are"
                + " handed out.%n",
            count, out);
    return 0;
  }

  /**
   * Writes codes to a new file, which is there with all of them or not at all.
   *
   * @throws FileAlreadyExistsException if there is such a file
   */
  static void write(Path file, int count, RandomGenerator random) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path aside = file.resolveSibling(file.getFileName() + ".writing");
    Files.deleteIfExists(aside);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (Writer csv =
        Files.newBufferedWriter(
            aside, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      csv.write("code\n");
      for (int i = 0; i < count; i++) {
        csv.write(ResidentCode.fresh(random).shown() + "\n");
      }
    }
    // Unlike an atomic move, this one refuses to take the place of a file made meanwhile.
    Files.move(aside, file);
  }
}
