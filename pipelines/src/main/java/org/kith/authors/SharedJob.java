package org.kith.authors;

import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.kith.patterns.Authors;
import org.kith.patterns.Fact;
import org.kith.patterns.OpenFor;
import org.kith.patterns.Phrase;
import org.kith.patterns.Shared;
import org.kith.patterns.StopWords;
import org.kith.patterns.Suggestions;
import org.kith.patterns.TeamWeeks;
import org.kith.patterns.Writing;

/** The pass over shared reflections: rows of the lake in, counts of distinct authors out. */
public final class SharedJob {
  private SharedJob() {}

  /**
   * Counts a file of {@link org.kith.reflection.SharedReflection}s.
   *
   * @param file the file
   * @param last ISO 8601 day; a week whose Monday lies after it does not count. Null for all
   * @param k fewest authors of a phrase that is looked at at all
   * @throws IOException if the file cannot be read; the message names it and what to do, and holds
   *     nothing that anybody wrote
   */
  public static Shared run(SparkSession spark, Path file, String last, int k) throws IOException {
    String name = new org.apache.hadoop.fs.Path(file.toUri()).toString();
    Dataset<Row> reflections = null;
    try {
      reflections =
          spark
              .read()
              .option("__globPaths__", false)
              .parquet(name)
              .transform(r -> last == null ? r : Reflections.until(r, last))
              .transform(Reflections::ofOrganisations)
              .transform(Reflections::withPeriod)
              .persist(StorageLevel.MEMORY_AND_DISK());
      return counted(reflections, k);
    } catch (Exception e) { // Spark throws checked exceptions without declaring them.
      if (e instanceof SparkThrowable || e.getCause() instanceof SparkThrowable) {
        throw new IOException(
            file + " cannot be read as shared reflections. Share them from the store again.", e);
      }
      throw new IOException("Counting the reflections in " + file + " failed.", e);
    } finally {
      if (reflections != null) {
        reflections.unpersist();
      }
    }
  }

  private static Shared counted(Dataset<Row> reflections, int k) {
    Row weeks = reflections.agg(min(Columns.WEEK), max(Columns.WEEK)).first();
    if (weeks.isNullAt(0)) {
      return Shared.NOTHING;
    }
    String last = weeks.getString(1);
    Dataset<Row> answered =
        reflections
            .drop(Columns.name(Columns.WORDS))
            .transform(r -> Reflections.withAnswers(r, last));
    Dataset<Row> sentences = reflections.transform(Phrases::sentences);
    return new Shared(
        weeks.getString(0),
        last,
        authors(answered),
        teamWeeks(reflections),
        open(answered),
        phrases(sentences, k),
        writings(sentences));
  }

  private static List<Authors> authors(Dataset<Row> answered) {
    return answered.transform(Facts::told).transform(Facts::authors).collectAsList().stream()
        .map(
            r ->
                new Authors(
                    Fact.valueOf(r.getString(0)),
                    r.getString(1),
                    r.getString(2),
                    r.getString(3),
                    r.getString(4),
                    r.getLong(5),
                    r.getLong(6)))
        .sorted(
            comparing(Authors::fact)
                .thenComparing(Authors::key)
                .thenComparing(Authors::level)
                .thenComparing(Authors::period)
                .thenComparing(Authors::organisation))
        .toList();
  }

  private static List<TeamWeeks> teamWeeks(Dataset<Row> reflections) {
    return reflections
        .filter(Columns.TEAM.isNotNull())
        .groupBy(Columns.TEAM, Columns.PERIOD)
        .agg(countDistinct(Columns.WEEK), countDistinct(Columns.AUTHOR))
        .collectAsList()
        .stream()
        .map(r -> new TeamWeeks(r.getString(0), r.getString(1), r.getLong(2), r.getLong(3)))
        .sorted(comparing(TeamWeeks::team).thenComparing(TeamWeeks::period))
        .toList();
  }

  private static List<OpenFor> open(Dataset<Row> answered) {
    return answered
        .filter(size(Columns.BARRIERS).gt(0))
        .groupBy(Columns.DAYS, Columns.CLOSED)
        .agg(count(lit(1)))
        .collectAsList()
        .stream()
        .map(r -> new OpenFor(r.getInt(0), r.getBoolean(1), r.getLong(2)))
        .sorted(comparing(OpenFor::days).thenComparing(OpenFor::closed))
        .toList();
  }

  private static List<Phrase> phrases(Dataset<Row> sentences, int k) {
    Set<String> common =
        new TreeSet<>(
            sentences
                .transform(s -> Phrases.common(s, StopWords.english(), k))
                .as(Encoders.STRING())
                .collectAsList());
    if (common.isEmpty()) {
      return List.of();
    }
    return sentences
        .transform(s -> Phrases.used(s, Phrases.LONGEST, common))
        .transform(used -> Phrases.authors(used, k))
        .collectAsList()
        .stream()
        .map(
            r ->
                new Phrase(
                    r.getString(0), r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4)))
        .sorted(comparing(Phrase::phrase).thenComparing(Phrase::period))
        .toList();
  }

  /** So many reflections at most, drawn by their pseudonyms: which they are says nothing. */
  private static List<Writing> writings(Dataset<Row> sentences) {
    Set<String> stopWords = StopWords.english();
    return sentences
        .orderBy(xxhash64(Columns.REFLECTION), Columns.REFLECTION)
        .limit(Suggestions.MOST)
        .select(
            Columns.AUTHOR,
            Columns.ORGANISATION,
            filter(flatten(Phrases.SENTENCES), word -> not(word.isInCollection(stopWords))))
        .collectAsList()
        .stream()
        .map(r -> new Writing(r.getString(0), r.getString(1), r.getList(2)))
        .toList();
  }
}
