package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.words.AsRead.plain;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.published.AnswerRow;
import org.kith.published.DistributionRow;
import org.kith.published.ItemRow;
import org.kith.published.LevelRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

/**
 * What is said of a level, of a spread and of a score. The wording is the house's own; the numbers
 * are read off the row.
 */
class SentencesOfLevelsTest {

  private static final ItemRow TRUST =
      new ItemRow("trust", "t1", 1, "Can people be trusted?", false, "said many can be trusted");

  @Test
  void a_level_is_a_natural_fraction_with_its_interval() {
    assertThat(plain(Level.of(level(120, 35, 29.2, 21.8, 37.9, Visibility.SHOWN), TRUST, 10, 3)))
        .isEqualTo(
            "Of the 120 people who answered, about 3 in 10 (22 to 38 %) said many can be trusted.");
  }

  @Test
  void a_fraction_and_its_range_stay_on_one_line() {
    assertThat(Level.of(level(120, 35, 29.2, 21.8, 37.9, Visibility.SHOWN), TRUST, 10, 3))
        .contains("about\u00a03\u00a0in\u00a010")
        .contains("22\u00a0to\u00a038\u00a0%");
  }

  @Test
  void a_hidden_level_says_that_nothing_lets_it_be_worked_out() {
    assertThat(Level.of(level(null, null, null, null, null, Visibility.FEWER_THAN_K), TRUST, 10, 3))
        .isEqualTo(
            "Fewer than 10 people answered, so this is not shown, and nothing here lets it be worked"
                + " out.");
  }

  @Test
  void a_hidden_share_of_a_shown_number_of_people_says_which_is_hidden() {
    assertThat(
            plain(
                Level.of(level(40, null, null, null, null, Visibility.FEWER_THAN_K), TRUST, 10, 3)))
        .isEqualTo(
            "40 people answered. How many said many can be trusted is not shown: too few of them"
                + " did, or did not.");
  }

  @Test
  void a_figure_of_too_few_organisations_says_so() {
    assertThat(
            Level.of(
                level(40, null, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS),
                TRUST,
                10,
                3))
        .startsWith("Fewer than three organisations are behind this, so it is not shown")
        .doesNotContain("40");
  }

  @ParameterizedTest
  @CsvSource({
    "0, almost nobody", "2.4, almost nobody", "5, about 1 in 20", "8, about 1 in 10",
    "29.2, about 3 in 10", "44.9, about 4 in 10", "45, about half", "54.9, about half",
    "55, about 6 in 10", "92, about 9 in 10", "95, about 19 in 20", "97.5, almost everyone",
    "100, almost everyone"
  })
  void fractions_are_the_nearest_that_people_say(double percent, String words) {
    assertThat(plain(Numbers.fraction(percent))).isEqualTo(words);
  }

  @Test
  void an_item_that_counts_nothing_tells_where_the_middle_half_lies() {
    List<AnswerRow> answers =
        List.of(answer(1, "Never"), answer(2, "Sometimes"), answer(3, "Often"));
    // 25 % of 100 is reached within "Never" (30), 75 % within "Often" (30 + 40 < 75).
    assertThat(plain(Level.spread(100, answers, List.of(count(1, 30), count(2, 40), count(3, 30)))))
        .isEqualTo(
            "100 people answered. The middle half of their answers lies from “never” to “often”.");
    assertThat(plain(Level.spread(100, answers, List.of(count(1, 10), count(2, 80), count(3, 10)))))
        .isEqualTo("100 people answered. At least half of them chose “sometimes”.");
    assertThat(
            plain(
                Level.spread(100, answers, List.of(count(1, 90), count(2, null), count(3, null)))))
        .isEqualTo("100 people answered. Some answers are hidden, because few people gave them.");
  }

  @Test
  void a_score_tells_the_middle_half_and_the_person_in_the_middle() {
    ScaleRow shown =
        new ScaleRow(
            "t",
            "2025q4",
            Scope.ALL,
            "all",
            5,
            110,
            2.6,
            2.4,
            2.8,
            1.75,
            2.75,
            3.25,
            Visibility.SHOWN);
    assertThat(plain(Level.score(shown, 10, 3)))
        .isEqualTo(
            "Of the 110 people with a score, the middle half lies from 1.75 to 3.25, and the person"
                + " in the middle at 2.75.");
    ScaleRow hidden =
        new ScaleRow(
            "t",
            "2025q4",
            Scope.ALL,
            "all",
            5,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Visibility.FEWER_THAN_K);
    assertThat(Level.score(hidden, 10, 3)).startsWith("Fewer than 10 people answered");
  }

  private static LevelRow level(
      Integer answered, Integer counted, Double percent, Double low, Double high, Visibility v) {
    return new LevelRow(
        "trust", "t1", "2025q4", Scope.ALL, "all", 5, answered, counted, percent, low, high, 1.0,
        v);
  }

  private static AnswerRow answer(int code, String brief) {
    return new AnswerRow("trust", "t1", code, code, brief, brief, false, false);
  }

  private static DistributionRow count(int code, Integer people) {
    return new DistributionRow(
        "trust",
        "t1",
        "2025q4",
        Scope.ALL,
        "all",
        code,
        people,
        people == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }
}
