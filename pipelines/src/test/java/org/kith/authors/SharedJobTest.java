package org.kith.authors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kith.groups.SharedSpark;
import org.kith.lake.RecordFile;
import org.kith.patterns.Authors;
import org.kith.patterns.Fact;
import org.kith.patterns.Shared;
import org.kith.patterns.StopWords;
import org.kith.reflection.SharedReflection;

@ExtendWith(SharedSpark.class)
class SharedJobTest {
  @TempDir Path folder;

  @Test
  void counts_what_a_loop_over_the_reflections_counts(SparkSession spark) throws IOException {
    List<SharedReflection> reflections = new InventedReflections(3000, 400, 5);
    Path file = folder.resolve("reflections.parquet");
    RecordFile.write(file, SharedReflection.class, reflections);

    Shared shared = SharedJob.run(spark, file, null, 11);

    Set<List<String>> authors = new HashSet<>();
    Set<List<String>> teams = new HashSet<>();
    Set<String> followed = new HashSet<>();
    reflections.forEach(r -> followed.add(r.follows()));
    Set<String> answered = new HashSet<>();
    Set<String> raised = new HashSet<>();
    for (SharedReflection r : reflections) {
      int quarter = (Integer.parseInt(r.week().substring(5, 7)) + 2) / 3;
      String period = r.week().substring(0, 4) + "q" + quarter;
      for (String theme : r.themes()) {
        authors.add(List.of(theme, period, r.organisation(), r.author()));
        teams.add(List.of(theme, period, r.organisation(), r.team()));
      }
      if (r.levels().contains("policy") && !r.barriers().isEmpty()) {
        raised.add(r.author());
        if (followed.contains(r.reflection())) {
          answered.add(r.author());
        }
      }
    }
    assertThat(shared.authors().stream().filter(a -> a.fact() == Fact.THEME))
        .isNotEmpty()
        .allSatisfy(
            a -> {
              List<String> key = List.of(a.key(), a.period(), a.organisation());
              assertThat(a.authors()).isEqualTo(among(authors, key));
              assertThat(a.teams()).isEqualTo(among(teams, key));
            });
    assertThat(sum(shared, Fact.THEME)).isEqualTo(authors.size());
    assertThat(sum(shared, Fact.RAISED)).isEqualTo(raised.size());
    assertThat(sum(shared, Fact.ANSWERED)).isEqualTo(answered.size()).isPositive();
    assertThat(shared.open().stream().mapToLong(o -> o.barriers()).sum())
        .isEqualTo(reflections.stream().filter(r -> !r.barriers().isEmpty()).count());
    assertThat(shared.phrases())
        .extracting(p -> p.phrase())
        .contains("kitchen", "panel", "extra hour", "stay the extra")
        .noneMatch(p -> p.contains("name") || p.startsWith("the ") || p.endsWith(" the"));
    assertThat(shared.writings()).hasSizeLessThan(reflections.size()).isNotEmpty();
  }

  @Test
  void until_a_day_is_as_if_nothing_had_been_written_after_it(SparkSession spark)
      throws IOException {
    List<SharedReflection> all = new InventedReflections(3000, 400, 5);
    String last = all.get(1500).week();
    Path file = folder.resolve("all.parquet");
    RecordFile.write(file, SharedReflection.class, all);
    Path early = folder.resolve("early.parquet");
    RecordFile.write(
        early,
        SharedReflection.class,
        all.stream().filter(r -> r.week().compareTo(last) <= 0).toList());

    Shared until = SharedJob.run(spark, file, last, 11);

    assertThat(until).isEqualTo(SharedJob.run(spark, early, null, 11));
    assertThat(until.lastWeek()).isEqualTo(last);
    assertThat(SharedJob.run(spark, file, null, 11).lastWeek()).isGreaterThan(last);
  }

  private static long among(Set<List<String>> all, List<String> key) {
    return all.stream().filter(a -> a.subList(0, 3).equals(key)).count();
  }

  /** Of the level policy, where there are levels. */
  private static long sum(Shared shared, Fact fact) {
    return shared.authors().stream()
        .filter(a -> a.fact() == fact)
        .filter(a -> a.level().isEmpty() || a.level().equals("policy"))
        .mapToLong(Authors::authors)
        .sum();
  }

  @Test
  void phrases_stay_within_a_sentence_and_away_from_what_was_scrubbed(SparkSession spark) {
    String text =
        "Waiting for a panel, [a name] rang. Panel-day on 14th March\nShe said ‘don’t’ to soup";
    Set<String> ends = new HashSet<>(List.of("waiting", "panel", "rang", "soup", "march", "don't"));
    List<String> phrases =
        spark
            .createDataset(List.of(text), Encoders.STRING())
            .toDF("words")
            .withColumn("period", functions.lit("p"))
            .withColumn("organisation", functions.lit("o"))
            .withColumn("team", functions.lit("t"))
            .withColumn("author", functions.lit("a"))
            .transform(Phrases::sentences)
            .transform(s -> Phrases.used(s, 4, ends))
            .select("phrase")
            .as(Encoders.STRING())
            .collectAsList();

    // "panel rang" would jump over a name, "march soup" over a line's end and "on march" a number.
    assertThat(phrases)
        .containsExactlyInAnyOrder(
            "waiting",
            "panel",
            "rang",
            "march",
            "don't",
            "soup",
            "waiting for a panel",
            "don't to soup");
    assertThat(StopWords.english()).contains("the", "don't").doesNotContain("panel", "");
    assertThat(Arrays.asList("a", "of")).allMatch(StopWords.english()::contains);
  }
}
