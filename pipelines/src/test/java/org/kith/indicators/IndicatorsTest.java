package org.kith.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.groups.GroupStatistics;
import org.kith.instrument.Answer;
import org.kith.instrument.Instrument;
import org.kith.instrument.Item;
import org.kith.instrument.Scoring;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.LevelRow;
import org.kith.published.PooledRow;
import org.kith.published.Scope;
import org.kith.published.Signal;
import org.kith.published.Visibility;
import org.kith.statistics.RandomIntercept;
import org.kith.workspace.Organisation;

class IndicatorsTest {
  private static final Instrument TRUST =
      new Instrument(
          "trust",
          "Trust",
          "trust",
          "",
          "",
          "",
          "",
          "",
          new Scoring(Scoring.Method.PERCENT_IN_CODES, 1, 0, 100, "more"),
          List.of(
              new Item(
                  "T1",
                  "?",
                  List.of(new Answer(1, "Many", "many", null), new Answer(2, "None", "none", null)),
                  false,
                  Map.of(),
                  Set.of(),
                  Set.of(1),
                  "said many")));

  private static GroupStatistics group(String organisation, String wave, long many, long none) {
    return new GroupStatistics(
        "trust",
        organisation,
        wave,
        many + none,
        new TreeMap<>(Map.of("T1", new TreeMap<>(Map.of(1, many, 2, none)))),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Indicators indicators(List<GroupStatistics> groups, String... organisations) {
    return Indicators.of(
        groups,
        List.of(TRUST),
        List.of(organisations).stream()
            .map(id -> new Organisation(id, id, "north", "North"))
            .toList(),
        List.of(),
        List.of());
  }

  @Test
  void what_lies_between_organisations_is_the_model_of_noughts_and_ones() {
    List<GroupStatistics> groups =
        List.of(
            group("a", "2025q1", 12, 30), group("b", "2025q1", 55, 41), group("c", "2025q1", 9, 4));
    // RandomIntercept equals lme4 on 0/1 answers: RandomInterceptTest, case "shares".
    RandomIntercept fit =
        RandomIntercept.of(
            new double[] {42, 96, 13},
            new double[] {12 / 42.0, 55 / 96.0, 9 / 13.0},
            new double[] {12 * 30 / 42.0, 55 * 41 / 96.0, 9 * 4 / 13.0});

    Indicators exact = indicators(groups, "a", "b", "c");

    BetweenRow between = exact.between().get(0);
    assertThat(between.people()).isEqualTo(151);
    assertThat(between.mean()).isCloseTo(fit.mean(), within(1e-12));
    assertThat(between.between()).isCloseTo(fit.tau2(), within(1e-12));
    assertThat(between.icc()).isCloseTo(fit.icc(), within(1e-12));
    assertThat(exact.pooled()).extracting(PooledRow::organisation).containsExactly("a", "b", "c");
    assertThat(exact.pooled().get(2).estimate())
        .isCloseTo(100 * fit.groups().get(2).blup(), within(1e-10));
    // deff = 1 + (151/3 - 1) ICC
    assertThat(exact.levels().get(0).designEffect())
        .isCloseTo(1 + (151 / 3.0 - 1) * fit.icc(), within(1e-12));
  }

  @Test
  void rows_keep_the_order_of_organisations_whatever_the_values() {
    List<GroupStatistics> groups = new ArrayList<>();
    for (String organisation : List.of("zeta", "alpha", "mid")) {
      for (String wave : List.of("2025q2", "2024q4")) {
        groups.add(group(organisation, wave, 10 + organisation.length(), 20));
      }
    }
    List<String> asGiven = units(indicators(groups, "mid", "zeta", "alpha"));
    Collections.shuffle(groups, new Random(1));

    assertThat(units(indicators(groups, "mid", "zeta", "alpha"))).isEqualTo(asGiven);
    assertThat(asGiven)
        .containsExactly(
            "2024q4 all",
            "2024q4 north",
            "2024q4 mid",
            "2024q4 zeta",
            "2024q4 alpha",
            "2025q2 all",
            "2025q2 north",
            "2025q2 mid",
            "2025q2 zeta",
            "2025q2 alpha");
  }

  private static List<String> units(Indicators exact) {
    return exact.levels().stream().map(row -> row.wave() + " " + row.unit()).toList();
  }

  @Test
  void nothing_to_count_gives_no_rows() {
    Indicators exact = indicators(List.of(), "a");

    assertThat(exact.levels()).isEmpty();
    assertThat(exact.between()).isEmpty();
    assertThat(exact.controlPoints()).isEmpty();
    assertThat(exact.respondents()).isEmpty();
  }

  @Test
  void answers_of_strangers_are_refused() {
    assertThatThrownBy(() -> indicators(List.of(group("x", "2025q1", 1, 1)), "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Organisation 'x' has answers but no line in organisations.csv. Add one.");
    assertThatThrownBy(
            () -> indicators(List.of(group("a", "2025q1", 1, 1), group("a", "2025q1", 2, 1)), "a"))
        .hasMessage(
            "There are two statistics of trust for organisation 'a' in 2025q1; there must be one.");
    assertThatThrownBy(
            () ->
                Indicators.of(
                    List.of(group("a", "2025q1", 1, 1)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))
        .hasMessage(
            "There are answers to instrument 'trust' but no such instrument. Add its file to"
                + " instruments/.");
  }

  private static LevelRow published(String unit, int wave, Double percent) {
    return new LevelRow(
        "trust",
        "T1",
        (2020 + wave / 4) + "q" + (wave % 4 + 1),
        unit.equals("all") ? Scope.ALL : Scope.ORGANISATION,
        unit,
        3,
        percent == null ? null : 20,
        null,
        percent,
        null,
        null,
        null,
        percent == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }

  @Test
  void published_figures_make_published_charts_in_which_a_hidden_one_is_a_gap() {
    List<LevelRow> levels = new ArrayList<>();
    for (int wave = 0; wave < 14; wave++) {
      levels.add(published("all", wave, wave == 13 ? 70.0 : 40.0 + 5 * (wave % 2)));
      levels.add(published("a", wave, wave == 4 ? null : Double.valueOf(40 + 5 * (wave % 2))));
      levels.add(published("b", wave, null));
    }

    List<ControlPointRow> points = OverTime.of(levels, List.of());

    assertThat(points).hasSameSizeAs(levels);
    ControlPointRow hidden =
        points.stream()
            .filter(p -> p.unit().equals("a") && p.value() == null)
            .findFirst()
            .orElseThrow();
    assertThat(hidden.wave()).isEqualTo("2021q1");
    assertThat(hidden.visibility()).isEqualTo(Visibility.FEWER_THAN_K);
    // By hand: twelve alternating values, centre 42.5, every moving range 5.
    ControlPointRow last = points.get(3 * 13);
    assertThat(last.centre()).isEqualTo(42.5);
    assertThat(last.upper()).isCloseTo(42.5 + 13.3, within(1e-12));
    assertThat(last.baseline()).isEqualTo(12);
    assertThat(last.signal()).isEqualTo(Signal.OUTSIDE_LIMITS);
    assertThat(points)
        .filteredOn(p -> p.unit().equals("b"))
        .hasSize(14)
        .allSatisfy(
            p -> {
              assertThat(p.value()).isNull();
              assertThat(p.centre()).isNull();
              assertThat(p.signal()).isEqualTo(Signal.NONE);
            });
  }

  @Test
  void a_question_asked_every_other_quarter_has_a_chart_of_those_quarters() {
    List<LevelRow> levels = new ArrayList<>();
    IntStream.range(0, 24)
        .forEach(
            wave -> levels.add(published("all", wave, wave % 2 == 1 ? null : wave % 4 + 40.0)));

    List<ControlPointRow> points = OverTime.of(levels, List.of());

    // By hand: 40 and 42 in turn, so 41 and moving ranges of 2.
    assertThat(points).hasSize(12);
    assertThat(points.get(0).lower()).isCloseTo(41 - 5.32, within(1e-12));
    assertThat(points.get(0).trial()).isFalse();
  }
}
