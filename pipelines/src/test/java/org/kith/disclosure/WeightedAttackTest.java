package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.disclosure.ReleaseTest.USUAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.kith.disclosure.Attacker.Target;
import org.kith.disclosure.World.Form;
import org.kith.indicators.Indicators;
import org.kith.indicators.Measurement;
import org.kith.instrument.Item;
import org.kith.published.LevelRow;
import org.kith.published.RespondentsRow;
import org.kith.published.Scope;
import org.kith.published.Table;
import org.kith.published.Visibility;
import org.kith.published.WeightedRow;

/**
 * An outsider who knows the weights, and the numbers of people they were made from exactly: how
 * many of a known group gave an answer that is counted is published nowhere, and a weighted share
 * beside a plain one tells of it.
 */
class WeightedAttackTest {
  private static final String WAVE = World.wave(0);

  private static World world(long seed, int size) {
    return World.random(
        seed,
        World.organisations(3, 3),
        List.of(World.item("q0", 4, 2, 0)),
        1,
        new int[] {size, size + 10, size - 7, size + 25, size, size - 12},
        List.of(new double[] {20, 60, 15, 5}),
        0.03);
  }

  /** Of each group, what its people count for so that each is a quarter; 1 when not known. */
  private static double[] weights(World world, Scope scope, String unit) {
    double[] people = new double[5];
    world.forms.stream()
        .filter(in(world, scope, unit))
        .filter(f -> f.group() > 0)
        .forEach(f -> people[f.group()]++);
    double known = Arrays.stream(people).sum();
    double[] weights = new double[5];
    Arrays.setAll(weights, g -> people[g] == 0 ? 1 : known / 4 / people[g]);
    return weights;
  }

  private static Predicate<Form> in(World world, Scope scope, String unit) {
    return f ->
        switch (scope) {
          case ALL -> true;
          case PLACE -> world.organisations.get(f.organisation()).place().equals(unit);
          case ORGANISATION -> world.organisations.get(f.organisation()).id().equals(unit);
        };
  }

  private static List<Form> answered(World world, Scope scope, String unit) {
    return world.forms.stream()
        .filter(in(world, scope, unit))
        .filter(f -> f.answers().get(0) > 0)
        .toList();
  }

  private static double estimate(World world, Scope scope, String unit) {
    double[] weights = weights(world, scope, unit);
    double sum = 0;
    double counted = 0;
    for (Form f : answered(world, scope, unit)) {
      double w = weights[Math.max(0, f.group())];
      sum += w;
      counted += f.answers().get(0) >= 3 ? w : 0;
    }
    return 100 * counted / sum;
  }

  private static Indicators exact(World world) {
    Indicators counts = world.exact();
    List<WeightedRow> weighted = new ArrayList<>();
    for (LevelRow row : counts.levels()) {
      double estimate = estimate(world, row.scope(), row.unit());
      weighted.add(row(row, estimate, Visibility.SHOWN));
    }
    Map<List<Object>, Integer> known = new HashMap<>();
    counts
        .respondents()
        .forEach(r -> known.merge(List.of(r.scope(), r.unit()), r.people(), Integer::sum));
    List<RespondentsRow> respondents =
        counts.respondents().stream()
            .map(
                r ->
                    new RespondentsRow(
                        r.instrument(),
                        r.wave(),
                        r.scope(),
                        r.unit(),
                        r.dimension(),
                        r.group(),
                        r.position(),
                        r.people(),
                        100.0 * r.people() / known.get(List.of(r.scope(), r.unit())),
                        r.residents(),
                        r.visibility()))
            .toList();
    Measurement none = Measurement.NONE;
    return new Indicators(
        counts.distributions(),
        counts.levels(),
        counts.missing(),
        counts.scales(),
        counts.between(),
        counts.pooled(),
        counts.controlPoints(),
        respondents,
        new Measurement(
            none.reliability(),
            none.itemBehaviour(),
            none.comparability(),
            none.health(),
            none.panels(),
            none.transitions(),
            none.growth(),
            none.predictors(),
            weighted,
            none.drift(),
            none.behind()));
  }

  private static WeightedRow row(LevelRow of, Double estimate, Visibility visibility) {
    return new WeightedRow(
        of.instrument(),
        of.item(),
        of.wave(),
        of.scope(),
        of.unit(),
        WeightedRow.Weighting.MARGINS,
        "Age",
        of.organisations(),
        of.answered(),
        estimate,
        estimate,
        estimate,
        1.0,
        visibility);
  }

