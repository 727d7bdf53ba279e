package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.published.AnswerRow;
import org.kith.published.BetweenRow;
import org.kith.published.ControlPointRow;
import org.kith.published.DistributionRow;
import org.kith.published.ItemRow;
import org.kith.published.LevelRow;
import org.kith.published.MissingRow;
import org.kith.published.RespondentsRow;
import org.kith.published.ScaleRow;
import org.kith.published.Scope;
import org.kith.published.Signal;
import org.kith.published.Visibility;

class SentencesTest {

  private static final ItemRow TRUST =
      new ItemRow("trust", "t1", 1, "Can people be trusted?", false, "said many can be trusted");
  private static final Map<String, String> LABELS =
      Map.of(
          "2025q1", "Winter 2025",
          "2025q2", "Spring 2025",
          "2025q3", "Summer 2025",
          "2025q4", "Autumn 2025");

  /** Sentences hold hard spaces, which a reader does not see. */
  private static String plain(String sentence) {
    return sentence.replace(Numbers.HARD, " ");
  }

  // The wording of every sentence below is the house's own; the numbers are read off the row.

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

  @Test
  void most_of_the_difference_lies_between_people() {
    BetweenRow row = between(12, 0.05, 0.5, false, Visibility.SHOWN);
    assertThat(plain(Between.of(row, 10, 3)))
        .isEqualTo(
            "Most of the difference is between people, not between organisations: about 5 % lies"
                + " between organisations.");
    assertThat(Between.order(row))
        .isEqualTo("If you put them in order, about half of the order would be chance.");
    assertThat(Between.parts(row)).isEqualTo(5);
  }

  @Test
  void a_large_share_between_organisations_is_said_as_plainly() {
    assertThat(plain(Between.of(between(12, 0.62, 0.9, false, Visibility.SHOWN), 10, 3)))
        .isEqualTo(
            "Much of the difference is between organisations: about 62 % lies between them, the rest"
                + " between people.");
    assertThat(plain(Between.of(between(12, 0.004, 0.1, false, Visibility.SHOWN), 10, 3)))
        .contains("less than 1 % lies between organisations");
  }

  @Test
  void at_the_boundary_no_difference_was_found() {
    BetweenRow row = between(12, 0.0, 0.0, true, Visibility.SHOWN);
    assertThat(Between.of(row, 10, 3))
        .isEqualTo(
            "The difference is between people: nothing was found that lies between organisations,"
                + " beyond what chance would give.");
    assertThat(Between.order(row))
        .isEqualTo("If you put them in order, all of the order would be chance.");
  }

