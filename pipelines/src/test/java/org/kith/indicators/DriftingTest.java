package org.kith.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.indicators.DriftSimulation.FalseAlarms;
import org.kith.indicators.DriftSimulation.Meddling;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.Scope;

/** The larger simulation is {@link DriftSimulation#main}. */
class DriftingTest {
  /**
   * Series of 24 waves, 20 of which are looked at. In the first case they differ as drawing people
   * makes them, in the second as usual, in the third twice as much.
   */
  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void at_most_one_series_in_twenty_gives_a_false_alarm(double lively) {
    FalseAlarms alarms = DriftSimulation.falseAlarms(1, 40, 24, lively);
    assertThat(alarms.series()).isEqualTo(480);
    // The promise itself; the standard error of 480 series is 1 point at 5 %.
    assertThat(alarms.percent()).as("%s", alarms.bySign()).isLessThanOrEqualTo(5);
  }

  /**
   * Of 30 surveys each. The bounds lie three binomial standard errors below the shares measured
   * over 400 surveys with other seeds, which the simulation prints.
   */
  @ParameterizedTest
  @CsvSource({
    "HEAP_AT_4, 240, 9",
    "SCORE_REACHED, 240, 3",
    "INVENTED_FORMS, 120, 12",
    "BLANKED, 240, 9",
    "SAT_BESIDE, 240, 14",
    "OTHER_TOOL, 60, 28",
    "PICKED, 240, 13"
  })
  void meddling_is_seen_in_the_wave_it_begins_in(Meddling meddling, int people, int least) {
    assertThat(DriftSimulation.detected(meddling, 5_000, 30, people)).isGreaterThanOrEqualTo(least);
  }

  @Test
  void a_wave_is_looked_at_from_the_fifth_on_and_later_waves_change_no_verdict() {
    List<DriftRow> nine = new DriftSimulation(3, 9, 1).alarm(Meddling.NOTHING, 0, 0);
    assertThat(nine.stream().filter(r -> r.scope() == Scope.ALL)).hasSize(9 * 5);
    for (DriftRow row : nine) {
      if (row.scope() == Scope.ALL) {
        boolean early = row.wave().compareTo(DriftSimulation.wave(4)) < 0;
        assertThat(row.organisations() == 0).as("%s", row).isEqualTo(early);
      }
    }
    Map<String, Long> looked =
        nine.stream()
            .filter(r -> r.scope() == Scope.ORGANISATION)
            .collect(Collectors.groupingBy(r -> r.wave() + r.sign(), Collectors.counting()));
    for (DriftRow row : nine) {
      if (row.scope() == Scope.ALL && row.organisations() > 0) {
        assertThat(looked).containsEntry(row.wave() + row.sign(), (long) row.organisations());
      }
    }
    assertThat(nine).extracting(DriftRow::sign).contains(Drift.values());
  }
}