  /** Counts below k that can be told to within the margin. */
  private static List<Target> attack(
      World world, Indicators exact, Release release, List<WeightedRow> weighted) {
    Attacker attacker = new Attacker();
    Measurer.Cells cells = new Outsider(world, release, exact, USUAL).join(attacker, WAVE);
    Item item = world.instrument.items().get(0);
    Map<String, int[]> gave = new HashMap<>();
    cells
        .answers()
        .get("q0")
        .forEach(
            (organisation, codes) -> {
              int[] own = new int[5];
              List<Integer> all = new ArrayList<>();
              for (int g = 0; g <= 4; g++) {
                own[g] = attacker.cell();
                all.add(own[g]);
                Integer of = cells.groups().get(List.of(organisation, "group " + g));
                if (of != null) {
                  attacker.knowsDifference(List.of(of), List.of(own[g]), 0, Attacker.NO_LIMIT);
                }
              }
              List<Integer> counted = item.counted().stream().map(codes::get).toList();
              attacker.knowsDifference(counted, all, 0, 0);
              gave.put(organisation, own);
            });
    Map<List<Object>, Double> plain = new HashMap<>();
    release.rows(Table.LEVELS).forEach(r -> plain.put(List.of(r.scope(), r.unit()), r.percent()));
    for (WeightedRow row : weighted) {
      if (row.estimate() == null || plain.get(List.of(row.scope(), row.unit())) == null) {
        continue;
      }
      List<Form> people = answered(world, row.scope(), row.unit());
      double[] own = weights(world, row.scope(), row.unit());
      double sum = people.stream().mapToDouble(f -> own[Math.max(0, f.group())]).sum();
      List<Integer> of = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      List<List<Integer>> byGroup = new ArrayList<>();
      for (int g = 0; g <= 4; g++) {
        byGroup.add(new ArrayList<>());
      }
      for (int o = 0; o < world.organisations.size(); o++) {
        String id = world.organisations.get(o).id();
        boolean within = in(world, row.scope(), row.unit()).test(new Form(o, 0, List.of(), 0));
        if (within && gave.containsKey(id)) {
          for (int g = 0; g <= 4; g++) {
            of.add(gave.get(id)[g]);
            weights.add(100 * (own[g] / sum - 1.0 / people.size()));
            byGroup.get(g).add(gave.get(id)[g]);
          }
        }
      }
      double moved = row.estimate() - plain.get(List.of(row.scope(), row.unit()));
      attacker.knowsWeighted(
          of, weights.stream().mapToDouble(w -> w).toArray(), moved - 0.5, moved + 0.5);
      for (int g = 1; g <= 4; g++) {
        int group = g;
        long truth =
            people.stream().filter(f -> f.group() == group && f.answers().get(0) >= 3).count();
        if (truth < 10) {
          attacker.wants(row.unit() + " group " + g, byGroup.get(g), truth);
        }
      }
    }
    return attacker.attack(5);
  }

  @Test
  void how_few_of_a_group_gave_an_answer_cannot_be_worked_out() {
    int shown = 0;
    for (int seed = 0; seed < 12; seed++) {
      World world = world(seed, 120 + 150 * seed);
      Indicators exact = exact(world);
      Release release =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
              .release(exact, List.of());
      List<WeightedRow> rows = release.rows(Table.WEIGHTED);
      shown += (int) rows.stream().filter(r -> r.estimate() != null).count();
      assertThat(attack(world, exact, release, rows)).as("workspace " + seed).isEmpty();
      assertThat(rows).allMatch(r -> r.people() == null || r.people() >= 500);
    }
    assertThat(shown).as("weighted shares shown").isGreaterThan(10);
  }

  @Test
  void whole_percents_of_a_hundred_people_would_tell() {
    int found = 0;
    for (int seed = 0; seed < 4; seed++) {
      World world = world(seed, 120);
      Indicators exact = exact(world);
      Release release =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
              .release(exact, List.of());
      List<WeightedRow> rows =
          release.rows(Table.LEVELS).stream()
              .filter(r -> r.percent() != null)
              .map(
                  r ->
                      row(
                          r,
                          (double)
                              Math.round(
                                  r.percent()
                                      + estimate(world, r.scope(), r.unit())
                                      - exactPercent(exact, r)),
                          Visibility.SHOWN))
              .toList();
      found += attack(world, exact, release, rows).size();
    }
    assertThat(found).as("small numbers worked out").isGreaterThan(5);
  }

  private static double exactPercent(Indicators exact, LevelRow row) {
    return exact.levels().stream()
        .filter(r -> r.scope() == row.scope() && r.unit().equals(row.unit()))
        .findFirst()
        .orElseThrow()
        .percent();
  }
}
