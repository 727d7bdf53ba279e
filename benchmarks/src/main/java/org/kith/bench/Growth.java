package org.kith.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kith.generate.GenerateCommand;
import org.kith.run.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How time and memory grow with people: the same workspace with more and more of them, each counted
 * and published by a process of its own.
 */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures how time and memory grow with the number of people.")
public final class Growth implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "where the workspaces are made, or were made before")
  private Path folder;

  @Option(
      names = "--people",
      paramLabel = "N",
      split = ",",
      defaultValue = "100000,1000000,10000000,100000000",
      description = "numbers of people (default: ${DEFAULT-VALUE})")
  private List<Integer> people;

  @Option(
      names = "--organisations",
      paramLabel = "N",
      defaultValue = "200",
      description = "around how many organisations (default: ${DEFAULT-VALUE})")
  private int organisations;

  @Option(
      names = "--duckdb",
      description = "let DuckDB make the sums of the pass too, beside the largest")
  private boolean duckDb;

  private record Point(int people, long rows, Measured whole, Measured pass) {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Growth()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "| People | Responses | Whole run, s | Most memory, MB | Pass alone, s | Most memory, MB |");
    out.println("|---|---|---|---|---|---|");
    List<Point> points = new ArrayList<>();
    for (int n : people) {
      Path workspace = folder.resolve(n + "-" + organisations);
      if (!Files.exists(workspace.resolve("kith.yaml"))) {
        Measured made =
            Measured.of(
                Processes.java(
                    "1g",
                    GenerateCommand.class,
                    "--people",
                    "" + n,
                    "--organisations",
                    "" + organisations,
                    "--workspace",
                    workspace.toString()));
        spec.commandLine().getErr().println(made.said().get(made.said().size() - 1));
      }
      Processes.forgetRuns(workspace);
      Measured whole =
          Measured.of(Processes.java("2g", RunCommand.class, "--workspace", workspace.toString()));
      Measured pass =
          Measured.of(Processes.java("2g", CountsInKith.class, workspace.toString(), "1"));
      Point point = new Point(n, rows(whole), whole, pass);
      points.add(point);
      out.printf(
          Locale.ROOT,
          "| %,d | %,d | %.1f | %,d | %.1f | %,d |%n",
          n,
          point.rows,
          whole.seconds(),
          whole.megabytes(),
          pass.seconds(),
          pass.megabytes());
      out.flush();
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "Time grows with people to the power of %.2f (whole run), %.2f (pass); between the last two %.2f and %.2f.%n",
        exponent(points, true),
        exponent(points, false),
        exponent(points.subList(points.size() - 2, points.size()), true),
        exponent(points.subList(points.size() - 2, points.size()), false));
    if (duckDb) {
      Point last = points.get(points.size() - 1);
      Path workspace = folder.resolve(last.people + "-" + organisations);
      Measured sums =
          Measured.of(Processes.java("1g", CountsInDuckDb.class, workspace.toString(), "1"));
      out.printf(
          Locale.ROOT,
          "DuckDB's sums of %,d people: %.1f s, %.2f times Kith's pass; %,d MB.%n",
          last.people,
          sums.seconds(),
          sums.seconds() / last.pass.seconds(),
          sums.megabytes());
    }
    out.flush();
    return 0;
  }

  private static long rows(Measured whole) {
    for (String line : whole.said()) {
      if (line.startsWith("Counted ") && line.contains(" responses")) {
        return Long.parseLong(line.replaceAll("^Counted ([0-9,]+).*$", "$1").replace(",", ""));
      }
    }
    return 0;
  }

  /** The slope of log time on log people, by least squares. */
  private static double exponent(List<Point> points, boolean whole) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Point point : points) {
      double logPeople = Math.log(point.people);
      double logTime = Math.log((whole ? point.whole : point.pass).seconds());
      x += logPeople;
      y += logTime;
      xx += logPeople * logPeople;
      xy += logPeople * logTime;
    }
    int n = points.size();
    return (n * xy - x * y) / (n * xx - x * x);
  }
}
