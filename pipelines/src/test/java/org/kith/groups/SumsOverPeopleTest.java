package org.kith.groups;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kith.groups.Instruments.item;
import static org.kith.groups.Instruments.scored;
import static org.kith.groups.Instruments.scoring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring.Method;
import org.kith.lake.Responses;

/**
 * The sums that models, reliability and weights rest on, against the same sums over the same people
 * in plain Java, one person and one value at a time.
 */
@ExtendWith(SharedSpark.class)
class SumsOverPeopleTest {
  private static final List<String> DIMENSIONS = List.of("age", "home");

  @TempDir Path folder;

  static List<Instrument> instruments() {
    return GroupStatisticsJobTest.instruments();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void complete_cases_are_those_of_a_plain_recount(Instrument instrument, SparkSession spark)
      throws IOException {
    List<Person> people = Person.several(instrument, 3_000, 3, 2, new Random(11));
    List<Path> files = Person.perWave(folder, instrument, people, DIMENSIONS);
    Map<Rematch.Group, List<double[]>> cases = new HashMap<>();
    for (Person person : people) {
      double[] values = values(instrument, person);
      if (DoubleStream.of(values).noneMatch(Double::isNaN)) {
        cases.computeIfAbsent(person.group(), g -> new ArrayList<>()).add(values);
      }
    }
    List<GroupStatistics> groups = run(spark, instrument, files);
    assertThat(groups).hasSize(12);
    for (GroupStatistics group : groups) {
      List<double[]> of =
          cases.getOrDefault(
              new Rematch.Group(group.organisation(), group.wave()), List.<double[]>of());
      var products = group.complete().values();
      assertThat(products.n()).isEqualTo(of.size());
      assertThat(products.variables()).isEqualTo(instrument.items().size());
      for (int i = 0; i < products.variables(); i++) {
        int a = i;
        near(products.sum(i), of, v -> v[a]);
        for (int j = 0; j < products.variables(); j++) {
          int b = j;
          near(products.product(i, j), of, v -> v[a] * v[b]);
        }
      }
    }
  }

  private static void near(double actual, List<double[]> cases, ToDoubleFunction<double[]> of) {
    assertThat(actual).isCloseTo(cases.stream().mapToDouble(of).sum(), within(1e-8));
  }

  /** A person's value of each item, the reversed ones turned round; not a number where none. */
  private static double[] values(Instrument instrument, Person person) {
    return IntStream.range(0, instrument.items().size())
        .mapToDouble(i -> value(instrument, i, person.answers().get(i)))
        .toArray();
  }

  private static double value(Instrument instrument, int i, int code) {
    Item item = instrument.items().get(i);
    if (!item.valid(code)) {
      return Double.NaN;
    }
    if (instrument.scoring().method() == Method.MEAN_OF_SCORE_MAP) {
      Double score = item.answer(code).map(Answer::score).orElse(null);
      return score == null ? Double.NaN : score;
    }
    // The made-up items offer 1, 2, … and exclude the last if any.
    int valid = (int) item.answers().stream().filter(a -> item.valid(a.code())).count();
    return item.reversed() ? 1 + valid - code : code;
  }

  @Test
  void people_are_matched_on_the_sum_of_all_items_while_there_are_few(SparkSession spark)
      throws IOException {
    Instrument instrument = instruments().get(2); // 6 answers to 4 items: 21 sums
    List<Person> people = Person.several(instrument, 2_000, 2, 2, new Random(12));
    List<Path> files = Person.perWave(folder, instrument, people, DIMENSIONS);
    Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> expected =
        matched(instrument, people, Set.of("a", "b", "c", "d"));
    for (GroupStatistics group : run(spark, instrument, files)) {
      assertThat(group.complete().matched())
          .isEqualTo(expected.get(new Rematch.Group(group.organisation(), group.wave())));
    }
  }

  @Test
  void people_are_matched_anew_on_some_items(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(2);
    List<Person> people = Person.several(instrument, 2_000, 2, 2, new Random(13));
    List<Path> files = Person.perWave(folder, instrument, people, DIMENSIONS);
    assertThat(RematchJob.run(spark, instrument, uris(files), Set.of("b", "d"), Set.of()))
        .isEqualTo(matched(instrument, people, Set.of("b", "d")))
        .isNotEqualTo(matched(instrument, people, Set.of("b", "c")));
    assertThat(RematchJob.run(spark, instrument, uris(files), Set.of("b", "d"), Set.of("someone")))
        .as("everybody is held out")
        .isEmpty();
    assertThatThrownBy(
            () -> RematchJob.run(spark, instrument, uris(files), Set.of("b", "nothing"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Nobody can be matched on item 'nothing' of instrument means. Items that have values:"
                + " [a, b, c, d].");
  }

  private static Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>>
      matched(Instrument instrument, List<Person> people, Set<String> on) {
    Map<Rematch.Group, SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>>> matched =
        new HashMap<>();
    for (Person person : people) {
      double[] values = values(instrument, person);
      if (DoubleStream.of(values).anyMatch(Double::isNaN)) {
        continue;
      }
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += on.contains(instrument.items().get(i).id()) ? values[i] : 0;
      }
      for (int i = 0; i < values.length; i++) {
        matched
            .computeIfAbsent(person.group(), g -> new TreeMap<>())
            .computeIfAbsent(instrument.items().get(i).id(), q -> new TreeMap<>())
            .computeIfAbsent(sum, s -> new TreeMap<>())
            .merge(person.answers().get(i), 1L, Long::sum);
      }
    }
    return matched;
  }

  @Test
  void many_sums_are_grouped_into_classes_that_mean_the_same_everywhere(SparkSession spark)
      throws IOException {
    Item[] items =
        IntStream.range(0, 8)
            .mapToObj(i -> item("q" + i, 5, i == 3, Set.of()))
            .toArray(Item[]::new);
    Instrument instrument = Instruments.of("many", scoring(Method.MEAN, 4), items);
    List<Person> people = Person.several(instrument, 4_000, 2, 2, new Random(14));
    List<Path> files = Person.perWave(folder, instrument, people, DIMENSIONS);
    // 33 sums, 8 to 40, two to a class: 8.5, 10.5, … and 40 alone.
    for (GroupStatistics group : run(spark, instrument, files)) {
      SortedMap<String, SortedMap<Double, SortedMap<Integer, Long>>> matched = new TreeMap<>();
      for (Person person : people) {
        double sum = DoubleStream.of(values(instrument, person)).sum();
        if (person.group().equals(new Rematch.Group(group.organisation(), group.wave()))
            && !Double.isNaN(sum)) {
          double value = sum == 40 ? 40 : 8.5 + 2 * Math.floor((sum - 8) / 2);
          for (int i = 0; i < 8; i++) {
            matched
                .computeIfAbsent("q" + i, q -> new TreeMap<>())
                .computeIfAbsent(value, s -> new TreeMap<>())
                .merge(person.answers().get(i), 1L, Long::sum);
          }
        }
      }
      assertThat(group.complete().matched()).isEqualTo(matched);
    }
  }

  @Test
  void the_same_answer_all_the_way_down_is_counted_of_like_items_only(SparkSession spark)
      throws IOException {
    List<List<Integer>> answers =
        List.of(List.of(2, 2, 2), List.of(3, 3, 3), List.of(2, 2, 3), List.of(2, 2, -2));
    List<Person> people =
        answers.stream().map(a -> new Person("org", "2025q1", List.of("x", "y"), a)).toList();
    Item a = item("a", 3, false, Set.of());
    Item b = item("b", 3, true, Set.of());
    Item[] alike = {a, b, item("c", 3, false, Set.of())};
    Item[] unlike = {a, b, item("c", 4, false, Set.of())};
    assertThat(straight(spark, people, alike)).isEqualTo(2);
    assertThat(straight(spark, people, unlike)).isZero();
    assertThat(straight(spark, people, a, b)).as("two items").isZero();
  }

  private long straight(SparkSession spark, List<Person> people, Item... items) throws IOException {
    Instrument instrument = Instruments.of("alike", scoring(Method.SUM, 2), items);
    List<Path> files = Person.perWave(folder, instrument, people, DIMENSIONS);
    return run(spark, instrument, files).get(0).complete().straight();
  }

  @Test
  void nobody_is_a_complete_case_where_answers_have_no_values(SparkSession spark)
      throws IOException {
    Instrument instrument =
        Instruments.of(
            "one",
            scoring(Method.MEAN_OF_SCORE_MAP, 1),
            scored("a", false, 1.0, 2.0),
            scored("b", false, null, null));
    List<Person> people = Person.several(instrument, 100, 1, 2, new Random(15));
    for (GroupStatistics group :
        run(spark, instrument, Person.perWave(folder, instrument, people, DIMENSIONS))) {
      assertThat(group.complete()).isSameAs(CompleteCases.NONE);
    }
  }

  @Test
  void who_answered_nothing_is_in_a_profile_without_values(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Person> people =
        List.of(new Person("org", "2025q1", Person.groups("x", null), List.of(-1, -2, -5)));
    GroupStatistics group =
        run(spark, instrument, Person.perWave(folder, instrument, people, DIMENSIONS)).get(0);
    assertThat(group.complete().values().n()).isZero();
    assertThat(group.complete().matched().values()).allMatch(Map::isEmpty);
    Profile profile = group.profiles().get(0);
    assertThat(profile.groups()).containsExactly("x", "");
    for (int m = 0; m < Measure.of(instrument).size(); m++) {
      assertThat(profile.n(m) + profile.sum(m) + profile.squares(m) + profile.weight(m)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void profiles_are_those_of_a_plain_recount(Instrument instrument, SparkSession spark)
      throws IOException {
    List<Person> people = Person.several(instrument, 3_000, 2, 2, new Random(16));
    List<Path> files = Person.perWave(folder, instrument, people, DIMENSIONS);
    checkProfiles(instrument, people, run(spark, instrument, files), person -> 1);
  }

  @Test
  void weights_are_those_of_the_rows(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(2);
    List<Person> people = Person.several(instrument, 3_000, 2, 2, new Random(17));
    List<Path> files = new ArrayList<>();
    for (Path file : Person.perWave(folder, instrument, people, DIMENSIONS)) {
      Path weighted = folder.resolve("weighted").resolve(file.getParent().getFileName());
      spark
          .read()
          .parquet(file.toString())
          .withColumn(
              Responses.WEIGHT, when(col("a").gt(0), col("a").cast("long").multiply(lit(250_001L))))
          .write()
          .parquet(weighted.toString());
      try (var parts = Files.list(weighted)) {
        parts.filter(part -> part.toString().endsWith(".parquet")).forEach(files::add);
      }
    }
    ToDoubleFunction<Person> weight =
        person -> person.answers().get(0) > 0 ? person.answers().get(0) * 0.250001 : 1;
    checkProfiles(instrument, people, run(spark, instrument, files), weight);
  }

  private static void checkProfiles(
      Instrument instrument,
      List<Person> people,
      List<GroupStatistics> groups,
      ToDoubleFunction<Person> weight) {
    List<Measure> measures = Measure.of(instrument);
    for (GroupStatistics group : groups) {
      Map<List<String>, List<Person>> alike =
          people.stream()
              .filter(p -> p.organisation().equals(group.organisation()))
              .filter(p -> p.wave().equals(group.wave()))
              .collect(
                  Collectors.groupingBy(
                      p -> p.groups().stream().map(g -> g == null ? "" : g).toList()));
      assertThat(group.profiles().stream().map(Profile::groups))
          .containsExactlyInAnyOrderElementsOf(alike.keySet());
      assertThat(group.profiles().stream().map(p -> String.join("\t", p.groups()))).isSorted();
      for (Profile profile : group.profiles()) {
        for (int m = 0; m < measures.size(); m++) {
          double[] sums = new double[5];
          for (Person person : alike.get(profile.groups())) {
            Double value = PersonValues.of(instrument, measures.get(m), person.answers());
            if (value != null) {
              double w = weight.applyAsDouble(person);
              sums[0]++;
              sums[1] += value;
              sums[2] += value * value;
              sums[3] += w;
              sums[4] += w * value;
            }
          }
          double[] counted = {
            profile.n(m), profile.sum(m), profile.squares(m), profile.weight(m), profile.weighted(m)
          };
          assertThat(counted).containsExactly(sums, within(1e-8));
        }
      }
    }
  }

  @Test
  void people_are_counted_by_the_export_they_came_from(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(0);
    Person person = new Person("org", "2025q1", List.of("x", "y"), List.of(1, 1));
    List<String> items = List.of("a", "b");
    Path one = folder.resolve("one.parquet");
    Person.write(one, List.of(person, person), DIMENSIONS, items, "p", "autumn");
    Path two = folder.resolve("two.parquet");
    Person.write(two, List.of(person), DIMENSIONS, items, "p", "late replies");
    assertThat(run(spark, instrument, List.of(two, one)).get(0).sources())
        .isEqualTo(Map.of("autumn", 2L, "late replies", 1L));
  }

  @Test
  void how_rows_are_shared_out_changes_no_byte(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(3); // tenths, divided by items answered
    List<Person> people = Person.several(instrument, 4_000, 6, 2, new Random(18));
    List<String> items = instrument.items().stream().map(Item::id).toList();
    List<Person> sorted =
        people.stream().filter(p -> p.wave().equals("2025q1")).collect(Collectors.toList());
    Path whole = Person.write(folder.resolve("whole.parquet"), sorted, DIMENSIONS, items);
    java.util.Collections.shuffle(sorted, new Random(19));
    List<Path> parts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      int from = part * sorted.size() / 4;
      int to = (part + 1) * sorted.size() / 4;
      Path file = folder.resolve("part" + part + ".parquet");
      parts.add(Person.write(file, sorted.subList(from, to), DIMENSIONS, items));
    }
    SparkSession split = spark.newSession();
    split.conf().set("spark.sql.files.openCostInBytes", "0");
    split.conf().set("spark.sql.files.maxPartitionBytes", "" + Files.size(parts.get(0)));
    var columns = GroupStatisticsJob.columns(instrument, DIMENSIONS);
    var rows = LakeScan.of(split, instrument, uris(parts), Set.of()).rows(columns);
    assertThat(rows.getNumPartitions()).isGreaterThanOrEqualTo(4);

    var one = run(spark, instrument, List.of(whole));
    GroupStatisticsFile.write(folder.resolve("1"), instrument, one, Panel.NONE);
    var four = run(split, instrument, parts);
    GroupStatisticsFile.write(folder.resolve("4"), instrument, four, Panel.NONE);
    SparkSession byRow = spark.newSession();
    byRow.conf().set("spark.sql.parquet.enableVectorizedReader", "false");
    assertThat(run(byRow, instrument, parts)).isEqualTo(four);
    List<String> written = new ArrayList<>();
    try (var files = Files.list(folder.resolve("1"))) {
      files.map(file -> file.getFileName().toString()).forEach(written::add);
    }
    assertThat(written).hasSizeGreaterThan(2);
    for (String name : written) {
      assertThat(folder.resolve("4").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("1").resolve(name));
    }
  }

  private static List<GroupStatistics> run(
      SparkSession spark, Instrument instrument, List<Path> files) throws IOException {
    return GroupStatisticsJob.run(spark, instrument, DIMENSIONS, files);
  }

  private static List<URI> uris(List<Path> files) {
    return files.stream().map(Path::toUri).toList();
  }
}
