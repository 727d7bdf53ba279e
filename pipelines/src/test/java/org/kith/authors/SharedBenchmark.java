package org.kith.authors;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.kith.disclosure.Release;
import org.kith.disclosure.StaffDisclosure;
import org.kith.groups.LocalSpark;
import org.kith.lake.RecordFile;
import org.kith.patterns.Patterns;
import org.kith.patterns.Shared;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Table;
import org.kith.reflection.SharedReflection;

/**
 * Time and memory from a file of shared reflections to published tables.
 *
 * <p>{@code SharedBenchmark REFLECTIONS AUTHORS [CORES]}, on the test class path with Spark's flags
 * for Java 17.
 */
public final class SharedBenchmark {
  private static final DisclosureRules RULES = new DisclosureRules(10, 5, 3, 11);

  private SharedBenchmark() {}

  public static void main(String[] args) throws Exception {
    int size = Integer.parseInt(args[0]);
    int authors = Integer.parseInt(args[1]);
    int cores = args.length > 2 ? Integer.parseInt(args[2]) : 2;
    Path folder = Files.createTempDirectory("kith-shared");
    Path file = folder.resolve("reflections.parquet");
    RecordFile.write(
        file, SharedReflection.class, new InventedReflections(size, authors, 20251125));
    System.out.printf("%,d reflections, %,d bytes%n", size, Files.size(file));
    SparkSession spark = LocalSpark.start(cores);
    for (int run = 0; run < 2; run++) {
      long began = System.nanoTime();
      Shared shared = SharedJob.run(spark, file, null, RULES.staff());
      long counted = System.nanoTime();
      Patterns patterns =
          Patterns.of(
              shared,
              InventedReflections.THEMES,
              InventedReflections.teams(),
              InventedReflections.organisations(),
              RULES);
      long made = System.nanoTime();
      Release release =
          StaffDisclosure.of(RULES, InventedReflections.organisations()).release(patterns);
      long done = System.nanoTime();
      System.out.printf(
          "counted %.1f s, patterns %.1f s, protected %.1f s; heap at most %,d MB%n",
          (counted - began) / 1e9, (made - counted) / 1e9, (done - made) / 1e9, heap());
      System.out.printf(
          "%,d counts collected, %,d phrases, %,d words, %,d theme rows, %,d suggestions%n",
          shared.authors().size(),
          shared.phrases().size(),
          release.rows(Table.WORDS).size(),
          release.rows(Table.THEME_PERIODS).size(),
          release.rows(Table.SUGGESTIONS).size());
    }
    spark.stop();
    Files.delete(file);
    Files.delete(folder);
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
