package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.words.AsRead.plain;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.published.ControlPointRow;
import org.kith.published.Scope;
import org.kith.published.Signal;
import org.kith.published.Visibility;

/**
 * What is said of a line over quarters. The wording is the house's own; the numbers are read off
 * the row.
 */
class SentencesOfTimeTest {

  private static final Map<String, String> LABELS =
      Map.of(
          "2025q1", "Winter 2025",
          "2025q2", "Spring 2025",
          "2025q3", "Summer 2025",
          "2025q4", "Autumn 2025");

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
  void where_all_is_hidden_no_line_is_drawn() {
    assertThat(Time.of(List.of(), LABELS))
        .isEqualTo("Every quarter is hidden, so no line can be drawn.");
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
}
