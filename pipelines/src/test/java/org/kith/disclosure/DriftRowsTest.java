package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.disclosure.ReleaseTest.USUAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.published.Drift;
import org.kith.published.DriftRow;
import org.kith.published.LevelRow;
import org.kith.published.Scope;
import org.kith.published.Visibility;

class DriftRowsTest {
  private static final String WAVE = World.wave(0);

  private static LevelRow level(String organisation, Integer answered) {
    return new LevelRow(
        World.INSTRUMENT,
        "q0",
        WAVE,
        Scope.ORGANISATION,
        organisation,
        1,
        answered,
        null,
        null,
        null,
        null,
        null,
        answered == null ? Visibility.FEWER_THAN_K : Visibility.SHOWN);
  }

  @Test
  void signs_count_three_organisations_or_none() {
    List<DriftRow> exact =
        List.of(
            drift(Scope.ALL, "all", 2, 1, null),
            drift(Scope.ALL, "all", 3, 1, null),
            drift(Scope.ORGANISATION, "org1", null, null, true),
            drift(Scope.ORGANISATION, "org6", null, null, true));
    List<DriftRow> rows =
        new DriftRows(List.of(level("org1", 90), level("org6", null)), Threshold.of(USUAL))
            .of(exact);
    assertThat(rows.get(0).visibility()).isEqualTo(Visibility.FEWER_THAN_3_ORGANISATIONS);
    assertThat(rows.get(0).noticed()).isNull();
    assertThat(rows.get(1)).isEqualTo(exact.get(1));
    assertThat(rows.get(2)).isEqualTo(exact.get(2));
    assertThat(rows.get(3).here()).isNull();
    assertThat(rows.get(3).visibility()).isEqualTo(Visibility.FEWER_THAN_K);
  }

  private static DriftRow drift(
      Scope scope, String unit, Integer organisations, Integer noticed, Boolean here) {
    return new DriftRow(
        World.INSTRUMENT,
        WAVE,
        scope,
        unit,
        Drift.HEAPING,
        organisations,
        noticed,
        here,
        Visibility.SHOWN);
  }
}
