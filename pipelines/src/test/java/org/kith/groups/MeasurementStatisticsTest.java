package org.kith.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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

/** What measurement needs beside counts, against a recount of the same people one by one. */
@ExtendWith(SharedSpark.class)
class MeasurementStatisticsTest {
  private static final List<String> DIMENSIONS = List.of("age", "home");

  @TempDir Path folder;

  static List<Instrument> instruments() {
    return GroupStatisticsJobTest.instruments();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void sums_of_complete_cases_and_profiles_are_those_of_a_plain_recount(
      Instrument instrument, SparkSession spark) throws IOException {
    List<Person> people = Person.several(instrument, 3_000, 4, 2, new Random(11));
    List<GroupStatistics> groups =
        GroupStatisticsJob.run(spark, instrument, DIMENSIONS, write(instrument, people));
    Map<String, List<Person>> byGroup =
        people.stream().collect(Collectors.groupingBy(p -> p.organisation() + p.wave()));
    assertThat(groups).hasSameSizeAs(byGroup.keySet());
    for (GroupStatistics group : groups) {
      List<Person> theirs = byGroup.get(group.organisation() + group.wave());
      assertThat(group.sources()).isEqualTo(new TreeMap<>(Map.of("test", (long) theirs.size())));
      complete(instrument, group, theirs);
      profiles(instrument, group, theirs);
    }
  }

  private static void complete(Instrument instrument, GroupStatistics group, List<Person> people) {
    List<double[]> cases = new ArrayList<>();
    Map<String, Map<Double, Map<Integer, Long>>> matched = new TreeMap<>();
    long straight = 0;
    for (Person person : people) {
      double[] values = new double[instrument.items().size()];
      double sum = 0;
      boolean whole = true;
      for (int i = 0; i < values.length; i++) {
        Double value = value(instrument, instrument.items().get(i), person.answers().get(i));
        whole &= value != null;
        values[i] = value == null ? 0 : value;
        sum += values[i];
      }
      if (whole && instrument.scoring().scalesPeople()) {
        cases.add(values);
        straight += person.answers().stream().distinct().count() == 1 ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
          matched
              .computeIfAbsent(instrument.items().get(i).id(), k -> new TreeMap<>())
              .computeIfAbsent(Math.round(sum * 1000) / 1000.0, k -> new TreeMap<>())
              .merge(person.answers().get(i), 1L, Long::sum);
        }
      }
    }
    assertThat(group.complete().values().n()).isEqualTo(cases.size());
    // Only items with the same answers can be answered straight down.
    boolean alike =
        instrument.items().stream().map(Item::answers).map(a -> a.size()).distinct().count() == 1;
    assertThat(group.complete().straight())
        .isEqualTo(alike && instrument.items().size() > 2 ? straight : 0);
    for (int i = 0; i < group.complete().values().variables(); i++) {
      int a = i;
      assertThat(group.complete().values().sum(i))
          .isCloseTo(cases.stream().mapToDouble(v -> v[a]).sum(), within(1e-8));
      for (int j = i; j < group.complete().values().variables(); j++) {
        int b = j;
        assertThat(group.complete().values().product(i, j))
            .isCloseTo(cases.stream().mapToDouble(v -> v[a] * v[b]).sum(), within(1e-6));
      }
    }
    if (instrument.id().equals("sums") || instrument.id().equals("means")) {
      assertThat(group.complete().matched()).isEqualTo(matched);
    }
  }

