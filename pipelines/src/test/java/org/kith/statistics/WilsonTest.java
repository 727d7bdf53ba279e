package org.kith.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WilsonTest {
  static List<NamedCsvRecord> rows() throws IOException {
    return RValues.csv("wilson.csv");
  }

  // R 4.2.2, prop.test(x / deff, n / deff, correct = FALSE): src/test/r/proportions_and_scores.R
  @ParameterizedTest
  @MethodSource("rows")
  void equals_prop_test(NamedCsvRecord row) {
    double counted = RValues.number(row, "counted");
    double answered = RValues.number(row, "answered");

    Wilson wilson = Wilson.of(counted, answered, RValues.number(row, "design_effect"));

    assertThat(wilson.estimate()).isEqualTo(counted / answered);
    assertThat(wilson.low()).isCloseTo(RValues.number(row, "low"), withinPercentage(1e-10));
    assertThat(wilson.high()).isCloseTo(RValues.number(row, "high"), withinPercentage(1e-10));
  }

  @Test
  void nobody_counted_gives_an_interval_from_exactly_none() {
    assertThat(Wilson.of(0, 25, 1).low()).isZero();
    assertThat(Wilson.of(25, 25, 1).high()).isEqualTo(1);
  }

  @Test
  void those_not_counted_have_the_mirrored_interval() {
    Wilson some = Wilson.of(7, 31, 1.7);
    Wilson rest = Wilson.of(24, 31, 1.7);

    assertThat(rest.low()).isCloseTo(1 - some.high(), within(1e-15));
    assertThat(rest.high()).isCloseTo(1 - some.low(), within(1e-15));
  }

  @Test
  void a_share_of_nobody_is_refused() {
    assertThatThrownBy(() -> Wilson.of(0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A share needs at least one answer; there are 0.0.");
    assertThatThrownBy(() -> Wilson.of(Double.NaN, 5, 1))
        .hasMessage("NaN counted is outside 0 to 5.0 answered.");
    assertThatThrownBy(() -> Wilson.of(6, 5, 1))
        .hasMessage("6.0 counted is outside 0 to 5.0 answered.");
    assertThatThrownBy(() -> Wilson.of(1, 5, 0))
        .hasMessage("The design effect must be above 0, not 0.0.");
  }
}
