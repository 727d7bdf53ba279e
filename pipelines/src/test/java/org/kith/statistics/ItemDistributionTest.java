package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.instrument.Answer;
import org.kith.instrument.Item;
import org.kith.instrument.Missing;

class ItemDistributionTest {
  private static final Item PULL_TOGETHER =
      new Item(
          "SPull",
          "People pull together",
          List.of(
              new Answer(2, "Agree", "agree", null),
              new Answer(1, "Disagree", "disagree", null),
              new Answer(5, "Nothing needs improving", "nothing", null)),
          false,
          Map.of(),
          Set.of(5),
          Set.of(2),
          "agreed");

  @Test
  void every_person_is_counted_once() {
    ItemDistribution answers =
        ItemDistribution.of(Map.of(2, 7L, 1, 3L, 5, 4L, -2, 2L, -5, 1L), PULL_TOGETHER);

    assertThat(answers.answered()).isEqualTo(10);
    assertThat(answers.counted()).isEqualTo(7);
    assertThat(answers.excluded()).isEqualTo(4);
    assertThat(answers.missing())
        .contains(entry(Missing.SKIPPED, 2L), entry(Missing.DROPPED_OUT, 1L))
        .contains(entry(Missing.NOT_ASKED, 0L))
        .hasSize(5);
    assertThat(answers.people()).isEqualTo(17);
  }

  @Test
  void answers_keep_the_order_they_are_offered_in_and_their_zeros() {
    assertThat(ItemDistribution.of(Map.of(1, 3L), PULL_TOGETHER).answers())
        .containsExactly(entry(2, 0L), entry(1, 3L), entry(5, 0L));
  }

  @Test
  void a_code_that_is_no_answer_is_refused() {
    assertThatThrownBy(() -> ItemDistribution.of(Map.of(9, 1L), PULL_TOGETHER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Item SPull has no answer 9; its answers are [2, 1, 5].");
    assertThatThrownBy(() -> ItemDistribution.of(Map.of(-9, 1L), PULL_TOGETHER))
        .hasMessage("-9 is not a code of a missing answer (-1 to -5).");
    assertThatThrownBy(() -> ItemDistribution.of(Map.of(1, -1L), PULL_TOGETHER))
        .hasMessage("Item SPull, code 1: -1 people cannot be.");
  }
}
