package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kith.indicators.Indicators;
import org.kith.instrument.Item;
import org.kith.lake.IngestRecord;
import org.kith.published.DistributionRow;
import org.kith.published.LevelRow;
import org.kith.published.Manifest.DisclosureRules;
import org.kith.published.Table;

class RealisticTableTest {
  static final DisclosureRules USUAL = new DisclosureRules(10, 5, 3, 11);

  /** Fifteen questions of four answers, thirteen waves, twelve organisations in three places. */
  static World realistic() {
    List<Item> items = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      items.add(World.item("q" + i, 4, 2, 0));
      weights.add(
          i % 3 == 0
              ? new double[] {8, 27, 45, 20}
              : i % 3 == 1 ? new double[] {15, 30, 35, 20} : new double[] {4, 11, 45, 40});
    }
    int[] sizes = {115, 90, 140, 120, 60, 115, 160, 100, 115, 130, 110, 7};
    return World.random(1, World.organisations(4, 4, 4), items, 13, sizes, weights, 0.03);
  }

  @Test
  void most_of_a_realistic_workspace_stays_visible() {
    World world = realistic();
    Indicators exact = world.exact();
    List<IngestRecord> exports = World.exports(1);
    Disclosure disclosure = Disclosure.of(USUAL, world.organisations, List.of(world.instrument));
    Release release = disclosure.release(exact, exports);
    Map<String, Integer> shown = new TreeMap<>();
    for (DistributionRow row : release.rows(Table.DISTRIBUTIONS)) {
      tally(shown, "distribution " + row.scope(), row.visibility());
    }
    for (LevelRow row : release.rows(Table.LEVELS)) {
      tally(shown, "level " + row.scope(), row.visibility());
      tally(shown, "answered " + row.scope(), row.answered() == null ? "HIDDEN" : "SHOWN");
    }
    // 15 questions in 13 waves are 195 figures over everyone and 2,340 of organisations; measured:
    // 192 and 1,939 shares stay.
    assertThat(shown.get("level ALL SHOWN")).isGreaterThan(185);
    assertThat(shown.get("level ORGANISATION SHOWN")).isGreaterThan(1_800);
  }

  private static void tally(Map<String, Integer> shown, String what, Object visibility) {
    shown.merge(what + " " + visibility, 1, Integer::sum);
  }
}
