package org.kith.groups;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.kith.instrument.Instrument;
import org.kith.lake.Responses;

/**
 * People over waves: an instrument's responses in, sums per organisation and pattern of waves out.
 *
 * <p>Rows have to meet by person, so they are shuffled once, packed as {@link PanelRows}.
 * Everything else is folded as in {@link GroupStatisticsJob}, in whole numbers.
 *
 * <p>A person may have answered in two exports of one wave. Then the answers from the export whose
 * name comes first are taken, and within one export those whose codes come first; the others are
 * left out here, though they count in {@link GroupStatistics}.
 */
public final class PanelJob {
  /** Columns before the items: person, organisation, wave, export. */
  static final int FIXED = 4;

  /** So many that sorting them takes some tens of megabytes. */
  private static final long ROWS_PER_PARTITION = 500_000;

  private static final int TREE_DEPTH = 2;

  private PanelJob() {}

  /**
   * Follows the people in these files from wave to wave.
   *
   * @param instrument whose responses to follow
   * @param parts files of responses to this instrument
   * @param heldOut pseudonyms of people who are not to be counted
   * @param counted what {@link GroupStatisticsJob} made of the same files
   * @return patterns and transitions by organisation, measure or item in asked order, and waves;
   *     nobody when the instrument was answered in one wave only, and then no file is read
   * @throws IOException if a file cannot be read; the message names it and what to do
   */
  public static Panel run(
      SparkSession spark,
      Instrument instrument,
      List<Path> parts,
      Set<String> heldOut,
      List<GroupStatistics> counted)
      throws IOException {
    if (fewWaves(counted)) {
      return Panel.NONE;
    }
    PanelPlan plan = PanelPlan.of(instrument, counted);
    List<URI> files = parts.stream().map(Path::toUri).toList();
    return followed(spark, instrument, files, heldOut, plan, counted).panel(plan);
  }

  /**
   * The same, or what is kept of it when no wave has changed.
   *
   * @throws IOException if a file cannot be read or sums cannot be kept
   */
  public static Panel run(
      SparkSession spark,
      Instrument instrument,
      List<WaveFiles> waves,
      Set<String> heldOut,
      List<GroupStatistics> counted,
      Kept kept)
      throws IOException {
    if (fewWaves(counted)) {
      return Panel.NONE;
    }
    PanelPlan plan = PanelPlan.of(instrument, counted);
    String name = instrument.id() + "/over-waves";
    String print = WaveFiles.print(waves);
    Optional<PanelTallies> before = kept.read(PanelTallies.class, name, print);
    if (before.isPresent()) {
      return before.get().panel(plan);
    }
    List<URI> parts = waves.stream().flatMap(wave -> wave.files().stream()).toList();
    PanelTallies tallies = followed(spark, instrument, parts, heldOut, plan, counted);
    kept.write(tallies, name, print);
    return tallies.panel(plan);
  }

  private static boolean fewWaves(List<GroupStatistics> counted) {
    return counted.stream().map(GroupStatistics::wave).distinct().count() < 2;
  }

  private static PanelTallies followed(
      SparkSession spark,
      Instrument instrument,
      List<URI> parts,
      Set<String> heldOut,
      PanelPlan plan,
      List<GroupStatistics> counted)
      throws IOException {
    long people = counted.stream().mapToLong(GroupStatistics::people).sum();
    int partitions =
        Math.max(
            spark.sparkContext().defaultParallelism(),
            Math.toIntExact(1 + people / ROWS_PER_PARTITION));
    LakeScan scan = LakeScan.of(spark, instrument, parts, heldOut);
    return scan.run(
        () ->
            scan.rows(columns(instrument))
                .mapPartitionsToPair(rows -> PanelRows.parcels(plan, partitions, rows))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(
                    parcels ->
                        List.of(PanelTallies.of(plan, PanelRows.sorted(plan, parcels))).iterator())
                .treeReduce(PanelTallies::merge, TREE_DEPTH));
  }

  private static StructType columns(Instrument instrument) {
    StructType columns = new StructType();
    for (String name : Responses.FIXED) {
      columns = columns.add(name, DataTypes.StringType);
    }
    return LakeScan.items(columns, instrument);
  }
}
