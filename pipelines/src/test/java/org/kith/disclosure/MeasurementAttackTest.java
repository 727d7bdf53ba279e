package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.disclosure.AttackTest.awkward;
import static org.kith.disclosure.ReleaseTest.USUAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.disclosure.Attacker.Target;
import org.kith.indicators.Indicators;
import org.kith.published.HealthRow;
import org.kith.published.PanelRow;
import org.kith.published.ReliabilityRow;
import org.kith.published.Table;

/** The outsider with all waves and everything that measurement tells, as one. */
class MeasurementAttackTest {
  /** In a tenth of the worlds everybody comes back. */
  private static int comeBack(int seed) {
    return seed % 10 == 0 ? 10 : 3 + seed % 7;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void no_hidden_number_can_be_worked_out(int batch) {
    int wanted = 0;
    int told = 0;
    for (int seed = batch * 10; seed < batch * 10 + 10; seed++) {
      World world = awkward(seed);
      SecondMeasure measure = new SecondMeasure(world, comeBack(seed));
      Indicators exact = measure.indicators();
      Release release =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
              .release(exact, List.of());
      Outsider outsider = new Outsider(world, release, exact, USUAL);
      assertThat(outsider.attackTogether(5, measure)).as("workspace " + seed).isEmpty();
      wanted += outsider.wanted();
      told += told(release);
    }
    assertThat(wanted).as("hidden numbers attacked").isGreaterThan(1_500);
    assertThat(told).as("what measurement told").isGreaterThan(30);
  }

  /** Here a percent stands for twenty people and more, and is rounded to so many. */
  @Test
  void nor_where_there_are_people_in_plenty() {
    int told = 0;
    for (int seed = 0; seed < 3; seed++) {
      World world =
          World.random(
              seed,
              World.organisations(4, 4),
              List.of(World.item("q0", 4, 2, 0), World.item("q1", 4, 2, 1)),
              2,
              new int[] {250, 300, 280, 260, 320, 290, 310, 270},
              List.of(new double[] {2, 40, 40, 30}, new double[] {10, 40, 30, 1}),
              0.02);
      SecondMeasure measure = new SecondMeasure(world, 4 + 3 * seed);
      Indicators exact = measure.indicators();
      Release release =
          Disclosure.of(USUAL, world.organisations, List.of(world.instrument))
              .release(exact, List.of());
      Outsider outsider = new Outsider(world, release, exact, USUAL);
      assertThat(outsider.attackTogether(5, measure)).as("workspace " + seed).isEmpty();
      told += told(release);
    }
    assertThat(told).as("what measurement told").isGreaterThan(30);
  }

  /** How much there was to attack with. */
  private static int told(Release release) {
    int told = 0;
    for (PanelRow row : release.rows(Table.PANELS)) {
      told += row.people() == null ? 0 : 1;
    }
    for (HealthRow row : release.rows(Table.HEALTH)) {
      told += (row.response() == null ? 0 : 1) + (row.missing() == null ? 0 : 1);
    }
    for (ReliabilityRow row : release.rows(Table.RELIABILITY)) {
      told += (row.floor() == null ? 0 : 1) + (row.ceiling() == null ? 0 : 1);
    }
    return told;
  }

  @Test
  void hiding_small_numbers_alone_is_broken() {
    int pairs = 0;
    int once = 0;
    for (int seed = 0; seed < 10; seed++) {
      World world = awkward(seed);
      SecondMeasure measure = new SecondMeasure(world, comeBack(seed));
      Indicators exact = measure.indicators();
      Release release =
          Disclosure.with(
                  Suppression::applyFirstStepOnly,
                  USUAL,
                  world.organisations,
                  List.of(world.instrument))
              .release(exact, List.of());
      for (Target t : new Outsider(world, release, exact, USUAL).attackTogether(5, measure)) {
        pairs += t.name.startsWith("pair ") ? 1 : 0;
        once += t.name.startsWith("once ") ? 1 : 0;
      }
    }
    assertThat(pairs).as("pairs of answers worked out").isGreaterThan(5);
    assertThat(once).as("people who came once worked out").isPositive();
  }

  @Test
  void telling_of_whole_forms_whatever_is_not_small_is_broken() {
    int found = 0;
    for (int seed = 0; seed < 8; seed++) {
      World world = awkward(seed);
      SecondMeasure measure = new SecondMeasure(world, comeBack(seed));
      Indicators exact = measure.indicators();
      Release release =
          Disclosure.with(
                  Suppression::applyAsidesUnguarded,
                  USUAL,
                  world.organisations,
                  List.of(world.instrument))
              .release(exact, List.of());
      found += new Outsider(world, release, exact, USUAL).attackTogether(5, measure).size();
    }
    assertThat(found).as("numbers worked out").isGreaterThan(20);
  }
}
