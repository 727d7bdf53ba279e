package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.disclosure.ReleaseTest.USUAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.disclosure.World.Form;
import org.kith.indicators.Behind;
import org.kith.indicators.Behind.Of;
import org.kith.indicators.Measurement;
import org.kith.instrument.Instrument;
import org.kith.published.ComparabilityRow;
import org.kith.published.DriftRow;
import org.kith.published.Gate;
import org.kith.published.GrowthRow;
import org.kith.published.HealthRow;
import org.kith.published.PooledRow;
import org.kith.published.PredictorRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;

/** Which rows of measurement are shown, and what is left of them. */
class MeasurementRowsTest {
  private static final String WAVE = World.wave(0);

  /** Two questions, one wave, some blanks. */
  private static World world(int... sizes) {
    int each = sizes.length / 2;
    return World.random(
        1,
        World.organisations(each, sizes.length - each),
        List.of(World.item("q0", 4, 2, 0), World.item("q1", 4, 2, 0)),
        2,
        sizes,
        List.of(new double[] {30, 30, 30, 30}, new double[] {25, 40, 30, 25}),
        0.08);
  }

  private static Release release(World world, Measurement measurement) {
    return Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
        .release(SecondMeasure.with(world.exact(), measurement), List.of());
  }

  /** The measurement with some tables in place of its own. */
  private static Measurement with(
      Measurement m,
      List<ComparabilityRow> comparability,
      List<HealthRow> health,
      List<GrowthRow> growth,
      List<PredictorRow> predictors,
      List<DriftRow> drift,
      List<Behind> more) {
    return new Measurement(
        m.reliability(),
        m.itemBehaviour(),
        comparability,
        health,
        m.panels(),
        m.transitions(),
        growth,
        predictors,
        m.weighted(),
        drift,
        Stream.concat(m.behind().stream(), more.stream()).toList());
  }

  private static Behind behind(Of of, String measure, String group, long... people) {
    TreeMap<String, Long> by = new TreeMap<>();
    for (int o = 0; o < people.length; o++) {
      by.put("org" + (o + 1), people[o]);
    }
    String wave = of == Of.FOLLOWED ? "" : WAVE;
    return new Behind(of, World.INSTRUMENT, measure, wave, wave, group, by);
  }

