package org.kith.authors;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kith.patterns.Fact;
import org.kith.patterns.Loops;

/** What each reflection tells of its author, counted once per author. */
final class Facts {
  private static final String FACT = "fact";
  private static final String KEY = "key";
  private static final String LEVEL = "level";
  private static final Column NONE = lit("");

  private Facts() {}

  /**
   * A row for each thing a reflection tells: its author, team and organisation, and the fact. One
   * pass tells all of them.
   */
  static Dataset<Row> told(Dataset<Row> reflections) {
    Column days =
        array(Loops.DAYS.stream().map(d -> lit(String.valueOf(d))).toArray(Column[]::new));
    Column named = size(Columns.BARRIERS).gt(0);
    Column facts =
        flatten(
            array(
                array(
                    fact(Fact.ACTIVE, NONE, NONE, Columns.PERIOD),
                    fact(Fact.EVER, NONE, NONE, NONE)),
                transform(Columns.THEMES, t -> fact(Fact.THEME, t, NONE, Columns.PERIOD)),
                transform(Columns.BARRIERS, b -> fact(Fact.BARRIER, b, NONE, Columns.PERIOD)),
                transform(Columns.CARRIED, c -> fact(Fact.CARRIED, c, NONE, Columns.PERIOD)),
                only(
                    size(Columns.CARRIED).gt(0),
                    array(fact(Fact.CARRIED_ANY, NONE, NONE, Columns.PERIOD))),
                flatten(
                    transform(
                        Columns.THEMES,
                        t -> transform(Columns.LEVELS, l -> fact(Fact.THEME_LEVEL, t, l, NONE)))),
                only(named, transform(Columns.LEVELS, l -> fact(Fact.RAISED, NONE, l, NONE))),
                only(
                    named.and(Columns.CLOSED),
                    transform(Columns.LEVELS, l -> fact(Fact.ANSWERED, NONE, l, NONE))),
                only(
                    named,
                    transform(
                        filter(days, d -> Columns.DAYS.geq(d.cast("int"))),
                        d -> fact(Fact.WATCHED, d, NONE, NONE))),
                only(
                    named.and(Columns.CLOSED),
                    transform(
                        filter(days, d -> Columns.DAYS.leq(d.cast("int"))),
                        d -> fact(Fact.CLOSED, d, NONE, NONE)))));
    return reflections
        .select(Columns.ORGANISATION, Columns.AUTHOR, Columns.TEAM, explode(facts).as("told"))
        .select(
            col("told." + FACT),
            col("told." + KEY),
            col("told." + LEVEL),
            col("told." + Columns.name(Columns.PERIOD)),
            Columns.ORGANISATION,
            Columns.AUTHOR,
            Columns.TEAM);
  }

  private static Column fact(Fact fact, Column key, Column level, Column period) {
    return struct(
        lit(fact.name()).as(FACT),
        key.as(KEY),
        level.as(LEVEL),
        period.as(Columns.name(Columns.PERIOD)));
  }

  private static Column only(Column condition, Column facts) {
    return filter(facts, f -> condition);
  }

  /** Distinct authors and their teams, by fact and organisation. An author counts in one team. */
  static Dataset<Row> authors(Dataset<Row> told) {
    Column[] fact = {
      col(FACT), col(KEY), col(LEVEL), Columns.PERIOD, Columns.ORGANISATION,
    };
    Column[] each = {
      col(FACT), col(KEY), col(LEVEL), Columns.PERIOD, Columns.ORGANISATION, Columns.AUTHOR
    };
    return told.groupBy(each)
        .agg(min(Columns.TEAM).as(Columns.name(Columns.TEAM)))
        .groupBy(fact)
        .agg(
            count(lit(1)).as(Columns.name(Columns.AUTHORS)),
            size(collect_set(Columns.TEAM)).cast("long").as(Columns.name(Columns.TEAMS)));
  }
}
