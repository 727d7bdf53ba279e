package org.kith.groups;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.lake.Responses;

/** The people in some files of responses to one instrument, less those who are held out. */
record LakeScan(SparkSession spark, Instrument instrument, List<Path> parts, Set<String> heldOut) {
  private static final int TREE_DEPTH = 2;

  /** Work that Spark does, with whatever it throws. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws Exception;
  }

  static LakeScan of(
      SparkSession spark, Instrument instrument, List<Path> parts, Set<String> heldOut) {
    return new LakeScan(spark, instrument, parts, heldOut);
  }

  /** Organisation and wave. */
  static StructType groups() {
    return new StructType()
        .add(Responses.ORGANISATION, DataTypes.StringType)
        .add(Responses.WAVE, DataTypes.StringType);
  }

  /** These columns, then the instrument's items. */
  static StructType items(StructType columns, Instrument instrument) {
    StructType all = columns;
    for (Item item : instrument.items()) {
      all = all.add(item.id(), DataTypes.IntegerType);
    }
    return all;
  }

  /** An answer's code. A file written before an item was added has no such column. */
  static int answer(InternalRow row, int column) {
    return row.isNullAt(column) ? Missing.NOT_ASKED.code() : row.getInt(column);
  }

  /** Exactly these columns of exactly these files; null where a file lacks one. */
  Dataset<Row> rows(StructType columns) {
    if (heldOut.isEmpty()) {
      return everybody(columns);
    }
    // The person's column is read only when somebody is held out.
    boolean wanted = List.of(columns.fieldNames()).contains(Responses.PERSON);
    StructType withPerson = wanted ? columns : columns.add(Responses.PERSON, DataTypes.StringType);
    Dataset<Row> others =
        everybody(withPerson).filter(not(col(Responses.PERSON).isin(heldOut.toArray())));
    return wanted ? others : others.drop(Responses.PERSON);
  }

  private Dataset<Row> everybody(StructType columns) {
    String[] files = parts.stream().map(LakeScan::name).toArray(String[]::new);
    // A workspace called "Our [new] place" is a name, not a pattern.
    return spark.read().option("__globPaths__", false).schema(columns).parquet(files);
  }

  /**
   * Folds the rows of every partition, and the results in a tree, so that what travels grows with
   * the results and never with people. With few partitions there is no shuffle.
   *
   * @throws IOException as {@link #run}
   */
  <T> T fold(
      StructType columns, T nothing, Function2<T, InternalRow, T> add, Function2<T, T, T> merge)
      throws IOException {
    return run(
        () ->
            rows(columns)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .treeAggregate(nothing, add, merge, TREE_DEPTH));
  }

  /**
   * Does work on these files.
   *
   * @throws IOException if a file cannot be read; the message names it and what to do
   */
  <T> T run(Work<T> work) throws IOException {
    try {
      return work.done();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      throw unreadable(e)
          .orElseGet(
              () ->
                  new IOException("Counting the responses to " + instrument.id() + " failed.", e));
    }
  }

  /** A file's name for Spark, which may be on this machine or anywhere Hadoop reaches. */
  private static String name(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri()).toString();
  }

  /** What to say when Spark stumbled over one of the files. */
  private Optional<IOException> unreadable(Exception e) {
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
