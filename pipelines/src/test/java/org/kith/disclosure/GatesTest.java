package org.kith.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.published.BetweenRow;
import org.kith.published.Gate;
import org.kith.published.HealthRow;
import org.kith.published.Visibility;

class GatesTest {
  private static final String WAVE = World.wave(0);

  @Test
  void a_measure_whose_health_is_not_known_is_not_compared_but_without_health_nothing_is_asked() {
    Gates gates =
        new Gates(
            List.of(
                new HealthRow(
                    "asked",
                    "q0",
                    WAVE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Gate.OPEN,
                    Visibility.SHOWN)));
    assertThat(gates.of("asked", "q0", WAVE)).isEqualTo(Visibility.SHOWN);
    assertThat(gates.of("asked", "q1", WAVE)).isEqualTo(Visibility.NOT_KNOWN_COMPARABLE);
    assertThat(new Gates(List.of()).of("asked", "q1", WAVE)).isEqualTo(Visibility.SHOWN);
  }

  @Test
  void what_was_hidden_before_keeps_its_reason() {
    BetweenRow hidden =
        new BetweenRow(
            "asked",
            "q0",
            WAVE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Visibility.FEWER_THAN_3_ORGANISATIONS);
    Gates closed =
        new Gates(
            List.of(
                new HealthRow(
                    "asked",
                    "q0",
                    WAVE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Gate.NOT_KNOWN,
                    Visibility.FEWER_THAN_3_ORGANISATIONS)));
    assertThat(closed.apply(hidden)).isEqualTo(hidden);
  }
}
