package org.kith.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kith.lake.IngestRecord;
import org.kith.lake.ProtectedLake;
import org.kith.workspace.Workspace;

/**
 * Rows a second and memory of an ingest in a process of its own with 512 MB of heap, beside a plain
 * pass of fastcsv over the same file, which is the floor: the ingest hashes the file once and reads
 * it twice.
 *
 * <pre>{@code
 * mvn -pl ingest test-compile
 * java -cp ingest/target/test-classes:ingest/target/classes:LIBRARIES \
 *     org.kith.ingest.IngestBenchmark 5000000 /tmp/benchmark
 * }</pre>
 */
final class IngestBenchmark {
  private static final String HEAP = "-Xmx512m";
  private static final int WAVES = 13;

  private IngestBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 5_000_000;
    Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("kith-benchmark");
    Path export = folder.resolve("raw/benchmark.csv");
    if (!Files.exists(export)) {
      workspace(folder, rows);
    }
    double megabytes = Files.size(export) / 1e6;
    say("%,d rows, %.0f MB, %d waves, two instruments", rows, megabytes, WAVES);

    long start = System.nanoTime();
    long cells = plainPass(export);
    double plain = (System.nanoTime() - start) / 1e9;
    say("fastcsv alone, one pass:  %.1f s, %,.0f rows/s, %,d cells", plain, rows / plain, cells);

    for (Path old : List.of(folder.resolve("lake"), folder.resolve("reports"))) {
      delete(old);
    }
    start = System.nanoTime();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "org.kith.ingest.IngestCommand",
                "--workspace",
                folder.toString())
            .inheritIO()
            .start();
    long most = 0;
    while (!child.waitFor(200, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, residentKilobytes(child.pid()));
    }
    double took = (System.nanoTime() - start) / 1e9;
    say("ingest with %s:  %.1f s, %,.0f rows/s", HEAP, took, rows / took);
    say("most memory of the process: %,d MB; exit code %d", most / 1024, child.exitValue());
    for (IngestRecord record : ProtectedLake.of(new Workspace(folder)).records()) {
      say("%s", Reports.account(record.rows()));
    }
  }

  private static long plainPass(Path export) throws IOException {
    long cells = 0;
    try (var reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(export)) {
      for (var row : reader) {
        cells += row.getFieldCount();
      }
    }
    return cells;
  }

  private static long residentKilobytes(long pid) throws IOException {
    Path status = new File("/proc/" + pid + "/status").toPath();
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (java.io.UncheckedIOException | IOException e) {
      // The process ended while it was looked at.
      return 0;
    }
  }

  /** A workspace with one export of invented people, 1 in 100 rows double, 1 in 500 wrong. */
  static void workspace(Path folder, int rows) throws IOException {
    Invented.write(
        folder.resolve("kith.yaml"),
        "name: Benchmark\ngroups:\n  - {id: age, name: Age, rule: bands, bands: [16, 35, 55, 75]}\n");
    StringBuilder organisations = new StringBuilder("organisation,name,place,place_name\n");
    for (int i = 0; i < 40; i++) {
      organisations.append("org-%d,Organisation %d,place,Place%n".formatted(i, i));
    }
    Invented.write(folder.resolve("organisations.csv"), organisations.toString());
    Invented.write(
        folder.resolve("mappings/benchmark.yaml"),
        """
        match: "*.csv"
        organisation: {column: org}
        wave: {column: submitdate, format: "yyyy-MM-dd HH:mm:ss"}
        person: {column: token}
        groups:
          age: {column: age}
        items:
          - {instrument: cls_trust_neighbourhood, item: STrust, column: TRUST, codes: {A1: 1, A2: 2, A3: 3, A4: 4}}
          - {instrument: ipip_spi_trust4, item: q_1855, column: "OTHERS[1]", codes: {A1: 1, A2: 2, A3: 3, A4: 4, A5: 5, A6: 6}}
          - {instrument: ipip_spi_trust4, item: q_377, column: "OTHERS[2]", codes: {A1: 1, A2: 2, A3: 3, A4: 4, A5: 5, A6: 6}}
          - {instrument: ipip_spi_trust4, item: q_379, column: "OTHERS[3]", codes: {A1: 1, A2: 2, A3: 3, A4: 4, A5: 5, A6: 6}}
          - {instrument: ipip_spi_trust4, item: q_871, column: "OTHERS[4]", codes: {A1: 1, A2: 2, A3: 3, A4: 4, A5: 5, A6: 6}}
        """);
    Random random = new Random(20251122);
    Path export = folder.resolve("raw/benchmark.csv");
    Files.createDirectories(export.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(export)) {
      out.write(
          "\"id\";\"submitdate\";\"lastpage\";\"startlanguage\";\"token\";\"ipaddr\";\"org\";\"age\";\"TRUST\";"
              + "\"OTHERS[1]\";\"OTHERS[2]\";\"OTHERS[3]\";\"OTHERS[4]\";\"NOTE\"\r\n");
      for (int i = 1; i <= rows; i++) {
        int quarter = random.nextInt(WAVES);
        out.write('"' + String.valueOf(random.nextInt(100) == 0 ? Math.max(1, i - 5) : i) + "\";");
        out.write("\"%d-%02d-11 09:15:02\";".formatted(2023 + quarter / 4, 1 + 3 * (quarter % 4)));
        out.write("\"4\";\"en\";\"t" + Integer.toString(random.nextInt(rows), 36) + "\";");
        out.write("\"198.51.100.%d\";".formatted(random.nextInt(256)));
        out.write("\"org-" + random.nextInt(40) + "\";\"" + (16 + random.nextInt(80)) + "\";\"A");
        out.write((random.nextInt(500) == 0 ? 9 : 1 + random.nextInt(4)) + "\";");
        for (int item = 0; item < 4; item++) {
          int answer = random.nextInt(7);
          out.write(answer == 0 ? "\"\";" : "\"A" + answer + "\";");
        }
        out.write("\"" + (random.nextInt(10) == 0 ? "what they wrote, twice" : "") + "\"\r\n");
      }
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (var tree = Files.walk(path)) {
        for (Path each : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.UK, format + "%n", values);
  }
}
