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
import java.util.Collections;
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
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.lake.RecordFile;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.PooledRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;

/** What holds of everything that is published, whatever the answers. */
class ReleaseTest {
  private static final DisclosureRules USUAL = new DisclosureRules(10, 5, 3);

  /** Columns that count people or rows. */
  private static final Set<String> COUNTS = Set.of("people", "answered", "counted", "rows");

  /** Tables that hold nothing but what was counted. */
  private static final List<Table<?>> COUNTED =
      List.of(Table.DISTRIBUTIONS, Table.LEVELS, Table.MISSING, Table.SCALES, Table.RESPONDENTS);

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  private static Release release(World world, Indicators exact) {
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

  /** One form may hold two instruments; the people of all but one organisation answered both. */
  @Test
  void who_answered_one_instrument_does_not_tell_who_answered_another() {
    int hidden = 0;
    for (int seed = 0; seed < 25; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Instrument also = otherInstrument(world);
      List<RespondentsRow> rows = new ArrayList<>(exact.respondents());
      new World(world.organisations, world.instrument.items(), world.waves, without(world, "org1"))
          .exact()
          .respondents()
          .forEach(r -> rows.add(of(also, r)));
      Release release =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument, also))
              .release(with(exact, rows), List.of());
      Map<List<Object>, RespondentsRow> one = new HashMap<>();
      for (RespondentsRow row : release.rows(Table.RESPONDENTS)) {
        List<Object> key = List.of(row.wave(), row.unit(), row.group());
        if (!row.instrument().equals(also.id())) {
          one.put(key, row);
        } else if (row.scope() == Scope.ORGANISATION) {
          assertThat(row.visibility()).as("%s", row).isEqualTo(one.get(key).visibility());
          hidden += row.visibility() == Visibility.PROTECTS_ANOTHER ? 1 : 0;
        }
      }
    }
    assertThat(hidden).as("numbers hidden for another's sake").isGreaterThan(100);
  }

  private static List<Form> without(World world, String organisation) {
    return world.forms.stream()
        .filter(f -> !world.organisations.get(f.organisation()).id().equals(organisation))
        .toList();
  }

  private static Instrument otherInstrument(World world) {
    Instrument i = world.instrument;
    return new Instrument(
        "also",
        i.name(),
        i.construct(),
        i.licence(),
        i.attribution(),
        i.source(),
        i.wordingEvidence(),
        i.notes(),
        i.scoring(),
        i.items());
  }

  private static RespondentsRow of(Instrument instrument, RespondentsRow row) {
    return new RespondentsRow(
        instrument.id(),
        row.wave(),
        row.scope(),
        row.unit(),
        row.dimension(),
        row.group(),
        row.position(),
        row.people(),
        row.percent(),
        row.residents(),
        row.visibility());
  }

  private static Indicators with(Indicators exact, List<RespondentsRow> respondents) {
    return new Indicators(
        exact.distributions(),
        exact.levels(),
        exact.missing(),
        exact.scales(),
        exact.between(),
        exact.pooled(),
        exact.controlPoints(),
        respondents);
  }

  @Test
  void charts_and_estimates_do_not_read_the_exact_ones() {
    for (int seed = 0; seed < 10; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Indicators nonsense =
          new Indicators(
              exact.distributions(),
              exact.levels(),
              exact.missing(),
              exact.scales(),
              exact.between(),
              exact.pooled().stream()
                  .map(
                      p ->
                          new PooledRow(
                              p.instrument(),
                              p.measure(),
                              p.wave(),
                              p.organisation(),
                              -1.0,
                              -1.0,
                              -1.0,
                              Visibility.SHOWN))
                  .toList(),
              List.<ControlPointRow>of(),
              exact.respondents());
      assertThat(release(world, nonsense).tables().stream().map(Published::rows).toList())
          .isEqualTo(release(world, exact).tables().stream().map(Published::rows).toList());
    }
  }

  /**
   * Somebody changes an answer or group, and the published counts stay as they were: then an
   * outsider must not be able to tell from anything else either.
   */
  @Test
  void what_the_counts_hide_nothing_else_tells() {
    int hidden = 0;
    for (int seed = 0; seed < 8; seed++) {
      World world = oneQuestion(seed);
      Indicators exact = world.exact();
      Release release = release(world, exact);
      Random random = new Random(seed);
      for (int change = 0; change < 60; change++) {
        World other = changed(world, random);
        Release published = release(other, withModels(other.exact(), exact.between()));
        if (COUNTED.stream().allMatch(t -> published.rows(t).equals(release.rows(t)))) {
          hidden++;
          assertThat(published.tables().stream().map(Published::rows).toList())
              .isEqualTo(release.tables().stream().map(Published::rows).toList());
        }
      }
    }
    assertThat(hidden).as("changes that the counts hide").isGreaterThan(100);
  }

  private static World oneQuestion(long seed) {
    return World.random(
        seed,
        World.organisations(3, 4),
        List.of(World.item("q0", 4, 2, 0)),
        3,
        new int[] {40, 55, 70, 33, 62, 48, 7},
        List.of(new double[] {4, 20, 40, 30}),
        0.05);
  }

  private static World changed(World world, Random random) {
    List<Form> forms = new ArrayList<>(world.forms);
    int at = random.nextInt(forms.size());
    Form form = forms.get(at);
    boolean answer = random.nextBoolean();
    forms.set(
        at,
        new Form(
            form.organisation(),
            form.wave(),
            answer ? Collections.nCopies(1, 1 + random.nextInt(4)) : form.answers(),
            answer ? form.group() : 1 + random.nextInt(4)));
    return new World(world.organisations, world.instrument.items(), world.waves, forms);
  }

  /** The model is of everyone's answers and published as such, so it is held still. */
  private static Indicators withModels(Indicators exact, List<BetweenRow> between) {
    return new Indicators(
        exact.distributions(),
        exact.levels(),
        exact.missing(),
        exact.scales(),
        between,
        exact.pooled(),
        exact.controlPoints(),
        exact.respondents());
  }
}
