package org.kith.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.ResponseFile;
import org.kith.statistics.CrossProducts;

/** People over waves, against following the same people one by one in plain Java. */
@ExtendWith(SharedSpark.class)
class PanelJobTest {
  /** A made-up row of the lake. */
  private record Answered(String person, String source, Person as) {}

  /** Whom a pattern or a transition is of. */
  private record Key(String name, String organisation, List<String> waves) {}

  @TempDir Path folder;

  static List<Instrument> instruments() {
    return GroupStatisticsJobTest.instruments();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void people_are_followed_as_a_plain_recount_follows_them(
      Instrument instrument, SparkSession spark) throws IOException {
    List<Answered> rows = rows(instrument, 1_500, new Random(21));
    check(instrument, rows, run(spark, instrument, write(instrument, rows), Set.of()));
  }

  @Test
  void people_who_are_held_out_are_followed_nowhere(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Answered> rows = rows(instrument, 300, new Random(22));
    Set<String> heldOut = Set.of("p1", "p2", "p7", "nobody");
    List<Answered> others = rows.stream().filter(r -> !heldOut.contains(r.person)).toList();
    assertThat(others).hasSizeLessThan(rows.size());
    check(instrument, others, run(spark, instrument, write(instrument, rows), heldOut));
  }

  @Test
  void of_two_exports_in_a_wave_the_first_by_name_counts(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Answered> rows = new ArrayList<>();
    rows.add(row("p", "autumn", "2025q1", 1, 1, 1));
    rows.add(row("p", "late", "2025q1", 3, 3, 3));
    rows.add(row("p", "late", "2025q2", 2, 2, 2));
    Panel panel = run(spark, instrument, write(instrument, rows), Set.of());
    Collections.reverse(rows);
    Panel reversed = run(spark, instrument, write(instrument, rows), Set.of());
    for (Panel of : List.of(panel, reversed)) {
      assertThat(of.transitions().get(0).people()).isEqualTo(Map.of(1, Map.of(2, 1L)));
    }
    check(instrument, rows, panel);
  }

  @Test
  void a_wave_left_out_by_a_person_is_between_no_two_waves(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Answered> rows =
        List.of(
            row("p", "a", "2025q1", 1, 1, 1),
            row("p", "a", "2025q3", 2, 2, 2),
            row("q", "a", "2025q2", 2, 2, 2));
    Panel panel = run(spark, instrument, write(instrument, rows), Set.of());
    assertThat(panel.transitions()).isEmpty();
    assertThat(panel.patterns().stream().map(Panel.Pattern::waves).distinct())
        .containsExactly(List.of("2025q1", "2025q3"), List.of("2025q2"));
  }

  @Test
  void an_instrument_of_one_wave_is_not_read(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Path> files = write(instrument, List.of(row("p", "a", "2025q1", 1, 1, 1)));
    List<GroupStatistics> counted = GroupStatisticsJob.run(spark, instrument, List.of(), files);
    Files.delete(files.get(0));
    assertThat(PanelJob.run(spark, instrument, files, Set.of(), counted)).isEqualTo(Panel.NONE);
    assertThat(PanelJob.run(spark, instrument, List.of(), Set.of(), List.of()))
        .isEqualTo(Panel.NONE);
  }

  @Test
  void an_item_asked_later_has_no_value_before(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(0);
    Path before = folder.resolve("before.parquet");
    Person was = new Person("org", "2025q1", List.of(), List.of(2));
    Person.write(before, List.of(was), List.of(), List.of("a"), "p");
    Path after = folder.resolve("after.parquet");
    Person is = new Person("org", "2025q2", List.of(), List.of(1, 1));
    Person.write(after, List.of(is), List.of(), List.of("a", "b"), "p");
    Panel panel = run(spark, instrument, List.of(before, after), Set.of());
    assertThat(panel.patterns().stream().map(p -> p.measure() + " " + p.waves()))
        .containsExactly("a [2025q1, 2025q2]", "b [2025q2]");
    assertThat(panel.transitions()).singleElement().returns("a", Panel.Transition::item);
  }

  @Test
  void how_rows_are_shared_out_changes_no_byte(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(2); // sums divided by the items answered
    List<Answered> rows = rows(instrument, 2_000, new Random(23));
    List<Path> files = write(instrument, rows);
    Panel panel = run(spark, instrument, files, Set.of());
    Collections.shuffle(rows, new Random(24));
    List<Path> others = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      int from = part * rows.size() / 4;
      int to = (part + 1) * rows.size() / 4;
      others.addAll(write(instrument, rows.subList(from, to)));
    }
    Panel other = run(spark, instrument, others, Set.of());
    GroupStatisticsFile.write(folder.resolve("1"), instrument, List.of(), panel);
    GroupStatisticsFile.write(folder.resolve("4"), instrument, List.of(), other);
    for (String name : List.of("means-patterns.parquet", "means-transitions.parquet")) {
      assertThat(folder.resolve("4").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("1").resolve(name));
    }
  }

