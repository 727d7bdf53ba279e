package org.kith.groups;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.kith.instrument.Instrument;
import org.kith.lake.Responses;

/**
 * The one pass over people: an instrument's responses in, statistics per organisation and wave out.
 *
 * <p>Every partition folds its people into arrays of whole numbers, and the arrays are merged in a
 * tree, so what travels grows with groups and never with people, and how people are shared out
 * changes nothing.
 */
public final class GroupStatisticsJob {
  private GroupStatisticsJob() {}

  /** Counts everybody in these files. */
  public static List<GroupStatistics> run(
      SparkSession spark, Instrument instrument, List<String> dimensions, List<Path> parts)
      throws IOException {
    return run(spark, instrument, dimensions, parts, Set.of());
  }

  /**
   * Counts the people in these files, and no others. A file without an item's column was written
   * before the item was asked: its people count as not asked. A file without a known group's column
   * has people whose group is not known. A row without a weight has the weight 1.
   *
   * @param instrument whose responses to count
   * @param dimensions ids of the known groups to count, without {@link Responses#GROUP_PREFIX}
   * @param parts files of responses to this instrument
   * @param heldOut pseudonyms of people who are not to be counted
   * @return by organisation and wave; empty without files or rows
   * @throws IOException if a file cannot be read; the message names it and what to do
   * @throws IllegalArgumentException if an answer is none of its item's
   */
  public static List<GroupStatistics> run(
      SparkSession spark,
      Instrument instrument,
      List<String> dimensions,
      List<Path> parts,
      Set<String> heldOut)
      throws IOException {
    if (parts.isEmpty()) {
      return List.of();
    }
    Counting counting = Counting.of(instrument);
    List<URI> files = parts.stream().map(Path::toUri).toList();
    return counted(spark, instrument, counting, dimensions, files, heldOut)
        .statistics(instrument.id(), counting, dimensions);
  }

  /**
   * The same, wave by wave: waves whose sums are kept are not read, and those of the others are
   * kept from now on.
   *
   * @throws IOException if a file cannot be read or sums cannot be kept
   */
  public static List<GroupStatistics> run(
      SparkSession spark,
      Instrument instrument,
      List<String> dimensions,
      List<WaveFiles> waves,
      Set<String> heldOut,
      Kept kept)
      throws IOException {
    Tallies all = Tallies.none(dimensions.size());
    List<WaveFiles> anew = new ArrayList<>();
    for (WaveFiles wave : waves) {
      kept.read(Tallies.class, name(instrument, wave), wave.print())
          .ifPresentOrElse(all::merge, () -> anew.add(wave));
    }
    Counting counting = Counting.of(instrument);
    if (!anew.isEmpty()) {
      List<URI> files = anew.stream().flatMap(wave -> wave.files().stream()).toList();
      Tallies counted = counted(spark, instrument, counting, dimensions, files, heldOut);
      for (WaveFiles wave : anew) {
        kept.write(counted.of(wave.wave()), name(instrument, wave), wave.print());
      }
      all.merge(counted);
    }
    return all.statistics(instrument.id(), counting, dimensions);
  }

  private static String name(Instrument instrument, WaveFiles wave) {
    return instrument.id() + "/" + wave.wave();
  }

  private static Tallies counted(
      SparkSession spark,
      Instrument instrument,
      Counting counting,
      List<String> dimensions,
      List<URI> parts,
      Set<String> heldOut)
      throws IOException {
    int known = dimensions.size();
    return LakeScan.of(spark, instrument, parts, heldOut)
        .fold(
            columns(instrument, dimensions),
            rows -> Tallies.of(counting, known, rows),
            Tallies::merge);
  }

  /** What is needed of a response, in the order {@link Tallies} reads it. */
  static StructType columns(Instrument instrument, List<String> dimensions) {
    StructType columns =
        LakeScan.groups()
            .add(Responses.SOURCE, DataTypes.StringType)
            .add(Responses.WEIGHT, DataTypes.LongType);
    for (String dimension : dimensions) {
      columns = columns.add(Responses.GROUP_PREFIX + dimension, DataTypes.StringType);
    }
    return LakeScan.items(columns, instrument);
  }
}
