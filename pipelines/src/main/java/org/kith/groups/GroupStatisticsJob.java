package org.kith.groups;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.Responses;

/**
 * The one pass over people: an instrument's responses in, statistics per organisation and wave out.
 *
 * <p>Every partition folds its people into arrays of counts, and the arrays are merged in a tree,
 * so what travels grows with groups and never with people. With few partitions there is no shuffle.
 */
public final class GroupStatisticsJob {
  private static final int TREE_DEPTH = 2;

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
   * has people whose group is not known.
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
    Layout layout = Layout.of(instrument);
    int known = dimensions.size();
    try {
      return responses(spark, parts, columns(instrument, dimensions), heldOut)
          .queryExecution()
          .toRdd()
          .toJavaRDD()
          .treeAggregate(
              new Tallies(),
              (tallies, row) -> tallies.add(layout, known, row),
              Tallies::merge,
              TREE_DEPTH)
          .statistics(instrument.id(), layout, dimensions);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      throw unreadable(parts, e)
          .orElseGet(
              () ->
                  new IOException("Counting the responses to " + instrument.id() + " failed.", e));
    }
  }

  /**
   * Another pass over the same people that matches them on some items only, as {@link Rematch}
   * asks for.
   *
   * @throws IOException if a file cannot be read
   */
  public static Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>>
      rematch(
          SparkSession spark,
          Instrument instrument,
          List<Path> parts,
          Set<String> heldOut,
          Set<String> items)
          throws IOException {
    if (parts.isEmpty()) {
      return Map.of();
    }
    CompleteLayout layout = CompleteLayout.matchedOn(instrument, items);
    int asked = instrument.items().size();
    try {
      return responses(spark, parts, columns(instrument, List.of()), heldOut)
          .queryExecution()
          .toRdd()
          .toJavaRDD()
          .treeAggregate(
              new MatchedTallies(),
              (tallies, row) -> tallies.add(layout, asked, row),
              MatchedTallies::merge,
              TREE_DEPTH)
          .matched(layout);
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      throw unreadable(parts, e)
          .orElseGet(
              () ->
                  new IOException("Matching the responses to " + instrument.id() + " failed.", e));
    }
  }

  /** Exactly these columns of exactly these files; null where a file lacks one. */
  static Dataset<Row> responses(SparkSession spark, List<Path> parts, StructType columns) {
    String[] files = parts.stream().map(GroupStatisticsJob::name).toArray(String[]::new);
    // A workspace called "Our [new] place" is a name, not a pattern.
    return spark.read().option("__globPaths__", false).schema(columns).parquet(files);
  }

  /** The same without the rows of some people; their column is read only when there are any. */
  private static Dataset<Row> responses(
      SparkSession spark, List<Path> parts, StructType columns, Set<String> heldOut) {
    if (heldOut.isEmpty()) {
      return responses(spark, parts, columns);
    }
    StructType withPerson = columns.add(Responses.PERSON, DataTypes.StringType);
    return responses(spark, parts, withPerson)
        .filter(not(col(Responses.PERSON).isin(heldOut.toArray())))
        .drop(Responses.PERSON);
  }

  /** A file's name for Spark, which may be on this machine or anywhere Hadoop reaches. */
  private static String name(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri()).toString();
  }

  /** What is needed of a response, in the order {@link Tallies} reads it. */
  static StructType columns(Instrument instrument, List<String> dimensions) {
    StructType columns =
        new StructType()
            .add(Responses.ORGANISATION, DataTypes.StringType)
            .add(Responses.WAVE, DataTypes.StringType)
            .add(Responses.SOURCE, DataTypes.StringType)
            .add(Responses.WEIGHT, DataTypes.LongType);
    for (String dimension : dimensions) {
      columns = columns.add(Responses.GROUP_PREFIX + dimension, DataTypes.StringType);
    }
    for (Item item : instrument.items()) {
      columns = columns.add(item.id(), DataTypes.IntegerType);
    }
    return columns;
  }

  /** What to say when Spark stumbled over one of the files. */
  private static Optional<IOException> unreadable(List<Path> parts, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable known
          && known.getMessageParameters().containsKey("path")) {
        String path = known.getMessageParameters().get("path");
        String what =
            "PATH_NOT_FOUND".equals(known.getCondition())
                ? " is not there. "
                : " cannot be read as Parquet. ";
        return parts.stream()
            .filter(part -> path.endsWith(part.toUri().getRawPath()) || path.endsWith(name(part)))
            .findFirst()
            .map(
                part ->
                    new IOException(
                        part
                            + what
                            + "Delete the record of its export in lake/protected/ingested, then"
                            + " ingest the export again.",
                        e));
      }
    }
    return Optional.empty();
  }
}