  @Test
  void a_missing_file_is_named_with_what_to_do(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Answered> rows = rows(instrument, 20, new Random(25));
    List<Path> files = write(instrument, rows);
    List<GroupStatistics> counted = GroupStatisticsJob.run(spark, instrument, List.of(), files);
    Files.delete(files.get(0));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> PanelJob.run(spark, instrument, files, Set.of(), counted))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(files.get(0) + " is not there. ");
  }

  private static Panel run(
      SparkSession spark, Instrument instrument, List<Path> files, Set<String> heldOut)
      throws IOException {
    return PanelJob.run(
        spark,
        instrument,
        files,
        heldOut,
        GroupStatisticsJob.run(spark, instrument, List.of(), files, heldOut));
  }

  private static Answered row(String person, String source, String wave, Integer... answers) {
    return new Answered(person, source, new Person("org", wave, List.of(), List.of(answers)));
  }

  /** Rows of so many people, of whom some come again, some change sides and some answer twice. */
  private static List<Answered> rows(Instrument instrument, int people, Random random) {
    List<Answered> rows = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Person as : Person.several(instrument, 3 * people, 4, 0, random)) {
      String person = "p" + random.nextInt(people);
      String source = random.nextInt(9) == 0 ? "late" : "autumn";
      if (seen.add(person + as.organisation() + as.wave() + source)) {
        rows.add(new Answered(person, source, as));
      }
    }
    return rows;
  }

  private int written;

  /** A file per wave and export. */
  private List<Path> write(Instrument instrument, List<Answered> rows) throws IOException {
    List<String> items = instrument.items().stream().map(Item::id).toList();
    Map<String, ResponseFile> open = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    for (Answered row : rows) {
      String name = row.as.wave() + " " + row.source;
      if (!open.containsKey(name)) {
        Path file = folder.resolve(written++ + ".parquet");
        files.add(file);
        open.put(
            name,
            ResponseFile.create(
                file, row.as.wave(), row.source, new ResponseFile.Columns(List.of(), items)));
      }
      open.get(name)
          .write(
              row.person,
              row.as.organisation(),
              List.of(),
              row.as.answers().stream().mapToInt(Integer::intValue).toArray());
    }
    for (ResponseFile file : open.values()) {
      file.close();
    }
    return files;
  }

  private static void check(Instrument instrument, List<Answered> rows, Panel panel) {
    SortedMap<String, SortedMap<String, Person>> people = new TreeMap<>();
    rows.stream()
        .sorted(java.util.Comparator.comparing(Answered::source))
        .forEach(
            row ->
                people
                    .computeIfAbsent(row.person + " " + row.as.organisation(), p -> new TreeMap<>())
                    .putIfAbsent(row.as.wave(), row.as));
    List<String> waves = rows.stream().map(r -> r.as.wave()).distinct().sorted().toList();
    checkPatterns(instrument, people, panel);
    checkTransitions(instrument, people, waves, panel);
    assertThat(panel.patterns().stream().map(Panel.Pattern::organisation)).isSorted();
  }

  private static void checkPatterns(
      Instrument instrument, SortedMap<String, SortedMap<String, Person>> people, Panel panel) {
    Map<Key, List<double[]>> expected = new HashMap<>();
    for (Measure measure : Measure.of(instrument)) {
      for (SortedMap<String, Person> person : people.values()) {
        SortedMap<String, Double> values = new TreeMap<>();
        person.forEach(
            (wave, as) -> {
              Double value = PersonValues.of(instrument, measure, as.answers());
              if (value != null) {
                values.put(wave, value);
              }
            });
        if (!values.isEmpty()) {
          String organisation = person.get(person.firstKey()).organisation();
          expected
              .computeIfAbsent(
                  new Key(measure.name(), organisation, List.copyOf(values.keySet())),
                  k -> new ArrayList<>())
              .add(values.values().stream().mapToDouble(Double::doubleValue).toArray());
        }
      }
    }
    assertThat(panel.patterns()).hasSameSizeAs(expected.keySet());
    for (Panel.Pattern pattern : panel.patterns()) {
      assertThat(pattern.instrument()).isEqualTo(instrument.id());
      int k = pattern.waves().size();
      CrossProducts sums =
          CrossProducts.of(
              expected
                  .get(new Key(pattern.measure(), pattern.organisation(), pattern.waves()))
                  .toArray(double[][]::new),
              k);
      assertThat(pattern.values().n()).isEqualTo(sums.n());
      for (int i = 0; i < k; i++) {
        assertThat(pattern.values().sum(i)).isCloseTo(sums.sum(i), within(1e-8));
        for (int j = 0; j < k; j++) {
          assertThat(pattern.values().product(i, j)).isCloseTo(sums.product(i, j), within(1e-8));
        }
      }
    }
  }

  private static void checkTransitions(
      Instrument instrument,
      SortedMap<String, SortedMap<String, Person>> people,
      List<String> waves,
      Panel panel) {
    Map<Key, SortedMap<Integer, SortedMap<Integer, Long>>> expected = new HashMap<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      Item item = instrument.items().get(i);
      for (SortedMap<String, Person> person : people.values()) {
        for (int w = 1; w < waves.size(); w++) {
          Person before = person.get(waves.get(w - 1));
          Person after = person.get(waves.get(w));
          if (before != null
              && after != null
              && item.valid(before.answers().get(i))
              && item.valid(after.answers().get(i))) {
            expected
                .computeIfAbsent(
                    new Key(item.id(), after.organisation(), waves.subList(w - 1, w + 1)),
                    k -> new TreeMap<>())
                .computeIfAbsent(before.answers().get(i), c -> new TreeMap<>())
                .merge(after.answers().get(i), 1L, Long::sum);
          }
        }
      }
    }
    Map<Key, SortedMap<Integer, SortedMap<Integer, Long>>> counted = new HashMap<>();
    for (Panel.Transition t : panel.transitions()) {
      counted.put(new Key(t.item(), t.organisation(), List.of(t.from(), t.to())), t.people());
    }
    assertThat(counted).isEqualTo(expected).hasSameSizeAs(panel.transitions());
  }
}
