package org.kith.groups;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.lake.ResponseFile;

/**
 * Times the pass over people beside DuckDB making the same counts of the same files: answers, known
 * groups and scores per organisation and wave. Each engine has a process and two threads of its
 * own; both must find the same numbers.
 *
 * <p>Arguments: a folder for the made-up responses (kept, and used again), and millions of rows.
 */
final class GroupStatisticsBenchmark {
  private static final int ORGANISATIONS = 200;
  private static final int WAVES = 13;
  private static final int ITEMS = 12;
  private static final int ROUNDS = 4;
  private static final List<String> DIMENSIONS = List.of("age", "home");

  private GroupStatisticsBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    if (args.length > 2) {
      List<Path> files;
      try (var found = Files.list(folder)) {
        files = found.sorted().toList();
      }
      if (args[2].equals("spark")) {
        spark(files);
      } else {
        duckdb(folder, args[2].equals("duckdb-unpivot"));
      }
      System.out.printf(
          "%s: peak memory of the process %s%n",
          args[2],
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmHWM"))
              .collect(joining()));
      return;
    }
    if (!Files.isDirectory(folder)) {
      write(folder, Integer.parseInt(args[1]) * 1_000_000);
    }
    for (String engine : List.of("spark", "duckdb", "duckdb-unpivot")) {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(GroupStatisticsBenchmark.class.getName(), args[0], args[1], engine));
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException(engine + " failed.");
      }
    }
  }

  private static Instrument instrument() {
    Item[] items =
        IntStream.range(0, ITEMS)
            .mapToObj(i -> Instruments.item("q" + i, 5, i % 3 == 0, Set.of()))
            .toArray(Item[]::new);
    return Instruments.of("benchmark", Instruments.scoring(Scoring.Method.SUM, ITEMS), items);
  }

  private static void write(Path folder, int rows) throws IOException {
    List<String> items = instrument().items().stream().map(Item::id).toList();
    Random random = new Random(20260201);
    int perWave = rows / WAVES;
    for (int wave = 0; wave < WAVES; wave++) {
      String id = (2023 + wave / 4) + "q" + (wave % 4 + 1);
      try (ResponseFile out =
          ResponseFile.create(
              folder.resolve(id + ".parquet"),
              id,
              "benchmark",
              new ResponseFile.Columns(DIMENSIONS, items))) {
        int[] answers = new int[ITEMS];
        for (int row = 0; row < perWave; row++) {
          for (int i = 0; i < ITEMS; i++) {
            answers[i] = random.nextInt(30) == 0 ? -2 : 1 + random.nextInt(5);
          }
          out.write(
              Long.toHexString(random.nextLong()),
              "organisation-" + random.nextInt(ORGANISATIONS),
              List.of("age " + random.nextInt(5), "home " + random.nextInt(3)),
              answers);
        }
      }
    }
  }

  private static void spark(List<Path> files) throws IOException {
    SparkSession session = LocalSpark.start(2);
    for (int round = 1; round <= ROUNDS; round++) {
      long began = System.nanoTime();
      var groups = GroupStatisticsJob.run(session, instrument(), DIMENSIONS, files);
      double seconds = (System.nanoTime() - began) / 1e9;
      // A number that depends on every count, to compare the engines by.
      long check = 0;
      for (GroupStatistics group : groups) {
        for (var item : group.answers().values()) {
          for (var count : item.entrySet()) {
            check += count.getKey() * count.getValue() * count.getValue();
          }
        }
        for (var known : group.known().values()) {
          for (long n : known.values()) {
            check += n * n;
          }
        }
        for (var score : group.scores().entrySet()) {
          check += score.getKey().longValue() * score.getValue() * score.getValue();
        }
      }
      report("spark", round, seconds, groups.stream().mapToLong(GroupStatistics::people).sum());
      System.out.println("  check " + check);
    }
    session.stop();
  }

  /** Two ways to say the same in SQL; which is faster depends on the number of answers. */
  private static void duckdb(Path folder, boolean unpivot) throws SQLException {
    String from = " FROM read_parquet('" + folder + "/*.parquet')";
    String by = " GROUP BY organisation, wave";
    List<String> queries = new ArrayList<>();
    List<String> items = instrument().items().stream().map(Item::id).toList();
    Set<Integer> codes = new TreeSet<>(List.of(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5));
    if (unpivot) {
      queries.add(
          "SELECT CAST(sum(code * n * n) AS BIGINT) FROM (SELECT count(*) AS n, code FROM (UNPIVOT"
              + " (SELECT organisation, wave, "
              + String.join(", ", items)
              + from
              + ") ON "
              + String.join(", ", items)
              + " INTO NAME item VALUE code)"
              + by
              + ", item, code)");
    } else {
      String counts =
          items.stream()
              .flatMap(
                  item ->
                      codes.stream()
                          .map(
                              code ->
                                  code
                                      + " * pow(count(*) FILTER ("
                                      + item
                                      + " = "
                                      + code
                                      + "), 2)"))
              .collect(joining(" + "));
      queries.add(
          "SELECT CAST(sum(c) AS BIGINT) FROM (SELECT " + counts + " AS c" + from + by + ")");
    }
    for (String dimension : DIMENSIONS) {
      queries.add(
          "SELECT CAST(sum(n * n) AS BIGINT) FROM (SELECT count(*) AS n"
              + from
              + by
              + ", group_"
              + dimension
              + ")");
    }
    String score =
        IntStream.range(0, ITEMS)
            .mapToObj(i -> i % 3 == 0 ? "6 - q" + i : "q" + i)
            .collect(joining(" + "));
    String answered = items.stream().map(i -> i + " > 0").collect(joining(" AND "));
    queries.add(
        "SELECT CAST(sum(score * n * n) AS BIGINT) FROM (SELECT "
            + score
            + " AS score, count(*) AS n"
            + from
            + " WHERE "
            + answered
            + by
            + ", score)");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      long people;
      try (ResultSet result = statement.executeQuery("SELECT count(*)" + from)) {
        result.next();
        people = result.getLong(1);
      }
      for (int round = 1; round <= ROUNDS; round++) {
        long began = System.nanoTime();
        long check = 0;
        for (String query : queries) {
          try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            check += result.getLong(1);
          }
        }
        report("duckdb", round, (System.nanoTime() - began) / 1e9, people);
        System.out.println("  check " + check);
      }
    }
  }

  private static void report(String engine, int round, double seconds, long people) {
    System.out.printf(
        Locale.ROOT,
        "%s, round %d: %d people in %.2f s, %.1f million a second; %.1f s of processor so far%n",
        engine,
        round,
        people,
        seconds,
        people / seconds / 1e6,
        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
  }
}
