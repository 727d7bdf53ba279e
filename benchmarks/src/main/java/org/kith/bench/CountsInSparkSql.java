package org.kith.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.kith.groups.LocalSpark;

/** The same sums by Spark's built-in aggregates: arguments are the workspace and how many times. */
final class CountsInSparkSql {
  private CountsInSparkSql() {}

  public static void main(String[] args) throws IOException {
    Lake lake = Lake.of(Path.of(args[0]));
    SparkSession spark = LocalSpark.start(Runtime.getRuntime().availableProcessors());
    spark.conf().set("spark.sql.codegen.maxFields", 500);
    for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
      long began = System.nanoTime();
      spark
          .read()
          .parquet(lake.files().stream().map(Path::toString).toArray(String[]::new))
          .createOrReplaceTempView("responses");
      List<Row> rows = spark.sql(Sums.sql(lake.instrument(), "responses")).collectAsList();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(Locale.ROOT, "round %d: %.2f s%n", round, seconds);
      System.out.printf(Locale.ROOT, "check %.0f%n", check(lake, rows));
    }
    spark.stop();
  }

  private static double check(Lake lake, List<Row> rows) {
    double check = 0;
    int last = lake.instrument().items().size() - 1;
    for (Row row : rows) {
      for (var item : lake.instrument().items()) {
        for (var answer : item.answers()) {
          double n = row.<Long>getAs(item.id() + "_" + answer.code());
          check += answer.code() * n * n;
        }
      }
      Object product = row.getAs("p0_" + last);
      check += product == null ? 0 : ((Number) product).doubleValue();
    }
    return check;
  }
}
