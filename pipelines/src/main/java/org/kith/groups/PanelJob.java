package org.kith.groups;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.Responses;

/**
 * The pass that follows people over waves. Rows are brought together by person, which is the one
 * time that rows travel; an instrument with a single wave needs no pass at all.
 */
public final class PanelJob {
  private static final int TREE_DEPTH = 2;

  private PanelJob() {}

  /**
   * Follows the people in these files.
   *
   * @param waves ids of the waves the files are of, earliest first; of more than 62 the latest
   * @param heldOut pseudonyms of people who are not to be counted
   * @return nobody where there are fewer than two waves
   * @throws IOException if a file cannot be read
   */
  public static Panel run(
      SparkSession spark,
      Instrument instrument,
      List<String> waves,
      List<Path> parts,
      Set<String> heldOut)
      throws IOException {
    if (waves.size() < 2 || parts.isEmpty()) {
      return Panel.NONE;
    }
    List<String> followed =
        waves.subList(Math.max(0, waves.size() - PanelLayout.MOST_WAVES), waves.size());
    PanelLayout layout = PanelLayout.of(instrument, followed);
    try {
      var rows =
          GroupStatisticsJob.responses(spark, parts, columns(instrument))
              .filter(col(Responses.WAVE).isin(followed.toArray()));
      if (!heldOut.isEmpty()) {
        rows = rows.filter(not(col(Responses.PERSON).isin(heldOut.toArray())));
      }
      return rows
          .repartition(col(Responses.PERSON))
          .sortWithinPartitions(
              Responses.PERSON, Responses.ORGANISATION, Responses.WAVE, Responses.SOURCE)
          .queryExecution()
          .toRdd()
          .toJavaRDD()
          .treeAggregate(
              new PanelTallies(layout), PanelTallies::add, PanelTallies::merge, TREE_DEPTH)
          .panel(instrument);
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      throw new IOException(
          "Following the people who answered " + instrument.id() + " failed.", e);
    }
  }

  /** What is needed of a response, in the order {@link PanelTallies} reads it. */
  private static StructType columns(Instrument instrument) {
    StructType columns =
        new StructType()
            .add(Responses.PERSON, DataTypes.StringType)
            .add(Responses.ORGANISATION, DataTypes.StringType)
            .add(Responses.WAVE, DataTypes.StringType)
            .add(Responses.SOURCE, DataTypes.StringType);
    for (Item item : instrument.items()) {
      columns = columns.add(item.id(), DataTypes.IntegerType);
    }
    return columns;
  }
}
