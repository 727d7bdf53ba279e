package org.kith.authors;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Words and phrases of one to three words, as often as authors used them.
 *
 * <p>A phrase lies within a sentence: punctuation, a line's end, a number, and what the scrubber
 * put in the place of a name, such as {@code [a name]}, break it. It neither begins nor ends with a
 * stop word. Case does not matter.
 */
final class Phrases {
  static final int LONGEST = 3;

  /** Per sentence, its words in order. */
  static final Column SENTENCES = col("sentences");

  private static final String BREAK = " . ";
  private static final String MOST = "most";

  private Phrases() {}

  /** With the words of each sentence; of reflections without words none are left. */
  static Dataset<Row> sentences(Dataset<Row> reflections) {
    Column apostrophes = regexp_replace(lower(Columns.WORDS), "[\\u2018\\u2019]", "'");
    Column unscrubbed = regexp_replace(apostrophes, "\\[[^\\]]*\\]", BREAK);
    Column lettered = regexp_replace(unscrubbed, "\\S*\\p{N}\\S*", BREAK);
    Column parts = split(lettered, "[^\\p{L}'\\- ]+");
    return reflections
        .filter(Columns.WORDS.isNotNull())
        .withColumn(
            Columns.name(SENTENCES),
            transform(
                parts,
                part ->
                    filter(
                        transform(
                            split(trim(part), " +"),
                            word -> regexp_replace(word, "^['-]+|['-]+$", "")),
                        word -> word.notEqual(""))));
  }

  /** A row for each phrase of each reflection, among those that begin and end with these words. */
  static Dataset<Row> used(Dataset<Row> sentences, int longest, Set<String> ends) {
    Column[] lengths =
        IntStream.rangeClosed(1, longest)
            .mapToObj(n -> flatten(transform(SENTENCES, s -> phrases(s, n, ends))))
            .toArray(Column[]::new);
    return sentences.select(
        Columns.PERIOD,
        Columns.ORGANISATION,
        Columns.TEAM,
        Columns.AUTHOR,
        explode(array_distinct(concat(lengths))).as(Columns.name(Columns.PHRASE)));
  }

  private static Column phrases(Column sentence, int n, Set<String> ends) {
    Column starts =
        filter(
            sequence(lit(1), greatest(size(sentence), lit(1))),
            at ->
                at.leq(size(sentence).minus(n - 1))
                    .and(try_element_at(sentence, at).isInCollection(ends))
                    .and(try_element_at(sentence, at.plus(n - 1)).isInCollection(ends)));
    return transform(starts, at -> concat_ws(" ", slice(sentence, at, lit(n))));
  }

  /** The words at least so many authors used, but no stop words. */
  static Dataset<Row> common(Dataset<Row> sentences, Set<String> stopWords, int k) {
    return sentences
        .select(
            Columns.AUTHOR,
            explode(
                    filter(
                        array_distinct(flatten(SENTENCES)),
                        word -> not(word.isInCollection(stopWords))))
                .as(Columns.name(Columns.PHRASE)))
        .distinct()
        .groupBy(Columns.PHRASE)
        .agg(count(lit(1)).as(Columns.name(Columns.AUTHORS)))
        .filter(Columns.AUTHORS.geq(k))
        .select(Columns.PHRASE);
  }

  /** By phrase and period, of phrases that at least k authors used in some period. */
  static Dataset<Row> authors(Dataset<Row> used, int k) {
    return used.groupBy(Columns.PERIOD, Columns.PHRASE, Columns.AUTHOR)
        .agg(
            min(Columns.TEAM).as(Columns.name(Columns.TEAM)),
            min(Columns.ORGANISATION).as(Columns.name(Columns.ORGANISATION)))
        .groupBy(Columns.PHRASE, Columns.PERIOD)
        .agg(
            count(lit(1)).as(Columns.name(Columns.AUTHORS)),
            size(collect_set(Columns.TEAM)).cast("long").as(Columns.name(Columns.TEAMS)),
            size(collect_set(Columns.ORGANISATION))
                .cast("long")
                .as(Columns.name(Columns.ORGANISATIONS)))
        .withColumn(MOST, max(Columns.AUTHORS).over(Window.partitionBy(Columns.PHRASE)))
        .filter(col(MOST).geq(k))
        .drop(MOST);
  }
}
