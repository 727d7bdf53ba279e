package org.kith.groups;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;
import org.kith.lake.Responses;
import scala.Option;

/** The people in some files of responses to one instrument, less those who are held out. */
record LakeScan(SparkSession spark, Instrument instrument, List<URI> parts, Set<String> heldOut) {
  private static final int TREE_DEPTH = 2;

  /** Work that Spark does, with whatever it throws. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws Exception;
  }

  static LakeScan of(
      SparkSession spark, Instrument instrument, List<URI> parts, Set<String> heldOut) {
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

  /**
   * Exactly these columns of exactly these files, null where a file lacks one; the person's column
   * comes last if somebody is held out and it was not asked for.
   *
   * <p>Where Spark reads batches of columns, a row is a place in such a batch: nothing is copied
   * only to be counted. A row is good until the next one is asked for.
   */
  JavaRDD<InternalRow> rows(StructType columns) {
    boolean wanted = heldOut.isEmpty() || List.of(columns.fieldNames()).contains(Responses.PERSON);
    StructType read = wanted ? columns : columns.add(Responses.PERSON, DataTypes.StringType);
    JavaRDD<InternalRow> everybody = everybody(read);
    if (heldOut.isEmpty()) {
      return everybody;
    }
    int person = read.fieldIndex(Responses.PERSON);
    Set<UTF8String> out = new HashSet<>();
    heldOut.forEach(pseudonym -> out.add(UTF8String.fromString(pseudonym)));
    return everybody.filter(row -> !out.contains(row.getUTF8String(person)));
  }

  private JavaRDD<InternalRow> everybody(StructType columns) {
    String[] files = parts.stream().map(LakeScan::name).toArray(String[]::new);
    // A workspace called "Our [new] place" is a name, not a pattern.
    QueryExecution query =
        spark.read().option("__globPaths__", false).schema(columns).parquet(files).queryExecution();
    // With very many columns, or queries that are not compiled, there are no batches.
    Option<SparkPlan> batches = query.executedPlan().find(SparkPlan::supportsColumnar);
    return batches.isEmpty()
        ? query.toRdd().toJavaRDD()
        : batches.get().executeColumnar().toJavaRDD().flatMap(ColumnarBatch::rowIterator);
  }

  /**
   * Makes something of the rows of every partition, and merges that in a tree, so that what travels
   * grows with the results and never with people. With few partitions there is no shuffle.
   *
   * @throws IOException as {@link #run}
   */
  <T> T fold(StructType columns, Function<Iterator<InternalRow>, T> made, Function2<T, T, T> merge)
      throws IOException {
    return run(
        () ->
            rows(columns)
                .mapPartitions(rows -> List.of(made.call(rows)).iterator())
                .treeReduce(merge, TREE_DEPTH));
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
                  new IOException(
                      "Counting the responses to %s failed: %s".formatted(instrument.id(), why(e)),
                      e));
    }
  }

  private static boolean here(URI file) {
    return "file".equals(file.getScheme());
  }

  private static String shown(URI file) {
    return here(file) ? java.nio.file.Path.of(file).toString() : file.toString();
  }

  private static String mending(URI file) {
    return here(file)
        ? "Delete the record of its export in lake/protected/ingested, then ingest the export again."
        : "Copy lake/protected/responses there again.";
  }

  /** The first line of what Spark says. */
  private static String why(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** A file's name for Spark, which may be on this machine or anywhere Hadoop reaches. */
  private static String name(URI file) {
    return new Path(file).toString();
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
            .filter(part -> path.endsWith(part.getRawPath()) || path.endsWith(name(part)))
            .findFirst()
            .map(part -> new IOException(shown(part) + what + mending(part), e));
      }
    }
    return Optional.empty();
  }
}