  private static void profiles(Instrument instrument, GroupStatistics group, List<Person> people) {
    Map<List<String>, List<Person>> alike =
        people.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.groups().stream().map(g -> Objects.toString(g, "")).toList()));
    assertThat(group.profiles()).extracting(Profile::groups).hasSameElementsAs(alike.keySet());
    List<Measure> measures = Measure.of(instrument);
    for (Profile profile : group.profiles()) {
      for (int m = 0; m < measures.size(); m++) {
        int at = m;
        double[] values =
            alike.get(profile.groups()).stream()
                .map(p -> value(instrument, measures.get(at), p))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double sum = java.util.Arrays.stream(values).sum();
        assertThat(profile.n(m)).isEqualTo(values.length);
        assertThat(profile.sum(m)).isCloseTo(sum, within(1e-4));
        assertThat(profile.squares(m))
            .isCloseTo(java.util.Arrays.stream(values).map(v -> v * v).sum(), within(1e-2));
        assertThat(profile.weight(m)).isEqualTo(values.length);
        assertThat(profile.weighted(m)).isCloseTo(sum, within(1e-4));
      }
    }
  }

  @Test
  void people_are_followed_over_waves(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(2);
    Random random = new Random(5);
    List<String> waves = List.of("2025q1", "2025q2", "2025q3");
    Map<String, Map<String, Person>> everybody = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    List<String> items = instrument.items().stream().map(Item::id).toList();
    for (int i = 0; i < 120; i++) {
      for (String wave : waves) {
        if (random.nextInt(3) > 0) {
          Person drawn = Person.several(instrument, 1, 1, 2, random).get(0);
          Person person = new Person("org" + i % 3, wave, drawn.groups(), drawn.answers());
          everybody.computeIfAbsent("p" + i, p -> new TreeMap<>()).put(wave, person);
          Path file = folder.resolve("p" + i + wave + ".parquet");
          files.add(Person.write(file, List.of(person), DIMENSIONS, items, "p" + i));
        }
      }
    }

    Panel panel = PanelJob.run(spark, instrument, waves, files, Set.of("p0"));

    everybody.remove("p0");
    for (Panel.Pattern pattern : panel.patterns()) {
      List<double[]> cases = new ArrayList<>();
      Measure measure =
          Measure.of(instrument).stream()
              .filter(m -> m.name().equals(pattern.measure()))
              .findFirst()
              .orElseThrow();
      everybody
          .values()
          .forEach(
              rows -> {
                List<Double> values = new ArrayList<>();
                List<String> in = new ArrayList<>();
                rows.forEach(
                    (wave, p) -> {
                      Double value = value(instrument, measure, p);
                      if (value != null) {
                        in.add(wave);
                        values.add(value);
                      }
                    });
                if (in.equals(pattern.waves())
                    && rows.values()
                        .iterator()
                        .next()
                        .organisation()
                        .equals(pattern.organisation())) {
                  cases.add(values.stream().mapToDouble(Double::doubleValue).toArray());
                }
              });
      assertThat(pattern.values().n()).isEqualTo(cases.size()).isPositive();
      for (int i = 0; i < pattern.waves().size(); i++) {
        int a = i;
        assertThat(pattern.values().sum(i))
            .isCloseTo(cases.stream().mapToDouble(v -> v[a]).sum(), within(1e-9));
        for (int j = i; j < pattern.waves().size(); j++) {
          int b = j;
          assertThat(pattern.values().product(i, j))
              .isCloseTo(cases.stream().mapToDouble(v -> v[a] * v[b]).sum(), within(1e-9));
        }
      }
    }
    long moves = 0;
    for (Map<String, Person> rows : everybody.values()) {
      for (int w = 0; w + 1 < waves.size(); w++) {
        Person before = rows.get(waves.get(w));
        Person after = rows.get(waves.get(w + 1));
        for (int i = 0; before != null && after != null && i < items.size(); i++) {
          Item item = instrument.items().get(i);
          moves +=
              item.valid(before.answers().get(i)) && item.valid(after.answers().get(i)) ? 1 : 0;
        }
      }
    }
    assertThat(
            panel.transitions().stream()
                .flatMap(t -> t.people().values().stream())
                .flatMap(t -> t.values().stream())
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(moves)
        .isPositive();
  }

  @Test
  void one_wave_needs_no_pass(SparkSession spark) throws IOException {
    assertThat(PanelJob.run(spark, instruments().get(0), List.of("2025q1"), List.of(), Set.of()))
        .isEqualTo(Panel.NONE);
  }

  @Test
  void matching_anew_leaves_items_out_of_the_sum(SparkSession spark) throws IOException {
    Instrument instrument = instruments().get(1);
    List<Person> people = Person.several(instrument, 500, 2, 2, new Random(3));
    List<Path> files = write(instrument, people);
    var all = GroupStatisticsJob.rematch(spark, instrument, files, Set.of(), Set.of("a", "b", "c"));
    for (GroupStatistics group : GroupStatisticsJob.run(spark, instrument, DIMENSIONS, files)) {
      assertThat(all.get(new Rematch.Group(group.organisation(), group.wave())))
          .isEqualTo(group.complete().matched());
    }
    var one = GroupStatisticsJob.rematch(spark, instrument, files, Set.of(), Set.of("a"));
    // Item a has answers 1 to 3, so its own value is the whole sum.
    one.values()
        .forEach(
            m -> {
              assertThat(List.of(1.0, 2.0, 3.0)).containsAll(m.get("a").keySet());
              m.get("a")
                  .forEach((value, codes) -> assertThat(codes).containsOnlyKeys(value.intValue()));
            });
  }

  private List<Path> write(Instrument instrument, List<Person> people) throws IOException {
    List<String> items = instrument.items().stream().map(Item::id).toList();
    List<Path> files = new ArrayList<>();
    for (var wave : people.stream().collect(Collectors.groupingBy(Person::wave)).entrySet()) {
      Path file = folder.resolve(instrument.id() + wave.getKey() + ".parquet");
      files.add(Person.write(file, wave.getValue(), DIMENSIONS, items));
    }
    return files;
  }

  private static Double value(Instrument instrument, Measure measure, Person person) {
    if (measure.outcome() == Measure.Outcome.SCORE) {
      return GroupStatisticsJobTest.score(instrument, person.answers());
    }
    Item item = instrument.item(measure.name()).orElseThrow();
    int code = person.answers().get(instrument.items().indexOf(item));
    return !item.valid(code)
        ? null
        : measure.outcome() == Measure.Outcome.CODE
            ? Double.valueOf(code)
            : item.counted().contains(code) ? 1.0 : 0.0;
  }

  /** An answer's value, reversed items turned round; null when it carries none. */
  private static Double value(Instrument instrument, Item item, int code) {
    if (!item.valid(code)) {
      return null;
    }
    if (item.answers().get(0).score() != null) {
      return item.answer(code).orElseThrow().score();
    }
    int most = (int) item.answers().stream().filter(a -> item.valid(a.code())).count();
    return (double) (item.reversed() ? 1 + most - code : code);
  }
}
