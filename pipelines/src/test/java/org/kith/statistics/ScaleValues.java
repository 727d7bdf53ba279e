package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Holds alpha, omega and item behaviour against what R says of the same people. */
final class ScaleValues {
  /** Eight significant digits. */
  private static final double EIGHT = 1e-6;

  private ScaleValues() {}

  static void equal(CrossProducts items, JsonNode r) {
    CronbachAlpha alpha = CronbachAlpha.of(items);
    assertThat(alpha.people()).isEqualTo(r.get("n").asLong());
    assertThat(alpha.items()).isEqualTo(r.get("k").asInt());
    close(alpha.alpha(), r.get("alpha"));
    close(alpha.low(), r.get("low"));
    close(alpha.high(), r.get("high"));
    close(alpha.standardised(), r.get("alpha_std"));
    List<ItemRest> behaviour = ItemRest.of(items);
    assertThat(behaviour).hasSameSizeAs(list(r.get("r_drop")));
    for (int i = 0; i < behaviour.size(); i++) {
      close(behaviour.get(i).correlation(), r.get("r_drop").get(i));
      close(behaviour.get(i).mean(), r.get("mean").get(i));
      close(behaviour.get(i).sd(), r.get("sd").get(i));
      if (r.has("alpha_drop")) {
        close(behaviour.get(i).alphaIfDropped(), r.get("alpha_drop").get(i));
      } else {
        assertThat(behaviour.get(i).alphaIfDropped()).isNull();
      }
    }
    if (r.has("omega")) {
      Omega omega = Omega.of(items);
      close(omega.omega(), r.get("omega"));
      for (int i = 0; i < behaviour.size(); i++) {
        close(omega.loadings().get(i), r.get("loadings").get(i));
      }
      // psych itself stops after four to nine digits.
      assertThat(omega.omega()).isCloseTo(r.get("omega_psych").asDouble(), within(1e-4));
    } else {
      assertThat(Omega.whyNot(items)).isPresent();
    }
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }

  private static void close(double ours, JsonNode r) {
    assertThat(ours).isCloseTo(r.asDouble(), withinPercentage(EIGHT));
  }
}
