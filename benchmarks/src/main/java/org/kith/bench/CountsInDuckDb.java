package org.kith.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/** The same sums in DuckDB: arguments are the workspace and how many times. */
final class CountsInDuckDb {
  private CountsInDuckDb() {}

  public static void main(String[] args) throws IOException, SQLException {
    Lake lake = Lake.of(Path.of(args[0]));
    String sums = Sums.sql(lake.instrument(), Sums.parquet(lake.files()));
    try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duckdb.createStatement()) {
      statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
      for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
        long began = System.nanoTime();
        statement.execute("create or replace table sums as " + sums);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "round %d: %.2f s%n", round, seconds);
        try (var rows = statement.executeQuery(Sums.checked(lake.instrument(), "from sums"))) {
          rows.next();
          System.out.printf(Locale.ROOT, "check %.0f%n", rows.getDouble(Sums.CHECK));
        }
      }
      if (args.length > 2) {
        // For R, which reads no Parquet here. Not timed.
        statement.execute(
            "copy (select organisation, wave, person, group_age, group_home, %s from %s) to '%s'"
                .formatted(
                    String.join(", ", lake.instrument().items().stream().map(i -> i.id()).toList()),
                    Sums.parquet(lake.files()),
                    args[2].replace("'", "''")));
      }
    }
  }
}
