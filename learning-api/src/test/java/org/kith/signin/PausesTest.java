package org.kith.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PausesTest {
  private static final String HERE = "192.0.2.1";

  /** Stands still until it is moved. */
  private static final class Still extends Clock {
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Still clock = new Still();
  private final Pauses pauses = new Pauses(clock);

  private void fail(String name, String address, int times) {
    for (int i = 0; i < times; i++) {
      pauses.failed(name, address);
    }
  }

  @Test
  void five_mistakes_cost_nothing_and_each_further_one_doubles_the_pause() {
    fail("asha", HERE, 5);
    assertThat(pauses.before("asha", HERE)).isZero();
    fail("asha", HERE, 1);
    assertThat(pauses.before("asha", HERE)).isEqualTo(Duration.ofSeconds(1));
    fail("asha", HERE, 3); // 2, 4, 8
    assertThat(pauses.before("asha", HERE)).isEqualTo(Duration.ofSeconds(8));
    assertThat(pauses.before("bea", HERE)).isZero();
  }

  @Test
  void no_pause_is_longer_than_a_quarter_of_an_hour() {
    fail("asha", HERE, 200);
    assertThat(pauses.before("asha", HERE)).isEqualTo(Duration.ofMinutes(15));
    clock.now = clock.now.plus(Duration.ofMinutes(15));
    assertThat(pauses.before("asha", HERE)).isZero();
  }

  @Test
  void one_address_that_tries_many_names_has_to_wait_too() {
    for (int i = 0; i < 21; i++) {
      pauses.failed("name" + i, HERE);
    }
    assertThat(pauses.before("another", HERE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pauses.before("another", "192.0.2.2")).isZero();
  }

  @Test
  void signing_in_frees_the_name_but_not_the_address() {
    fail("asha", HERE, 25);
    pauses.wentWell("asha");
    assertThat(pauses.before("asha", "192.0.2.2")).isZero();
    assertThat(pauses.before("asha", HERE)).isPositive();
  }

  @Test
  void a_day_without_a_mistake_is_forgiven() {
    fail("asha", HERE, 30);
    clock.now = clock.now.plus(Duration.ofHours(25));
    fail("asha", HERE, 1);
    assertThat(pauses.before("asha", HERE)).isZero();
  }
}
