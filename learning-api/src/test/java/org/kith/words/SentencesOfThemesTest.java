package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.published.CadenceRow;
import org.kith.published.CarriedRow;
import org.kith.published.LadderRow;
import org.kith.published.LoopRow;
import org.kith.published.Movement;
import org.kith.published.Scope;
import org.kith.published.ThemePeriodRow;
import org.kith.published.Visibility;
import org.kith.published.WordRow;

class SentencesOfThemesTest {
  private static ThemePeriodRow row(Integer organisations, Movement movement) {
    return new ThemePeriodRow(
        "waiting",
        "2025q4",
        Scope.ALL,
        "all",
        45,
        130,
        34.6,
        27.0,
        43.1,
        organisations,
        12,
        0.86,
        movement,
        Visibility.SHOWN);
  }

  private static final ThemePeriodRow HIDDEN =
      new ThemePeriodRow(
          "waiting",
          "2025q3",
          Scope.ALL,
          "all",
          null,
          120,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Visibility.FEWER_THAN_3_ORGANISATIONS);

  private static String theme(ThemePeriodRow now, ThemePeriodRow before) {
    return AsRead.plain(Spoken.theme("Waiting for a panel", now, before));
  }

  @Test
  void a_theme_is_told_by_organisations_now_and_before() {
    assertThat(theme(row(7, Movement.EMERGING), row(3, Movement.STEADY)))
        .isEqualTo(
            "‘Waiting for a panel’ came up in 7 of 12 organisations this quarter, in 3 before.");
    assertThat(theme(row(7, Movement.STEADY), row(7, Movement.STEADY)))
        .endsWith("7 of 12 organisations this quarter, as in the one before.");
    assertThat(theme(row(7, Movement.STEADY), null)).endsWith("organisations this quarter.");
    assertThat(theme(row(7, Movement.STEADY), HIDDEN)).endsWith("; the quarter before is hidden.");
  }

  @Test
  void a_hidden_theme_is_said_to_be_hidden_and_never_to_be_absent() {
    assertThat(theme(HIDDEN, null))
        .isEqualTo(
            "Whether ‘Waiting for a panel’ came up this quarter is hidden: too few people or"
                + " organisations are behind it.");
    assertThat(theme(null, null))
        .isEqualTo("‘Waiting for a panel’ has not been counted this quarter.");
    assertThat(Spoken.share(HIDDEN)).isEmpty();
    assertThat(Spoken.moved(HIDDEN)).isEmpty();
    assertThat(Spoken.even(HIDDEN)).isEmpty();
  }

  @Test
  void a_share_has_its_interval_and_movement_is_neither_good_nor_bad() {
    assertThat(AsRead.plain(Spoken.share(row(7, Movement.EMERGING))))
        .isEqualTo(
            "Of the 130 people who shared anything, about 3 in 10 (27 to 43 %) spoke of it.");
    assertThat(Spoken.moved(row(7, Movement.EMERGING)))
        .isEqualTo("More authors spoke of it than in the quarter before, beyond chance.");
    assertThat(Spoken.moved(row(7, Movement.FADING))).startsWith("Fewer authors");
    assertThat(Spoken.moved(row(7, Movement.STEADY))).startsWith("Chance alone");
  }

  @Test
  void words_are_given_as_people_say_them() {
    List<WordRow> words =
        List.of(
            new WordRow("2025q4", "on screen", Movement.FADING, -3.1, 20, 6, 5),
            new WordRow("2025q4", "the panel", Movement.EMERGING, 4.2, 35, 11, 7));
    assertThat(Spoken.emerging(words)).isEqualTo("Newly said: “the panel”.");
    assertThat(Spoken.fading(words)).isEqualTo("Said less than before: “on screen”.");
    assertThat(Spoken.emerging(List.of())).startsWith("No word or phrase is newly said");
  }

  @Test
  void a_ladder_a_loop_a_carrier_and_quiet_weeks_say_what_is_known() {
    assertThat(
            AsRead.plain(
                Spoken.ladder(
                    List.of(
                        new LadderRow("policy", null, null, Visibility.FEWER_THAN_K),
                        new LadderRow("practitioner-person", 70, 25, Visibility.SHOWN)))))
        .isEqualTo(
            "70 people named something that got in the way between practitioner and person, and 25"
                + " of them saw somebody carry on from it.");
    assertThat(Spoken.ladder(List.of())).endsWith("is hidden at every level.");
    assertThat(
            AsRead.plain(
                Spoken.loops(List.of(new LoopRow(90, 63.0, 52.8, 71.6, 55, Visibility.SHOWN)))))
        .isEqualTo("About 6 in 10 of what was raised (53 to 72 %) was still open after 90 days.");
    assertThat(
            Spoken.loops(List.of(new LoopRow(90, null, null, null, null, Visibility.FEWER_THAN_K))))
        .contains("is hidden");
    assertThat(
            AsRead.plain(
                Spoken.cadence(
                    new CadenceRow("q", Scope.ALL, "all", 9, 117, 66.0, Visibility.SHOWN))))
        .isEqualTo(
            "In about 7 in 10 team-weeks somebody shared something. The others are quiet periods we"
                + " cannot see into.");
    CarriedRow first =
        new CarriedRow("a", Scope.ALL, "all", "person", 15, 60, 25.0, Visibility.SHOWN);
    CarriedRow last =
        new CarriedRow("b", Scope.ALL, "all", "person", 65, 130, 50.0, Visibility.SHOWN);
    assertThat(AsRead.plain(Spoken.carried(first, last)))
        .isEqualTo(
            "About half of those who said what carried progress named the person themselves; about 3"
                + " in 10 did in the first quarter shown.");
    assertThat(Spoken.carried(null, null))
        .isEqualTo("What carried progress this quarter is hidden.");
  }
}
