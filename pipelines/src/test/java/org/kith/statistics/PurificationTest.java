package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kith.statistics.ItemFunctioningSimulation.Found;
import org.kith.statistics.ItemFunctioningSimulation.Planted;

/** On seeded people; {@link ItemFunctioningSimulation} run as a program gives larger figures. */
class PurificationTest {
  private static final long SEED = 20261126;

  @Test
  void items_that_work_alike_are_hardly_ever_called_apart() {
    for (Planted clean :
        List.of(
            new Planted(12, 100, 4, 0, 0, 0, 1),
            new Planted(12, 40, 8, 0, 0, 0, 1),
            new Planted(60, 30, 5, 0, 0, 0, 1))) {
      Found found = ItemFunctioningSimulation.of(clean, 30, true, SEED);
      assertThat(found.worlds()).as("worlds with a false alarm, %s", clean).isLessThan(0.05);
    }
  }

  @Test
  void a_shifted_item_is_found_and_the_others_are_not_blamed() {
    Found found =
        ItemFunctioningSimulation.of(new Planted(12, 100, 8, 1, 0.5, 1, 1), 25, true, SEED);
    assertThat(found.found()).isGreaterThan(0.95);
    assertThat(found.falsely()).isLessThan(0.02);
  }

  @Test
  void an_item_that_no_longer_leans_on_the_trait_is_found() {
    Found found =
        ItemFunctioningSimulation.of(new Planted(12, 150, 8, 1, 0.5, 0, 0), 25, true, SEED);
    assertThat(found.found()).isGreaterThan(0.9);
    assertThat(found.falsely()).isLessThan(0.02);
  }

  @Test
  void several_items_are_found_more_surely_when_they_leave_the_score() {
    Planted three = new Planted(12, 100, 8, 3, 0.5, 1, 1);
    Found with = ItemFunctioningSimulation.of(three, 25, true, SEED);
    Found without = ItemFunctioningSimulation.of(three, 25, false, SEED);
    assertThat(with.found()).isGreaterThan(0.9).isGreaterThan(without.found() + 0.1);
    assertThat(with.falsely()).isLessThan(0.02);
  }

  @Test
  void people_are_matched_anew_only_where_an_item_is_apart_and_itself_stays_in() {
    Set<Set<Integer>> asked = new HashSet<>();
    Purification clean =
        Purification.of(
            4,
            (item, on) -> {
              asked.add(on);
              return people(0, item);
            });
    assertThat(clean.apart()).isEmpty();
    assertThat(clean.rounds()).isEqualTo(1);
    assertThat(asked).containsExactly(Set.of(0, 1, 2, 3));
    asked.clear();

    Purification one =
        Purification.of(
            4,
            (item, on) -> {
              asked.add(on);
              return people(2, item);
            });

    assertThat(one.apart()).containsExactlyInAnyOrder(0, 1);
    assertThat(one.settled()).isTrue();
    assertThat(one.rounds()).isEqualTo(2);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            Set.of(0, 1, 2, 3), Set.of(2, 3), Set.of(0, 2, 3), Set.of(1, 2, 3));
  }

  @Test
  void where_all_items_but_one_are_apart_nothing_is_left_to_match_on() {
    Purification all = Purification.of(4, (item, on) -> people(3, item));

    assertThat(all.apart()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(all.settled()).isFalse();
    assertThat(all.rounds()).isEqualTo(1);
  }

  @Test
  void items_that_cannot_be_compared_are_said() {
    Purification none = Purification.of(3, (item, on) -> List.of());
    assertThat(none.items()).hasSize(3).allMatch(item -> item.isEmpty());
    assertThat(none.apart()).isEmpty();
  }

  /** Two groups with the same scores; the second answers items below {@code bad} higher. */
  private static List<SortedMap<Double, SortedMap<Integer, Long>>> people(int bad, int item) {
    SortedMap<Double, SortedMap<Integer, Long>> first = new TreeMap<>();
    SortedMap<Double, SortedMap<Integer, Long>> second = new TreeMap<>();
    for (int score = 4; score <= 8; score++) {
      first.put((double) score, new TreeMap<>());
      second.put((double) score, new TreeMap<>());
      first.get((double) score).put(score / 2, 30L);
      first.get((double) score).put(score / 2 + 1, 10L);
      second.get((double) score).put(score / 2, item < bad ? 10L : 30L);
      second.get((double) score).put(score / 2 + 1, item < bad ? 30L : 10L);
    }
    return List.of(first, second);
  }
}
