package org.kith.disclosure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.disclosure.AttackTest.awkward;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.disclosure.World.Form;
import org.kith.indicators.Indicators;
import org.kith.instrument.Item;
import org.kith.lake.RecordFile;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.RespondentsRow;
import org.kith.published.Table;
import org.kith.published.Visibility;

/** What holds of everything that is published, whatever the answers. */
class ReleaseTest {
  static final DisclosureRules USUAL = new DisclosureRules(10, 5, 3, 11);

  /** Columns that count people or rows. */
  private static final Set<String> COUNTS = Set.of("people", "answered", "counted", "rows");

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  /** What is published of these indicators under the usual rules. */
  static Release release(World world, Indicators exact) {
    return Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
        .release(exact, World.exports(1));
  }

  @Test
  void no_published_count_is_small_and_no_hidden_one_is_0() {
    int shown = 0;
    for (int seed = 0; seed < 25; seed++) {
      World world = awkward(seed);
      for (Published<?> table : release(world, world.exact()).tables()) {
        for (Record row : table.rows()) {
          for (RecordComponent column : row.getClass().getRecordComponents()) {
            if (COUNTS.contains(column.getName())) {
              Integer count = (Integer) value(row, column);
              assertThat(count == null || (count >= 10 && count % 5 == 0)).as("%s", row).isTrue();
              shown += count == null ? 0 : 1;
            }
          }
        }
      }
    }
    assertThat(shown).as("counts that are shown").isGreaterThan(1_500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_count_is_shown_exactly_where_its_row_says_so(int seed) {
    World world = awkward(seed);
    Release release = release(world, world.exact());
    for (DistributionRow row : release.rows(Table.DISTRIBUTIONS)) {
      assertThat(row.people() != null).isEqualTo(row.visibility() == Visibility.SHOWN);
    }
    for (RespondentsRow row : release.rows(Table.RESPONDENTS)) {
      assertThat(row.people() != null).isEqualTo(row.visibility() == Visibility.SHOWN);
      assertThat(row.people() == null && row.percent() != null).isFalse();
    }
    for (LevelRow row : release.rows(Table.LEVELS)) {
      boolean counts = world.instrument.item(row.item()).orElseThrow().counted().size() > 0;
      assertThat(row.counted() != null && row.percent() != null)
          .isEqualTo(counts && row.visibility() == Visibility.SHOWN);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_shown_answer_leaves_at_least_ten_others_in_truth(int seed) {
    World world = awkward(seed);
    Indicators exact = world.exact();
    Release release = release(world, exact);
    Map<List<Object>, Integer> answered = new HashMap<>();
    Map<List<Object>, Integer> counted = new HashMap<>();
    exact
        .levels()
        .forEach(
            r -> {
              answered.put(List.of(r.item(), r.wave(), r.unit()), r.answered());
              counted.put(List.of(r.item(), r.wave(), r.unit()), r.counted());
            });
    Map<List<Object>, Integer> people = new HashMap<>();
    exact
        .distributions()
        .forEach(r -> people.put(List.of(r.item(), r.wave(), r.unit(), r.code()), r.people()));
    for (DistributionRow row : release.rows(Table.DISTRIBUTIONS)) {
      Item item = world.instrument.item(row.item()).orElseThrow();
      if (row.people() != null && item.valid(row.code())) {
        int all = answered.get(List.of(row.item(), row.wave(), row.unit()));
        int own = people.get(List.of(row.item(), row.wave(), row.unit(), row.code()));
        assertThat(all - own).as("%s", row).isGreaterThanOrEqualTo(10);
      }
    }
    for (LevelRow row : release.rows(Table.LEVELS)) {
      if (row.counted() != null) {
        List<Object> key = List.of(row.item(), row.wave(), row.unit());
        assertThat(answered.get(key) - counted.get(key)).as("%s", row).isGreaterThanOrEqualTo(10);
      }
    }
    Map<List<Object>, Integer> known =
        exact.respondents().stream()
            .collect(
                groupingBy(r -> List.of(r.wave(), r.unit()), summingInt(RespondentsRow::people)));
    Map<List<Object>, Integer> group = new HashMap<>();
    exact.respondents().forEach(r -> group.put(List.of(r.wave(), r.unit(), r.group()), r.people()));
    for (RespondentsRow row : release.rows(Table.RESPONDENTS)) {
      if (row.people() != null) {
        int own = group.get(List.of(row.wave(), row.unit(), row.group()));
        assertThat(known.get(List.of(row.wave(), row.unit())) - own)
            .as("%s", row)
            .isGreaterThanOrEqualTo(10);
      }
    }
  }

  @Test
  void rows_keep_the_order_of_the_exact_ones() {
    for (int seed = 0; seed < 25; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Release release = release(world, exact);
      assertThat(keys(release.rows(Table.DISTRIBUTIONS))).isEqualTo(keys(exact.distributions()));
      assertThat(keys(release.rows(Table.LEVELS))).isEqualTo(keys(exact.levels()));
      assertThat(keys(release.rows(Table.SCALES))).isEqualTo(keys(exact.scales()));
      assertThat(keys(release.rows(Table.POOLED))).isEqualTo(keys(exact.pooled()));
      assertThat(keys(release.rows(Table.RESPONDENTS))).isEqualTo(keys(exact.respondents()));
    }
  }

  @Test
  void other_answers_of_the_same_people_change_no_order() {
    for (int seed = 0; seed < 10; seed++) {
      World world = awkward(seed);
      Random random = new Random(seed);
      List<Form> forms =
          world.forms.stream()
              .map(
                  f ->
                      new Form(
                          f.organisation(),
                          f.wave(),
                          world.instrument.items().stream()
                              .map(i -> 1 + random.nextInt(i.answers().size()))
                              .toList(),
                          1 + random.nextInt(4)))
              .toList();
      World other = new World(world.organisations, world.instrument.items(), world.waves, forms);
      Release one = release(world, world.exact());
      Release two = release(other, other.exact());
      for (Table<?> table : List.of(Table.DISTRIBUTIONS, Table.LEVELS, Table.RESPONDENTS)) {
        assertThat(keys(one.rows(table))).isEqualTo(keys(two.rows(table)));
      }
    }
  }

  /** The columns that say what a row is about: all text, scopes and codes. */
  private static List<List<Object>> keys(List<? extends Record> rows) {
    return rows.stream()
        .map(
            row -> {
              List<Object> key = new ArrayList<>();
              for (RecordComponent column : row.getClass().getRecordComponents()) {
                Object value = value(row, column);
                if (column.getName().equals("code")
                    || value instanceof String
                    || column.getName().equals("scope")) {
                  key.add(value);
                }
              }
              return key;
            })
        .toList();
  }

  private static Object value(Record row, RecordComponent column) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(column.getName(), e);
    }
  }

  @Test
  void the_same_indicators_give_the_same_bytes(@TempDir Path folder) throws IOException {
    World world = awkward(3);
    Release one = release(world, world.exact());
    Release two = release(world, world.exact());
    for (int t = 0; t < one.tables().size(); t++) {
      Path first = folder.resolve(t + "-1.parquet");
      Path second = folder.resolve(t + "-2.parquet");
      write(first, one.tables().get(t));
      write(second, two.tables().get(t));
      assertThat(second).as(one.tables().get(t).table().name()).hasSameBinaryContentAs(first);
      assertThat(Files.size(first)).isPositive();
    }
  }

  private static <T extends Record> void write(Path file, Published<T> table) throws IOException {
    RecordFile.write(file, table.table().row(), table.rows());
  }
}