  private static List<HealthRow> gated(Measurement measurement, Gate gate) {
    return measurement.health().stream()
        .map(
            h ->
                new HealthRow(
                    h.instrument(),
                    h.measure(),
                    h.wave(),
                    h.people(),
                    h.asked(),
                    h.response(),
                    h.missing(),
                    h.alpha(),
                    h.low(),
                    h.high(),
                    h.floor(),
                    h.ceiling(),
                    gate,
                    h.visibility()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Gate.class)
  void behind_a_closed_gate_nothing_compares_organisations(Gate gate) {
    World world = world(90, 80, 120, 100, 70, 95);
    Measurement m = new SecondMeasure(world, 5).measurement();
    Release release =
        release(
            world, with(m, List.of(), gated(m, gate), List.of(), List.of(), List.of(), List.of()));
    Visibility reason =
        switch (gate) {
          case OPEN -> Visibility.SHOWN;
          case NOT_RELIABLE -> Visibility.NOT_RELIABLE;
          case NOT_COMPARABLE -> Visibility.NOT_COMPARABLE;
          case NOT_KNOWN -> Visibility.NOT_KNOWN_COMPARABLE;
        };
    assertThat(release.rows(Table.BETWEEN))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.visibility()).isEqualTo(reason);
              assertThat(row.mean()).as("everyone's mean compares nobody").isNotNull();
              List<Object> compared =
                  new ArrayList<>(Arrays.asList(row.between(), row.within(), row.icc()));
              compared.add(row.anovaIcc1());
              compared.add(row.rankability());
              compared.add(row.atBoundary());
              assertThat(compared.stream().allMatch(Objects::isNull)).isEqualTo(gate != Gate.OPEN);
            });
    assertThat(release.rows(Table.POOLED)).isNotEmpty();
    for (PooledRow row : release.rows(Table.POOLED)) {
      assertThat(row.estimate() == null).isEqualTo(row.visibility() != Visibility.SHOWN);
      if (gate != Gate.OPEN) {
        assertThat(row.visibility())
            .isIn(reason, Visibility.FEWER_THAN_K, Visibility.PROTECTS_ANOTHER);
      }
    }
    assertThat(release.rows(Table.POOLED).stream().anyMatch(r -> r.visibility() == reason))
        .isTrue();
  }

  @Test
  void health_is_made_of_published_numbers() {
    World world = world(90, 80, 120, 100, 70, 95);
    Release release = release(world, new SecondMeasure(world, 5).measurement());
    int said = 0;
    for (HealthRow row : release.rows(Table.HEALTH)) {
      assertThat(row.visibility()).isEqualTo(Visibility.SHOWN);
      int asked = row.asked();
      assertThat(asked % 5).isZero();
      if (row.response() != null) {
        long forms =
            world.forms.stream().filter(f -> World.wave(f.wave()).equals(row.wave())).count();
        long rounded = (forms + 2) / 5 * 5;
        assertThat(row.response()).isEqualTo(Math.rint(100.0 * rounded / asked));
        said++;
      }
      if (row.measure().equals(Instrument.SCALE)) {
        ReliabilityRow of =
            release.rows(Table.RELIABILITY).stream()
                .filter(r -> r.wave().equals(row.wave()))
                .findFirst()
                .orElseThrow();
        assertThat(row.alpha()).isEqualTo(of.alpha());
        assertThat(row.floor()).isEqualTo(of.floor());
        assertThat(row.people()).isEqualTo(of.people());
      }
    }
    assertThat(said).isPositive();
  }

  @Test
  void a_hidden_reliability_leaves_the_gate_unknown() {
    // Three organisations of some 25: enough to be counted, too few for decimals.
    World world = world(26, 25, 27, 4);
    Release release = release(world, new SecondMeasure(world, 5).measurement());
    assertThat(release.rows(Table.RELIABILITY))
        .isNotEmpty()
        .allMatch(r -> r.alpha() == null && r.people() == null)
        .extracting(ReliabilityRow::visibility)
        .contains(Visibility.TOO_FEW);
    assertThat(release.rows(Table.HEALTH).stream().filter(h -> h.measure().equals("scale")))
        .isNotEmpty()
        .allMatch(h -> h.gate() == Gate.NOT_KNOWN && h.alpha() == null);
    assertThat(release.rows(Table.BETWEEN).stream().filter(b -> b.measure().equals("scale")))
        .allMatch(b -> b.icc() == null);
  }

  @Test
  void two_organisations_say_nothing_together() {
    World world = world(200, 210);
    Release release = release(world, new SecondMeasure(world, 5).measurement());
    assertThat(release.rows(Table.RELIABILITY))
        .isNotEmpty()
        .allMatch(r -> r.visibility() == Visibility.FEWER_THAN_3_ORGANISATIONS);
    assertThat(release.rows(Table.PANELS))
        .isNotEmpty()
        .allMatch(r -> r.visibility() == Visibility.FEWER_THAN_3_ORGANISATIONS)
        .allMatch(r -> r.people() == null);
    assertThat(release.rows(Table.TRANSITIONS))
        .hasSize(2 * 16)
        .allMatch(r -> r.people() == null && r.percent() == null);
  }

  @Test
  void pairs_that_nobody_gave_are_listed_and_hidden_like_small_ones() {
    World world = world(90, 80, 120, 100, 70, 95);
    List<Form> none =
        world.forms.stream().filter(f -> f.wave() == 0 || f.answers().get(0) != 1).toList();
    World other = new World(world.organisations, world.instrument.items(), 2, none);
    Release release = release(other, new SecondMeasure(other, 8).measurement());
    assertThat(release.rows(Table.TRANSITIONS).stream().filter(t -> t.item().equals("q0")))
        .hasSize(16)
        .filteredOn(t -> t.after() == 1)
        .hasSize(4)
        .allMatch(t -> t.visibility() == Visibility.FEWER_THAN_K && t.people() == null);
    assertThat(release.rows(Table.TRANSITIONS)).anyMatch(t -> t.people() != null);
  }

  @Test
  void those_left_out_of_a_comparison_are_not_told_by_what_is_left() {
    World world = world(90, 80, 120, 100, 70, 95);
    Measurement m = new SecondMeasure(world, 5).measurement();
    int complete = m.reliability().get(0).people();
    for (int left : new int[] {0, 4, 30}) {
      ComparabilityRow exact =
          new ComparabilityRow(
              World.INSTRUMENT,
              "q0",
              WAVE,
              5,
              complete - left,
              0.012345,
              0.001,
              0.03217,
              false,
              Visibility.SHOWN);
      ComparabilityRow row =
          release(
                  world,
                  with(m, List.of(exact), m.health(), List.of(), List.of(), List.of(), List.of()))
              .rows(Table.COMPARABILITY)
              .get(0);
      assertThat(row.people() == null).as("%d left", left).isEqualTo(left == 4);
      assertThat(row.uniform()).isEqualTo(0.01);
      assertThat(row.p()).isEqualTo(0.03);
      assertThat(row.apart()).isFalse();
    }
  }

  private static GrowthRow growth() {
    return new GrowthRow(
        World.INSTRUMENT,
        "scale",
        WAVE,
        World.wave(1),
        2,
        6,
        700,
        2.34567,
        2.2,
        2.4,
        0.12345,
        0.1,
        0.2,
        0.23456,
        0.3,
        0.1,
        null,
        0.5,
        false,
        Visibility.SHOWN);
  }

  @Test
  void growth_needs_people_in_plenty_and_does_not_tell_who_missed_a_wave() {
    World world = world(90, 80, 120, 100, 70, 95);
    Measurement m = new SecondMeasure(world, 5).measurement();
    GrowthRow plenty = grown(world, m, 130, 130, 130, 130, 130, 130);
    assertThat(plenty.people()).isEqualTo(780);
    assertThat(plenty.start()).isEqualTo(2.35);
    assertThat(plenty.organisationSd()).isEqualTo(0.23);
    assertThat(plenty.organisations()).isEqualTo(6);
    assertThat(grown(world, m, 40, 40, 40, 9, 9, 9).visibility()).isEqualTo(Visibility.TOO_FEW);
    assertThat(grown(world, m, 400, 400, 9, 9, 9, 9).visibility())
        .isEqualTo(Visibility.FEWER_THAN_3_ORGANISATIONS);
    long scored =
        world.exact().scales().stream()
            .filter(s -> s.scope() == Scope.ALL && s.wave().equals(WAVE))
            .findFirst()
            .orElseThrow()
            .people();
    GrowthRow close = grown(world, m, scored - 400, 100, 100, 100, 100, 3);
    assertThat(close.people()).as("3 more than answered in the first wave").isNull();
    assertThat(close.visibility()).isEqualTo(Visibility.SHOWN);
  }

  private static GrowthRow grown(World world, Measurement m, long... people) {
    return release(
            world,
            with(
                m,
                List.of(),
                m.health(),
                List.of(growth()),
                List.of(),
                List.of(),
                List.of(behind(Of.FOLLOWED, "scale", "", people))))
        .rows(Table.GROWTH)
        .get(0);
  }

  @Test
  void a_group_is_spoken_of_where_it_is_listed_and_enough_of_it_are_in_the_model() {
    World world = world(90, 80, 120, 100, 70, 95);
    Measurement m = new SecondMeasure(world, 5).measurement();
    long[] all = {80, 70, 110, 90, 60, 85};
    assertThat(predicted(world, m, "group 2", "group 1", 120, all).within()).isEqualTo(0.12);
    assertThat(predicted(world, m, "group 2", "group 1", 9, all).visibility())
        .isEqualTo(Visibility.FEWER_THAN_K);
    assertThat(predicted(world, m, "group 7", "group 1", 120, all).visibility())
        .isEqualTo(Visibility.FEWER_THAN_K);
    assertThat(predicted(world, m, "group 2", "group 7", 120, all).visibility())
        .isEqualTo(Visibility.FEWER_THAN_K);
    assertThat(predicted(world, m, "group 2", "group 1", 50, 60, 60, 60, 9, 9, 9).visibility())
        .isEqualTo(Visibility.TOO_FEW);
  }

  private static PredictorRow predicted(
      World world, Measurement m, String group, String reference, long own, long... people) {
    PredictorRow exact =
        new PredictorRow(
            World.INSTRUMENT,
            "q0",
            WAVE,
            "Age",
            group,
            reference,
            6,
            495,
            0.12345,
            0.1,
            0.2,
            0.3,
            0.1,
            0.5,
            Visibility.SHOWN);
    return release(
            world,
            with(
                m,
                List.of(),
                m.health(),
                List.of(),
                List.of(exact),
                List.of(),
                List.of(
                    behind(Of.KNOWN, "q0", "", people),
                    behind(Of.KNOWN, "q0", "Age " + group, own),
                    behind(Of.KNOWN, "q0", "Age " + reference, 200))))
        .rows(Table.PREDICTORS)
        .get(0);
  }

  @Test
  void what_is_told_of_whole_forms_hides_no_answer() {
    for (int seed = 0; seed < 25; seed++) {
      World world = AttackTest.awkward(seed);
      Release without =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
              .release(world.exact(), List.of());
      Release with = release(world, new SecondMeasure(world, 5).measurement());
      for (Table<?> table : List.of(Table.DISTRIBUTIONS, Table.LEVELS, Table.SCALES)) {
        assertThat(with.rows(table)).isEqualTo(without.rows(table));
      }
    }
  }
}
