package org.kith.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kith.run.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures whole processes on one generated workspace: Kith's run, its pass over people alone, and
 * beside that DuckDB and Spark's own aggregates making the same sums, and R doing a part of the
 * rest. Engines must find the same numbers. It prints a table of medians and ratios.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures Kith beside DuckDB, Spark's own aggregates and R on a generated workspace.",
      "Make one with ./kith generate."
    })
public final class Bench implements Callable<Integer> {
  private static final int ROUNDS = 3;
  private static final String R = "R, a part of the whole";

  @Spec private CommandSpec spec;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "a generated one")
  private Path workspace;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "processes of each kind (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--r-waves",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "waves of which R fits models, where it is installed; 0 leaves R out (default:"
              + " ${DEFAULT-VALUE})")
  private int waves;

  @Option(
      names = "--r-measures",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "measures of each wave of which R fits random intercepts, at most 9 (default: ${DEFAULT-VALUE})")
  private int measures;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write the tables and a chart there, as measured.md and measured.svg")
  private Path out;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "2g",
      description = "Kith's heap (default: ${DEFAULT-VALUE})")
  private String heap;

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, List<Measured>> all = new LinkedHashMap<>();
    String root = workspace.toString();
    String once = Integer.toString(1);
    for (int run = 0; run < runs; run++) {
      Processes.forgetRuns(workspace);
      add(all, "Kith, the whole run", java(RunCommand.class, "--workspace", root));
      add(all, "Kith, the pass over people", java(CountsInKith.class, root, once));
      add(all, "DuckDB, the same sums", java(CountsInDuckDb.class, root, once));
      add(all, "Spark's own aggregates, the same sums", java(CountsInSparkSql.class, root, once));
    }
    String rounds = Integer.toString(ROUNDS);
    add(all, "warm: Kith", java(CountsInKith.class, root, rounds));
    add(all, "warm: DuckDB", java(CountsInDuckDb.class, root, rounds));
    add(all, "warm: Spark's own aggregates", java(CountsInSparkSql.class, root, rounds));
    same(all);
    if (waves > 0 && !hasR()) {
      spec.commandLine().getErr().println("R with data.table, psych and lme4 is not installed.");
    } else if (waves > 0) {
      Path csv = workspace.resolve("for-r.csv");
      Measured.of(java(CountsInDuckDb.class, root, once, csv.toString()));
      add(
          all,
          R,
          List.of(
              "Rscript",
              script().toString(),
              csv.toString(),
              Integer.toString(waves),
              Integer.toString(measures)));
      Files.delete(csv);
    }
    String tables = tables(all);
    spec.commandLine().getOut().print(tables);
    spec.commandLine().getOut().flush();
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("measured.md"), tables);
      Map<String, Double> bars = new LinkedHashMap<>();
      all.forEach(
          (what, measured) -> {
            if (!what.startsWith("warm")) {
              bars.put(what, median(measured));
            }
          });
      Files.writeString(
          out.resolve("measured.svg"),
          Chart.of("Seconds, whole processes on the same files", bars));
    }
    return 0;
  }

  private static boolean hasR() throws IOException, InterruptedException {
    try {
      String packages = "library(data.table); library(psych); library(lme4)";
      return new ProcessBuilder("Rscript", "-e", packages)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) { // There is no such program.
      return false;
    }
  }

  private void add(Map<String, List<Measured>> all, String what, List<String> command)
      throws IOException, InterruptedException {
    Measured measured = Measured.of(command);
    all.computeIfAbsent(what, w -> new ArrayList<>()).add(measured);
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT, "%s: %.1f s, %,d MB%n", what, measured.seconds(), measured.megabytes());
  }

  private List<String> java(Class<?> main, String... arguments) {
    return Processes.java(heap, main, arguments);
  }

  private static Path script() throws IOException {
    Path file = Files.createTempFile("whole", ".R");
    try (InputStream in = Bench.class.getResourceAsStream("whole.R")) {
      Files.write(file, in.readAllBytes());
    }
    file.toFile().deleteOnExit();
    return file;
  }

  private static void same(Map<String, List<Measured>> all) {
    List<Double> checks =
        all.values().stream()
            .flatMap(List::stream)
            .flatMap(m -> m.after("check").stream())
            .toList();
    if (checks.stream().distinct().count() != 1) {
      throw new IllegalStateException("The engines do not find the same sums: " + checks);
    }
  }

  private static String tables(Map<String, List<Measured>> all) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    double whole = median(all.get("Kith, the whole run"));
    double pass = median(all.get("Kith, the pass over people"));
    out.println("| Whole process | Median, s | Beside Kith | Most memory, MB |");
    out.println("|---|---|---|---|");
    all.forEach(
        (what, measured) -> {
          if (!what.startsWith("warm")) {
            boolean sums = what.contains("same sums") || what.contains("pass over");
            double seconds = median(measured);
            out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.2f × | %,d |%n",
                what,
                seconds,
                seconds / (sums ? pass : whole),
                measured.stream().mapToLong(Measured::megabytes).max().orElse(0));
          }
        });
    out.println();
    out.println("| Third round in one process | s | Beside Kith |");
    out.println("|---|---|---|");
    double kith = last(all.get("warm: Kith"));
    all.forEach(
        (what, measured) -> {
          if (what.startsWith("warm")) {
            out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f × |%n",
                what.substring(6),
                last(measured),
                last(measured) / kith);
          }
        });
    if (all.containsKey(R)) {
      out.println();
      all.get(R).get(0).said().stream()
          .filter(
              line -> line.matches("(read|counts|alpha|random intercept|within and between): .* s"))
          .forEach(line -> out.println("R, " + line));
    }
    out.flush();
    return text.toString();
  }

  private static double median(List<Measured> measured) {
    double[] seconds = measured.stream().mapToDouble(Measured::seconds).sorted().toArray();
    return seconds[seconds.length / 2];
  }

  private static double last(List<Measured> measured) {
    List<Double> rounds = measured.get(0).after("round " + ROUNDS + ":");
    return rounds.get(rounds.size() - 1);
  }
}
