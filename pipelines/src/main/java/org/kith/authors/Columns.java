package org.kith.authors;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;

/** Columns of shared reflections, and of what the steps make of them. */
final class Columns {
  static final Column REFLECTION = col("reflection");
  static final Column AUTHOR = col("author");
  static final Column TEAM = col("team");
  static final Column ORGANISATION = col("organisation");
  static final Column WEEK = col("week");
  static final Column LEVELS = col("levels");
  static final Column CARRIED = col("carried");
  static final Column BARRIERS = col("barriers");
  static final Column THEMES = col("themes");
  static final Column FOLLOWS = col("follows");
  static final Column WORDS = col("words");

  /** Id of the period the week is in. */
  static final Column PERIOD = col("period");

  /** Whether a later reflection carries on from this one. */
  static final Column CLOSED = col("closed");

  /** Days from this reflection to the first that carries on from it, or to the end of the data. */
  static final Column DAYS = col("days");

  static final Column AUTHORS = col("authors");
  static final Column TEAMS = col("teams");
  static final Column ORGANISATIONS = col("organisations");
  static final Column WEEKS = col("weeks");
  static final Column PHRASE = col("phrase");

  private Columns() {}

  /** A column's name, for where Spark wants one. */
  static String name(Column column) {
    return column.toString();
  }
}
