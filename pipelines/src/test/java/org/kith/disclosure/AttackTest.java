package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.disclosure.Attacker.Target;
import org.kith.indicators.Indicators;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.lake.RowAccount;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.workspace.Organisation;

/** An outsider with linear programming against many small, awkward workspaces. */
class AttackTest {
  private static final DisclosureRules USUAL = new DisclosureRules(10, 5, 3, 11);
  private static final DisclosureRules UNROUNDED = new DisclosureRules(10, 1, 3, 11);

  /** Small organisations, dominant answers, sparse items, one that comes and goes, a tiny one. */
  static World awkward(long seed) {
    Random random = new Random(seed);
    int[][] shapes = {{3, 4}, {3, 3, 2}, {4, 4}, {6}, {3, 1, 4}};
    List<Organisation> organisations = World.organisations(shapes[(int) (seed % shapes.length)]);
    int[] sizes =
        IntStream.range(0, organisations.size()).map(o -> 12 + random.nextInt(70)).toArray();
    sizes[random.nextInt(sizes.length)] = 2 + random.nextInt(8);
    sizes[random.nextInt(sizes.length)] *= -1;
    List<Item> items = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int answers = 2 + random.nextInt(4);
      int excluded = answers > 3 ? random.nextInt(2) : 0;
      items.add(World.item("q" + i, answers, random.nextInt(answers - excluded), excluded));
      double[] weight = random.doubles(answers, 0.2, 1).toArray();
      if (random.nextInt(3) == 0) {
        weight[random.nextInt(answers)] *= 30;
      }
      if (random.nextInt(3) == 0) {
        weight[random.nextInt(answers)] *= 0.05;
      }
      weights.add(weight);
    }
    return World.random(seed, organisations, items, 2, sizes, weights, random.nextInt(3) * 0.06);
  }

  private static Disclosure safe(World world, DisclosureRules rules) {
    return Disclosure.of(rules, world.organisations, List.of(world.instrument));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void no_hidden_number_can_be_worked_out(int batch) {
    int wanted = 0;
    for (int seed = batch * 10; seed < batch * 10 + 10; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Release release = safe(world, USUAL).release(exact, List.of());
      Outsider outsider = new Outsider(world, release, exact, USUAL);
      // 5: a hidden number is to be less certain than a shown one, 40 standing for 38 to 42.
      assertThat(outsider.attack(5)).as("workspace " + seed).isEmpty();
      wanted += outsider.wanted();
    }
    assertThat(wanted).as("hidden numbers attacked").isGreaterThan(500);
  }

  @Test
  void without_rounding_more_is_hidden_and_the_attack_still_fails() {
    for (int seed = 100; seed < 115; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Release release = safe(world, UNROUNDED).release(exact, List.of());
      assertThat(new Outsider(world, release, exact, UNROUNDED).attack(5))
          .as("workspace " + seed)
          .isEmpty();
    }
  }

  @Test
  void hiding_small_numbers_alone_is_broken() {
    int broken = 0;
    for (int seed = 0; seed < 20; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Release release =
          Disclosure.with(
                  Suppression::applyFirstStepOnly,
                  USUAL,
                  world.organisations,
                  List.of(world.instrument))
              .release(exact, List.of());
      broken += new Outsider(world, release, exact, USUAL).attack(5).size();
    }
    assertThat(broken).as("numbers worked out").isGreaterThan(20);
  }

  @Test
  void hiding_small_numbers_alone_without_rounding_gives_many_away_exactly() {
    int exactly = 0;
    for (int seed = 0; seed < 20; seed++) {
      World world = awkward(seed);
      Indicators exact = world.exact();
      Release release =
          Disclosure.with(
                  Suppression::applyFirstStepOnly,
                  UNROUNDED,
                  world.organisations,
                  List.of(world.instrument))
              .release(exact, List.of());
      List<Target> found = new Outsider(world, release, exact, UNROUNDED).attack(5);
      exactly +=
          (int)
              found.stream()
                  .filter(t -> t.width() < 1e-6 && Math.abs(t.low - t.truth) < 1e-6)
                  .count();
    }
    assertThat(exactly).as("numbers worked out exactly").isGreaterThan(100);
  }

  @Test
  void no_hidden_number_of_the_accounts_can_be_worked_out() {
    for (int seed = 0; seed < 40; seed++) {
      World world = awkward(0);
      List<IngestRecord> exports = World.exports(seed);
      Indicators exact = world.exact();
      Release release = safe(world, USUAL).release(exact, exports);
      Outsider outsider = new Outsider(world, release, exact, USUAL);
      assertThat(outsider.attackAccounts(5, counts(exports))).as("exports " + seed).isEmpty();
      assertThat(outsider.wanted()).isPositive();
    }
  }

  private static Map<String, Long> counts(List<IngestRecord> exports) {
    Map<String, Long> counts = new HashMap<>();
    for (IngestRecord export : exports) {
      RowAccount rows = export.rows();
      for (String source : List.of(export.source(), "all")) {
        counts.merge(source + " received", rows.received(), Long::sum);
        counts.merge(source + " accepted", rows.accepted(), Long::sum);
        counts.merge(source + " partial", rows.partial(), Long::sum);
        counts.merge(source + " preview_or_test", rows.previewOrTest(), Long::sum);
        counts.merge(source + " duplicate", rows.duplicate(), Long::sum);
        counts.merge(source + " withdrawn", rows.withdrawn(), Long::sum);
        counts.merge(source + " rejected", rows.rejected(), Long::sum);
      }
    }
    return counts;
  }
}
