package org.kith.authors;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Steps from the rows of the lake to rows that can be counted. */
final class Reflections {
  private static final String CARRIED_ON = "carried_on";
  private static final String FIRST_FOLLOW = "first_follow";

  private Reflections() {}

  /** Those of authors who belong to an organisation: pooled figures need to know theirs. */
  static Dataset<Row> ofOrganisations(Dataset<Row> reflections) {
    return reflections.filter(Columns.ORGANISATION.isNotNull());
  }

  /** Those of weeks that had begun by a day. What carries on from them later is not there yet. */
  static Dataset<Row> until(Dataset<Row> reflections, String last) {
    return reflections.filter(Columns.WEEK.leq(lit(last))); // ISO days sort as they follow
  }

  /** With the quarter of the Monday of their week. */
  static Dataset<Row> withPeriod(Dataset<Row> reflections) {
    Column day = to_date(Columns.WEEK);
    return reflections.withColumn(
        Columns.name(Columns.PERIOD), concat(year(day), lit("q"), quarter(day)));
  }

  /**
   * With whether a later one carries on from them, and after how many days; those that none carries
   * on from are watched to the end of the data. Only what is shared is seen: an answer that its
   * author keeps private leaves the question open here.
   *
   * @param end ISO 8601 day the data ends
   */
  static Dataset<Row> withAnswers(Dataset<Row> reflections, String end) {
    Dataset<Row> answers =
        reflections
            .filter(Columns.FOLLOWS.isNotNull())
            .groupBy(Columns.FOLLOWS.as(CARRIED_ON))
            .agg(min(Columns.WEEK).as(FIRST_FOLLOW));
    Column until = to_date(coalesce(col(FIRST_FOLLOW), lit(end)));
    return reflections
        .join(answers, Columns.REFLECTION.equalTo(col(CARRIED_ON)), "left")
        .withColumn(Columns.name(Columns.CLOSED), col(FIRST_FOLLOW).isNotNull())
        .withColumn(
            Columns.name(Columns.DAYS), greatest(datediff(until, to_date(Columns.WEEK)), lit(0)))
        .drop(CARRIED_ON, FIRST_FOLLOW);
  }
}
