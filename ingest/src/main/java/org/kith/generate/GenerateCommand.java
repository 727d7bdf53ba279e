package org.kith.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kith.progress.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that fills a workspace with invented answers of any number of people. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a workspace whose lake holds invented answers of any number of people, to measure with.",
      "The same numbers give the same bytes."
    },
    footer = {"", "Exit codes: 0 done, 2 wrong usage or set-up."})
public final class GenerateCommand implements Callable<Integer> {
  private static final int WRONG = 2;
  private static final int MOST_PEOPLE = 1_000_000_000;
  private static final int MOST_ORGANISATIONS = 100_000;
  private static final int MOST_WAVES = 40;

  @Spec private CommandSpec spec;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make; it must be empty or not be there.")
  private Path root;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many people answered at least once (default: ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--organisations",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Around how many organisations (default: ${DEFAULT-VALUE}).")
  private int organisations;

  @Option(
      names = "--waves",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Quarters, the last of them 2025q4; one person in ten answers in all, the others in one"
              + " (default: ${DEFAULT-VALUE}).")
  private int waves;

  @Option(
      names = "--nobody-twice",
      description =
          "Everybody answers in one wave only, as in surveys that ask other people each time.")
  private boolean nobodyTwice;

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new GenerateCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (people < 1
        || people > MOST_PEOPLE
        || organisations < 1
        || organisations > MOST_ORGANISATIONS
        || waves < 1
        || waves > MOST_WAVES) {
      return wrong(
          "--people must be from 1 to %,d, --organisations from 1 to %,d, --waves from 1 to %d."
              .formatted(MOST_PEOPLE, MOST_ORGANISATIONS, MOST_WAVES));
    }
    if (Files.exists(root)) {
      try (var inside = Files.list(root)) {
        if (inside.findAny().isPresent()) {
          return wrong(root + " is not empty; name a new folder with --workspace.");
        }
      }
    }
    Progress progress = Progress.onStandardError();
    progress.start("Inventing people", people);
    long began = System.nanoTime();
    long rows =
        new LargeLake(root, people, organisations, waves, !nobodyTwice)
            .write(done -> at(progress, done));
    double seconds = (System.nanoTime() - began) / 1e9;
    progress.end("");
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Wrote %,d responses of %,d people around %,d organisations in %.1f s: %,.0f a second.%n",
            rows,
            people,
            organisations,
            seconds,
            rows / seconds);
    return 0;
  }

  /** Several threads tell of what they wrote. */
  private static synchronized void at(Progress progress, long done) {
    progress.at(done);
  }

  private int wrong(String message) {
    spec.commandLine().getErr().println(message);
    return WRONG;
  }
}