  @Test
  void one_organisation_cannot_be_compared() {
    assertThat(
            Between.of(between(1, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS), 10, 3))
        .isEqualTo(
            "Only one organisation asked this, so nothing can be said about differences between"
                + " organisations.");
    assertThat(
            Between.of(between(2, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS), 10, 3))
        .startsWith("Fewer than three organisations");
    assertThat(Between.order(between(2, null, null, null, Visibility.FEWER_THAN_3_ORGANISATIONS)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.95, a small part", "0.75, about a quarter", "0.66, about a third", "0.5, about half",
    "0.35, about two thirds", "0.25, about three quarters", "0.1, nearly all", "0.01, all"
  })
  void what_an_order_is_worth_is_one_minus_rankability(double rankability, String words) {
    assertThat(Between.order(between(12, 0.05, rankability, false, Visibility.SHOWN)))
        .isEqualTo("If you put them in order, " + words + " of the order would be chance.");
  }

  @Test
  void a_quiet_line_asks_for_nothing() {
    assertThat(Time.of(line(Signal.NONE, Signal.NONE, Signal.NONE, Signal.NONE), LABELS))
        .isEqualTo(
            "These points vary as they usually do. Nothing here asks for an explanation yet.");
  }

  @Test
  void a_last_point_unlike_the_others_asks_what_was_going_on() {
    var line = line(Signal.NONE, Signal.NONE, Signal.NONE, Signal.OUTSIDE_LIMITS);
    assertThat(Time.of(line, LABELS))
        .isEqualTo("Autumn 2025 is unlike the quarters before it. What was going on?");
    assertThat(Time.wonder(line.get(3), LABELS, "said many can be trusted"))
        .isEqualTo(
            "What was going on in autumn 2025, when fewer people than usual said many can be"
                + " trusted?");
    assertThat(Time.shape(line, LABELS, "said many can be trusted"))
        .isEqualTo(
            "For three quarters the answers kept much the same shape. In autumn 2025, fewer people"
                + " said many can be trusted.");
  }

  @Test
  void points_unlike_the_others_further_back_are_named() {
    assertThat(Time.of(line(Signal.NONE, Signal.OUTSIDE_LIMITS, Signal.NONE, Signal.NONE), LABELS))
        .isEqualTo("Spring 2025 is unlike the quarters around it. What was going on?");
    assertThat(Time.of(line(Signal.NONE, Signal.TREND, Signal.TREND, Signal.TREND), LABELS))
        .isEqualTo(
            "From Spring 2025 to Autumn 2025, three quarters are unlike the others. What was going"
                + " on?");
  }

  @Test
  void trial_limits_are_said_to_be_trial_limits() {
    assertThat(plain(Time.band(line(Signal.NONE, Signal.NONE, Signal.NONE, Signal.NONE), true)))
        .isEqualTo(
            "The band is where points usually fall, 34 to 55 %. It rests on only four quarters, so"
                + " these are trial limits: they will move until there are twelve.");
  }

  @Test
  void one_point_is_not_a_line() {
    var one = line(Signal.NONE, Signal.NONE, Signal.NONE, Signal.NONE).subList(0, 1);
    assertThat(Time.of(one, LABELS)).startsWith("One quarter so far.");
    assertThat(Time.band(one, true)).startsWith("There are too few quarters");
  }

  @Test
  void the_group_that_is_thin_is_named_with_its_shares() {
    assertThat(
            plain(
                Voices.of(
                    List.of(
                        group("Age", "16 to 34", 9.0, 24.0),
                        group("Age", "35 to 54", 40.0, 33.0)))))
        .isEqualTo(
            "Thin in this picture: people aged 16 to 34, 9 % of answers, 24 % of residents.");
  }

  @Test
  void several_thin_groups_are_named_together_and_their_shares_after() {
    var rows =
        List.of(
            group("Age", "16 to 34", 9.0, 24.0),
            group("Home", "Owns it", 60.0, 45.0),
            group("Home", "Rents from the council", 19.0, 38.0));
    assertThat(plain(Voices.of(rows)))
        .isEqualTo(
            "Thin in this picture: people aged 16 to 34 and “Rents from the council” (home).");
    assertThat(plain(Voices.details(rows)))
        .isEqualTo(
            "People aged 16 to 34: 9 % of answers, 24 % of residents. “Rents from the council”"
                + " (home): 19 % of answers, 38 % of residents.");
    assertThat(Voices.details(rows.subList(0, 2))).isEmpty();
  }

  @Test
  void what_a_thin_group_gave_is_said_so_that_it_stands_alone() {
    assertThat(plain(Voices.detail(group("Age", "16 to 34", 8.0, 24.0))))
        .isEqualTo("People aged 16 to 34 gave 8 % of the answers and are 24 % of residents.");
    assertThat(plain(Voices.detail(group("Home", "Rents from the council", 19.0, 38.0))))
        .isEqualTo(
            "Thin in this picture: “Rents from the council” (home), 19 % of answers, 38 % of"
                + " residents.");
  }

  @Test
  void a_small_gap_is_not_called_thin() {
    assertThat(Voices.of(List.of(group("Age", "16 to 34", 21.0, 24.0))))
        .startsWith("No group we know of is thin in this picture.");
  }

  @Test
  void where_all_is_hidden_nothing_is_said_of_it() {
    assertThat(Voices.of(List.of(group("Age", "16 to 34", null, 24.0))))
        .isEqualTo(
            "How many of each group answered is hidden, so whose voice is missing cannot be said"
                + " here.");
    assertThat(Time.of(List.of(), LABELS))
        .isEqualTo("Every quarter is hidden, so no line can be drawn.");
  }

  @Test
  void without_residents_nobody_can_say_who_is_missing() {
    assertThat(Voices.of(List.of(group("Age", "16 to 34", 21.0, null))))
        .startsWith("Who answered is known, but not who lives here");
    assertThat(Voices.of(List.of())).isEqualTo("Nothing is known here about who answered.");
  }

  @Test
  void blanks_are_counted_among_those_who_were_asked() {
    // 10 blank of 90 + 10 asked; 500 were never asked and do not count.
    assertThat(
            Voices.blank(
                List.of(missing("answered", 90), missing("skipped", 10), missing("not_asked", 500)),
                10))
        .isEqualTo("10 in 100");
    assertThat(Voices.blank(List.of(missing("answered", 90), missing("skipped", null)), 10))
        .isEqualTo("Hidden, some of it fewer than 10");
    assertThat(
            Voices.blank(
                List.of(missing("answered", 90), missing("skipped", 10), missing("declined", null)),
                10))
        .isEqualTo("At least 10 in 100");
    assertThat(Voices.blank(List.of(), 10)).isEqualTo("Not known");
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

  private static BetweenRow between(
      int organisations, Double icc, Double rankability, Boolean boundary, Visibility v) {
    return new BetweenRow(
        "trust",
        "t1",
        "2025q4",
        organisations,
        400,
        0.4,
        0.3,
        0.5,
        0.01,
        0.2,
        icc,
        icc,
        0.5,
        rankability,
        boundary,
        v);
  }

  private static List<ControlPointRow> line(Signal a, Signal b, Signal c, Signal d) {
    return List.of(point("2025q1", a), point("2025q2", b), point("2025q3", c), point("2025q4", d));
  }

  private static ControlPointRow point(String wave, Signal signal) {
    return new ControlPointRow(
        "trust",
        "t1",
        Scope.ALL,
        "all",
        wave,
        signal == Signal.NONE ? 45.0 : 29.0,
        44.6,
        34.2,
        55.0,
        4,
        true,
        signal,
        Visibility.SHOWN);
  }

  private static RespondentsRow group(
      String dimension, String name, Double percent, Double residents) {
    return new RespondentsRow(
        "trust",
        "2025q4",
        Scope.ALL,
        "all",
        dimension,
        name,
        1,
        40,
        percent,
        residents,
        Visibility.SHOWN);
  }

  private static MissingRow missing(String kind, Integer people) {
    return new MissingRow(
        "trust",
        "t1",
        "2025q4",
        kind,
        people,
        people == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }
}
