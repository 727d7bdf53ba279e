package org.kith.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.kith.indicators.Indicators;
import org.kith.indicators.Measurement;
import org.kith.lake.RecordFile;
import org.kith.patterns.Cadence;
import org.kith.patterns.Count;
import org.kith.patterns.Loops;
import org.kith.patterns.Patterns;
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
    Measurement measurement = exact.measurement();
    write(folder, Table.RELIABILITY, measurement.reliability());
    write(folder, Table.ITEM_BEHAVIOUR, measurement.itemBehaviour());
    write(folder, Table.COMPARABILITY, measurement.comparability());
    write(folder, Table.HEALTH, measurement.health());
    write(folder, Table.PANELS, measurement.panels());
    write(folder, Table.TRANSITIONS, measurement.transitions());
    write(folder, Table.GROWTH, measurement.growth());
    write(folder, Table.PREDICTORS, measurement.predictors());
    write(folder, Table.WEIGHTED, measurement.weighted());
    write(folder, Table.DRIFT, measurement.drift());
  }

  /** Exact patterns: authors counted, and tables that published ones are made of. */
  static void write(Path folder, Patterns exact) throws IOException {
    write(folder, "authors", Count.class, exact.counts());
    write(folder, Table.WORDS, exact.words());
    write(folder, Table.CADENCE.name(), Cadence.class, exact.cadence());
    write(folder, Table.LOOPS.name(), Loops.Open.class, exact.loops());
    write(folder, Table.SUGGESTIONS, exact.suggestions());
  }

  private static <T extends Record> void write(Path folder, Table<T> table, List<T> rows)
      throws IOException {
    write(folder, table.name(), table.row(), rows);
  }

  private static <T extends Record> void write(
      Path folder, String name, Class<T> type, List<T> rows) throws IOException {
    Path file = folder.resolve(name + ".parquet");
    Path aside = folder.resolve("." + name + ".writing");
    RecordFile.write(aside, type, rows);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
