package org.kith.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.kith.indicators.Indicators;
import org.kith.lake.RecordFile;
import org.kith.published.Table;

/** Exact indicators in the protected zone: the published tables' columns, with nothing hidden. */
final class ExactIndicators {
  private ExactIndicators() {}

  static void write(Path folder, Indicators exact) throws IOException {
    write(folder, Table.DISTRIBUTIONS, exact.distributions());
    write(folder, Table.LEVELS, exact.levels());
    write(folder, Table.MISSING, exact.missing());
    write(folder, Table.SCALES, exact.scales());
    write(folder, Table.BETWEEN, exact.between());
    write(folder, Table.POOLED, exact.pooled());
    write(folder, Table.CONTROL_POINTS, exact.controlPoints());
    write(folder, Table.RESPONDENTS, exact.respondents());
  }

  private static <T extends Record> void write(Path folder, Table<T> table, List<T> rows)
      throws IOException {
    Path file = folder.resolve(table.name() + ".parquet");
    Path aside = folder.resolve("." + table.name() + ".writing");
    RecordFile.write(aside, table.row(), rows);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
