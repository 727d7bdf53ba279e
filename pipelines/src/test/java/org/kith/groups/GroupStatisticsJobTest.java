package org.kith.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.groups.Instruments.item;
import static org.kith.groups.Instruments.scored;
import static org.kith.groups.Instruments.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring.Method;

@ExtendWith(SharedSpark.class)
class GroupStatisticsJobTest {
  private static final List<String> DIMENSIONS = List.of("age", "home");

  @TempDir Path folder;

  static List<Instrument> instruments() {
    return List.of(
        Instruments.of(
            "alone",
            scoring(Method.PERCENT_IN_CODES, 1),
            item("a", 4, false, Set.of()),
            item("b", 5, false, Set.of(5))),
        Instruments.of(
            "sums",
            scoring(Method.SUM, 2),
            item("a", 3, false, Set.of()),
            item("b", 3, true, Set.of()),
            item("c", 4, true, Set.of(4))),
        Instruments.of(
            "means",
            scoring(Method.MEAN, 2),
            item("a", 6, false, Set.of()),
            item("b", 6, true, Set.of()),
            item("c", 6, false, Set.of()),
            item("d", 6, true, Set.of())),
        Instruments.of(
            "mapped",
            scoring(Method.MEAN_OF_SCORE_MAP, 1),
            // Reversed items with scores are not turned round again.
            scored("a", true, 100.0, 75.0, 50.0, 25.0, 0.0),
            scored("b", false, 0.0, 33.3, 66.7, 100.0, null),
            scored("c", false, 0.5, -1.0)));
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void counts_are_those_of_a_plain_recount(Instrument instrument, SparkSession spark)
      throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      List<Person> people = Person.several(instrument, 2_000, 5, 2, new Random(seed));
      assertThat(run(spark, instrument, write("seed" + seed, instrument, people)))
          .usingRecursiveComparison()
          .ignoringFields("complete", "profiles", "sources") // SumsOverPeopleTest
          .isEqualTo(recount(instrument, people));
    }
  }

  @Test
  void answers_of_an_item_add_up_to_the_people(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(2);
    List<Person> people = Person.several(instrument, 500, 3, 2, new Random(4));
    List<GroupStatistics> groups = run(spark, instrument, write("a", instrument, people));
    assertThat(groups.stream().mapToLong(GroupStatistics::people).sum()).isEqualTo(500);
    for (GroupStatistics group : groups) {
      assertThat(group.answers().values())
          .allSatisfy(
              counts ->
                  assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                      .isEqualTo(group.people()));
    }
  }

  @Test
  void people_who_are_held_out_are_as_if_they_had_not_answered(SparkSession spark)
      throws IOException {
    Instrument instrument = instruments().get(1);
    List<Person> people = Person.several(instrument, 600, 3, 2, new Random(8));
    List<Person> others = people.stream().filter(p -> !p.organisation().equals("org1")).toList();
    Path file = write("everybody", instrument, others).get(0);
    Path theirs = folder.resolve("theirs.parquet");
    List<String> items = instrument.items().stream().map(Item::id).toList();
    List<Person> held = people.stream().filter(p -> p.organisation().equals("org1")).toList();
    Person.write(theirs, held.subList(0, 1), DIMENSIONS, items, "held");
    List<Path> both = List.of(file, theirs);

    List<GroupStatistics> all = run(spark, instrument, both);
    List<GroupStatistics> without =
        GroupStatisticsJob.run(spark, instrument, DIMENSIONS, both, Set.of("held", "nobody"));
    assertThat(without)
        .usingRecursiveComparison()
        .isEqualTo(run(spark, instrument, List.of(file)))
        .isNotEqualTo(all);
    assertThat(all.stream().mapToLong(GroupStatistics::people).sum())
        .isEqualTo(without.stream().mapToLong(GroupStatistics::people).sum() + 1);
    assertThat(GroupStatisticsJob.run(spark, instrument, DIMENSIONS, both, Set.of()))
        .usingRecursiveComparison()
        .isEqualTo(all);
  }

  @Test
  void an_item_asked_later_counts_as_not_asked_before(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(0);
    Person person = new Person("org0", "2025q1", List.of("young", "rents"), List.of(2, 3));
    Path before = folder.resolve("before.parquet");
    Person.write(before, List.of(person, person), List.of("age"), List.of("a"));
    Path after = folder.resolve("after.parquet");
    Person.write(after, List.of(person), DIMENSIONS, List.of("a", "b"));

    GroupStatistics group = run(spark, instrument, List.of(before, after)).get(0);
    assertThat(group.people()).isEqualTo(3);
    assertThat(group.answers().get("b"))
        .containsExactlyInAnyOrderEntriesOf(Map.of(-1, 2L, 1, 0L, 2, 0L, 3, 1L, 4, 0L, 5, 0L));
    assertThat(group.known())
        .isEqualTo(Map.of("age", Map.of("young", 3L), "home", Map.of("rents", 1L)));
  }

  @Test
  void only_the_files_named_are_read(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(0);
    Person person = new Person("org0", "2025q1", List.of("young", "rents"), List.of(2, 3));
    // A folder name that a pattern would trip over, as the lake's own folders are.
    Path wave = folder.resolve("Our [new] place {1,2} 100%").resolve("wave=2025q1");
    List<String> items = List.of("a", "b");
    Path named = Person.write(wave.resolve("a*.parquet"), List.of(person), DIMENSIONS, items);
    Person.write(wave.resolve("ab.parquet"), List.of(person), DIMENSIONS, items);
    assertThat(run(spark, instrument, List.of(named)))
        .singleElement()
        .returns(1L, GroupStatistics::people)
        .returns("2025q1", GroupStatistics::wave);
  }

  @Test
  void no_files_give_no_groups(SparkSession spark) throws IOException {
    assertThat(run(spark, instruments().get(0), List.of())).isEmpty();
  }

  @Test
  void files_without_rows_give_no_groups(SparkSession spark) throws IOException {
    Path file = folder.resolve("empty.parquet");
    var columns = new org.kith.lake.ResponseFile.Columns(DIMENSIONS, List.of("a", "b"));
    org.kith.lake.ResponseFile.create(file, "2025q1", "test", columns).close();
    assertThat(run(spark, instruments().get(0), List.of(file))).isEmpty();
  }

  @Test
  void a_code_that_is_no_answer_says_what_to_do(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(0);
    for (int code : new int[] {6, 900, -6}) {
      Person person = new Person("org0", "2025q1", List.of("x", "y"), List.of(2, code));
      List<Path> files = write("code" + code, instrument, List.of(person));
      assertThatThrownBy(() -> run(spark, instrument, files))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "1 answers to item b of instrument alone are none of its answers [1, 2, 3, 4, 5]. The"
                  + " instrument has changed since they were read in: run kith ingest again.");
    }
  }

  @Test
  void a_damaged_file_is_named_with_what_to_do(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(0);
    Random random = new Random(5);
    Path file = write("damaged", instrument, Person.several(instrument, 900, 3, 2, random)).get(0);
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> run(spark, instrument, List.of(file)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " cannot be read as Parquet. ");

    for (int i = 4; i < whole.length / 2; i++) {
      whole[i] ^= (byte) random.nextInt();
    }
    Files.write(file, whole);
    assertThatThrownBy(() -> run(spark, instrument, List.of(file)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " cannot be read as Parquet. ");

    Files.delete(file);
    assertThatThrownBy(() -> run(spark, instrument, List.of(file)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is not there. ");
  }

  private static List<GroupStatistics> run(
      SparkSession spark, Instrument instrument, List<Path> files) throws IOException {
    return GroupStatisticsJob.run(spark, instrument, DIMENSIONS, files);
  }

  private List<Path> write(String name, Instrument instrument, List<Person> people)
      throws IOException {
    return Person.perWave(folder.resolve(name), instrument, people, DIMENSIONS);
  }

  private static List<GroupStatistics> recount(Instrument instrument, List<Person> people) {
    return people.stream()
        .collect(Collectors.groupingBy(p -> p.organisation() + " " + p.wave()))
        .values()
        .stream()
        .map(group -> recountGroup(instrument, group))
        .sorted(
            Comparator.comparing(GroupStatistics::organisation)
                .thenComparing(GroupStatistics::wave))
        .toList();
  }

  private static GroupStatistics recountGroup(Instrument instrument, List<Person> people) {
    SortedMap<String, SortedMap<Integer, Long>> answers = new TreeMap<>();
    SortedMap<String, Map<String, Long>> known = new TreeMap<>();
    SortedMap<Double, Long> scores = new TreeMap<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      SortedMap<Integer, Long> counts = new TreeMap<>();
      instrument.items().get(i).answers().forEach(a -> counts.put(a.code(), 0L));
      for (Person person : people) {
        counts.merge(person.answers().get(i), 1L, Long::sum);
      }
      answers.put(instrument.items().get(i).id(), counts);
    }
    for (int d = 0; d < DIMENSIONS.size(); d++) {
      SortedMap<String, Long> counts = new TreeMap<>();
      for (Person person : people) {
        if (person.groups().get(d) != null) {
          counts.merge(person.groups().get(d), 1L, Long::sum);
        }
      }
      known.put(DIMENSIONS.get(d), counts);
    }
    for (Person person : people) {
      Double score = PersonValues.score(instrument, person.answers());
      if (score != null) {
        scores.merge(score, 1L, Long::sum);
      }
    }
    return new GroupStatistics(
        instrument.id(),
        people.get(0).organisation(),
        people.get(0).wave(),
        people.size(),
        answers,
        known,
        scores);
  }
}
